//! A photo of the code, taken now or before.

use super::ScanFault;
use crate::browser::camera_frame::{Photo, chosen};
use crate::browser::scan::{NoText, Scanner};
use crate::i18n::{Key, t};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Two file fields that look like buttons: one opens a phone's camera program, one its pictures.
#[component]
pub fn ScanFiles(
    /// The words of the first.
    photo: Key,
    /// The words of the second.
    file: Key,
    /// The text of the code.
    text: Callback<String>,
    /// There is none.
    fault: Callback<ScanFault>,
    /// A photo has been chosen and is being read.
    waiting: Callback<()>,
) -> impl IntoView {
    let pick = move |event: leptos::ev::Event| {
        let Some(photo) = chosen(&event) else { return };
        waiting.run(());
        spawn_local(async move {
            // The panel may have been closed meanwhile: then there is nobody to tell.
            match read(&photo).await {
                Ok(found) => drop(text.try_run(found)),
                Err(problem) => drop(fault.try_run(problem)),
            }
        });
    };
    view! {
        <label class="button button-second scan-file">
            {t(photo)}
            <input class="visually-hidden" id="scan-photo" type="file" accept="image/*" capture="environment" on:change=pick />
        </label>
        <label class="button button-second scan-file">
            {t(file)}
            <input class="visually-hidden" id="scan-file" type="file" accept="image/*" on:change=pick />
        </label>
    }
}

async fn read(photo: &Photo) -> Result<String, ScanFault> {
    let frame = photo.pixels().await.map_err(ScanFault::Photo)?;
    let scanner = Scanner::start().map_err(|_| ScanFault::Failed)?;
    scanner.read_photo(frame).await.map_err(|why| match why {
        NoText::Nothing => ScanFault::Nothing,
        NoText::Unclear => ScanFault::Unclear,
        NoText::Blurred => ScanFault::Blurred,
        NoText::Dark => ScanFault::Dark,
        NoText::Broken => ScanFault::Failed,
    })
}
