//! Tests in a real browser: the client's own rules, and parts of it, mounted.

use super::cargo;
use super::count::Count;
use super::whole;
use crate::check::lints;
use crate::setup::wasm_target::TARGET;
use crate::setup::{self, test_runner};
use crate::{cmd, paths};
use anyhow::{Context, Result};

/// Runs them.
pub(crate) fn run(rest: &[String]) -> Result<Count> {
    setup::client()?;
    let runner = test_runner::ensure()?;
    // The driver finds the browser by itself, but it must be there.
    setup::browser::chromium()?;
    let driver = setup::browser::chromedriver()?;
    let mut command = cmd::cargo();
    command.arg("test").args(["--config", &runs_by_myself()?]);
    command.args([
        "--package",
        "eid-client",
        "--lib",
        "--target",
        TARGET,
        "--profile",
        "client-test",
        "--no-fail-fast",
        "--target-dir",
    ]);
    command.arg(paths::client_target()).arg("--").args(rest);
    lints::while_compiling(&mut command)?;
    let settings = paths::at("tests/web/webdriver.json");
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    command.env(whole::RUNNER, runner).env("CHROMEDRIVER", driver);
    cargo::run(&mut command)
}

/// Cargo's setting that makes this program the runner.
fn runs_by_myself() -> Result<String> {
    let program = std::env::current_exe().context("this program has no path")?;
    let command = [&*program.to_string_lossy(), "component-tests"].map(str::to_owned);
    Ok(format!(
        "target.{TARGET}.runner={}",
        serde_json::to_string(&command)?
    ))
}
