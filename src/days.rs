//! The open days of an office to choose from, as a list or as a month: what booking and moving a visit share.

mod month;
mod offer;
mod shape;
mod step;

pub use month::Sheet;
pub use offer::{Words, offer, opens};
pub use shape::{Shapes, choose};
pub use step::Step;
