//! The project's own text files.

use crate::paths;
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// Everything that people of this project write.
const FOLDERS: [&str; 11] = [
    "src", "crates", "tests", "xtask", "style", "locales", "public", "data", "docs", ".ci", ".cargo",
];

/// Made by tools, not by people.
const NOT_OURS: [&str; 4] = ["node_modules", "target", "test-results", "playwright-report"];

/// A file as the rules see it.
pub(crate) struct Source {
    /// Relative to the root, with forward slashes.
    pub(crate) name: String,
    /// All of it.
    pub(crate) text: String,
}

/// Every text file with one of these extensions.
pub(crate) fn with_extension(extensions: &[&str]) -> Result<Vec<Source>> {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in FOLDERS {
        collect(&paths::at(folder), &mut files)?;
    }
    for entry in fs::read_dir(paths::root())? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    let wanted = |file: &PathBuf| {
        file.extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|found| extensions.contains(&found))
    };
    files.into_iter().filter(wanted).map(read).collect()
}

fn collect(folder: &std::path::Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if NOT_OURS.contains(&name.as_ref()) {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?
        } else {
            files.push(path)
        }
    }
    Ok(())
}

fn read(file: PathBuf) -> Result<Source> {
    let name = paths::relative(&file);
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {name}"))?;
    Ok(Source { name, text })
}

/// A Rust line without its comment, so that prose may name what code may not use.
pub(crate) fn code_of(line: &str) -> &str {
    let line = line.trim_start();
    if line.starts_with("//") {
        return "";
    }
    // A URL in a text also holds two slashes; those follow a colon.
    match line
        .match_indices("//")
        .find(|(at, _)| !line[..*at].ends_with(':'))
    {
        Some((at, _)) => &line[..at],
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_no_code() {
        assert_eq!(code_of("  /// uses axum"), "");
        assert_eq!(code_of("let a = 1; // axum"), "let a = 1; ");
        assert_eq!(code_of("let a = \"http://b\";"), "let a = \"http://b\";");
    }
}
