//! When: a day, then a time; choosing a time keeps the place.

mod days;
mod lost;
mod own;
mod page;
mod slots;
mod take;

pub(super) use own::line as own_time;
pub(super) use page::page;
