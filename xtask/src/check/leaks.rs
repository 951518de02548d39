//! Nothing of the server reaches the browser.

use super::none_of;
use crate::cmd;
use crate::setup::wasm_target::TARGET;
use anyhow::Result;

/// Packages that have no business in the WASM, and their whole families.
const REFUSED: [&str; 7] = [
    "tokio",
    "axum",
    "sqlx",
    "hyper",
    "eid-store",
    "eid-server",
    "reqwest",
];

/// Whether the client's dependencies are the browser's alone.
pub(crate) fn hold() -> Result<String> {
    let mut command = cmd::cargo();
    command.args([
        "tree",
        "--package",
        "eid-client",
        "--target",
        TARGET,
        "--edges",
        "normal,no-proc-macro",
    ]);
    let listed = cmd::quiet(command.args(["--prefix", "none", "--format", "{p}"]))?;
    let packages = names(&listed);
    let faults: Vec<String> = packages
        .iter()
        .filter(|package| {
            REFUSED
                .iter()
                .any(|refused| **package == *refused || package.starts_with(&format!("{refused}-")))
        })
        .map(|package| {
            format!("`{package}` is linked into the client; `cargo tree -p eid-client -i {package}` says why")
        })
        .collect();
    none_of(&faults)?;
    Ok(format!("{} packages", packages.len()))
}

fn names(listed: &str) -> std::collections::BTreeSet<&str> {
    listed
        .lines()
        .filter_map(|line| line.split(' ').next())
        .filter(|name| !name.is_empty())
        .collect()
}
