//! What stands on the page once there is something to follow: the present step, the account that was asked for, questions
//! to the office. Most who open a receipt have the visit still to come, so that its code and words are loaded by themselves.

use super::{account, ask, live::Page, now, steps};
use crate::api;
use crate::browser::announce;
use crate::components::{Drawn, when_loaded};
use crate::i18n::{keys::Namespace, keys::after as k, tf};
use eid_domain::dossier::State;
use eid_domain::wire::dossiers::DossierView;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::rc::Rc;

/// What was loaded.
#[derive(Clone, Copy)]
pub(super) struct After {
    draw: fn(&Page, &DossierView) -> AnyView,
    /// Says aloud where the dossier stands now.
    pub(super) tell: fn(State),
}

#[wasm_split(receipt_after, wasm_split_path = ::leptos::wasm_split, fallible)]
fn code() -> Result<After, SplitLoaderError> {
    Ok(After { draw, tell })
}

/// Loads it.
///
/// # Errors
/// In words, where it did not arrive.
pub(super) async fn load() -> Result<After, String> {
    api::part(code(), &[Namespace::After, Namespace::Asked, Namespace::Fields]).await
}

/// Nothing while the visit is to come and no account has been asked for.
pub(super) fn view(page: &Page, view: &DossierView) -> Option<AnyView> {
    if view.state == State::Booked && view.account.is_none() {
        return None;
    }
    let (page, view) = (page.clone(), view.clone());
    Some(when_loaded(move || {
        let (page, view) = (page.clone(), view.clone());
        Box::pin(async move {
            let after = load().await?;
            Ok(Rc::new(move || (after.draw)(&page, &view)) as Drawn)
        })
    }))
}

fn draw(page: &Page, view: &DossierView) -> AnyView {
    let now = (view.state != State::Booked).then(|| now::view(page, view));
    let stages = page.stages.clone();
    // Before the visit they stand below the slip and come with what can wait.
    let steps = (view.state != State::Booked).then_some(move || steps::view(&stages.get()));
    view! { {now}{account::view(page, view)}{ask::view(page, view)}{steps} }.into_any()
}

fn tell(state: State) {
    announce::polite(&tf(k::NOW_UPDATED, &[("what", now::words_of(state))]));
}
