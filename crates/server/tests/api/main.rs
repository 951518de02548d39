//! The real server on port 0, each test with its own database: SQLite, and PostgreSQL where the test says so.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may: each of its functions is called by tests only"
)]

mod support;

mod account;
mod account_late;
mod acting;
mod activation;
mod aid;
mod announcements;
mod another_dossier;
mod assisted;
mod attestations;
mod audit;
mod bad_input;
mod batches;
mod batches_killed;
mod booking;
mod children;
mod children_papers;
mod class_list_size;
mod closures;
mod closures_family;
mod collected;
mod command;
mod correction;
mod counter;
mod delivery;
mod demo;
mod desk;
mod desk_passkeys;
mod devices;
mod documents;
mod edges;
mod figures;
mod files;
mod guessing;
mod guessing_by_source;
mod hardened;
mod helpers;
mod holidays;
mod home_visits;
mod households;
mod households_change;
mod jobs;
mod letters;
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
mod stopping;
mod stops;
mod stops_change;
mod takeover;
mod tracking;
mod tracking_secret;
mod two_officers;
mod usual_share;
mod venues;
mod visit_ends;
mod waiting;
mod waiting_race;
mod wallet;
mod whole_way;
