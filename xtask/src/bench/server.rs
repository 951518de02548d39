//! Figures of the server, taken by its own bench program and handed on.

use super::Metric;
use crate::cmd;
use crate::test::postgres::{Durability, Postgres};
use anyhow::{Context, Result, bail};

/// Runs one bench; it prints `metric value unit` lines.
pub(crate) fn run(name: &str) -> Result<Vec<Metric>> {
    // Bookings are measured as they would be kept: on a disk that was waited for.
    let postgres = Postgres::start(Durability::Waits)?;
    let mut command = cmd::cargo();
    command.args([
        "run",
        "--release",
        "--quiet",
        "--package",
        "eid-server",
        "--example",
        "bench",
        "--",
        name,
    ]);
    let output = cmd::output(command.env("EID_TEST_POSTGRES_URL", postgres.url()))?;
    let printed = String::from_utf8_lossy(&output.stdout);
    eprint!("{printed}");
    if !output.status.success() {
        bail!(
            "the bench program failed: {}\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim_end()
        );
    }
    let metrics = metrics_in(&printed);
    if metrics.is_empty() { None } else { Some(metrics) }.context("the bench program printed no figure")
}

fn metrics_in(printed: &str) -> Vec<Metric> {
    let words = printed
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>());
    words
        .filter_map(|words| match words.as_slice() {
            [name, value, unit] => Some(Metric {
                name: (*name).into(),
                value: value.parse().ok()?,
                unit: (*unit).into(),
            }),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::metrics_in;

    #[test]
    fn only_lines_of_the_promised_form_are_figures() {
        let metrics = metrics_in(
            "warming up\nslot_reads 0.81 ratio\nsome other words\nslot_reads_raw 12000 per_second\n",
        );
        assert_eq!(metrics.len(), 2);
        assert_eq!(metrics[0].to_string(), "slot_reads 0.81 ratio");
    }
}
