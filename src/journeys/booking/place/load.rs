//! The finder in words.

use crate::api;
use eid_domain::office::Finder;
use std::sync::Arc;

pub(super) use api::finder::known;

/// Loads the finder; the error is in words.
pub(super) async fn finder() -> Result<Arc<Finder>, String> {
    api::finder::load().await.map_err(|error| error.words())
}
