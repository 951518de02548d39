//! Reading a QR code with the camera or from a photo, on the device. What the code must say is the caller's business.

mod file;
mod live;
mod reader;
mod watch;

pub use file::ScanFiles;
pub use live::ScanLive;
pub use reader::SlipReader;

use crate::browser::{camera::CameraError, camera_frame::PhotoError};
use crate::i18n::Key;
use leptos::prelude::Callback;

/// Takes the text of a code. `Err`: it is another code than the one looked for, and these words say so.
pub type TakeText = Callback<String, Result<(), &'static str>>;

/// Why there is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanFault {
    /// No picture from the camera.
    Camera(CameraError),
    /// The camera went off.
    Lost,
    /// A photo without a code.
    Nothing,
    /// A photo with a code that cannot be read.
    Unclear,
    /// A photo that is too blurred to show one.
    Blurred,
    /// A photo that is too dark to show one.
    Dark,
    /// The photo itself.
    Photo(PhotoError),
    /// The scanner did not come.
    Failed,
}

/// What the person is told while the camera is on.
#[derive(Clone, Copy)]
pub struct ScanWords {
    /// The camera is starting, or the person is being asked.
    pub opening: Key,
    /// Frames are being looked at.
    pub looking: Key,
    /// Nothing was read for a while.
    pub slow: Key,
    /// The button that ends it.
    pub stop: Key,
}
