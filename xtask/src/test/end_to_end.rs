//! Whole journeys: the released client and a real server in a real browser.

use super::ahead;
use super::built;
use super::count::Count;
use crate::build::{self, Mode};
use crate::{cmd, paths, progress, setup};
use anyhow::{Context, Result};

/// Runs them; the suite starts its own servers from the program it is told about.
pub(crate) fn run(rest: &[String]) -> Result<Count> {
    let folder = setup::node::end_to_end()?;
    let (browser, whole) = (setup::browser::headless()?, setup::browser::chromium()?);
    ahead::wait()?;
    let dist = build::client(Mode::Release)?;
    let server = progress::step("compiling the server", built::server)?;
    let report = paths::target().join("e2e-report.json");
    // The report of an earlier run must not stand in for one that was never written.
    if report.exists() {
        std::fs::remove_file(&report)?;
    }
    let mut command = cmd::new(setup::node::node()?);
    command
        .current_dir(&folder)
        .arg("node_modules/@playwright/test/cli.js")
        .args(["test", "--reporter=list,json"]);
    command.args(rest).env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report);
    command
        .env("EID_SERVER_BIN", server)
        .env("EID_DIST", dist)
        .env("EID_CHROMIUM", browser)
        .env("EID_CHROMIUM_WHOLE", whole);
    let status = command.status().context("cannot start Playwright")?;
    let written = std::fs::read(&report).context("Playwright wrote no report")?;
    let report = serde_json::from_slice(&written).context("Playwright's report is no JSON")?;
    let count = Count::of_playwright(&report).context("Playwright's report has no statistics")?;
    Ok(count.with_status(status.success()))
}
