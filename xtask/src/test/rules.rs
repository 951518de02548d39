//! The rules of the house as a suite: each counts as one test.

use super::count::Count;
use crate::check;
use anyhow::Result;

/// Runs them all; before all other suites without those that compiling these keeps.
pub(crate) fn run(before_tests: bool) -> Result<Count> {
    let outcomes = check::all(None, before_tests);
    let failed = outcomes.iter().filter(|outcome| outcome.is_err()).count() as u64;
    Ok(Count {
        passed: outcomes.len() as u64 - failed,
        failed,
    })
}
