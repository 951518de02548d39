//! How long a keystroke in the office finder takes on a slow phone, until its answer is drawn.

use super::{Metric, memory};
use crate::{cmd, paths, setup};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// Types, and measures each keystroke.
const SCRIPT: &str = include_str!("finder.mjs");

/// What the script tells.
#[derive(Deserialize)]
struct Typed {
    strokes: u32,
    /// Milliseconds: half of the keystrokes took less.
    middle: f64,
    /// Nineteen of twenty took less.
    slow: f64,
    worst: f64,
    requests: u32,
    asked: Vec<String>,
}

/// The 95th of a hundred keystrokes, at a quarter of the processor's speed.
pub(crate) fn run() -> Result<Vec<Metric>> {
    let tests = setup::node::end_to_end()?;
    let chromium = setup::browser::chromium()?;
    let running = memory::released()?;
    // The script finds Playwright in the folder it is started in.
    let script = paths::target().join("finder.mjs");
    std::fs::write(&script, SCRIPT)?;
    let mut command = cmd::new(setup::node::node()?);
    command
        .current_dir(tests)
        .arg(script)
        .arg(&running.origin)
        .env("EID_CHROMIUM", chromium);
    let printed = cmd::quiet(&mut command)?;
    let typed: Typed = serde_json::from_str(&printed).context("the browser's report makes no sense")?;
    eprintln!(
        "{} keystrokes: middle {:.1} ms, 95 % {:.1} ms, worst {:.1} ms; {} requests",
        typed.strokes, typed.middle, typed.slow, typed.worst, typed.requests
    );
    ensure!(typed.strokes > 50, "too few keystrokes were seen");
    ensure!(
        typed.requests == 0,
        "typing asked the server: {}",
        typed.asked.join(", ")
    );
    Ok(vec![Metric {
        name: "finder_keystroke".into(),
        value: typed.slow,
        unit: "ms".into(),
    }])
}
