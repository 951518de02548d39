//! The account moves to another device: this one shows the code that the new one is given.

use crate::api;
use crate::browser::timer;
use crate::components::{Button, ButtonKind};
use crate::i18n::{keys::security as k, t};
use crate::journeys::account::words::spaced;
use eid_domain::wire::devices::DeviceCode;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is shown.
#[derive(Clone, PartialEq, Eq)]
enum Stage {
    Asked,
    Shown(String),
    Over,
}

/// The section.
pub(super) fn view() -> AnyView {
    let stage = RwSignal::new(Stage::Asked);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let ask = move |()| {
        busy.set(true);
        spawn_local(async move {
            let answer = api::account::device_code().await;
            let _ = busy.try_set(false);
            let _ = failed.try_set(answer.as_ref().err().map(api::ApiError::words));
            if let Ok(shown) = answer {
                show(stage, shown).await;
            }
        });
    };
    let shown = move || match stage.get() {
        Stage::Asked => ().into_any(),
        Stage::Over => view! { <p>{t(k::DEVICE_OVER)}</p> }.into_any(),
        Stage::Shown(code) => view! {
            <p>{t(k::DEVICE_SHOWN)}</p>
            <p class="device-code mono">{spaced(&code)}</p>
        }
        .into_any(),
    };
    view! {
        <section class="panel stack" aria-labelledby="device">
            <h2 id="device">{t(k::DEVICE_TITLE)}</h2>
            <p>{t(k::DEVICE_TEXT)}</p>
            <div class="stack" role="status">{shown}</div>
            <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
            <p class="row"><Button label=t(k::DEVICE_ASK) kind=ButtonKind::Second busy=busy on_press=ask /></p>
        </section>
    }
    .into_any()
}

/// Shows the code for as long as it is good, unless another is shown by then.
async fn show(stage: RwSignal<Stage>, given: DeviceCode) {
    let mine = Stage::Shown(given.code);
    let _ = stage.try_set(mine.clone());
    timer::sleep(given.expires_in_s.saturating_mul(1000)).await;
    if stage.try_get_untracked() == Some(mine) {
        let _ = stage.try_set(Stage::Over);
    }
}
