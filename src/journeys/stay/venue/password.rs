//! Whoever has signed in with a password that an administrator has given chooses another one first.

use super::{Here, sign_in::refusal};
use crate::api::{self, fault};
use crate::browser::{announce, focus};
use crate::components::{Button, ErrorSummary, Errors, Heading, PasswordField};
use crate::i18n::{keys::venue as k, t, tf};
use eid_domain::field::FieldCode;
use eid_domain::wire::staff_admin::{ChangePassword, check_password};
use eid_domain::wire::venues::VenueView;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view(here: RwSignal<Here>, view: VenueView) -> AnyView {
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let lead = tf(k::FIRST_LEAD, &[("name", &view.name)]);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let wanted = ChangePassword {
            current: current.get_untracked(),
            new: new.get_untracked(),
        };
        let missing = wanted.current.is_empty().then_some(FieldCode::Required);
        let wrong = [
            ("current", missing, k::CURRENT),
            ("new", check_password(&wanted.new).err(), k::NEW_PASSWORD),
        ];
        let wrong = wrong
            .into_iter()
            .filter_map(|(id, code, label)| Some(fault(id, code?, t(label))));
        if busy.get_untracked() || errors.show(wrong.collect()) {
            return;
        }
        busy.set(true);
        let own = VenueView {
            must_change_password: false,
            ..view.clone()
        };
        spawn_local(async move {
            let answer = api::venues::change_password(&wanted).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    focus::want_heading();
                    announce::polite(t(k::CHANGED));
                    let _ = here.try_set(Here::Inside(own));
                }
                Err(error) => drop(errors.show(refusal(&error))),
            }
        });
    };
    view! {
        <ErrorSummary errors=errors />
        <Heading text=t(k::FIRST_TITLE) />
        <p class="lead">{lead}</p>
        <form class="stack" novalidate on:submit=submit>
            <PasswordField id="current" label=t(k::CURRENT) hint=t(k::CURRENT_HINT) value=current errors=errors autocomplete="current-password" />
            <PasswordField id="new" label=t(k::NEW_PASSWORD) hint=t(k::NEW_PASSWORD_HINT) value=new errors=errors autocomplete="new-password" />
            <p class="row"><Button label=t(k::CHANGE) busy=busy /></p>
        </form>
    }
    .into_any()
}
