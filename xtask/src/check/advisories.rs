//! Known weaknesses of dependencies, where the databases can be reached. Where they cannot, it is said.

use crate::{cmd, paths};
use anyhow::{Result, bail};

/// Whether no advisory is known, as far as can be told from here.
pub(crate) fn hold() -> Result<String> {
    let mut remarks = vec![rust()?];
    for folder in ["xtask/npm", "xtask/src/bench/scanner", "tests/e2e"] {
        remarks.push(npm(folder)?);
    }
    Ok(remarks.join("; "))
}

fn rust() -> Result<String> {
    for (program, arguments) in [
        ("cargo-audit", ["audit", "--quiet"]),
        ("cargo-deny", ["check", "advisories"]),
    ] {
        let Some(found) = cmd::which(&[program]) else {
            continue;
        };
        let output = cmd::output(cmd::new(found).args(arguments))?;
        let said = format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        if output.status.success() {
            return Ok("Rust: none known".into());
        }
        if is_unreachable(&said) {
            return Ok("Rust: not checked, the advisory database cannot be reached".into());
        }
        bail!("{program}:\n{}", said.trim());
    }
    Ok("Rust: not checked, neither cargo-audit nor cargo-deny is installed".into())
}

fn npm(folder: &str) -> Result<String> {
    let Some(npm) = cmd::which(&["npm"]) else {
        return Ok(format!("{folder}: not checked, there is no npm"));
    };
    let mut command = cmd::new(npm);
    command.current_dir(paths::at(folder)).args([
        "audit",
        "--audit-level=high",
        "--json",
        "--package-lock-only",
    ]);
    let output = cmd::output(&mut command)?;
    if output.status.success() {
        return Ok(format!("{folder}: none known"));
    }
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    match report.get("vulnerabilities").and_then(|found| found.as_object()) {
        Some(found) if !found.is_empty() => {
            bail!(
                "{folder}: {}",
                found.keys().cloned().collect::<Vec<_>>().join(", ")
            )
        }
        _ => Ok(format!("{folder}: not checked, the registry gives no advisories")),
    }
}

fn is_unreachable(said: &str) -> bool {
    [
        "couldn't fetch",
        "failed to fetch",
        "failed to clone",
        "git operation failed",
        "error sending request",
    ]
    .iter()
    .any(|phrase| said.contains(phrase))
}
