//! The worker that reads QR codes. Its files are fetched when it is first started, never before.

use super::{camera_frame::Frame, dom};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Worker;

/// The worker did not start, or stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

/// Why a photo gave no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoText {
    /// It shows no code.
    Nothing,
    /// It shows one that cannot be read: another photo may be.
    Unclear,
    /// It is blurred.
    Blurred,
    /// It is too dark.
    Dark,
    /// See [`Broken`].
    Broken,
}

/// A worker; it ends with this. Reads one picture at a time.
pub struct Scanner(Worker);

impl Scanner {
    /// Starts one.
    ///
    /// # Errors
    /// [`Broken`] where the browser refuses.
    pub fn start() -> Result<Self, Broken> {
        let url = dom::meta("eid-scanner").ok_or(Broken)?;
        Worker::new(&url).map(Self).map_err(|_| Broken)
    }

    /// The text of the code in a picture, `None` where there is none.
    ///
    /// # Errors
    /// [`Broken`]; another scanner may fare better.
    pub async fn read(&self, frame: Frame) -> Result<Option<String>, Broken> {
        Ok(self.ask(frame, false).await?.as_string())
    }

    /// The text of the code in a photo, of which there will be no second by itself.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn read_photo(&self, frame: Frame) -> Result<String, NoText> {
        let answer = self.ask(frame, true).await.map_err(|_| NoText::Broken)?;
        // The scanner's own numbers, `eid_scanner::Miss`.
        answer.as_string().ok_or(match answer.as_f64() {
            Some(1.0) => NoText::Unclear,
            Some(2.0) => NoText::Blurred,
            Some(3.0) => NoText::Dark,
            _ => NoText::Nothing,
        })
    }

    async fn ask(&self, frame: Frame, why: bool) -> Result<JsValue, Broken> {
        let request = Object::new();
        let set = |name: &str, value: &JsValue| Reflect::set(&request, &name.into(), value);
        for (name, value) in [
            ("width", frame.width.into()),
            ("height", frame.height.into()),
            ("why", why.into()),
        ] {
            let _ = set(name, &value);
        }
        let _ = set("pixels", &frame.pixels);
        // The browser calls the promise's own functions: nothing of ours must outlive the answer.
        let answer = Promise::new(&mut |done: Function, failed: Function| {
            self.0.set_onmessage(Some(&done));
            self.0.set_onerror(Some(&failed));
            let sent = self
                .0
                .post_message_with_transfer(&request, &Array::of1(&frame.pixels));
            if let Err(error) = sent {
                let _ = failed.call1(&JsValue::NULL, &error);
            }
        });
        let event = JsFuture::from(answer).await.map_err(|_| Broken)?;
        let data = Reflect::get(&event, &"data".into()).map_err(|_| Broken)?;
        let text = Reflect::get(&data, &"text".into()).map_err(|_| Broken)?;
        if text.is_undefined() {
            Err(Broken)
        } else {
            Ok(text)
        }
    }
}

impl Drop for Scanner {
    fn drop(&mut self) {
        self.0.terminate();
    }
}
