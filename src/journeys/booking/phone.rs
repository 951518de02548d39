//! Proving the phone with a code.

mod confirm;
mod page;
mod send;

pub(super) use page::page;
