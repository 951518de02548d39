//! What an office and the country decide about days and places.

pub mod holidays;
pub mod office_admin;
