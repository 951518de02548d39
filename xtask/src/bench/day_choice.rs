//! How long choosing a day takes on a slow phone, until its times stand.

use super::{Metric, memory};
use crate::{cmd, paths, setup};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// Chooses days, and measures each choice.
const SCRIPT: &str = include_str!("day_choice.mjs");

/// What the script tells.
#[derive(Deserialize)]
struct Chosen {
    choices: u32,
    /// Milliseconds: half of the choices took less.
    middle: f64,
    /// Nineteen of twenty took less.
    slow: f64,
    worst: f64,
}

/// Nineteen of twenty choices among thirty days with forty times each, at a quarter of the processor's speed.
pub(crate) fn run() -> Result<Vec<Metric>> {
    let tests = setup::node::end_to_end()?;
    let chromium = setup::browser::chromium()?;
    let running = memory::released()?;
    // The script finds Playwright in the folder it is started in.
    let script = paths::target().join("day_choice.mjs");
    std::fs::write(&script, SCRIPT)?;
    let mut command = cmd::new(setup::node::node()?);
    command
        .current_dir(tests)
        .arg(script)
        .arg(&running.origin)
        .env("EID_CHROMIUM", chromium);
    let printed = cmd::quiet(&mut command)?;
    let chosen: Chosen = serde_json::from_str(&printed).context("the browser's report makes no sense")?;
    eprintln!(
        "{} choices: middle {:.1} ms, 95 % {:.1} ms, worst {:.1} ms",
        chosen.choices, chosen.middle, chosen.slow, chosen.worst
    );
    ensure!(chosen.choices >= 30, "too few choices were seen");
    Ok(vec![Metric {
        name: "day_choice".into(),
        value: chosen.slow,
        unit: "ms".into(),
    }])
}
