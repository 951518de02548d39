//! Where the device is, when its holder asks for it. Nothing here runs by itself: the browser asks for permission.

use js_sys::{Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::PositionOptions;

/// Why there is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotLocated {
    /// The person, or the browser for them, said no.
    Refused,
    /// The device does not know, took too long, or cannot tell at all.
    Unknown,
}

/// The platform's code for "permission denied".
const DENIED: f64 = 1.0;
const PATIENCE_MS: u32 = 15_000;
/// A place known for less than this is good enough.
const FRESH_MS: u32 = 300_000;

/// Degrees north and east, coarse: the battery and the person's privacy are worth more than metres.
///
/// # Errors
/// Why there is none.
pub async fn locate() -> Result<(f64, f64), NotLocated> {
    let geolocation = window()
        .navigator()
        .geolocation()
        .map_err(|_| NotLocated::Unknown)?;
    let promise = Promise::new(&mut |done, failed| {
        let options = PositionOptions::new();
        options.set_enable_high_accuracy(false);
        options.set_timeout(PATIENCE_MS);
        options.set_maximum_age(FRESH_MS);
        let _ = geolocation.get_current_position_with_error_callback_and_options(
            done.unchecked_ref(),
            Some(failed.unchecked_ref()),
            &options,
        );
    });
    let position = JsFuture::from(promise).await.map_err(|error| {
        if number(&error, "code") == Some(DENIED) {
            NotLocated::Refused
        } else {
            NotLocated::Unknown
        }
    })?;
    let coords = Reflect::get(&position, &"coords".into()).map_err(|_| NotLocated::Unknown)?;
    number(&coords, "latitude")
        .zip(number(&coords, "longitude"))
        .ok_or(NotLocated::Unknown)
}

fn number(of: &JsValue, name: &str) -> Option<f64> {
    Reflect::get(of, &name.into()).ok()?.as_f64()
}
