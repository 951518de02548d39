//! The real server on port 0, each test with its own database: SQLite, and PostgreSQL where the test says so.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may: each of its functions is called by tests only"
)]

mod support;

mod account;
mod activation;
mod bad_input;
mod booking;
mod desk;
mod documents;
mod files;
mod jobs;
mod limits;
mod logs;
mod once;
mod origin;
mod race;
mod tracking;
mod whole_way;
