//! When: a day, then a time; choosing a time keeps the place.

pub(super) mod days;
mod kept;
pub(super) mod lost;
mod month;
mod own;
mod page;
mod shape;
mod slots;
mod take;

pub(super) use own::line as own_time;
pub(super) use page::page;
