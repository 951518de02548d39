//! The boundary to the authority that decides: the ministry. A real province plugs its own in here; the
//! contract stands in `docs/AUTHORITY.md`.

pub mod apply;
pub mod contract;
pub mod simulated;

pub use contract::{Authority, AuthorityError, Decision, Outcome, Request, Subject};
