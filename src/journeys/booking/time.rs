//! When: a day, then a time; choosing a time keeps the place.

pub(super) mod choose;
pub(super) mod days;
mod kept;
mod lost;
mod own;
mod page;
pub(super) mod section;
mod slots;
mod take;
pub(super) mod taking;

pub(super) use own::line as own_time;
pub(super) use page::page;
