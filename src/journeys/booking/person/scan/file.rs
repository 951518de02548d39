//! A photo of the card, taken now or before.

use super::code_text::of_code;
use super::reading::Reading;
use super::trouble::Trouble;
use crate::browser::camera_frame::{Photo, chosen};
use crate::browser::scan::Scanner;
use crate::i18n::{keys::scan, t};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Two file fields that look like buttons: one opens a phone's camera program, one its pictures.
#[component]
pub(super) fn FilePickers(
    /// Something was read.
    found: Callback<Reading>,
    /// Nothing was read.
    trouble: Callback<Trouble>,
    /// A photo has been chosen and is being read.
    waiting: Callback<()>,
) -> impl IntoView {
    let pick = move |event: leptos::ev::Event| {
        let Some(photo) = chosen(&event) else { return };
        waiting.run(());
        spawn_local(async move {
            // The panel may have been closed meanwhile: then there is nobody to tell.
            match read(&photo).await {
                Ok(reading) => drop(found.try_run(reading)),
                Err(problem) => drop(trouble.try_run(problem)),
            }
        });
    };
    view! {
        <label class="button button-second scan-file">
            {t(scan::PHOTO)}
            <input class="visually-hidden" id="scan-photo" type="file" accept="image/*" capture="environment" on:change=pick />
        </label>
        <label class="button button-second scan-file">
            {t(scan::FILE)}
            <input class="visually-hidden" id="scan-file" type="file" accept="image/*" on:change=pick />
        </label>
    }
}

async fn read(photo: &Photo) -> Result<Reading, Trouble> {
    let frame = photo.pixels().await.map_err(Trouble::Photo)?;
    let scanner = Scanner::start().map_err(|_| Trouble::Failed)?;
    let text = scanner.read(frame).await.map_err(|_| Trouble::Failed)?;
    of_code(&text.ok_or(Trouble::Nothing)?).map_err(Trouble::of)
}
