//! The offices of a wish: a short list, and a way to add to it. Most people wait at the office they have, so that what
//! finds others is loaded when it is asked for.

mod picker;

use crate::api;
use crate::browser::{announce, focus};
use crate::components::{Button, ButtonKind, Drawn, Errors, TextButton, when_loaded};
use crate::i18n::{keys::waiting as k, t, tf};
use crate::journeys::tracking::place;
use eid_domain::waiting::MOST_OFFICES;
use eid_domain::wire::places::Place;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::rc::Rc;

/// The offices chosen.
#[derive(Clone, Copy)]
struct Chosen {
    /// Their ids, the preferred one first.
    ids: RwSignal<Vec<String>>,
    /// Id and name of all offices that are known so far.
    names: RwSignal<Vec<(String, String)>>,
    /// Whether the person wants to add one: the field takes the focus when it is there.
    asked: RwSignal<bool>,
    errors: Errors,
}

/// What stands below the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    /// That there is no room for another.
    Full,
    /// The way to the picker.
    Button,
    Picker,
}

impl Chosen {
    fn name(self, id: &str) -> Option<String> {
        self.names.with(|names| {
            names
                .iter()
                .find(|(known, _)| known == id)
                .map(|(_, name)| name.clone())
        })
    }

    fn remove(self, id: &str, name: &str) {
        self.ids.update(|ids| ids.retain(|other| other != id));
        if self.ids.with_untracked(Vec::is_empty) {
            self.asked.set(true);
        }
        announce::polite(&tf(k::REMOVED, &[("name", name)]));
        focus::later("offices-add");
    }
}

/// Draws what finds offices to add, and names the chosen ones.
type Picker = fn(Chosen) -> AnyView;

/// Loads what finds offices.
#[wasm_split(waiting_picker, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Picker, SplitLoaderError> {
    Ok(picker::view)
}

/// The list and the way to add. `known` has the offices that are named already, `ids` the chosen ones.
pub(super) fn view(known: &[Place], ids: RwSignal<Vec<String>>, errors: Errors) -> AnyView {
    let names = known
        .iter()
        .map(|known| (known.id.clone(), place::name(known).to_owned()));
    let chosen = Chosen {
        ids,
        names: RwSignal::new(names.collect()),
        asked: RwSignal::new(false),
        errors,
    };
    // What was added before a reload has no name yet.
    let nameless = ids.with_untracked(|ids| ids.iter().any(|id| untrack(|| chosen.name(id)).is_none()));
    let below = Memo::new(move |_| match ids.with(Vec::len) {
        0 => Below::Picker,
        _ if nameless || chosen.asked.get() => Below::Picker,
        MOST_OFFICES.. => Below::Full,
        _ => Below::Button,
    });
    let ask = move |()| chosen.asked.set(true);
    let below = move || {
        match below.get() {
        Below::Full => full(),
        Below::Picker => later(chosen),
        Below::Button => {
            view! { <p class="row"><Button label=t(k::OFFICES_ADD) kind=ButtonKind::Second on_press=ask /></p> }.into_any()
        }
    }
    };
    view! {
        <ul class="waiting-offices" aria-label=t(k::OFFICES)>
            {move || ids.get().into_iter().map(|id| one(chosen, id)).collect_view()}
        </ul>
        <div id="offices-add">{below}</div>
    }
    .into_any()
}

fn one(chosen: Chosen, id: String) -> AnyView {
    let shown = {
        let id = id.clone();
        move || chosen.name(&id).unwrap_or_default()
    };
    let remove = move || {
        let id = id.clone();
        // The button says whose it is.
        let name = chosen.name(&id).unwrap_or_default();
        let about = name.clone();
        let press = Callback::new(move |()| chosen.remove(&id, &name));
        view! { <TextButton label=t(k::REMOVE) about=about on_press=press /> }
    };
    view! { <li><span>{shown}</span>" "{remove}</li> }.into_any()
}

fn later(chosen: Chosen) -> AnyView {
    when_loaded(move || {
        Box::pin(async move {
            let picker = api::part(load(), &[]).await?;
            Ok(Rc::new(move || picker(chosen)) as Drawn)
        })
    })
}

fn full() -> AnyView {
    view! { <p class="hint">{t(k::OFFICES_FULL)}</p> }.into_any()
}
