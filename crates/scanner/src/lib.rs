//! Finds and reads the one QR code of an identity card in a picture.
//!
//! Made for what people hold before a phone: a small dense code on a shiny card, a little tilted, a little blurred,
//! under a lamp. Knows QR codes alone, keeps nothing, and depends on nothing. What is read proves nothing; see
//! `eid_domain::identity::card_qr` for what the text means.
//!
//! The way of a picture: grey values → dark and light by local contrast ([`binary`]) → the three corner marks
//! ([`finder`], [`triple`]) → the grid between them, fitted to all marks whose look is known ([`grid`]) → the colour of
//! each module ([`sample`]) → bytes, with errors corrected ([`code`]). Where that does not lead to bytes, the picture is
//! sharpened or made smaller and the way is gone again ([`attempts`]).

mod alignment;
mod attempts;
mod binary;
mod clarity;
pub mod code;
mod finder;
mod fit;
mod geometry;
mod grid;
mod luma;
mod sample;
mod triple;

#[cfg(target_family = "wasm")]
mod wasm;

pub use luma::Luma;

/// Why there is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Miss {
    /// No code.
    Nothing = 0,
    /// The trace of a code that cannot be read: another picture may be.
    Unclear = 1,
    /// A picture so blurred that it would show none.
    Blurred = 2,
    /// A picture so dark that it would show none.
    Dark = 3,
}

/// The text of the QR code in a picture.
///
/// # Errors
/// Why there is none.
pub fn look(picture: Luma) -> Result<String, Miss> {
    attempts::run(picture).map(text).map_err(|missed| missed.why())
}

/// The text of the QR code in a picture; `None` where none can be read.
///
/// Text that is not UTF-8 is taken for Latin-1, as other readers do; the domain puts such text right.
#[must_use]
pub fn read(picture: Luma) -> Option<String> {
    attempts::run(picture).ok().map(text)
}

/// The text of a picture with four bytes a pixel, red first, as a canvas gives it; `None` also where the size does not
/// fit the bytes.
#[must_use]
pub fn read_rgba(pixels: &[u8], width: usize, height: usize) -> Option<String> {
    read(Luma::from_rgba(pixels, width, height)?)
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|wrong| wrong.into_bytes().into_iter().map(char::from).collect())
}
