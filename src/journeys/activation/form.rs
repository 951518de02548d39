//! What the forms of all steps share.

use super::{flow, stopped::Stopped};
use crate::api::ApiError;
use crate::components::Errors;
use eid_domain::wire::activation::ActivationView;
use leptos::prelude::*;

/// The form of a step. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// Its errors; the summary stands above the heading.
    pub(super) errors: Errors,
    /// An answer is waited for.
    pub(super) busy: RwSignal<bool>,
    /// What stands in the way of going on at all.
    pub(super) stopped: RwSignal<Option<Stopped>>,
}

impl Form {
    /// An empty form.
    pub(super) fn new() -> Self {
        Self {
            errors: Errors::new(),
            busy: RwSignal::new(false),
            stopped: RwSignal::new(None),
        }
    }

    /// Whether a press of the button should do anything now.
    pub(super) fn may_send(self) -> bool {
        !self.busy.get_untracked()
    }

    /// Takes the server's answer: on to the next step, or what is wrong at the fields with these ids.
    pub(super) fn answer(self, answer: Result<ActivationView, ApiError>, ids: &[&str]) {
        match answer {
            Ok(view) => flow::go_on(view),
            Err(error) => {
                if self.busy.try_set(false).is_some() {
                    return;
                }
                if flow::moved(&error) {
                    flow::ask_again();
                } else if let Some(why) = Stopped::of(&error) {
                    crate::browser::focus::want_heading();
                    self.errors.clear();
                    self.stopped.set(Some(why));
                } else {
                    self.errors.show(error.for_form(ids));
                }
            }
        }
    }
}
