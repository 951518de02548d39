//! Running one test program, or a cargo that runs some.

use super::count::Count;
use crate::cmd;
use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Runs a test command and counts. What passes stays silent; a failed run is shown whole.
pub(crate) fn run(command: &mut Command) -> Result<Count> {
    let shown = cmd::show(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{shown}`"))?;
    let output = child.stdout.take().context("the test command has no output")?;
    let mut printed = String::new();
    for line in BufReader::new(output).lines() {
        let line = line.context("the test command printed something that is no text")?;
        if line.starts_with("test result: ") {
            eprintln!("  {line}");
        }
        printed.push_str(&line);
        printed.push('\n');
    }
    let status = child.wait()?;
    if !status.success() {
        eprintln!("{printed}");
    }
    Ok(Count::of_rust(&printed).with_status(status.success()))
}
