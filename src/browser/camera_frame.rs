//! Single pictures, of the camera or of a file, as bare pixels.

use super::dom;
use js_sys::{ArrayBuffer, Reflect, Uint8ClampedArray};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlInputElement, HtmlVideoElement, ImageBitmap,
};

/// The longer side of a camera's frame is made so many pixels at most.
const FRAME: f64 = 960.0;
/// The same for a photo.
const PHOTO: f64 = 2400.0;
/// Files beyond this many bytes are not opened: a phone would run out of memory.
const MOST_BYTES: f64 = 30e6;

/// Pixels, four bytes each.
pub struct Frame {
    /// Pixels along a line.
    pub width: u32,
    /// Lines.
    pub height: u32,
    /// The bytes; they can be handed to a worker without a copy.
    pub(super) pixels: ArrayBuffer,
}

/// Which part of the camera's picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it, made smaller: a code anywhere.
    Whole,
    /// The middle as the camera has it: a code that is small.
    Middle,
}

/// Why a file gives no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoError {
    /// No picture, or of a kind that the browser does not know.
    Unreadable,
    /// Too many bytes or pixels for this device.
    TooLarge,
}

/// A place to draw on that nobody sees.
#[derive(Clone)]
pub struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl Canvas {
    /// A new one; `None` where the browser has none.
    pub fn new() -> Option<Self> {
        let element: HtmlCanvasElement = dom::document().create_element("canvas").ok()?.dyn_into().ok()?;
        let options = js_sys::JSON::parse(r#"{"alpha":false,"willReadFrequently":true}"#).ok()?;
        let context = element.get_context_with_context_options("2d", &options).ok()??;
        let context = context.dyn_into().ok()?;
        Some(Self { element, context })
    }

    /// What the camera shows now; `None` before it shows anything.
    pub fn grab(&self, video: &HtmlVideoElement, part: Part) -> Option<Frame> {
        let (width, height) = (f64::from(video.video_width()), f64::from(video.video_height()));
        if width < 1.0 || height < 1.0 || video.ready_state() < 2 {
            return None;
        }
        let (from_width, from_height) = match part {
            Part::Whole => (width, height),
            // Three fifths of each side, at the camera's own size.
            Part::Middle => (width * 0.6, height * 0.6),
        };
        let (to_width, to_height) = self.resize(from_width, from_height, FRAME);
        self.context
            .draw_image_with_html_video_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
                video,
                (width - from_width) / 2.0,
                (height - from_height) / 2.0,
                from_width,
                from_height,
                0.0,
                0.0,
                to_width,
                to_height,
            )
            .ok()?;
        self.frame()
    }

    fn draw(&self, photo: &ImageBitmap) -> Option<Frame> {
        let (width, height) = (f64::from(photo.width()), f64::from(photo.height()));
        let (to_width, to_height) = self.resize(width, height, PHOTO);
        self.context
            .draw_image_with_image_bitmap_and_dw_and_dh(photo, 0.0, 0.0, to_width, to_height)
            .ok()?;
        self.frame()
    }

    fn resize(&self, width: f64, height: f64, most: f64) -> (f64, f64) {
        let scale = (most / width.max(height)).min(1.0);
        let (width, height) = (
            (width * scale).round().max(1.0),
            (height * scale).round().max(1.0),
        );
        self.element.set_width(width as u32);
        self.element.set_height(height as u32);
        (width, height)
    }

    fn frame(&self) -> Option<Frame> {
        let (width, height) = (self.element.width(), self.element.height());
        let size = (f64::from(width), f64::from(height));
        let data = self.context.get_image_data(0.0, 0.0, size.0, size.1).ok()?;
        // The binding's own way would copy the bytes twice.
        let bytes: Uint8ClampedArray = Reflect::get(&data, &"data".into()).ok()?.dyn_into().ok()?;
        Some(Frame {
            width,
            height,
            pixels: bytes.buffer(),
        })
    }
}

/// A file that the person chose.
pub struct Photo(File);

/// The file of a file field's `change` event. The field forgets it, so that the same file can be chosen again.
pub fn chosen(event: &leptos::ev::Event) -> Option<Photo> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.item(0)?;
    field.set_value("");
    Some(Photo(file))
}

impl Photo {
    /// Its pixels, upright.
    ///
    /// # Errors
    /// [`PhotoError`].
    pub async fn pixels(&self) -> Result<Frame, PhotoError> {
        if self.0.size() > MOST_BYTES {
            return Err(PhotoError::TooLarge);
        }
        let opened = window()
            .create_image_bitmap_with_blob(&self.0)
            .map_err(|_| PhotoError::Unreadable)?;
        let photo = JsFuture::from(opened).await.map_err(|_| PhotoError::Unreadable)?;
        let photo: ImageBitmap = photo.dyn_into().map_err(|_| PhotoError::Unreadable)?;
        let frame = Canvas::new().and_then(|canvas| canvas.draw(&photo));
        photo.close();
        frame.ok_or(PhotoError::TooLarge)
    }
}
