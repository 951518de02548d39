//! rustfmt and clippy, without a single warning, on both targets.

use crate::setup::{self, wasm_target::TARGET};
use crate::{cmd, paths};
use anyhow::Result;

/// Whether everything is formatted.
pub(crate) fn format() -> Result<String> {
    cmd::quiet(cmd::cargo().args(["fmt", "--all", "--check"])).map(|_| String::new())
}

/// Everything that runs on this machine. The client does not, and all it is made of would be compiled for nothing.
pub(crate) fn host() -> Result<String> {
    let mut command = cmd::cargo();
    command.args([
        "clippy",
        "--quiet",
        "--workspace",
        "--exclude",
        "eid-client",
        "--all-targets",
        "--",
        "--deny",
        "warnings",
    ]);
    cmd::run(&mut command).map(|()| String::new())
}

/// What runs in the browser, for the browser.
pub(crate) fn browser() -> Result<String> {
    setup::client()?;
    let mut command = cmd::cargo();
    command.args([
        "clippy",
        "--quiet",
        "--package",
        "eid-client",
        "--package",
        "eid-web-tests",
        "--all-targets",
    ]);
    command
        .args(["--target", TARGET, "--target-dir"])
        .arg(paths::client_target());
    cmd::run(command.args(["--", "--deny", "warnings"]))?;
    // Its tests run on this machine; here it is the worker's door that is looked at.
    let mut scanner = cmd::cargo();
    scanner.args([
        "clippy",
        "--quiet",
        "--package",
        "eid-scanner",
        "--lib",
        "--target",
        TARGET,
        "--target-dir",
    ]);
    scanner.arg(paths::client_target());
    cmd::run(scanner.args(["--", "--deny", "warnings"])).map(|()| String::new())
}
