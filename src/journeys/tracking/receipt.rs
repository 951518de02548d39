//! `/lich-hen/{reference}#{key}`: the slip of a visit and the steps of its dossier. Survives reload and bookmark,
//! because all it needs is in its address.

mod account;
mod actions;
mod after;
mod ask;
mod asked;
mod bring;
mod calendar;
mod cancel;
mod change;
mod code;
mod delivery;
mod due;
mod keep;
mod later;
mod live;
mod now;
mod offered;
mod share;
mod slip;
mod steps;
mod waiting;
mod watched;

use super::{
    dossier::{self, Opened},
    no_access,
};
use crate::browser::hash;
use crate::components::{Back, Fetched, Heading};
use crate::i18n::{keys::tracking, t};
use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(receipt_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(route: &Route) -> AnyView {
    let Route::Receipt(reference) = route else {
        return ().into_any();
    };
    let reference = reference.clone();
    let key = hash::signal();
    let show = |opened| match opened {
        Opened::Dossier(case) => live::view(*case),
        Opened::NoAccess => no_access::view(),
    };
    view! {
        <div class="page receipt">
            <Back href=Route::Home.href() />
            <Heading text=t(tracking::SLIP_TITLE_DOSSIER) />
            <Fetched fetch=move || Box::pin(dossier::open(reference.clone(), key.get())) show=show />
        </div>
    }
    .into_any()
}
