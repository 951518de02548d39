//! A real browser for tests and measurements, and its driver.

use super::apt;
use crate::{cmd, progress};
use anyhow::{Context, Result};
use std::path::PathBuf;

const CHROMIUM: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// The browser's program; `EID_CHROMIUM` names another one.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(chosen) = std::env::var_os("EID_CHROMIUM") {
        return Ok(chosen.into());
    }
    find_or_install("Chromium", &CHROMIUM, &["chromium", "chromium-driver"])
}

/// The browser without its window, which takes two thirds of the processor for the same page; the whole one where this
/// system has no package of it. The small one has no camera.
pub(crate) fn headless() -> Result<PathBuf> {
    if let Some(chosen) = std::env::var_os("EID_CHROMIUM") {
        return Ok(chosen.into());
    }
    let small = find_or_install(
        "Chromium's headless shell",
        &["chromium-headless-shell"],
        &["chromium-headless-shell"],
    );
    small.or_else(|error| {
        progress::note(&format!("{error:#}; the whole browser will do"));
        chromium()
    })
}

/// The driver that `wasm-bindgen-test` speaks to.
pub(crate) fn chromedriver() -> Result<PathBuf> {
    if let Some(chosen) = std::env::var_os("CHROMEDRIVER") {
        return Ok(chosen.into());
    }
    find_or_install("chromedriver", &["chromedriver"], &["chromium-driver"])
}

fn find_or_install(what: &str, names: &[&str], packages: &[&str]) -> Result<PathBuf> {
    if let Some(found) = cmd::which(names) {
        return Ok(found);
    }
    apt::install(what, packages)?;
    cmd::which(names).with_context(|| format!("{what} was installed but is not on the search path"))
}
