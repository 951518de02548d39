//! From a place that is held to a visit that is booked, moved, waited for or made at home.

pub mod appointments;
pub mod codes;
pub mod holds;
pub mod home_visits;
pub mod proofs;
pub mod waiting;
