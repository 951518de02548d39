//! Component tests in a real browser: what has behaviour is mounted, used as people use it, and read.
//!
//! Run by `cargo xtask test`. Tests mount components, never the whole app: its pages are WASM files of their own, which
//! the test runner does not split.

#![cfg(target_family = "wasm")]

#[cfg(test)]
mod code_field;
#[cfg(test)]
mod combobox;
#[cfg(test)]
mod countdown;
#[cfg(test)]
mod crash;
#[cfg(test)]
mod date_field;
#[cfg(test)]
mod dialog;
#[cfg(test)]
mod draft;
#[cfg(test)]
mod error_summary;
#[cfg(test)]
mod heading;
#[cfg(test)]
mod intl;
#[cfg(test)]
mod json;
#[cfg(test)]
mod month;
#[cfg(test)]
mod password_field;
#[cfg(test)]
mod radio_group;
#[cfg(test)]
mod slot_list;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod streams;
