//! What a notice is about: the domain knows, so that the client has words for every kind.

pub use eid_domain::notice::Kind;
