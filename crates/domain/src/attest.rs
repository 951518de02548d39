//! Showing one's e-ID: a statement about a person, signed by the server, that says what the person has ticked and nothing
//! else, for a minute.
//!
//! A CBOR Web Token (RFC 8392) in `COSE_Sign1` (RFC 9052) with Ed25519 (RFC 9053), written and read by the `coset` library.
//! Everybody can check it with the published keys, without asking anybody.

mod claim;
mod judge;
mod statement;
mod token;

pub use claim::{Claim, Said, Subject, say};
pub use judge::{Judged, judge};
pub use statement::{LIFETIME_S, Statement};
pub use token::{find, issue};

#[cfg(test)]
mod tests;
