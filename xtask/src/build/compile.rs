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
    cargo.args(["--config", &flags(mode)?]);
    // Lets the compiler that everybody has take the two flags that leave out what only a developer reads.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    // The splitter follows relocations to learn what each page needs.
    cargo.args(["--", "-Clink-args=--emit-relocs"]);
    cmd::run(&mut cargo)?;
    Ok(paths::client_target()
        .join(TARGET)
        .join(profile)
        .join(format!("{CLIENT}.wasm")))
}

/// What messages of panics are made of, which nobody reads in a released client: where in the source, and values in the
/// form for developers. Three and a half kilobytes of every first view.
const WITHOUT_MESSAGES: [&str; 2] = ["-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Cargo's setting that keeps the folders of this machine out of the program: they are in the messages of panics, in
/// every page.
fn flags(mode: Mode) -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let sources = home.map(|home| home.join("registry/src"));
    let mut folders = vec![paths::root().to_owned()];
    for folder in sources
        .iter()
        .filter_map(|sources| sources.read_dir().ok())
        .flatten()
    {
        folders.push(folder?.path());
    }
    let flag = |folder: &PathBuf| format!("--remap-path-prefix={}/=", folder.display());
    let mut flags: Vec<String> = folders.iter().map(flag).collect();
    if mode == Mode::Release {
        flags.extend(WITHOUT_MESSAGES.map(str::to_owned));
    }
    Ok(format!(
        "target.{TARGET}.rustflags={}",
        serde_json::to_string(&flags)?
    ))
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
