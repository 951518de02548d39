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
mod announcements;
mod assisted;
mod audit;
mod bad_input;
mod batches;
mod batches_killed;
mod booking;
mod class_list_size;
mod closures;
mod collected;
mod command;
mod correction;
mod desk;
mod documents;
mod edges;
mod figures;
mod files;
mod home_visits;
mod households;
mod jobs;
mod limits;
mod links;
mod logs;
mod office_admin;
mod office_days;
mod once;
mod origin;
mod proof;
mod questions;
mod queue;
mod queue_live;
mod race;
mod roles;
mod search;
mod second_factor;
mod slips;
mod stops;
mod tracking;
mod waiting;
mod waiting_race;
mod whole_way;
