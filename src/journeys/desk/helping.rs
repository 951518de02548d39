//! Above the citizen's pages while staff use them for somebody: for whom, the way back, and the end of an idle session.

use crate::api::{self, ApiError};
use crate::browser::assisted;
use crate::components::{Notice, TextButton};
use crate::i18n::{
    keys::{Namespace, helping as k},
    t, tf,
};
use crate::journeys::desk::shell::{idle::IdleGuard, session};
use crate::routes::{DeskPage, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Draws it.
pub type Strip = fn() -> AnyView;

/// The messages that it needs besides the page's.
pub const MESSAGES: [Namespace; 2] = [Namespace::Helping, Namespace::Desk];

/// Loads its code; nobody but staff needs it.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(desk_helping, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Strip, SplitLoaderError> {
    Ok(draw)
}

fn draw() -> AnyView {
    let staff = RwSignal::new(session::known());
    let ended = RwSignal::new(false);
    spawn_local(async move {
        match api::desk::who().await {
            Ok(known) => drop(staff.try_set(Some(known))),
            // What is typed stays: the officer signs in and goes on, or stops.
            Err(error) if error.is(ProblemCode::NotSignedIn) => drop(ended.try_set(true)),
            Err(ApiError::Problem(_) | ApiError::Offline | ApiError::Timeout | ApiError::Unexpected) => {}
        }
    });
    let guard = move || {
        staff
            .get()
            .map(|staff: StaffView| view! { <IdleGuard idle_s=staff.idle_s /> })
    };
    let stop = |()| {
        let page = assisted::whose().map_or(DeskPage::Day, DeskPage::Dossier);
        assisted::end();
        Route::Desk(page).replace();
    };
    let title = match assisted::whose() {
        Some(reference) => tf(k::TITLE_OF, &[("reference", &reference)]),
        None => t(k::TITLE).to_owned(),
    };
    let text = t(if assisted::whose().is_some() {
        k::TEXT_OF
    } else {
        k::TEXT
    });
    let over = move || {
        ended.get().then(|| {
            let href = Route::Desk(DeskPage::SignIn).href();
            view! { <p><strong>{t(k::ENDED)}</strong>" "<a href=href>{t(k::SIGN_IN)}</a></p> }
        })
    };
    view! {
        <div class="wrap helping no-print">
            <Notice title=title>
                <p>{text}</p>
                {over}
                <p><TextButton label=t(k::STOP) on_press=stop /></p>
            </Notice>
            {guard}
        </div>
    }
    .into_any()
}
