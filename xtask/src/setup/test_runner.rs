//! The program that runs component tests in a browser. It must be of wasm-bindgen's exact version, as `xtask/Cargo.toml` says.

use crate::{cmd, paths, progress};
use anyhow::Result;
use std::path::PathBuf;

const NAME: &str = "component-runner";

/// The runner's program. Asked for with the whole workspace, as the test programs are: alone it would want other features
/// of what they share, and all that be compiled again.
pub(crate) fn ensure() -> Result<PathBuf> {
    progress::step("the runner of component tests", || {
        let mut command = cmd::cargo();
        command.args(["build", "--quiet", "--workspace", "--exclude", "eid-client"]);
        cmd::quiet(command.args(["--example", NAME])).map(drop)
    })?;
    Ok(paths::binary("debug/examples", NAME))
}
