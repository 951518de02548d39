//! The store on SQLite and on PostgreSQL: every test runs on both.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may: each of its functions is called by tests only"
)]

mod support;

mod announcements;
mod assisted;
mod assisted_race;
mod audit;
mod batches;
mod beneficiaries;
mod bookings;
mod campaign;
mod care;
mod crash;
mod deliveries;
mod dossiers;
mod edges;
mod factors;
mod figures;
mod history;
mod holds;
mod holidays;
mod households;
mod machine;
mod news;
mod office_changes;
mod office_changes_race;
mod once;
mod own_data;
mod passkeys;
mod people;
mod places_race;
mod purging;
mod queue;
mod representatives;
mod said;
mod schema;
mod stays;
mod tickets;
mod waiting;
mod waiting_family;
mod wallet;
mod work;
mod work_proofs;
