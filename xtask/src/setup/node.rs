//! Tools that come from npm: the WASM optimiser and the end-to-end test runner.

use super::apt;
use crate::{cmd, paths, progress};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The JavaScript runtime.
pub(crate) fn node() -> Result<PathBuf> {
    program("node", "Node.js")
}

fn npm() -> Result<PathBuf> {
    program("npm", "npm")
}

fn program(name: &str, what: &str) -> Result<PathBuf> {
    if let Some(found) = cmd::which(&[name]) {
        return Ok(found);
    }
    apt::install(what, &["nodejs", "npm"])?;
    cmd::which(&[name]).with_context(|| format!("{what} was installed but is not on the search path"))
}

/// The scripts that make the release build small, and what runs them.
pub(crate) struct Tools {
    /// The JavaScript runtime.
    pub(crate) node: PathBuf,
    /// The folder in which scripts find the packages.
    pub(crate) folder: PathBuf,
    /// The WASM optimiser.
    pub(crate) wasm_opt: PathBuf,
    /// The JavaScript minifier.
    pub(crate) terser: PathBuf,
}

impl Tools {
    /// Finds or installs them.
    pub(crate) fn find() -> Result<Self> {
        let folder = build_tools()?;
        let modules = folder.join("node_modules");
        Ok(Self {
            node: node()?,
            folder,
            wasm_opt: modules.join("binaryen/bin/wasm-opt"),
            terser: modules.join("terser/bin/terser"),
        })
    }
}

/// The folder of the build's own npm packages.
pub(crate) fn build_tools() -> Result<PathBuf> {
    let folder = paths::tools().join("npm");
    fs::create_dir_all(&folder)?;
    for name in ["package.json", "package-lock.json"] {
        copy_if_changed(&paths::at("xtask/npm").join(name), &folder.join(name))?;
    }
    install(&folder, "wasm-opt and terser")?;
    Ok(folder)
}

/// The folder of the decoders that the scanner is measured beside.
pub(crate) fn scanner_rivals() -> Result<PathBuf> {
    let folder = paths::tools().join("scanner-rivals");
    fs::create_dir_all(&folder)?;
    for name in ["package.json", "package-lock.json"] {
        copy_if_changed(
            &paths::at("xtask/src/bench/scanner").join(name),
            &folder.join(name),
        )?;
    }
    install(&folder, "the decoders to measure beside")?;
    Ok(folder)
}

/// The end-to-end suite's packages; browsers come from the system, never from the package.
pub(crate) fn end_to_end() -> Result<PathBuf> {
    let folder = paths::at("tests/e2e");
    install(&folder, "the end-to-end test runner")?;
    Ok(folder)
}

/// `npm ci`, once for each state of the lock file.
fn install(folder: &Path, what: &str) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("cannot read the lock file in {}", paths::relative(folder)))?;
    let stamp = folder.join("node_modules/.eid-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = npm()?;
    progress::step(&format!("installing {what} (npm ci)"), || {
        let mut command = cmd::new(npm);
        command
            .current_dir(folder)
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        cmd::quiet(command.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
        fs::write(&stamp, &lock).with_context(|| format!("cannot write {}", stamp.display()))
    })
}

fn copy_if_changed(from: &Path, to: &Path) -> Result<()> {
    let wanted = fs::read(from).with_context(|| format!("cannot read {}", paths::relative(from)))?;
    if !fs::read(to).is_ok_and(|present| present == wanted) {
        fs::write(to, wanted)?;
    }
    Ok(())
}
