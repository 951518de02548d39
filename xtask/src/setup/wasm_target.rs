//! The standard library for the browser (`wasm32-unknown-unknown`).

use super::wasm_std;
use crate::{cmd, paths, progress};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The client's target.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Set to `1`, takes the fallback in a scratch copy of the compiler, so that it can be tested anywhere.
const FORCE_FALLBACK: &str = "EID_FORCE_STD_FALLBACK";

/// Makes sure that the compiler can build for the browser.
pub(crate) fn ensure() -> Result<()> {
    if std::env::var_os(FORCE_FALLBACK).is_some_and(|value| value == "1") {
        return rehearse();
    }
    let sysroot = sysroot()?;
    if is_installed(&sysroot) {
        return Ok(());
    }
    progress::step("installing Rust's standard library for the browser", || {
        match from_rustup() {
            Ok(()) if is_installed(&sysroot) => return Ok(()),
            Ok(()) => progress::note("rustup installed it for another compiler than the one in use"),
            Err(error) => progress::note(&format!("rustup could not: {error:#}")),
        }
        progress::note("building it from Debian's source package instead");
        wasm_std::install(&sysroot)
    })
}

/// Calls rustup by name: with `RUSTUP_AUTO_INSTALL=0` the toolchain file installs nothing by itself.
fn from_rustup() -> Result<()> {
    let rustup = cmd::which(&["rustup"]).context("there is no rustup on the search path")?;
    cmd::quiet(cmd::new(rustup).args(["target", "add", TARGET])).map(drop)
}

fn sysroot() -> Result<PathBuf> {
    let printed = cmd::quiet(cmd::new("rustc").args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(printed.trim()))
}

/// Where the compiler looks for the target's libraries.
pub(crate) fn library_folder(sysroot: &Path) -> PathBuf {
    sysroot.join("lib/rustlib").join(TARGET).join("lib")
}

fn is_installed(sysroot: &Path) -> bool {
    let Ok(files) = std::fs::read_dir(library_folder(sysroot)) else {
        return false;
    };
    files.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

/// Runs the fallback against a copy of the compiler and proves the result by linking a program with it.
pub(crate) fn rehearse() -> Result<()> {
    let real = sysroot()?;
    let scratch = paths::target().join("std-fallback");
    let copy = scratch.join("sysroot");
    progress::step(
        "rehearsing the fallback in a scratch copy of the compiler",
        || {
            remove(&copy)?;
            std::fs::create_dir_all(&scratch)?;
            if cmd::quiet(cmd::new("cp").arg("-al").arg(&real).arg(&copy)).is_err() {
                // Hard links do not reach another file system.
                remove(&copy)?;
                cmd::quiet(cmd::new("cp").arg("-a").arg(&real).arg(&copy))?;
            }
            remove(&copy.join("lib/rustlib").join(TARGET))?;
            remove(&copy.join("lib/rustlib/src"))?;
            wasm_std::install(&copy)?;
            wasm_std::prove(&copy, &scratch)?;
            remove(&scratch)
        },
    )
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}
