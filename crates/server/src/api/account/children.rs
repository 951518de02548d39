//! `/api/account/children`.

pub mod attestations;
pub mod card;
pub mod consent;
pub mod list;
pub mod wallet;
pub mod withdraw;
