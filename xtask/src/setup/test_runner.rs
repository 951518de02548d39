//! The program that runs component tests in a browser. It must be of wasm-bindgen's exact version.

use crate::{cmd, paths, progress};
use anyhow::{Context, Result};
use std::path::PathBuf;

/// The runner's program, installed into this project's build folder.
pub(crate) fn ensure() -> Result<PathBuf> {
    let version = locked_version("wasm-bindgen")?;
    let root = paths::tools().join(format!("wasm-bindgen-{version}"));
    let program = root.join("bin/wasm-bindgen-test-runner");
    if program.is_file() {
        return Ok(program);
    }
    progress::step(
        &format!("building wasm-bindgen-test-runner {version} (once, about a minute)"),
        || {
            let mut command = cmd::cargo();
            // No `--locked`: a registry mirror may lag behind the package's lock file.
            command.args([
                "install",
                "--quiet",
                "wasm-bindgen-cli",
                "--version",
                &format!("={version}"),
                "--root",
            ]);
            // It starts tests on this machine: no encryption, no other programs, and nobody waits for it to compute.
            command
                .arg(&root)
                .args(["--bin", "wasm-bindgen-test-runner", "--no-default-features"])
                .args(["--config", "profile.release.opt-level=1"])
                .arg("--target-dir")
                .arg(paths::tools().join("build"));
            cmd::quiet(&mut command).map(drop)
        },
    )?;
    Ok(program)
}

/// The version of a package in the workspace's lock file.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(paths::at("Cargo.lock")).context("cannot read Cargo.lock")?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock has no package {package}"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_of_the_named_package_only() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "absent"), None);
    }
}
