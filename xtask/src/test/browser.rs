//! Component tests: parts of the client, mounted in a real browser.

use super::cargo;
use super::count::Count;
use crate::setup::wasm_target::TARGET;
use crate::setup::{self, test_runner};
use crate::{cmd, paths};
use anyhow::Result;

/// Runs them.
pub(crate) fn run(rest: &[String]) -> Result<Count> {
    setup::client()?;
    let runner = test_runner::ensure()?;
    // The driver finds the browser by itself, but it must be there.
    setup::browser::chromium()?;
    let driver = setup::browser::chromedriver()?;
    let mut command = cmd::cargo();
    command.args([
        "test",
        "--package",
        "eid-web-tests",
        "--target",
        TARGET,
        "--no-fail-fast",
        "--target-dir",
    ]);
    command.arg(paths::client_target()).arg("--").args(rest);
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", driver);
    cargo::run(&mut command)
}
