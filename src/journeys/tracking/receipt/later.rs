//! What can wait until the page stands: looking again from time to time, the messages sent, looks by staff, and keeping the
//! receipt on the device.

mod device;
mod follow;
mod line;
mod links;
mod looks;
mod notices;
mod own_data;
mod phrase;

use super::live::Page;
use crate::api;
use crate::browser::{family, offline, timer};
use crate::i18n::{keys::Namespace, keys::shared as k, t};
use crate::routes::{HouseholdStep, Route};
use eid_domain::mending::may_tell;
use eid_domain::wire::dossiers::AccessScope;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// What was loaded.
#[derive(Clone, Copy)]
struct Later {
    mark: fn(f64) -> AnyView,
    above: fn(&Page) -> AnyView,
    below: fn(&Page) -> AnyView,
    follow: fn(Page),
}

/// What it shows, once it is there.
pub(super) struct Shown {
    /// That the receipt comes from the device; and the line, while the person stands in it.
    pub(super) mark: AnyView,
    /// Messages sent, looks by staff, and that the receipt is kept on the device.
    pub(super) below: AnyView,
}

#[wasm_split(receipt_later, wasm_split_path = ::leptos::wasm_split, fallible)]
fn code() -> Result<Later, SplitLoaderError> {
    Ok(Later {
        mark: device::mark,
        above: line::view,
        below,
        follow: follow::begin,
    })
}

/// Loads it when the page stands; at once where what is shown comes from the device and must be marked.
pub(super) fn begin(page: &Page) -> Shown {
    let loaded = RwSignal::new(None::<Later>);
    let (kept, of_follow, of_above, of_below) = (page.kept, page.clone(), page.clone(), page.clone());
    spawn_local(async move {
        if kept.try_get_untracked().flatten().is_none() {
            timer::sleep(offline::PAUSE_MS).await;
        }
        // Without it the receipt is as good, only not kept and not renewed by itself.
        if let Ok(later) = api::part(code(), &[Namespace::Shared, Namespace::Call]).await
            && loaded.try_set(Some(later)).is_none()
        {
            (later.follow)(of_follow);
        }
    });
    let mark = move || Some((loaded.get()?.mark)(kept.get()?));
    let above = move || Some((loaded.get()?.above)(&of_above));
    let below = move || Some((loaded.get()?.below)(&of_below));
    Shown {
        mark: (mark, above).into_any(),
        below: below.into_any(),
    }
}

/// The way to tell of wrong data, for the owner, while it helps.
fn wrong(page: &Page) -> Option<AnyView> {
    let view = page.case.view.clone();
    (view.scope == AccessScope::Manage && may_tell(view.state)).then(|| {
        let to = format!("{}#{}", Route::Mismatch(view.reference).href(), page.case.key);
        view! { <p class="no-print"><a href=to>{t(k::WRONG)}</a></p> }.into_any()
    })
}

/// The way to everybody who comes together, where this device knows them.
fn family(page: &Page) -> Option<AnyView> {
    let today = page.today.get_untracked();
    let receipts = family::of(&page.case.view.reference, today)?;
    let to = format!("{}#{receipts}", Route::Household(HouseholdStep::Booked).href());
    Some(view! { <p class="no-print"><a href=to>{t(k::FAMILY)}</a></p> }.into_any())
}

fn below(page: &Page) -> AnyView {
    let (sent, of_notices) = (page.sent, page.clone());
    view! {
        {family(page)}
        {phrase::view(page)}
        {move || sent.with(|sent| notices::view(&of_notices, sent))}
        {wrong(page)}
        {looks::view(page)}
        {links::view(page)}
        {device::view(page)}
        {own_data::view(page)}
    }
    .into_any()
}
