//! Handing text to other programs.

use leptos::prelude::window;
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

/// Opens the device's own share sheet; `false` where there is none or the person closed it.
pub async fn share(title: &str, url: &str) -> bool {
    if !can_share() {
        return false;
    }
    let data = web_sys::ShareData::new();
    data.set_title(title);
    data.set_url(url);
    JsFuture::from(window().navigator().share_with_data(&data))
        .await
        .is_ok()
}
