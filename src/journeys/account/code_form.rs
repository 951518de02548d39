//! A code that was sent: typed, judged, sent again. The journeys around it say what it is for.

use crate::api::{ApiError, fault};
use crate::browser::timer;
use crate::components::{Button, CodeField, Errors, Resend};
use crate::i18n::{Key, t};
use eid_domain::secret::OneTimeCode;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use std::pin::Pin;

/// What the server answers, later.
pub(super) type Answer<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// What differs from journey to journey.
pub(super) struct Asked<T: 'static> {
    /// What the field is called.
    pub(super) label: Key,
    /// What the button does.
    pub(super) go: Key,
    /// Seconds until another code can be sent.
    pub(super) resend_in_s: u32,
    /// Judges what was typed.
    pub(super) check: fn(String) -> Answer<T>,
    /// Sends another one; gives the seconds until the next.
    pub(super) resend: fn() -> Answer<u32>,
    /// Why it was refused, at its field.
    pub(super) refusal: fn(&ApiError) -> Vec<(String, String)>,
}

/// The form; `done` goes on with the answer.
pub(super) fn view<T: 'static>(
    errors: Errors,
    asked: Asked<T>,
    done: impl Fn(T) + Copy + 'static,
) -> AnyView {
    let (code, busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let again_ms = RwSignal::new(from_now(asked.resend_in_s));
    let Asked {
        label,
        go,
        check,
        resend,
        refusal,
        ..
    } = asked;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = code.get_untracked();
        let wrong = OneTimeCode::parse(&given).err();
        let wrong = wrong.map(|wrong| fault("code", wrong, t(label)));
        if errors.show(wrong.into_iter().collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = check(given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(next) => done(next),
                Err(error) => drop(errors.show(refusal(&error))),
            }
        });
    };
    let send_again = move |()| {
        spawn_local(async move {
            match resend().await {
                Ok(seconds) => {
                    errors.clear();
                    let _ = again_ms.try_set(from_now(seconds));
                }
                Err(error) => drop(errors.show(refusal(&error))),
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <CodeField id="code" label=t(label) value=code errors=errors />
            <Resend at_ms=again_ms on_press=send_again />
            <p class="row"><Button label=t(go) busy=busy /></p>
        </form>
    }
    .into_any()
}

fn from_now(seconds: u32) -> f64 {
    timer::now_ms() + 1000.0 * f64::from(seconds)
}
