//! Offices, their times and places, holidays, closures, stops, news and figures.

pub mod announcements;
pub mod closures;
pub mod figures;
pub mod holidays;
pub mod office_changes;
pub mod offices;
pub mod pupils;
pub mod replan;
pub mod slots;
pub mod stops;
