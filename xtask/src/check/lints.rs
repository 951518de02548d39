//! rustfmt and clippy, without a single warning, on both targets.
//!
//! Clippy reads more than it compiles, but all that our packages are made of must be compiled for it, in a form that no
//! program can be made of. Where programs are compiled anyway, [`while_compiling`] has them linted on the way.

use crate::setup::{self, wasm_target::TARGET};
use crate::{cmd, paths};
use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::Command;

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
    command.args(["clippy", "--quiet", "--package", "eid-client", "--all-targets"]);
    command
        .args(["--target", TARGET, "--target-dir"])
        .arg(paths::client_target());
    cmd::run(command.args(["--", "--deny", "warnings"])).map(|()| String::new())
}

/// The worker's door of the scanner, whose tests run on this machine.
pub(crate) fn scanner() -> Result<String> {
    setup::client()?;
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

/// Has a cargo that compiles lint what is ours, and fail at a warning.
pub(crate) fn while_compiling(command: &mut Command) -> Result<()> {
    let sysroot = cmd::quiet(cmd::new("rustc").args(["--print", "sysroot"])).context("no rustc was found")?;
    let driver = Path::new(sysroot.trim()).join("bin/clippy-driver");
    ensure!(
        driver.exists(),
        "clippy is not installed: `rustup component add clippy`"
    );
    command.env("RUSTC_WORKSPACE_WRAPPER", driver);
    // As `cargo clippy -- --deny warnings` hands it on.
    command.env(
        "CLIPPY_ARGS",
        "--deny__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__",
    );
    Ok(())
}
