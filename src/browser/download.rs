//! Files made on the device.

use super::dom;
use leptos::prelude::{request_animation_frame, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers a text as a file; nothing travels. `false` where the browser refuses.
pub fn text(name: &str, media_type: &str, content: &str) -> bool {
    offer(name, media_type, content).is_some()
}

fn offer(name: &str, media_type: &str, content: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(content));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link: HtmlAnchorElement = dom::document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has its own hold on the file once the click was handled.
    request_animation_frame(move || drop(Url::revoke_object_url(&url)));
    Some(())
}

/// The host's name: part of a calendar entry's stable name.
pub fn host() -> String {
    window().location().hostname().unwrap_or_default()
}
