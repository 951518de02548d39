//! Cargo's part: the client's binary as one WASM module, linked so that it can be split.

use super::Mode;
use crate::setup::wasm_target::TARGET;
use crate::{cmd, paths};
use anyhow::Result;
use std::path::PathBuf;

/// The package and binary of the client.
const CLIENT: &str = "eid-client";

/// Compiles the client and names the linked module.
pub(crate) fn client(mode: Mode) -> Result<PathBuf> {
    let profile = mode.cargo_profile();
    let mut cargo = cmd::cargo();
    cargo.args([
        "rustc",
        "--package",
        CLIENT,
        "--bin",
        CLIENT,
        "--target",
        TARGET,
        "--profile",
        profile,
    ]);
    cargo.arg("--target-dir").arg(paths::client_target());
    // The splitter follows relocations to learn what each page needs.
    cargo.args(["--", "-Clink-args=--emit-relocs"]);
    cmd::run(&mut cargo)?;
    Ok(paths::client_target()
        .join(TARGET)
        .join(profile)
        .join(format!("{CLIENT}.wasm")))
}

/// Compiles the server and names its program.
pub(crate) fn server(mode: Mode) -> Result<PathBuf> {
    let profile = mode.server_profile();
    cmd::run(cmd::cargo().args([
        "build",
        "--package",
        "eid-server",
        "--bin",
        "eid-server",
        "--profile",
        profile,
    ]))?;
    let folder = if profile == "dev" { "debug" } else { profile };
    Ok(paths::binary(folder, "eid-server"))
}
