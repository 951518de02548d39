//! The line of an office's day: loaded whole, changed one ticket at a time, seen by three.

pub mod arrive;
pub mod change;
pub mod follow;
pub mod line;
pub mod link;
mod news;
pub mod view;

pub use news::{everywhere, news};
