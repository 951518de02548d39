//! The electronic identification account (Decree 69/2024/NĐ-CP).

mod activation;
mod lock;
mod moves;
mod state;

pub use activation::{ACTIVATE_WITHIN_DAYS, ActivateBy, activate_by};
pub use lock::{LockReason, Unlock};
pub use moves::{allowed, next_states};
pub use state::{ACCOUNT_WORKING_DAYS, ACCOUNT_WORKING_DAYS_WITH_CARD, AccountState as State, Event};

#[cfg(test)]
mod tests;
