//! The only SQL: one set of statements for SQLite (the default) and PostgreSQL (for several servers).
//!
//! A request opens one transaction with [`Store::begin`], gives it to the functions of its modules, most of them named
//! after a table and grouped in rooms by what they are for, and commits it. Dropped before that, nothing of it is stored. What must never happen
//! (a place sold twice, two open dossiers of one person) is forbidden by the database itself; a breach comes
//! back as [`StoreError::Constraint`].
//!
//! Time and randomness come from the caller. Instants are kept to the microsecond.

mod account;
mod booking;
mod database;
mod desk;
mod dossier;
mod notice;
mod office;
mod running;
mod venue;

#[cfg(feature = "testing")]
pub mod testing;

pub use account::{
    accounts, activations, attestations, beneficiaries, devices, helpers, lock_links, own_data, passkeys,
    payouts, phone_changes, recoveries, representatives, sources, wallet,
};
pub use booking::{appointments, codes, holds, home_visits, proofs, waiting};
use database::{constraint, error, migrate, open, retry, row, store, tx};
pub use desk::{factors, queue, sessions, staff};
pub use dossier::{
    access_keys, batches, corrections, deliveries, dossiers, events, hand_overs, intakes, mendings, ministry,
    news, tickets,
};
pub use notice::{messages, notice_wishes, notices};
pub use office::{
    announcements, closures, figures, holidays, office_changes, offices, pupils, replan, slots, stops,
};
pub use running::{audit, idempotency, jobs, limits, retention, settings, work_proofs};
pub use venue::{stays, venues};

pub use constraint::Constraint;
pub use error::{Result, StoreError};
pub use open::Options;
pub use retry::{Retryable, Work};
pub use store::Store;
pub use tx::{Dialect, Tx};

/// Length of a tick in microseconds: capacity is counted per ten minutes. The server, which knows the domain too, does not
/// compile where that counts otherwise.
pub const TICK_MICROS: i64 = 600_000_000;
