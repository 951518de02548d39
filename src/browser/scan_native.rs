//! The browser's own reader of codes, where it has one (Android, ChromeOS, macOS).

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlVideoElement;

/// A `BarcodeDetector` for QR codes.
pub struct Native {
    detector: JsValue,
    detect: Function,
}

impl Native {
    /// The reader, where there is one and it knows QR codes.
    pub async fn find() -> Option<Self> {
        let class: Function = Reflect::get(&window(), &"BarcodeDetector".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let formats: Function = Reflect::get(&class, &"getSupportedFormats".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let formats = settled(formats.call0(&class).ok()?).await?;
        if !Array::from(&formats).includes(&"qr_code".into(), 0) {
            return None;
        }
        let options = js_sys::JSON::parse(r#"{"formats":["qr_code"]}"#).ok()?;
        let detector = Reflect::construct(&class, &Array::of1(&options)).ok()?;
        let detect = Reflect::get(&detector, &"detect".into()).ok()?.dyn_into().ok()?;
        Some(Self { detector, detect })
    }

    /// The text of a code in what a video shows now.
    pub async fn read(&self, video: &HtmlVideoElement) -> Option<String> {
        let found = settled(self.detect.call1(&self.detector, video).ok()?).await?;
        let first = Array::from(&found).get(0);
        Reflect::get(&first, &"rawValue".into())
            .ok()?
            .as_string()
            .filter(|text| !text.is_empty())
    }
}

async fn settled(promise: JsValue) -> Option<JsValue> {
    let promise: Promise = promise.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
