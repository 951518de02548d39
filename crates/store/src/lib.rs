//! The only SQL: one set of statements for SQLite (the default) and PostgreSQL (for several servers).
//!
//! A request opens one transaction with [`Store::begin`], gives it to the functions of the modules named
//! after the tables, and commits it. Dropped before that, nothing of it is stored. What must never happen
//! (a place sold twice, two open dossiers of one person) is forbidden by the database itself; a breach comes
//! back as [`StoreError::Constraint`].
//!
//! Time and randomness come from the caller. Instants are kept to the microsecond.

mod constraint;
mod error;
mod invariants;
mod maintain;
mod migrate;
mod open;
mod retry;
mod row;
mod store;
mod tx;

pub mod access_keys;
pub mod accounts;
pub mod activations;
pub mod announcements;
pub mod appointments;
pub mod attestations;
pub mod audit;
pub mod batches;
pub mod beneficiaries;
pub mod closures;
pub mod codes;
pub mod corrections;
pub mod deliveries;
pub mod devices;
pub mod dossiers;
pub mod events;
pub mod factors;
pub mod figures;
pub mod hand_overs;
pub mod helpers;
pub mod holds;
pub mod home_visits;
pub mod idempotency;
pub mod intakes;
pub mod jobs;
pub mod limits;
pub mod lock_links;
pub mod mendings;
pub mod messages;
pub mod ministry;
pub mod notice_wishes;
pub mod notices;
pub mod office_changes;
pub mod offices;
pub mod own_data;
pub mod passkeys;
pub mod payouts;
pub mod phone_changes;
pub mod proofs;
pub mod pupils;
pub mod queue;
pub mod recoveries;
pub mod replan;
pub mod representatives;
pub mod retention;
pub mod sessions;
pub mod settings;
pub mod slots;
pub mod sources;
pub mod staff;
pub mod stays;
pub mod stops;
pub mod tickets;
pub mod venues;
pub mod waiting;
pub mod wallet;
pub mod work_proofs;

#[cfg(feature = "testing")]
pub mod testing;

pub use constraint::Constraint;
pub use error::{Result, StoreError};
pub use open::Options;
pub use retry::{Retryable, Work};
pub use store::Store;
pub use tx::{Dialect, Tx};

/// Length of a tick in microseconds: capacity is counted per ten minutes.
pub const TICK_MICROS: i64 = 600_000_000;
