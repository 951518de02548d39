//! The scanner: a WASM module of its own and the worker around it. No page loads them before somebody scans a card.

use super::emit::Output;
use super::glue::replace;
use super::{Mode, optimise};
use crate::setup::wasm_target::TARGET;
use crate::{cmd, paths};
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// Frames come several times a second: it is compiled for speed also during development.
const PROFILE: &str = "scanner";

/// The built scanner, in a folder of its own.
pub(crate) struct Scanner {
    /// Starts the module and hands pixels over.
    pub(crate) glue: PathBuf,
    /// The module.
    pub(crate) module: PathBuf,
    /// The worker's script: the glue and what answers the page.
    worker: PathBuf,
}

/// Compiles it and makes its glue.
pub(crate) fn build(mode: Mode) -> Result<Scanner> {
    let mut cargo = cmd::cargo();
    cargo.args([
        "build",
        "--package",
        "eid-scanner",
        "--lib",
        "--target",
        TARGET,
        "--profile",
        PROFILE,
    ]);
    cmd::run(cargo.arg("--target-dir").arg(paths::client_target()))?;
    let linked = paths::client_target()
        .join(TARGET)
        .join(PROFILE)
        .join("eid_scanner.wasm");

    let folder = paths::client_target().join("scanner");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(&linked).out_name("scanner").typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen
        .no_modules(true)
        .and_then(|bindgen| bindgen.generate(&folder))
        .context("wasm-bindgen failed on the scanner")?;
    let glue = folder.join("scanner.js");
    let worker = folder.join("worker.js");
    let answers = fs::read_to_string(paths::at("crates/scanner/worker.js"))
        .context("cannot read crates/scanner/worker.js")?;
    fs::write(&worker, fs::read_to_string(&glue)? + &answers)?;
    let built = Scanner {
        glue,
        module: folder.join("scanner_bg.wasm"),
        worker,
    };
    if mode == Mode::Release {
        optimise::fast(&built.module, &[&built.worker])?;
    }
    Ok(built)
}

/// Writes its files under hashed names, and gives the worker's URL.
pub(super) fn write(scanner: &Scanner, output: &mut Output) -> Result<String> {
    let beside = |url: &str| format!("./{}", url.rsplit('/').next().unwrap_or(url));
    let module = output.hashed("scanner.wasm", &fs::read(&scanner.module)?)?;
    let worker = fs::read_to_string(&scanner.worker)?;
    let worker = replace(&worker, "./scanner.wasm", &beside(&module))?;
    output.hashed("scan.js", worker.as_bytes())
}
