//! Whether anything that a build reads has changed since the last one. Looks at sizes and times, so that a second
//! `serve` is up within seconds.

use super::hash;
use crate::paths;
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

const NAME: &str = ".fingerprint";

/// What the client is built from.
const CLIENT: [&str; 12] = [
    "src",
    "crates/domain",
    "crates/scanner",
    "xtask/src",
    "xtask/npm",
    "style",
    "locales",
    "public",
    "data",
    "index.html",
    "build.rs",
    "Cargo.lock",
];

/// The state of everything that the client is built from.
pub(crate) fn of_client() -> Result<String> {
    let mut state = of(&CLIENT.map(paths::at))?;
    // The workspace's manifest, too, but it is also where other packages are named: its content counts, not its time.
    state.push_str(&hash::content(&[&fs::read(paths::at("Cargo.toml"))?]));
    Ok(state)
}

/// The state of some files and folders.
pub(crate) fn of(roots: &[PathBuf]) -> Result<String> {
    let mut listed = String::new();
    for root in roots {
        let files = if root.is_dir() {
            paths::files_below(root)?
        } else {
            vec![root.clone()]
        };
        for file in files {
            let Ok(data) = fs::metadata(&file) else { continue };
            let changed = data
                .modified()
                .ok()
                .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            let changed = changed.map_or(0, |time| time.as_nanos());
            listed.push_str(&format!("{} {} {changed}\n", paths::relative(&file), data.len()));
        }
    }
    Ok(hash::content(&[listed.as_bytes()]))
}

/// Whether a folder was built from this state.
pub(crate) fn is_current(folder: &Path, state: &str) -> bool {
    fs::read_to_string(folder.join(NAME)).is_ok_and(|last| last == state)
}

/// Notes the state that a folder was built from.
pub(crate) fn write(folder: &Path, state: &str) -> Result<()> {
    Ok(fs::write(folder.join(NAME), state)?)
}
