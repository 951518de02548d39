//! When: a day, then a time; choosing a time keeps the place.

pub(super) mod days;
pub(super) mod lost;
mod own;
mod page;
mod slots;
mod take;

pub(super) use own::line as own_time;
pub(super) use page::page;
