//! The panel: choose a way, look, compare, use.

use super::live::Live;
use super::reading::Reading;
use super::trouble::Trouble;
use super::{file::FilePickers, paste::Paste, result};
use crate::browser::focus;
use crate::components::{Button, ButtonKind, TextButton};
use crate::i18n::{keys::scan, t};
use leptos::prelude::*;

/// The id of the heading, which takes the focus when the panel changes.
const TITLE: &str = "scan-title";

/// What is shown.
#[derive(Clone, PartialEq)]
enum Stage {
    /// The ways, and what went wrong on the last.
    Choose(Option<Trouble>),
    /// The camera is on.
    Live,
    /// A photo is being read.
    Waiting,
    /// Something was read.
    Found(Reading),
}

/// Draws it.
pub(super) fn draw(take: Callback<Reading>, close: Callback<()>) -> AnyView {
    let stage = RwSignal::new(Stage::Choose(None));
    focus::later(TITLE);
    let found = Callback::new(move |reading: Reading| {
        let _ = stage.try_set(Stage::Found(reading));
        focus::later(TITLE);
    });
    let trouble = Callback::new(move |trouble: Trouble| {
        let _ = stage.try_set(Stage::Choose(Some(trouble)));
        focus::later(TITLE);
    });
    let waiting = Callback::new(move |()| drop(stage.try_set(Stage::Waiting)));
    let again = Callback::new(move |()| {
        stage.set(Stage::Choose(None));
        focus::later(TITLE);
    });
    let title = move || {
        let read = stage.with(|stage| matches!(stage, Stage::Found(_)));
        t(if read { scan::FOUND_TITLE } else { scan::TITLE })
    };
    let body = move || match stage.get() {
        Stage::Choose(last) => choose(last, stage, found, trouble, waiting),
        Stage::Live => view! { <Live found=found trouble=trouble stop=again /> }.into_any(),
        Stage::Waiting => view! { <p role="status">{t(scan::STATUS_PHOTO)}</p> }.into_any(),
        Stage::Found(reading) => result::view(reading, take, again),
    };
    view! {
        <section class="scan panel stack-s" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{title}</h2>
            {body}
            <p><TextButton label=t(scan::CLOSE) on_press=close /></p>
        </section>
    }
    .into_any()
}

fn choose(
    last: Option<Trouble>,
    stage: RwSignal<Stage>,
    found: Callback<Reading>,
    trouble: Callback<Trouble>,
    waiting: Callback<()>,
) -> AnyView {
    let live = Callback::new(move |()| stage.set(Stage::Live));
    view! {
        {last.map(Trouble::view)}
        <p>{t(scan::LEAD)}</p>
        <p class="hint">{t(scan::PRIVACY)}</p>
        <div class="scan-ways">
            <Button kind=ButtonKind::Second label=t(scan::CAMERA) on_press=live />
            <FilePickers found=found trouble=trouble waiting=waiting />
        </div>
        <Paste found=found />
    }
    .into_any()
}
