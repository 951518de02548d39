//! The real server on port 0, each test with its own database: SQLite, and PostgreSQL where the test says so.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may: each of its functions is called by tests only"
)]

mod support;

mod account;
mod acting;
mod activation;
mod aid;
mod announcements;
mod assisted;
mod attestations;
mod audit;
mod bad_input;
mod batches;
mod batches_killed;
mod booking;
mod children;
mod class_list_size;
mod closures;
mod collected;
mod command;
mod correction;
mod counter;
mod delivery;
mod desk;
mod desk_passkeys;
mod devices;
mod documents;
mod edges;
mod figures;
mod files;
mod guessing;
mod helpers;
mod home_visits;
mod households;
mod households_change;
mod jobs;
mod limits;
mod links;
mod locks;
mod logs;
mod mendings;
mod new_phone;
mod notice_wishes;
mod office_admin;
mod office_days;
mod once;
mod origin;
mod own_data;
mod passkeys;
mod proof;
mod questions;
mod queue;
mod queue_live;
mod race;
mod recovery;
mod rescue;
mod resets;
mod roles;
mod search;
mod second_factor;
mod slips;
mod staff_admin;
mod staff_locks;
mod stays;
mod stops;
mod stops_change;
mod takeover;
mod tracking;
mod tracking_secret;
mod venues;
mod visit_ends;
mod waiting;
mod waiting_race;
mod wallet;
mod whole_way;
