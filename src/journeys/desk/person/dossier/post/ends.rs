//! What becomes of a card that the post carries.

use super::reason_words;
use crate::api::{self, desk::PlainStep};
use crate::components::{Button, ButtonKind, ErrorSummary, Errors, Select};
use crate::i18n::{keys::post as k, t};
use crate::journeys::desk::person::dossier::state::Desk;
use crate::journeys::desk::shell::session;
use eid_domain::delivery::ReturnReason;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// Delivered, or brought back.
pub(in crate::journeys::desk::person::dossier) fn ends(desk: Desk) -> impl IntoView {
    view! {
        <p class="row">
            <Button label=t(k::DELIVERED) busy=desk.busy on_press=move |()| desk.step(PlainStep::PostDelivered) />
        </p>
        {returned(desk)}
    }
}

fn returned(desk: Desk) -> AnyView {
    let (errors, reason) = (Errors::new(), RwSignal::new(String::new()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let chosen = ReturnReason::parse(&reason.get_untracked());
        let wrong = chosen
            .is_none()
            .then(|| ("reason".to_owned(), t(k::REASON_NEEDED).to_owned()));
        if desk.busy.get_untracked() || errors.show(wrong.into_iter().collect()) {
            return;
        }
        let Some(chosen) = chosen else {
            return;
        };
        desk.busy.set(true);
        let reference = desk.reference();
        spawn_local(async move {
            let answer = session::call(api::desk::post_returned(&reference, chosen)).await;
            desk.busy.set(false);
            if let Some(error) = desk.settle(answer, t(k::DONE_RETURNED)) {
                errors.show(error.for_form(&["reason"]));
            }
        });
    };
    let mut options = vec![(String::new(), t(k::REASON_CHOOSE).to_owned())];
    let word = |reason: &ReturnReason| (reason.as_str().to_owned(), t(reason_words(*reason)).to_owned());
    options.extend(ReturnReason::ALL.iter().map(word));
    view! {
        <form class="stack-s" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <Select id="reason" label=t(k::REASON) options=options value=reason errors=errors />
            <p class="row"><Button label=t(k::CAME_BACK) kind=ButtonKind::Second busy=desk.busy /></p>
        </form>
    }
    .into_any()
}
