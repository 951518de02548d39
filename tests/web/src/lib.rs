//! Component tests in a real browser: what has behaviour is mounted, used as people use it, and read.
//!
//! Run by `cargo xtask test`. Tests mount components, never the whole app: its pages are WASM files of their own, which
//! the test runner does not split.

#[cfg(all(test, target_family = "wasm"))]
mod code_field;
#[cfg(all(test, target_family = "wasm"))]
mod combobox;
#[cfg(all(test, target_family = "wasm"))]
mod countdown;
#[cfg(all(test, target_family = "wasm"))]
mod date_field;
#[cfg(all(test, target_family = "wasm"))]
mod dialog;
#[cfg(all(test, target_family = "wasm"))]
mod draft;
#[cfg(all(test, target_family = "wasm"))]
mod error_summary;
#[cfg(all(test, target_family = "wasm"))]
mod heading;
#[cfg(all(test, target_family = "wasm"))]
mod intl;
#[cfg(all(test, target_family = "wasm"))]
mod password_field;
#[cfg(all(test, target_family = "wasm"))]
mod radio_group;
#[cfg(all(test, target_family = "wasm"))]
mod stage;
