//! Messages to people: what they say, the queue they wait in, the gateway that sends them.
//!
//! A notice is a row, written in the transaction of the change it tells of; a job sends it. It never carries
//! a link, and says that officers do not ask for codes.

pub mod gateway;
pub mod kind;
pub mod plain;
pub mod queue;
pub mod text;
pub mod webhook;

pub use kind::Kind;
