//! The client: everything the browser runs. `main.rs` only starts it, so tests can mount parts.
//!
//! `journeys` use `days`, `passkeys`, `components`, `api`, `browser` and `i18n`, never each other; only `browser` knows web-sys, only `api`
//! knows the server.

#[cfg(test)]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

pub mod api;
pub mod app;
pub mod browser;
pub mod components;
pub mod days;
pub mod i18n;
pub mod journeys;
pub mod passkeys;
pub mod routes;

#[cfg(test)]
#[path = "../tests/web/mod.rs"]
mod web;
