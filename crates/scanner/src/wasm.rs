//! The worker's door.

use crate::{Luma, Miss};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

/// The text of the QR code in a canvas' pixels. Without one, where `why` is asked for, the number of the [`Miss`]; a camera
/// that looks on does not ask.
#[wasm_bindgen]
#[must_use]
pub fn read(pixels: &[u8], width: u32, height: u32, why: bool) -> JsValue {
    let (width, height) = (width as usize, height as usize);
    if !why {
        return crate::read_rgba(pixels, width, height).into();
    }
    let picture = Luma::from_rgba(pixels, width, height);
    match picture.map_or(Err(Miss::Nothing), crate::look) {
        Ok(text) => text.into(),
        Err(miss) => (miss as u8).into(),
    }
}
