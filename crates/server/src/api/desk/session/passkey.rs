//! `/api/desk/session/passkey`: a member of staff signs in with a passkey, with or without the password before it.

pub mod begin;
pub mod finish;
