//! The device's camera: on for as long as a picture is wanted, and off at once when nobody looks any more.

use super::visible;
use leptos::prelude::{on_cleanup, window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack};

/// The camera that looks away from the person, at a size that shows a card's code well.
const WANTED: &str =
    r#"{"facingMode":{"ideal":"environment"},"width":{"ideal":1280},"height":{"ideal":960}}"#;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraError {
    /// The person, or the device's owner, did not allow it.
    Refused,
    /// There is none.
    Absent,
    /// Another program has it.
    Busy,
    /// The browser gives no access to cameras.
    Unsupported,
}

/// A camera that is on. Clones are the same camera.
#[derive(Clone)]
pub struct Camera(MediaStream);

impl Camera {
    /// Asks the person, and turns it on.
    ///
    /// # Errors
    /// [`CameraError`].
    pub async fn open() -> Result<Self, CameraError> {
        let devices = window().navigator().media_devices();
        let devices = devices.ok().filter(|devices| !devices.is_undefined());
        let devices = devices.ok_or(CameraError::Unsupported)?;
        let wanted = MediaStreamConstraints::new();
        wanted.set_video(&js_sys::JSON::parse(WANTED).unwrap_or(JsValue::TRUE));
        let asked = devices
            .get_user_media_with_constraints(&wanted)
            .map_err(|error| why(&error))?;
        let stream = JsFuture::from(asked).await.map_err(|error| why(&error))?;
        stream.dyn_into().map(Self).map_err(|_| CameraError::Unsupported)
    }

    /// Shows what it sees.
    pub async fn show(&self, video: &HtmlVideoElement) {
        video.set_src_object(Some(&self.0));
        if let Ok(playing) = video.play() {
            let _ = JsFuture::from(playing).await;
        }
    }

    /// Whether it still gives pictures; a device can be unplugged, and a person can withdraw what was allowed.
    pub fn is_on(&self) -> bool {
        self.0.active()
    }

    /// Turns it off, with its light.
    pub fn stop(&self) {
        for track in self.0.get_tracks().iter() {
            if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
                track.stop();
            }
        }
    }
}

fn why(error: &JsValue) -> CameraError {
    let name = error
        .dyn_ref::<DomException>()
        .map(DomException::name)
        .unwrap_or_default();
    match name.as_str() {
        "NotAllowedError" | "SecurityError" => CameraError::Refused,
        "NotFoundError" | "OverconstrainedError" => CameraError::Absent,
        "NotReadableError" | "AbortError" => CameraError::Busy,
        _ => CameraError::Unsupported,
    }
}

/// Calls `then` when the page is no longer seen: another tab, another program, the screen off. For as long as the calling
/// component lives.
pub fn when_hidden(then: impl Fn() + Clone + 'static) {
    let left = then.clone();
    let hidden = window_event_listener_untyped("visibilitychange", move |_| {
        if !visible::now() {
            then();
        }
    });
    let gone = window_event_listener_untyped("pagehide", move |_| left());
    on_cleanup(move || {
        hidden.remove();
        gone.remove();
    });
}
