//! `/api/account/children`.

pub mod card;
pub mod consent;
pub mod list;
pub mod withdraw;
