//! A question before a place is shut out, let in, or loses its password.

use super::{Asked, Page};
use crate::api;
use crate::components::{Button, ButtonKind, Dialog};
use crate::i18n::{keys::venues as k, t, tf};
use crate::journeys::desk::session;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The question, once on the page.
pub(super) fn dialog(page: Page) -> AnyView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let failed = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if page.asked.with(Option::is_some) {
            failed.set(None);
            open.set(true);
        }
    });
    let text = move || {
        page.asked.with(|asked| {
            let (row, asked) = asked.as_ref()?;
            let words = match asked {
                Asked::Password => k::ASK_PASSWORD,
                Asked::Step if row.disabled => k::ASK_ENABLE,
                Asked::Step => k::ASK_DISABLE,
            };
            Some(tf(words, &[("name", &row.name)]))
        })
    };
    let go = Callback::new(move |()| {
        let Some((row, asked)) = page.asked.get_untracked() else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            let answer = match asked {
                Asked::Step => session::call(api::venues::step(&row.id, !row.disabled))
                    .await
                    .map(|_| None),
                Asked::Password => session::call(api::venues::reset_password(&row.id))
                    .await
                    .map(Some),
            };
            let _ = busy.try_set(false);
            match answer {
                Ok(given) => {
                    let _ = open.try_set(false);
                    let _ = page.asked.try_set(None);
                    let words = tf(k::SAVED, &[("name", &row.name)]);
                    page.done(words, given.map(|given| (row, given)));
                }
                Err(error) => drop(failed.try_set(Some(error.words()))),
            }
        });
    });
    view! {
        <Dialog open=open title=t(k::ASK_TITLE)>
            <p>{text}</p>
            <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
            <p class="row">
                <Button label=t(k::ASK_DO) kind=ButtonKind::Danger busy=busy on_press=go />
                <Button label=t(k::BACK) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </Dialog>
    }
    .into_any()
}
