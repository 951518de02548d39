//! A question before somebody is shut out, let in, or loses their second factor or their password.

use super::{Asked, Page};
use crate::api;
use crate::components::{Button, ButtonKind, Dialog};
use crate::i18n::{Key, keys::staff as k, t, tf};
use crate::journeys::desk::session;
use eid_domain::wire::staff_admin::StaffStep;
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
            Some(tf(asks(*asked), &[("name", &row.name)]))
        })
    };
    let go = Callback::new(move |()| {
        let Some((row, asked)) = page.asked.get_untracked() else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            let answer = match asked {
                Asked::Step(step) => session::call(api::staff::step(&row.id, step)).await.map(|_| None),
                Asked::Password => session::call(api::staff::reset_password(&row.id)).await.map(Some),
            };
            let _ = busy.try_set(false);
            match answer {
                Ok(given) => {
                    let _ = open.try_set(false);
                    page.done(tf(done(asked), &[("name", &row.name)]));
                    page.given.set(given.map(|given| (row.name, given)));
                }
                Err(error) => {
                    let _ = failed.try_set(Some(error.words()));
                }
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

const fn asks(asked: Asked) -> Key {
    match asked {
        Asked::Step(StaffStep::Disable) => k::ASK_DISABLE,
        Asked::Step(StaffStep::Enable) => k::ASK_ENABLE,
        Asked::Step(StaffStep::ResetFactors) => k::ASK_RESET,
        Asked::Password => k::ASK_PASSWORD,
    }
}

const fn done(asked: Asked) -> Key {
    match asked {
        Asked::Step(StaffStep::Disable) => k::DONE_DISABLE,
        Asked::Step(StaffStep::Enable) => k::DONE_ENABLE,
        Asked::Step(StaffStep::ResetFactors) => k::DONE_RESET,
        Asked::Password => k::DONE_PASSWORD,
    }
}
