//! Finding one's dossier, the slip, the timeline, moving and cancelling a visit.

pub mod cancel_link;
mod dossier;
pub mod find;
mod flash;
mod no_access;
mod offer;
mod place;
pub mod receipt;
pub mod reschedule;
pub mod waiting;
mod words;
