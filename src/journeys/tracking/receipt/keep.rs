//! Keeping the slip, and changing the visit.

use super::{actions, change, live::Page};
use crate::browser::{announce, clipboard, location, print};
use crate::components::{ActionButton, Icon};
use crate::i18n::{Key, keys::tracking as k, t};
use crate::routes::Route;
use eid_domain::wire::dossiers::{AccessScope, DossierView};
use leptos::{prelude::*, task::spawn_local};

/// Calendar, paper, link; then moving and cancelling.
pub(super) fn view(page: &Page, view: &DossierView) -> AnyView {
    let (hint, change) = match view.scope {
        AccessScope::Manage => (t(k::ACTIONS_SECRET).into_any(), Some(change::view(page, view))),
        AccessScope::Read => (
            view! { {t(k::ACTIONS_READ_ONLY)}" "<a href=by_phone()>{t(k::ACTIONS_MANAGE)}</a> }.into_any(),
            None,
        ),
    };
    // Without a visit there is nothing to put into a calendar.
    let with_visit = |way, drawn, label| view.visit.is_some().then(|| button(page, way, drawn, label));
    view! {
        <section class="stack-s no-print" aria-label=t(k::ACTIONS_LABEL)>
            <p class="row">
                {with_visit(Way::Calendar, Icon::Calendar, k::ACTIONS_CALENDAR)}
                {with_visit(Way::Share, Icon::Share, k::ACTIONS_SHARE)}
                <ActionButton drawn=Icon::Print label=t(k::ACTIONS_PRINT) on_press=|()| print::page() />
                {button(page, Way::Copy, Icon::Copy, k::ACTIONS_COPY)}
            </p>
            <p class="hint">{hint}</p>
        </section>
        {change}
    }
    .into_any()
}

/// The way of finding a dossier that proves the phone and so may change it.
fn by_phone() -> String {
    format!("{}?cach=so", Route::Track.href())
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Calendar,
    Share,
    Copy,
}

/// A way to keep the slip. What has come of a press is said on the button itself, and aloud.
fn button(page: &Page, way: Way, drawn: Icon, label: Key) -> AnyView {
    let said = RwSignal::new(None::<String>);
    let page = page.clone();
    let press = move |()| {
        let page = page.clone();
        spawn_local(async move {
            if let Some(words) = pressed(&page, way).await {
                announce::polite(&words);
                let _ = said.try_set(Some(words));
            }
        });
    };
    view! { <ActionButton drawn=drawn label=t(label) said=said on_press=press /> }.into_any()
}

/// Does it; what is to be said of it, where the device does not say it itself.
async fn pressed(page: &Page, way: Way) -> Option<String> {
    if way == Way::Copy {
        let copied = clipboard::copy(&location::href()).await;
        let key = if copied {
            k::ACTIONS_COPIED
        } else {
            k::ACTIONS_COPY_FAILED
        };
        return Some(t(key).to_owned());
    }
    let actions = match actions::load().await {
        Ok(actions) => actions,
        Err(words) => return Some(words),
    };
    let view = page.seen.peek();
    let visit = view.visit.as_ref()?;
    if way == Way::Calendar {
        (actions.save)(&view, visit);
        return None;
    }
    (actions.share)(&view, visit).await.map(|said| t(said).to_owned())
}
