//! Places that check e-IDs and take guests in.

pub mod stays;
pub mod venues;
