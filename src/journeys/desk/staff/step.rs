//! A question before somebody is shut out, let in, or loses their second factor.

use super::Page;
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
            let (row, step) = asked.as_ref()?;
            Some(tf(asks(*step), &[("name", &row.name)]))
        })
    };
    let go = Callback::new(move |()| {
        let Some((row, step)) = page.asked.get_untracked() else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            let answer = session::call(api::staff::step(&row.id, step)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => {
                    let _ = open.try_set(false);
                    page.done(tf(done(step), &[("name", &row.name)]));
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

const fn asks(step: StaffStep) -> Key {
    match step {
        StaffStep::Disable => k::ASK_DISABLE,
        StaffStep::Enable => k::ASK_ENABLE,
        StaffStep::ResetFactors => k::ASK_RESET,
    }
}

const fn done(step: StaffStep) -> Key {
    match step {
        StaffStep::Disable => k::DONE_DISABLE,
        StaffStep::Enable => k::DONE_ENABLE,
        StaffStep::ResetFactors => k::DONE_RESET,
    }
}
