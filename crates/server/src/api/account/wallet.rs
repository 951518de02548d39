//! `/api/account/wallet`.

pub mod ask;
pub mod list;
pub mod mismatch;
pub mod remove;
pub mod show;
