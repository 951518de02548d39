//! The desk: a dossier as staff see it, who they are, and the hall's line.

mod case;
pub mod looks;
pub mod queue;
pub mod second_factor;
pub mod staff;
pub mod staff_admin;

pub use case::*;
