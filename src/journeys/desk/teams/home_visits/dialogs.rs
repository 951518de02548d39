//! Why a wish is refused; and why its address is needed.

use super::state::Wishes;
use crate::api;
use crate::browser::focus;
use crate::components::{Button, ButtonKind, Dialog, ErrorSummary, Errors, TextField};
use crate::i18n::{keys, keys::stops as k, t, tf};
use crate::journeys::desk::person::home_reveal::reveal_dialog;
use crate::journeys::desk::shell::session;
use eid_domain::problem::ProblemCode;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// Fewest and most characters of a reason; the person reads it.
const REASON: std::ops::RangeInclusive<usize> = 5..=200;

/// Both dialogs.
pub(super) fn view(wishes: Wishes) -> AnyView {
    view! {
        {reveal_dialog(wishes.about, wishes.revealing, move |row| wishes.reveal(row))}
        <Dialog open=wishes.refusing title=t(k::HOME_REFUSE_TITLE)>{refuse(wishes)}</Dialog>
    }
    .into_any()
}

fn refuse(wishes: Wishes) -> AnyView {
    let open = wishes.refusing;
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let reason = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let reference = wishes.about.get_untracked();
        let words = reason.get_untracked().trim().to_owned();
        let wrong = !REASON.contains(&words.chars().count());
        let wrong = wrong.then(|| ("refusal".to_owned(), t(k::CANCEL_WRONG).to_owned()));
        if busy.get_untracked() || errors.show(wrong.into_iter().collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = session::call(api::home_visits::refuse(&reference, &words)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    let _ = open.try_set(false);
                    wishes.choose(&reference, false);
                    wishes.say(Some(tf(k::HOME_REFUSED, &[("reference", &reference)])));
                    wishes.load();
                    focus::later("said");
                }
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    errors.show_one(t(k::HOME_WRONG_SETTLED).to_owned());
                    wishes.load();
                }
                Err(error) => errors.show_one(error.words()),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <p>{t(k::HOME_REFUSE_TEXT)}</p>
            <TextField
                id="refusal"
                label=t(k::HOME_REFUSE_REASON)
                hint=t(k::HOME_REFUSE_HINT)
                value=reason
                errors=errors
            />
            <p class="row">
                <Button label=t(k::HOME_REFUSE_DO) kind=ButtonKind::Danger busy=busy />
                <Button label=t(keys::common::CANCEL) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </form>
    }
    .into_any()
}
