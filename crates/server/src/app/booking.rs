//! From a free place to a visit that stands, is moved, or is waited for.

pub mod assist;
pub mod availability;
pub mod class_list;
pub mod family_window;
pub mod moves;
pub mod phone_proofs;
pub mod plan;
pub mod visits;
pub mod waiting;
