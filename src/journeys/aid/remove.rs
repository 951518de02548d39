//! Linking none any more, with the passcode.

use super::link::{passcode_field, refuse};
use super::payout::{Section, facts};
use crate::api::{self, fault};
use crate::components::{Button, ButtonKind, ErrorSummary, Errors};
use crate::i18n::{keys::aid as k, t};
use eid_domain::field::FieldCode;
use eid_domain::wire::aid::RemovePayout;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The question.
pub(super) fn view(section: Section) -> AnyView {
    let (errors, busy, passcode) = (Errors::new(), RwSignal::new(false), RwSignal::new(String::new()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let wanted = RemovePayout {
            passcode: passcode.get_untracked(),
        };
        let empty = wanted.passcode.trim().is_empty();
        let wrong = empty.then(|| fault("passcode", FieldCode::Required, t(k::PASSCODE)));
        if errors.show(wrong.into_iter().collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::aid::remove(&wanted).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => section.done(view, k::REMOVED),
                Err(error) => refuse(errors, &error),
            }
        });
    };
    let linked = section
        .view
        .with_untracked(|view| view.payout.as_ref().map(facts));
    view! {
        <ErrorSummary errors=errors />
        {linked}
        <form class="panel stack" novalidate on:submit=submit>
            <h3>{t(k::REMOVE_TITLE)}</h3>
            <p>{t(k::REMOVE_TEXT)}</p>
            {passcode_field(passcode, errors)}
            <p class="row">
                <Button label=t(k::REMOVE_DO) kind=ButtonKind::Danger busy=busy />
                <Button label=t(k::BACK) kind=ButtonKind::Second on_press=move |()| section.leave() />
            </p>
        </form>
    }
    .into_any()
}
