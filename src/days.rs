//! The open days of an office to choose from, as a list or as a month: what booking and moving a visit share.

mod list;
mod month;
mod offer;
mod shape;
mod step;

pub use list::listed;
pub use month::Sheet;
pub use offer::{offer, opens};
pub use shape::Words;
pub use step::Step;
