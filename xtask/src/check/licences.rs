//! Every dependency may be shipped under our own licence.

use super::none_of;
use crate::cmd;
use anyhow::{Context, Result};

/// Licences that ask for no more than a notice, and file-level copyleft of unchanged files.
const ALLOWED: [&str; 15] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "Unlicense",
    "CC0-1.0",
    "BSL-1.0",
    "Unicode-3.0",
    "MPL-2.0",
    "MIT-0",
    "CDLA-Permissive-2.0",
];

/// Whether every package's licence allows it.
pub(crate) fn hold() -> Result<String> {
    let metadata = cmd::quiet(cmd::cargo().args(["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let packages = metadata
        .get("packages")
        .and_then(|list| list.as_array())
        .context("cargo lists no packages")?;
    let text = |package: &serde_json::Value, name: &str| {
        package
            .get(name)
            .and_then(|value| value.as_str())
            .unwrap_or_default()
            .to_owned()
    };
    let mut faults = Vec::new();
    for package in packages {
        let licence = text(package, "license");
        if !is_allowed(&licence) {
            let (name, version) = (text(package, "name"), text(package, "version"));
            faults.push(format!("{name} {version}: `{licence}` is not on the list"));
        }
    }
    none_of(&faults)?;
    Ok(format!("{} packages", packages.len()))
}

/// Evaluates an SPDX expression: one allowed alternative of `OR`, every part of `AND`.
fn is_allowed(expression: &str) -> bool {
    // Before SPDX, packages wrote `MIT/Apache-2.0`.
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let allowed = alternatives(&mut rest);
    allowed == Some(true) && rest.is_empty()
}

fn alternatives(words: &mut &[&str]) -> Option<bool> {
    let mut allowed = all_parts(words)?;
    while words.first() == Some(&"OR") {
        *words = &words[1..];
        allowed |= all_parts(words)?;
    }
    Some(allowed)
}

fn all_parts(words: &mut &[&str]) -> Option<bool> {
    let mut allowed = part(words)?;
    while words.first() == Some(&"AND") {
        *words = &words[1..];
        allowed &= part(words)?;
    }
    Some(allowed)
}

fn part(words: &mut &[&str]) -> Option<bool> {
    let (first, rest) = words.split_first()?;
    *words = rest;
    if *first == "(" {
        let allowed = alternatives(words)?;
        let (close, rest) = words.split_first()?;
        *words = rest;
        return (*close == ")").then_some(allowed);
    }
    if let ["WITH", exception, rest @ ..] = *words {
        *words = rest;
        return Some(ALLOWED.contains(&format!("{first} WITH {exception}").as_str()));
    }
    Some(ALLOWED.contains(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_alternative_and_every_part_must_be_allowed() {
        for allowed in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR GPL-3.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-2.0",
        ] {
            assert!(is_allowed(allowed), "{allowed}");
        }
        for refused in [
            "",
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "GPL-2.0 WITH Classpath-exception-2.0",
            "(MIT",
            "MIT MIT",
        ] {
            assert!(!is_allowed(refused), "{refused}");
        }
    }
}
