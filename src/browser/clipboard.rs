//! Handing text to other programs.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Copies a text; `false` where the browser refuses.
pub async fn copy(text: &str) -> bool {
    // Absent on pages that were not delivered safely.
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Whether the device can share.
pub fn can_share() -> bool {
    js_sys::Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// What became of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// It was handed over, or the person closed the sheet.
    Done,
    /// The device has no sheet, or refuses.
    Unable,
}

/// A file to be shared beside the text, where the device takes it.
pub struct SharedFile<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its media type.
    pub media_type: &'a str,
    /// What is in it.
    pub content: &'a str,
}

/// Opens the device's own share sheet.
pub async fn share(title: &str, text: &str, file: &SharedFile<'_>) -> Shared {
    if !can_share() {
        return Shared::Unable;
    }
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_text(text);
    let navigator = window().navigator();
    if let Some(files) = files(file) {
        data.set_files(&files);
        // Many take no calendar files: then the text alone.
        if !navigator.can_share_with_data(&data) {
            data.set_files(&js_sys::Array::new());
        }
    }
    match JsFuture::from(navigator.share_with_data(&data)).await {
        Ok(_) => Shared::Done,
        Err(error) => {
            let closed = error
                .dyn_ref::<web_sys::DomException>()
                .is_some_and(|error| error.name() == "AbortError");
            if closed { Shared::Done } else { Shared::Unable }
        }
    }
}

fn files(file: &SharedFile<'_>) -> Option<js_sys::Array> {
    // Old browsers share texts alone, and do not know the question.
    if !js_sys::Reflect::has(&window().navigator(), &"canShare".into()).unwrap_or(false) {
        return None;
    }
    let options = web_sys::FilePropertyBag::new();
    options.set_type(file.media_type);
    let parts = js_sys::Array::of1(&file.content.into());
    let file = web_sys::File::new_with_str_sequence_and_options(&parts, file.name, &options).ok()?;
    Some(js_sys::Array::of1(&file))
}
