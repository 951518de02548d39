//! The scanner beside the decoders that others use, on one set of drawn photos.

use super::Metric;
use crate::build::{Mode, scanner};
use crate::{cmd, paths, progress, setup};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Runs all decoders on all photos.
const SCRIPT: &str = include_str!("scanner/decoders.mjs");
/// Photos of each kind.
const EACH: &str = "24";

/// What one decoder did.
#[derive(Deserialize)]
struct Outcome {
    /// Photos read rightly.
    found: u32,
    /// Photos read wrongly.
    misread: u32,
    /// Milliseconds for all photos, those without a code too.
    ms: f64,
    /// Photos read of each kind.
    kinds: BTreeMap<String, u32>,
}

/// How often the scanner finds the code, and how long it takes, as parts of the better of the others.
pub(crate) fn run() -> Result<Vec<Metric>> {
    setup::release()?;
    let ours = progress::step("compiling the scanner", || scanner::build(Mode::Release))?;
    let rivals = setup::node::scanner_rivals()?;
    let photos = paths::target().join("scanner-photos");
    progress::step("drawing photos", || {
        let mut command = cmd::cargo();
        command.args([
            "run",
            "--release",
            "--quiet",
            "--package",
            "eid-scanner",
            "--example",
            "photos",
            "--",
        ]);
        cmd::quiet(command.arg(&photos).arg(EACH)).map(drop)
    })?;
    // The script finds the other decoders beside itself.
    let script = rivals.join("decoders.mjs");
    std::fs::write(&script, SCRIPT)?;
    let mut command = cmd::new(setup::node::node()?);
    command.arg(script).arg(&photos).arg(&ours.glue).arg(&ours.module);
    let printed = cmd::quiet(&mut command)?;
    let outcomes: BTreeMap<String, Outcome> =
        serde_json::from_str(&printed).context("the decoders' report makes no sense")?;
    show(&outcomes);
    ratios(&outcomes).context("the report lacks the scanner or its rivals")
}

fn ratios(outcomes: &BTreeMap<String, Outcome>) -> Option<Vec<Metric>> {
    let ours = outcomes.get("eid-scanner")?;
    let others = outcomes
        .iter()
        .filter(|(name, _)| *name != "eid-scanner")
        .map(|(_, outcome)| outcome);
    let best = others.max_by_key(|outcome| outcome.found)?;
    let ratio = |name: &str, value: f64| Metric {
        name: name.into(),
        value,
        unit: "ratio".into(),
    };
    Some(vec![
        ratio(
            "scanner_found_ratio",
            f64::from(ours.found) / f64::from(best.found.max(1)),
        ),
        ratio("scanner_time_ratio", ours.ms / best.ms.max(f64::MIN_POSITIVE)),
    ])
}

fn show(outcomes: &BTreeMap<String, Outcome>) {
    for (name, outcome) in outcomes {
        let kinds: Vec<String> = outcome
            .kinds
            .iter()
            .map(|(kind, found)| format!("{kind} {found}"))
            .collect();
        eprintln!(
            "{name:<12} {:>4} found, {} misread, {:>7.0} ms; of {EACH} each: {}",
            outcome.found,
            outcome.misread,
            outcome.ms,
            kinds.join(", ")
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(found: u32, ms: f64) -> Outcome {
        Outcome {
            found,
            misread: 0,
            ms,
            kinds: BTreeMap::new(),
        }
    }

    #[test]
    fn the_one_that_finds_more_is_what_counts() {
        let all = [
            ("eid-scanner".to_owned(), outcome(90, 100.0)),
            ("zxing-wasm".to_owned(), outcome(80, 200.0)),
            ("jsqr".to_owned(), outcome(60, 50.0)),
        ];
        let metrics = ratios(&all.into()).unwrap();
        assert_eq!(metrics[0].to_string(), "scanner_found_ratio 1.12 ratio");
        assert_eq!(metrics[1].to_string(), "scanner_time_ratio 0.50 ratio");
    }
}
