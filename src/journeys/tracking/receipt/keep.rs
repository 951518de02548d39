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
    view! {
        <section class="stack-s no-print" aria-label=t(k::ACTIONS_LABEL)>
            <p class="row">
                {ways(view)}
                <ActionButton drawn=Icon::Print label=t(k::ACTIONS_PRINT) on_press=|()| print::page() />
                <CopyLink />
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

/// The two that are loaded when they are pressed; none without a visit.
fn ways(view: &DossierView) -> Option<AnyView> {
    let visit = view.visit.clone()?;
    let label = |words: Key| RwSignal::new(t(words).to_owned());
    let (save_label, share_label) = (label(k::ACTIONS_CALENDAR), label(k::ACTIONS_SHARE));
    let (of_save, of_share) = ((view.clone(), visit.clone()), (view.clone(), visit));
    let save = move |()| {
        let (view, visit) = of_save.clone();
        spawn_local(async move {
            match actions::load().await {
                Ok(actions) => (actions.save)(&view, &visit),
                Err(words) => say(save_label, words),
            }
        });
    };
    let share = move |()| {
        let (view, visit) = of_share.clone();
        spawn_local(async move {
            match actions::load().await {
                Ok(actions) => {
                    if let Some(said) = (actions.share)(&view, &visit).await {
                        say(share_label, t(said).to_owned());
                    }
                }
                Err(words) => say(share_label, words),
            }
        });
    };
    Some(
        view! {
            <ActionButton drawn=Icon::Calendar label=save_label on_press=save />
            <ActionButton drawn=Icon::Share label=share_label on_press=share />
        }
        .into_any(),
    )
}

/// On the button itself, and aloud.
fn say(label: RwSignal<String>, words: String) {
    announce::polite(&words);
    let _ = label.try_set(words);
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
