//! Who cannot walk asks for a team to come home, and follows what becomes of it.

pub mod ask;
pub mod status;

mod code;
mod commune;
mod fields;
mod form;
