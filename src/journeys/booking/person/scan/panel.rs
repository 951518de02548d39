//! The panel: choose a way, look, compare, use.

use super::code_text::{NotRead, of_code};
use super::reading::Reading;
use super::trouble::Trouble;
use super::{paste::Paste, result};
use crate::browser::focus;
use crate::components::scan::{ScanFault, ScanFiles, ScanLive, ScanWords};
use crate::components::{Button, ButtonKind, TextButton};
use crate::i18n::{keys::scan, t};
use leptos::prelude::*;

/// The id of the heading, which takes the focus when the panel changes.
const TITLE: &str = "scan-title";

/// What is said while the camera is on.
const WORDS: ScanWords = ScanWords {
    opening: scan::STATUS_OPENING,
    looking: scan::STATUS_LOOKING,
    slow: scan::STATUS_SLOW,
    stop: scan::STOP,
};

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
    let fault = Callback::new(move |fault: ScanFault| trouble.run(Trouble::Scan(fault)));
    let seen = Callback::new(move |text: String| match of_code(&text) {
        Ok(reading) => {
            found.run(reading);
            Ok(())
        }
        Err(NotRead::Columns) => Err(t(scan::STATUS_COLUMNS)),
        Err(_) => Err(t(scan::STATUS_FOREIGN)),
    });
    // Here, not beside the file fields: these are gone while a photo is read.
    let text = Callback::new(move |text: String| match of_code(&text) {
        Ok(reading) => found.run(reading),
        Err(error) => trouble.run(Trouble::of(error)),
    });
    let waiting = Callback::new(move |()| drop(stage.try_set(Stage::Waiting)));
    let files = Files { text, fault, waiting };
    let again = Callback::new(move |()| {
        stage.set(Stage::Choose(None));
        focus::later(TITLE);
    });
    let title = move || {
        let read = stage.with(|stage| matches!(stage, Stage::Found(_)));
        t(if read { scan::FOUND_TITLE } else { scan::TITLE })
    };
    let body = move || match stage.get() {
        Stage::Choose(last) => choose(last, stage, found, files),
        Stage::Live => view! { <ScanLive words=WORDS take=seen fault=fault stop=again /> }.into_any(),
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

/// Who is told what came of a photo.
#[derive(Clone, Copy)]
struct Files {
    text: Callback<String>,
    fault: Callback<ScanFault>,
    waiting: Callback<()>,
}

fn choose(last: Option<Trouble>, stage: RwSignal<Stage>, found: Callback<Reading>, files: Files) -> AnyView {
    let Files { text, fault, waiting } = files;
    let live = Callback::new(move |()| stage.set(Stage::Live));
    view! {
        {last.map(Trouble::view)}
        <p>{t(scan::LEAD)}</p>
        <p class="hint">{t(scan::PRIVACY)}</p>
        <div class="scan-ways">
            <Button kind=ButtonKind::Second label=t(scan::CAMERA) on_press=live />
            <ScanFiles photo=scan::PHOTO file=scan::FILE text=text fault=fault waiting=waiting />
        </div>
        <Paste found=found />
    }
    .into_any()
}
