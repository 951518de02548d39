//! The forms of a stay, loaded when one is opened: who reads their list needs no field, no calendar and no list of communes.

use super::{correct, due::OfficeClock, form};
use crate::api::{self, stays::Filer};
use crate::components::{Drawn, Refetch, when_loaded};
use crate::i18n::keys::Namespace;
use eid_domain::wire::stays::StayNotice;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::rc::Rc;

/// What is loaded.
#[derive(Clone, Copy)]
struct Forms {
    declare: fn(Filer, OfficeClock, Refetch, Callback<()>) -> AnyView,
    correct: fn(Filer, StayNotice, RwSignal<Option<StayNotice>>, Refetch) -> AnyView,
}

#[wasm_split(stay_forms, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Forms, SplitLoaderError> {
    Ok(Forms {
        declare: form::view,
        correct: correct::view,
    })
}

fn loaded(draw: impl Fn(Forms) -> AnyView + 'static) -> AnyView {
    let draw = Rc::new(draw);
    when_loaded(move || {
        let draw = Rc::clone(&draw);
        Box::pin(async move {
            let forms = api::part(load(), &[Namespace::Fields]).await?;
            Ok(Rc::new(move || draw(forms)) as Drawn)
        })
    })
}

/// Declaring a guest.
pub(super) fn declare(filer: Filer, clock: OfficeClock, refetch: Refetch, close: Callback<()>) -> AnyView {
    loaded(move |forms| (forms.declare)(filer, clock, refetch, close))
}

/// Correcting a notice.
pub(super) fn correct(
    filer: Filer,
    one: StayNotice,
    editing: RwSignal<Option<StayNotice>>,
    refetch: Refetch,
) -> AnyView {
    loaded(move |forms| (forms.correct)(filer, one.clone(), editing, refetch))
}
