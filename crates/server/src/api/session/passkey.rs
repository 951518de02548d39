//! `/api/session/passkey`: a citizen signs in with a passkey.

pub mod begin;
pub mod finish;
