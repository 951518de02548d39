//! Every test program that runs on this machine, compiled in one go. Asked for package by package, cargo compiles what
//! the packages share again for each, because each alone wants other features of it.

use super::cargo;
use super::count::Count;
use crate::check::lints;
use crate::{cmd, paths};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// What runs in a browser is compiled for it, and tested there.
const PACKAGES: [&str; 3] = ["--workspace", "--exclude", "eid-client"];

static ARTIFACTS: OnceLock<Vec<Artifact>> = OnceLock::new();

/// A line of what cargo says it has made.
#[derive(Deserialize)]
struct Artifact {
    manifest_path: PathBuf,
    target: Target,
    profile: Profile,
    executable: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Profile {
    test: bool,
}

/// Runs the tests of the package in a folder, such as `crates/domain`; `prepare` sets their environment.
pub(crate) fn run(folder: &str, rest: &[String], prepare: impl Fn(&mut Command)) -> Result<Count> {
    let folder = paths::at(folder);
    let mut count = Count::default();
    for artifact in artifacts()? {
        let Some(program) = artifact
            .executable
            .as_ref()
            .filter(|_| artifact.is_test_in(&folder))
        else {
            continue;
        };
        let mut command = cmd::new(program);
        command
            .current_dir(&folder)
            .env("CARGO_MANIFEST_DIR", &folder)
            .args(rest);
        prepare(&mut command);
        count = count + cargo::run(&mut command)?;
    }
    Ok(count)
}

/// Runs the examples in the documentation of every package.
pub(crate) fn documentation(rest: &[String]) -> Result<Count> {
    artifacts()?;
    let mut command = cmd::cargo();
    command
        .args(["test", "--quiet", "--no-fail-fast", "--doc"])
        .args(PACKAGES);
    // The same libraries as the tests have.
    lints::while_compiling(&mut command)?;
    cargo::run(command.arg("--").args(rest))
}

/// The server's program, as the tests have it.
pub(crate) fn server() -> Result<PathBuf> {
    let of_server = |artifact: &&Artifact| artifact.target.name == "eid-server" && !artifact.profile.test;
    let programs = artifacts()?.iter().filter(of_server);
    programs
        .filter_map(|artifact| artifact.executable.clone())
        .next()
        .context("cargo made no eid-server")
}

impl Artifact {
    fn is_test_in(&self, folder: &Path) -> bool {
        self.profile.test && self.manifest_path.parent() == Some(folder)
    }
}

/// All of them, compiled on first use.
fn artifacts() -> Result<&'static [Artifact]> {
    if let Some(known) = ARTIFACTS.get() {
        return Ok(known);
    }
    let mut command = cmd::cargo();
    command
        .args(["test", "--no-run", "--lib", "--bins", "--tests", "--examples"])
        .args(PACKAGES);
    command.arg("--message-format=json-render-diagnostics");
    lints::while_compiling(&mut command)?;
    let made = compile(&mut command)?;
    Ok(ARTIFACTS.get_or_init(|| made))
}

fn compile(command: &mut Command) -> Result<Vec<Artifact>> {
    let shown = cmd::show(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{shown}`"))?;
    let output = child.stdout.take().context("cargo has no output")?;
    let mut made = Vec::new();
    for line in BufReader::new(output).lines() {
        // Other lines tell of other things.
        made.extend(serde_json::from_str::<Artifact>(&line?).ok());
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{shown}` failed: {status}");
    }
    Ok(made)
}
