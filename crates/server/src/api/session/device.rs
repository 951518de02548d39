//! `/api/session/device`: after the password, on a device that the account is not in use on, or where its owner has locked
//! it.

pub mod change;
pub mod code;
