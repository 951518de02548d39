//! How the office runs: hours, holidays, closed days, announcements, staff.

pub(super) mod announcements;
pub(super) mod closures;
pub(super) mod holidays;
pub(super) mod office_admin;
pub(super) mod staff;
