//! Finding one's dossier, the slip, the timeline, moving and cancelling a visit.

pub mod cancel_link;
pub mod delivery;
mod dossier;
pub mod find;
mod flash;
mod keyed;
pub mod mismatch;
mod no_access;
pub mod notice_wishes;
mod offer;
mod place;
pub mod receipt;
pub mod reschedule;
mod so_far;
pub mod waiting;
mod words;
