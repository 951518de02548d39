//! How long choosing a day takes on a slow phone, until its times stand.

use super::Metric;
use super::browser::{self, Times};
use anyhow::Result;

/// Nineteen of twenty choices among thirty days with forty times each, at a quarter of the processor's speed.
pub(crate) fn run() -> Result<Vec<Metric>> {
    let times: Times = browser::run("day_choice", include_str!("day_choice.mjs"), &[])?;
    Ok(vec![times.metric("day_choice", "choices")?])
}
