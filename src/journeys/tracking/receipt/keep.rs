//! Keeping the slip, and changing the visit.

use super::{calendar, change, live::Page, share};
use crate::browser::{announce, clipboard, location, print};
use crate::components::{ActionButton, Icon};
use crate::i18n::{keys::tracking as k, t};
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
    view! {
        <section class="stack-s no-print" aria-label=t(k::ACTIONS_LABEL)>
            <p class="row">
                {entry(page, view)}
                <ActionButton drawn=Icon::Print label=t(k::ACTIONS_PRINT) on_press=|()| print::page() />
                <CopyLink />
                {share::view(page, view)}
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

fn entry(page: &Page, view: &DossierView) -> Option<AnyView> {
    let visit = view.visit.clone()?;
    let (page, view) = (page.clone(), view.clone());
    let save = move |()| calendar::save(&page, &view, &visit);
    Some(
        view! { <ActionButton drawn=Icon::Calendar label=t(k::ACTIONS_CALENDAR) on_press=save /> }.into_any(),
    )
}

#[component]
fn CopyLink() -> impl IntoView {
    let words = RwSignal::new(t(k::ACTIONS_COPY));
    let copy = move |()| {
        spawn_local(async move {
            let said = if clipboard::copy(&location::href()).await {
                k::ACTIONS_COPIED
            } else {
                k::ACTIONS_COPY_FAILED
            };
            let _ = words.try_set(t(said));
            announce::polite(t(said));
        });
    };
    view! { <ActionButton drawn=Icon::Copy label=Signal::derive(move || words.get().to_owned()) on_press=copy /> }
}
