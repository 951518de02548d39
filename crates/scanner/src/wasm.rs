//! The worker's door.

use crate::{Look, Luma};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// The text of the QR code in a canvas' pixels. Without one, `true` where `why` is asked for and the picture is too unclear
/// to show one; a camera that looks on does not ask.
#[wasm_bindgen]
#[must_use]
pub fn read(pixels: &[u8], width: u32, height: u32, why: bool) -> JsValue {
    let (width, height) = (width as usize, height as usize);
    if !why {
        return crate::read_rgba(pixels, width, height).into();
    }
    match Luma::from_rgba(pixels, width, height).map(crate::look) {
        Some(Look::Text(text)) => text.into(),
        Some(Look::Unclear) => JsValue::TRUE,
        Some(Look::Nothing) | None => JsValue::UNDEFINED,
    }
}
