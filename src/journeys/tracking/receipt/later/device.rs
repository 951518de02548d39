//! What this device keeps of the receipt: said, marked when it is what is seen, and forgotten on request.

use crate::api;
use crate::browser::{
    announce, family, intl,
    offline::{self, Answer, Kept},
    timer,
};
use crate::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::i18n::{keys::tracking as k, t, tf};
use crate::journeys::tracking::receipt::{actions, after, live::Page};
use leptos::{prelude::*, task::spawn_local};

/// "Bản lưu lúc …".
pub(super) fn mark(at_ms: f64) -> AnyView {
    let when = intl::instant(timer::instant(at_ms));
    view! {
        <Notice kind=NoticeKind::Warning title=tf(k::DEVICE_KEPT, &[("when", &when)]) announced=true>
            <p>{t(k::DEVICE_KEPT_TEXT)}</p>
        </Notice>
    }
    .into_any()
}

/// Keeps the receipt, says so, and offers to forget it. Nothing where the browser cannot keep anything.
pub(super) fn view(page: &Page) -> Option<AnyView> {
    if !offline::can_keep() {
        return None;
    }
    if page.kept.peek().is_none() {
        keep(page);
    }
    let forgotten = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let forget = move |()| {
        busy.set(true);
        spawn_local(async move {
            family::forget();
            offline::forget().await;
            let _ = busy.try_set(false);
            if forgotten.try_set(true).is_none() {
                announce::polite(t(k::DEVICE_FORGOTTEN));
            }
        });
    };
    let body = move || {
        if forgotten.get() {
            return view! { <p id="device-forgotten">{t(k::DEVICE_FORGOTTEN)}</p> }.into_any();
        }
        view! {
            <p>{t(k::DEVICE_TEXT)}</p>
            <p class="row"><Button kind=ButtonKind::Second label=t(k::DEVICE_FORGET) busy=busy on_press=forget /></p>
        }
        .into_any()
    };
    Some(
        view! {
            <section class="stack-s no-print" aria-labelledby="device">
                <h2 id="device">{t(k::DEVICE_TITLE)}</h2>
                {body}
            </section>
        }
        .into_any(),
    )
}

const KEPT: Kept = Kept {
    page: "receipt_page",
    parts: &[],
    reads_codes: false,
};

fn keep(page: &Page) {
    let open = |path: &str| Answer {
        path: path.to_owned(),
        key: String::new(),
    };
    let answers = [
        Answer {
            path: api::dossiers::path(&page.seen.peek().reference),
            key: page.case.key.clone(),
        },
        open("/api/slips/keys"),
    ];
    spawn_local(async move {
        // What a press loads, and what is shown when the dossier has moved on, is kept too.
        let _ = api::both(after::load(), actions::load()).await;
        offline::keep(&answers, KEPT).await;
    });
}
