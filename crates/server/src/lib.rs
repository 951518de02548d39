//! The HTTP server of the reference implementation: endpoints, jobs, notices, the boundary to the authority,
//! and the client's files.
//!
//! A request goes: [`web`] (id, log, headers, origin, body) → [`api`] (one endpoint a file) → [`app`] (use
//! cases that endpoints share) → the domain's rules and one transaction of the store.

pub mod api;
pub mod app;
pub mod authority;
pub mod catalog;
pub mod cli;
pub mod clock;
pub mod config;
pub mod data;
pub mod jobs;
pub mod limits;
pub mod live;
pub mod logging;
pub mod news;
pub mod notices;
pub mod openapi;
pub mod passkeys;
pub mod password;
pub mod problem;
pub mod proof;
pub mod rescue;
pub mod rng;
pub mod router;
pub mod secret;
pub mod seed;
pub mod serve;
pub mod slip_keys;
pub mod sources;
pub mod state;
pub mod totp;
pub mod wallet;
pub mod web;
