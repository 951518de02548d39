//! How a database is opened, brought up to date, spoken to and kept sound.

pub(crate) mod constraint;
pub(crate) mod error;
pub(crate) mod invariants;
pub(crate) mod maintain;
pub(crate) mod migrate;
pub(crate) mod open;
pub(crate) mod retry;
pub(crate) mod row;
pub(crate) mod store;
pub(crate) mod tx;
