//! The line of an office's day: who is called next, who comes after, and how long that takes.
//!
//! Priority people come first (older people, pregnant women, people with a disability), then those who booked and are on
//! time, those who booked and are late, and those who came without an appointment; among equals whoever has been ready
//! for longest. Who comes long before their time is not ready: they are called early only where nobody else waits. So that
//! nobody starves, after [`QueueRules::out_of_turn`] calls in a row that passed over the one who has waited longest, that
//! one is called, whoever they are.

mod estimate;
mod order;
mod rules;
mod ticket;
mod waiter;
mod walk_in;

pub use estimate::{PRIOR_WEIGHT, Station, expected_minutes, waits};
pub use order::{Pick, next, order};
pub use rules::QueueRules;
pub use ticket::{Priority, TicketKind, TicketState, number_text};
pub use waiter::{Waiter, Why};
pub use walk_in::{room, staffed_minutes};

#[cfg(test)]
mod tests;
