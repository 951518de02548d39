//! Measuring in a real browser against a released server.

use super::{Metric, memory};
use crate::{cmd, paths, setup};
use anyhow::{Context, Result, ensure};
use serde::{Deserialize, de::DeserializeOwned};

/// What every script begins with.
const COMMON: &str = include_str!("browser.mjs");

/// Times of one kind, in milliseconds.
#[derive(Deserialize)]
pub(super) struct Times {
    count: u32,
    /// Half took less.
    middle: f64,
    /// Nineteen of twenty took less.
    slow: f64,
    worst: f64,
}

impl Times {
    /// The metric, with its background on the terminal.
    pub(super) fn metric(&self, name: &str, what: &str) -> Result<Metric> {
        eprintln!(
            "{} {what}: middle {:.1} ms, 95 % {:.1} ms, worst {:.1} ms",
            self.count, self.middle, self.slow, self.worst
        );
        ensure!(self.count > 50, "too few {what} were seen");
        Ok(Metric {
            name: name.into(),
            value: self.slow,
            unit: "ms".into(),
        })
    }
}

/// Runs a script, which is told the server's origin and these arguments, and reads what it prints.
pub(super) fn run<T: DeserializeOwned>(name: &str, script: &str, arguments: &[&str]) -> Result<T> {
    let tests = setup::node::end_to_end()?;
    let chromium = setup::browser::chromium()?;
    let running = memory::released()?;
    // The script finds Playwright in the folder it is started in.
    let file = paths::target().join(format!("{name}.mjs"));
    std::fs::write(&file, format!("{COMMON}{script}"))?;
    let mut command = cmd::new(setup::node::node()?);
    command
        .current_dir(tests)
        .arg(file)
        .arg(&running.origin)
        .args(arguments)
        .env("EID_CHROMIUM", chromium);
    let printed = cmd::quiet(&mut command)?;
    serde_json::from_str(&printed).context("the browser's report makes no sense")
}
