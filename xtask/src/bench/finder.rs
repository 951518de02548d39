//! How long a keystroke in the office finder takes on a slow phone, until its answer is drawn.

use super::Metric;
use super::browser::{self, Times};
use anyhow::{Result, ensure};
use serde::Deserialize;

/// What the script tells.
#[derive(Deserialize)]
struct Typed {
    #[serde(flatten)]
    times: Times,
    /// What was asked of the server while typing.
    asked: Vec<String>,
}

/// The 95th of a hundred keystrokes, at a quarter of the processor's speed.
pub(crate) fn run() -> Result<Vec<Metric>> {
    let typed: Typed = browser::run("finder", include_str!("finder.mjs"), &[])?;
    ensure!(
        typed.asked.is_empty(),
        "typing asked the server: {}",
        typed.asked.join(", ")
    );
    Ok(vec![typed.times.metric("finder_keystroke", "keystrokes")?])
}
