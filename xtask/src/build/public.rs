//! Files that are served as they are, under the names they have.

use crate::paths;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The places that the office finder searches, fetched by its page alone.
const DATA: [&str; 5] = [
    "birth-codes.tsv",
    "communes.tsv",
    "old-units.tsv",
    "positions.csv",
    "provinces.tsv",
];

/// Copies `public/` and the place files, and names what was copied, relative to the site's root.
pub(crate) fn copy(output: &Path) -> Result<Vec<String>> {
    fs::create_dir_all(output.join("data"))?;
    for name in DATA {
        let source = paths::at("data").join(name);
        fs::copy(&source, output.join("data").join(name))
            .with_context(|| format!("cannot copy {}", paths::relative(&source)))?;
    }
    let source = paths::at("public");
    let mut names = Vec::new();
    for file in paths::files_below(&source)? {
        let inside = file.strip_prefix(&source)?;
        let name = inside.to_string_lossy().replace('\\', "/");
        if name.starts_with('.') {
            continue;
        }
        let destination = output.join(inside);
        if let Some(folder) = destination.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, &destination).with_context(|| format!("cannot copy {}", paths::relative(&file)))?;
        names.push(name);
    }
    Ok(names)
}
