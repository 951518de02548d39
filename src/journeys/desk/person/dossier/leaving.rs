//! Somebody has come and does not go on: the check-in taken back, or the dossier withdrawn, with the reason in words.

use super::{intake::refuse, state::Desk};
use crate::api::{self, desk::PlainStep};
use crate::components::{Button, ButtonKind, Dialog, ErrorSummary, Errors, TextArea};
use crate::i18n::{keys, keys::desk as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::dossier::State;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The ways back: both before the person is at the counter, only the last one there.
pub(super) fn view(desk: Desk, state: State) -> AnyView {
    let asking = RwSignal::new(false);
    let undo = (state == State::CheckedIn).then(|| {
        let press = move |()| desk.step(PlainStep::UndoCheckIn);
        view! { <Button label=t(k::STEP_UNDO_CHECK_IN) kind=ButtonKind::Second busy=desk.busy on_press=press /> }
    });
    view! {
        <div class="stack-s desk-leaving">
            <p class="hint">{t(k::LEAVING_HINT)}</p>
            <p class="row">
                {undo}
                <Button label=t(k::STEP_WITHDRAW) kind=ButtonKind::Second on_press=move |()| asking.set(true) />
            </p>
        </div>
        <Dialog open=asking title=t(k::WITHDRAW_TITLE)>{why(desk, asking)}</Dialog>
    }
    .into_any()
}

fn why(desk: Desk, asking: RwSignal<bool>) -> AnyView {
    let (reason, errors) = (RwSignal::new(String::new()), Errors::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let words = reason.get_untracked().trim().to_owned();
        let wrong = refuse::wrong(&words, true).map(|(_, wrong)| ("withdrawal".to_owned(), wrong));
        if desk.busy.get_untracked() || errors.show(wrong.into_iter().collect()) {
            return;
        }
        desk.busy.set(true);
        let reference = desk.reference();
        spawn_local(async move {
            let answer = session::call(api::desk::withdraw(&reference, &words)).await;
            desk.busy.set(false);
            match desk.settle(answer, t(k::DONE_WITHDRAWN)) {
                Some(error) => errors.show_one(error.words()),
                None => drop(asking.try_set(false)),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <p>{t(k::WITHDRAW_TEXT)}</p>
            <TextArea id="withdrawal" label=t(k::WITHDRAW_REASON) hint=t(k::REFUSE_REASON_HINT) value=reason errors=errors />
            <p class="row">
                <Button label=t(k::STEP_WITHDRAW) kind=ButtonKind::Danger busy=desk.busy />
                <Button label=t(keys::common::CANCEL) kind=ButtonKind::Second on_press=move |()| asking.set(false) />
            </p>
        </form>
    }
    .into_any()
}
