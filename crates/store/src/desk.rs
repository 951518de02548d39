//! Staff, who is signed in, and the hall's queue.

pub mod factors;
pub mod queue;
pub mod sessions;
pub mod staff;
