//! Calendar entries (RFC 5545, RFC 5546) for a visit.

mod text;
mod write;

pub use write::{Invite, Method, write};

#[cfg(test)]
mod tests;
