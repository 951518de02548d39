//! A text file that the person chose. Read on the device.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

/// A chosen file.
pub struct TextFile(File);

/// Why a file's text could not be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFileError {
    /// More bytes than were allowed.
    TooLarge,
    /// Not text in UTF-8: a spreadsheet, or another encoding.
    NotText,
    /// The browser could not read it.
    Unreadable,
}

/// The file of a file field's `change` event. The field forgets it, so that the same file can be chosen again after it
/// was put right.
pub fn chosen(event: &leptos::ev::Event) -> Option<TextFile> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.item(0)?;
    field.set_value("");
    Some(TextFile(file))
}

impl TextFile {
    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its text.
    ///
    /// # Errors
    /// [`TextFileError`].
    pub async fn text(&self, most_bytes: usize) -> Result<String, TextFileError> {
        if self.0.size() > most_bytes as f64 {
            return Err(TextFileError::TooLarge);
        }
        let text = JsFuture::from(self.0.text())
            .await
            .map_err(|_| TextFileError::Unreadable)?;
        let text = text.as_string().ok_or(TextFileError::Unreadable)?;
        // The browser puts this sign where bytes are no UTF-8; zeros are in every spreadsheet file.
        if text.contains(['\u{FFFD}', '\0']) {
            return Err(TextFileError::NotText);
        }
        Ok(text)
    }
}
