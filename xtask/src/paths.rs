//! Where things are. Every path comes from the workspace's root, so commands work from any folder.

use std::path::{Path, PathBuf};

/// The folder of the workspace's `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    // The manifest of this package is `<root>/xtask/Cargo.toml`.
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

/// A path inside the workspace.
pub(crate) fn at(relative: &str) -> PathBuf {
    root().join(relative)
}

/// Cargo's build folder; never committed.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| at("target"), PathBuf::from)
}

/// The client's own build folder, so that its flags never invalidate the server's.
pub(crate) fn client_target() -> PathBuf {
    target().join("client")
}

/// Tools installed for this project alone.
pub(crate) fn tools() -> PathBuf {
    target().join("tools")
}

/// The release client, ready for any static host.
pub(crate) fn dist() -> PathBuf {
    at("dist")
}

/// The development client.
pub(crate) fn dist_dev() -> PathBuf {
    target().join("dist-dev")
}

/// A built host binary.
pub(crate) fn binary(profile: &str, name: &str) -> PathBuf {
    target()
        .join(profile)
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Every file below a folder, sorted; an absent folder has none.
pub(crate) fn files_below(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        if !next.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A path as the workspace names it, with forward slashes.
pub(crate) fn relative(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}
