//! `cargo xtask check`: the rules of the house, each named, each with its reason where it is broken.

mod advisories;
mod dates;
mod floors;
mod leaks;
mod lengths;
mod licences;
pub(crate) mod lints;
mod sources;
mod traces;
mod translations;

use anyhow::{Result, anyhow, bail};

/// What to check.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only rules whose name holds this.
    filter: Option<String>,
}

/// One rule. It answers with a remark for the person at the terminal, empty where there is nothing to say.
struct Rule {
    name: &'static str,
    holds: fn() -> Result<String>,
    /// Holds, where all tests are run, by their being compiled.
    by_tests: bool,
}

const RULES: [Rule; 12] = [
    Rule {
        name: "format",
        holds: lints::format,
        by_tests: false,
    },
    Rule {
        name: "floors",
        holds: floors::hold,
        by_tests: false,
    },
    Rule {
        name: "lengths",
        holds: lengths::hold,
        by_tests: false,
    },
    Rule {
        name: "traces",
        holds: traces::hold,
        by_tests: false,
    },
    Rule {
        name: "translations",
        holds: translations::hold,
        by_tests: false,
    },
    Rule {
        name: "dates",
        holds: dates::hold,
        by_tests: false,
    },
    Rule {
        name: "leaks",
        holds: leaks::hold,
        by_tests: false,
    },
    Rule {
        name: "licences",
        holds: licences::hold,
        by_tests: false,
    },
    Rule {
        name: "advisories",
        holds: advisories::hold,
        by_tests: false,
    },
    Rule {
        name: "clippy",
        holds: lints::host,
        by_tests: true,
    },
    Rule {
        name: "clippy-wasm",
        holds: lints::browser,
        by_tests: true,
    },
    Rule {
        name: "clippy-scanner",
        holds: lints::scanner,
        by_tests: false,
    },
];

/// Runs the command.
pub(crate) fn command(args: &Args) -> Result<()> {
    let outcomes = all(args.filter.as_deref(), false);
    let failed = outcomes.iter().filter(|outcome| outcome.is_err()).count();
    if outcomes.is_empty() {
        bail!(
            "no rule has that in its name: {}",
            RULES.map(|rule| rule.name).join(", ")
        );
    }
    if failed > 0 {
        bail!("{failed} of {} rules are broken", outcomes.len());
    }
    Ok(())
}

/// Runs every rule, or those whose name holds the filter, and says how each went. Before all tests (`before_tests`) those
/// are left out that the tests' compiling keeps.
pub(crate) fn all(filter: Option<&str>, before_tests: bool) -> Vec<Result<()>> {
    let wanted = RULES
        .iter()
        .filter(|rule| filter.is_none_or(|filter| rule.name.contains(filter)))
        .filter(|rule| !(before_tests && rule.by_tests));
    wanted
        .map(|rule| match (rule.holds)() {
            Ok(remark) if remark.is_empty() => {
                eprintln!("  ok   {}", rule.name);
                Ok(())
            }
            Ok(remark) => {
                eprintln!("  ok   {}: {remark}", rule.name);
                Ok(())
            }
            Err(error) => {
                eprintln!("  FAIL {}: {error:#}", rule.name);
                Err(error)
            }
        })
        .collect()
}

/// Success where nothing was found, otherwise all of it.
fn none_of(faults: &[String]) -> Result<()> {
    if faults.is_empty() {
        Ok(())
    } else {
        Err(anyhow!("\n    {}", faults.join("\n    ")))
    }
}
