//! Signing in, and one's own account.

mod card;
mod data;
mod events;
pub mod home;
pub mod sign_in;
mod words;
