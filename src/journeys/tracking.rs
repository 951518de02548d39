//! Finding one's dossier, the slip, the timeline, moving and cancelling a visit.

mod dossier;
pub mod find;
mod flash;
mod no_access;
mod place;
pub mod receipt;
pub mod reschedule;
mod words;
