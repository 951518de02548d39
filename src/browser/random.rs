//! Randomness from the browser's cryptographic source.

use leptos::prelude::window;
use std::fmt::Write;

/// 128 random bits as 32 hexadecimal digits.
pub fn hex128() -> String {
    let mut bytes = [0_u8; 16];
    if let Ok(crypto) = window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    let mut hex = String::with_capacity(32);
    for byte in bytes {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
