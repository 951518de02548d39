//! Teams that go to people (Law on Identification 26/2023, art. 27(3)): stops at schools, hamlets, homes and hospitals.

mod due;
mod kind;
mod neighbourhood;
mod seats;
mod sessions;

pub use due::{CARD_AGE, Due, due_on};
pub use kind::{Cause, HomeLook, HomeVisitState, StopKind, StopState};
pub use neighbourhood::NeighbourhoodKey;
pub use seats::{class_order, round, seats};
pub use sessions::{BREAK_FROM, BREAK_TO, EARLIEST_START, LATEST_END, MOST_STATIONS, stop_sessions};

#[cfg(test)]
mod tests;
