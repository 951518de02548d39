//! Component tests in a real browser: what has behaviour is mounted, used as people use it, and read.
//!
//! Run by `cargo xtask test`, compiled with the client's own tests: every page once. Tests mount components, never the whole
//! app: its pages are WASM files of their own, which the test runner does not split.

mod code_field;
mod combobox;
mod countdown;
mod crash;
mod date_field;
mod dialog;
mod draft;
mod error_summary;
mod heading;
mod intl;
mod json;
mod month;
mod password_field;
mod radio_group;
mod slot_list;
mod stage;
mod streams;
