//! A part of a page whose code and words are loaded when it is wanted.

use super::{ApiError, both};
use crate::i18n::{self, keys::Namespace};
use leptos::wasm_split::SplitLoaderError;

/// Loads code and words at the same time.
///
/// # Errors
/// In words, where they did not arrive.
pub async fn part<T>(
    code: impl Future<Output = Result<T, SplitLoaderError>>,
    words: &[Namespace],
) -> Result<T, String> {
    let words = i18n::request(i18n::lang(), words);
    match both(code, i18n::load(words)).await {
        (Ok(code), Ok(())) => Ok(code),
        _ => Err(ApiError::Offline.words()),
    }
}
