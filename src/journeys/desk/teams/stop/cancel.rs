//! The team does not come: a reason, then everybody is offered another time.

use super::state::One;
use crate::api;
use crate::browser::focus;
use crate::components::{Button, ButtonKind, Details, ErrorSummary, Errors, TextField};
use crate::i18n::{keys::stops as k, t, tn};
use crate::journeys::desk::shell::session;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::stops::CancelStop;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// Fewest and most characters of a reason; people read it.
const REASON: std::ops::RangeInclusive<usize> = 5..=200;

/// Closed away: nobody cancels by accident.
pub(super) fn view(one: One) -> AnyView {
    let reason = RwSignal::new(String::new());
    let errors = Errors::new();
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let wanted = CancelStop {
            reason: reason.get_untracked().trim().to_owned(),
        };
        let wrong = !REASON.contains(&wanted.reason.chars().count());
        let wrong = wrong.then(|| ("reason".to_owned(), t(k::CANCEL_WRONG).to_owned()));
        if busy.get_untracked() || errors.show(wrong.into_iter().collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = session::call(api::stops::cancel(&one.id(), &wanted)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => {
                    let count = u32::try_from(view.people.len()).unwrap_or(u32::MAX);
                    one.say(Some(tn(k::CANCELLED, count)));
                    one.show(view);
                    focus::later("said");
                }
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    errors.show_one(t(k::CANCEL_LATE).to_owned());
                }
                Err(error) => {
                    errors.show(error.for_form(&["reason"]));
                }
            }
        });
    };
    view! {
        <Details summary=t(k::CANCEL)>
            <ErrorSummary errors=errors />
            <form class="stack" novalidate on:submit=submit>
                <p>{t(k::CANCEL_TEXT)}</p>
                <TextField
                    id="reason"
                    label=t(k::CANCEL_REASON)
                    hint=t(k::CANCEL_REASON_HINT)
                    value=reason
                    errors=errors
                />
                <p class="row"><Button label=t(k::CANCEL_DO) kind=ButtonKind::Danger busy=busy /></p>
            </form>
        </Details>
    }
    .into_any()
}
