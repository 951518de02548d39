//! `/api/offices/{id}/hall`: what the display in the hall shows.

pub mod events;
pub mod read;
