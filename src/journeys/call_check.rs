//! `/cuoc-goi`: was this call real? A few things that a caller may have said, and what to make of them. Nothing is sent.

use crate::browser::announce;
use crate::components::{Back, Checkbox, Errors, Heading, Notice, NoticeKind};
use crate::i18n::{Key, keys::call as k, t};
use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(call_check_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// What no officer ever does (announcements of the Ministry of Public Security on impersonation).
const SCAM: [(&str, Key); 6] = [
    ("did_code", k::DID_CODE),
    ("did_app", k::DID_APP),
    ("did_money", k::DID_MONEY),
    ("did_threat", k::DID_THREAT),
    ("did_video", k::DID_VIDEO),
    ("did_secret", k::DID_SECRET),
];

/// What to make of a call.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Unknown,
    Scam,
    Office,
}

fn draw(_: &Route) -> AnyView {
    let errors = Errors::new();
    let told = SCAM.map(|(id, words)| (id, words, RwSignal::new(false)));
    let knew = RwSignal::new(false);
    let signals = told.map(|(.., signal)| signal);
    let verdict = Memo::new(move |_| match (signals.iter().any(RwSignal::get), knew.get()) {
        (true, _) => Verdict::Scam,
        (false, true) => Verdict::Office,
        (false, false) => Verdict::Unknown,
    });
    Effect::watch(
        move || verdict.get(),
        |verdict, _, _| announce::polite(t(of(*verdict).1)),
        false,
    );
    let boxes = told.map(|(id, words, signal)| {
        view! { <Checkbox id=id label=t(words) checked=signal errors=errors /> }
    });
    let answer = move || {
        let (kind, title, text) = of(verdict.get());
        view! { <Notice kind=kind title=t(title)><p>{t(text)}</p></Notice> }
    };
    view! {
        <div class="page">
            <Back href=Route::Home.href() />
            <Heading text=t(k::TITLE) />
            <p class="lead">{t(k::LEAD)}</p>
            <form class="stack" on:submit=|event| event.prevent_default()>
                <fieldset class="stack-s">
                    <legend class="legend">{t(k::ASKED)}</legend>
                    {boxes.into_iter().collect_view()}
                </fieldset>
                <fieldset class="stack-s">
                    <legend class="legend">{t(k::PROVED)}</legend>
                    <Checkbox id="did_phrase" label=t(k::DID_PHRASE) hint=t(k::DID_PHRASE_HINT) checked=knew errors=errors />
                </fieldset>
            </form>
            <section id="verdict" class="stack-s">{answer}</section>
            <h2>{t(k::DO_TITLE)}</h2>
            <ul class="bullets">
                <li>{t(k::DO_HANG_UP)}</li>
                <li>{t(k::DO_CALL)}</li>
                <li>{t(k::DO_LOCK)}</li>
                <li>{t(k::DO_REPORT)}</li>
            </ul>
        </div>
    }
    .into_any()
}

const fn of(verdict: Verdict) -> (NoticeKind, Key, Key) {
    match verdict {
        Verdict::Unknown => (NoticeKind::Warning, k::UNSURE, k::UNSURE_TEXT),
        Verdict::Scam => (NoticeKind::Danger, k::SCAM, k::SCAM_TEXT),
        Verdict::Office => (NoticeKind::Ok, k::REAL, k::REAL_TEXT),
    }
}
