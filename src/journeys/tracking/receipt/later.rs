//! What can wait until the page stands: the steps below a slip, looking again from time to time, the messages sent, looks by
//! staff, and keeping the receipt on the device.

mod device;
mod follow;
mod line;
mod links;
mod looks;
mod notices;
mod own_data;
mod phrase;

use super::{live::Page, steps, watched::Watched};
use crate::api;
use crate::browser::{family, offline, timer};
use crate::i18n::{keys::Namespace, keys::shared as k, t};
use crate::routes::{HouseholdStep, Route};
use eid_domain::dossier::State;
use eid_domain::mending::may_tell;
use eid_domain::wire::dossiers::AccessScope;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// What was loaded.
#[derive(Clone, Copy)]
struct Later {
    mark: fn(f64) -> AnyView,
    above: fn(&Page) -> AnyView,
    steps: fn(&Page) -> AnyView,
    below: fn(&Page) -> AnyView,
    follow: fn(Page),
}

/// What it shows, once it is there.
pub(super) struct Shown {
    /// That the receipt comes from the device; and the line, while the person stands in it.
    pub(super) mark: AnyView,
    /// The steps of a visit to come, below its slip.
    pub(super) steps: AnyView,
    /// Messages sent, looks by staff, and that the receipt is kept on the device.
    pub(super) below: AnyView,
}

#[wasm_split(receipt_later, wasm_split_path = ::leptos::wasm_split, fallible)]
fn code() -> Result<Later, SplitLoaderError> {
    Ok(Later {
        mark: device::mark,
        above: line::view,
        steps: to_come,
        below,
        follow: follow::begin,
    })
}

/// Loads it when the page stands; at once where what is shown comes from the device and must be marked.
pub(super) fn begin(page: &Page) -> Shown {
    let loaded = Watched::new(None::<Later>);
    let (of_follow, of_loaded) = (page.clone(), loaded.clone());
    spawn_local(async move {
        if of_follow.kept.peek().is_none() {
            timer::sleep(offline::PAUSE_MS).await;
        }
        // Without it the receipt is as good, only not kept and not renewed by itself.
        if let Ok(later) = api::part(code(), &[Namespace::Shared, Namespace::Call]).await
            && !of_loaded.is_over()
        {
            of_loaded.set(Some(later));
            (later.follow)(of_follow);
        }
    });
    let part = |draw: fn(&Later, &Page) -> Option<AnyView>| {
        let (loaded, page) = (loaded.clone(), page.clone());
        let part = move || draw((*loaded.get()).as_ref()?, &page);
        part.into_any()
    };
    let mark = part(|later, page| Some((later.mark)((*page.kept.get())?)));
    let above = part(|later, page| Some((later.above)(page)));
    Shown {
        mark: (mark, above).into_any(),
        steps: part(|later, page| Some((later.steps)(page))),
        below: part(|later, page| Some((later.below)(page))),
    }
}

/// The way to tell of wrong data, for the owner, while it helps.
fn wrong(page: &Page, state: State) -> Option<AnyView> {
    let view = &page.case.view;
    (view.scope == AccessScope::Manage && may_tell(state)).then(|| {
        let to = format!(
            "{}#{}",
            Route::Mismatch(view.reference.clone()).href(),
            page.case.key
        );
        view! { <p class="no-print"><a href=to>{t(k::WRONG)}</a></p> }.into_any()
    })
}

/// The way to everybody who comes together, where this device knows them.
fn family(page: &Page) -> Option<AnyView> {
    let receipts = family::of(&page.case.view.reference, *page.today.peek())?;
    let to = format!("{}#{receipts}", Route::Household(HouseholdStep::Booked).href());
    Some(view! { <p class="no-print"><a href=to>{t(k::FAMILY)}</a></p> }.into_any())
}

/// What is behind and ahead of a visit to come. Once something happens, that stands higher up.
fn to_come(page: &Page) -> AnyView {
    let page = page.clone();
    let state = state(&page);
    let shown = move || (state.get() == State::Booked).then(|| steps::view(&page.stages.get()));
    shown.into_any()
}

/// It may be cancelled while it is looked at.
fn state(page: &Page) -> Memo<State> {
    let seen = page.seen.clone();
    Memo::new(move |_| seen.get().state)
}

fn below(page: &Page) -> AnyView {
    let (of_notices, of_phrase, of_wrong) = (page.clone(), page.clone(), page.clone());
    let state = state(page);
    view! {
        {family(page)}
        {move || phrase::view(&of_phrase, state.get())}
        {move || notices::view(&of_notices, &of_notices.sent.get())}
        {move || wrong(&of_wrong, state.get())}
        {looks::view(page)}
        {links::view(page)}
        {device::view(page)}
        {own_data::view(page)}
    }
    .into_any()
}
