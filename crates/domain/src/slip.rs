//! The slip's token: that a visit was booked, signed by the server, so that anybody can check it without asking.
//!
//! A compact JWS (RFC 7515) with Ed25519 (`EdDSA`, RFC 8037) over the claims of a JWT (RFC 7519). It names a visit, never
//! a person, and opens nothing: whoever shows it has a slip, no more.

pub(crate) mod base64url;
mod claims;
mod judge;
mod key;
mod token;

pub use claims::SlipClaims;
pub use judge::{Verdict, judge};
pub use key::{Jwk, KeySet, SigningKey};
pub use token::find;

#[cfg(test)]
mod tests;
