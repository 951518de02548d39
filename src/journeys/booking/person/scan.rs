//! Filling in from the card: camera, photo or pasted text. Its code and words come when the person asks for them.

mod code_text;
mod panel;
mod paste;
mod reading;
mod result;
mod trouble;

use super::fields::Fields;
use crate::browser::{announce, focus};
use crate::components::{Button, ButtonKind, DateParts, Notice, NoticeKind};
use crate::i18n::{self, keys::Namespace, keys::booking, keys::scan, keys::shell, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use reading::Reading;

/// Draws the panel: what is read goes to the first, giving up to the second.
type Panel = fn(Callback<Reading>, Callback<()>) -> AnyView;

/// The id of the button that opens the panel.
const OPEN: &str = "scan-open";

#[wasm_split(scan_card, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Panel, SplitLoaderError> {
    Ok(panel::draw)
}

/// The offer above the fields; the panel takes its place.
pub(super) fn offer(fields: Fields) -> AnyView {
    let panel = RwSignal::new(None::<Panel>);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let open = Callback::new(move |()| {
        busy.set(true);
        failed.set(false);
        spawn_local(async move {
            let words = i18n::request(i18n::lang(), &[Namespace::Scan]);
            let code = load().await;
            let words = i18n::load(words).await;
            // The person may have gone on meanwhile.
            let _ = busy.try_set(false);
            match (code, words) {
                (Ok(draw), Ok(())) => drop(panel.try_set(Some(draw))),
                _ => drop(failed.try_set(true)),
            }
        });
    });
    let take = Callback::new(move |reading: Reading| {
        fill(fields, &reading);
        panel.set(None);
        announce::polite(t(scan::TAKEN));
        focus::later("full_name");
    });
    let close = Callback::new(move |()| {
        panel.set(None);
        focus::later(OPEN);
    });
    view! {
        {move || match panel.get() {
            Some(draw) => draw(take, close),
            None => {
                view! {
                    <div class="scan-offer" id=OPEN>
                        <p class="hint">{t(booking::PERSON_SCAN_HINT)}</p>
                        <Button kind=ButtonKind::Second label=t(booking::PERSON_SCAN) busy=busy on_press=open />
                    </div>
                }
                    .into_any()
            }
        }}
        {move || failed.get().then(|| view! { <Notice kind=NoticeKind::Warning announced=true><p>{t(shell::LOAD_FAILED_TEXT)}</p></Notice> })}
    }
    .into_any()
}

/// Only what was read takes the place of what was typed.
fn fill(fields: Fields, reading: &Reading) {
    if let Some(name) = &reading.name {
        fields.full_name.set(name.clone());
    }
    fields.number.set(reading.number.clone());
    if let Some(birth) = reading.birth {
        let read = DateParts::from_iso(&birth.to_string());
        fields.birth.day.set(read.day.get_untracked());
        fields.birth.month.set(read.month.get_untracked());
        fields.birth.year.set(read.year.get_untracked());
        fields.birth.partial.set(read.partial.get_untracked());
    }
}
