//! The worker's door.

use wasm_bindgen::prelude::wasm_bindgen;

/// The text of the QR code in a canvas' pixels.
#[wasm_bindgen]
#[must_use]
pub fn read(pixels: &[u8], width: u32, height: u32) -> Option<String> {
    crate::read_rgba(pixels, width as usize, height as usize)
}
