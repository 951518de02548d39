//! `cargo xtask check`: the rules of the house, each named, each with its reason where it is broken.

mod advisories;
mod dates;
mod floors;
mod leaks;
mod lengths;
mod licences;
mod lints;
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
}

const RULES: [Rule; 11] = [
    Rule {
        name: "format",
        holds: lints::format,
    },
    Rule {
        name: "floors",
        holds: floors::hold,
    },
    Rule {
        name: "lengths",
        holds: lengths::hold,
    },
    Rule {
        name: "traces",
        holds: traces::hold,
    },
    Rule {
        name: "translations",
        holds: translations::hold,
    },
    Rule {
        name: "dates",
        holds: dates::hold,
    },
    Rule {
        name: "leaks",
        holds: leaks::hold,
    },
    Rule {
        name: "licences",
        holds: licences::hold,
    },
    Rule {
        name: "advisories",
        holds: advisories::hold,
    },
    Rule {
        name: "clippy",
        holds: lints::host,
    },
    Rule {
        name: "clippy-wasm",
        holds: lints::browser,
    },
];

/// Runs the command.
pub(crate) fn command(args: &Args) -> Result<()> {
    let outcomes = all(args.filter.as_deref());
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

/// Runs every rule, or those whose name holds the filter, and says how each went.
pub(crate) fn all(filter: Option<&str>) -> Vec<Result<()>> {
    let wanted = RULES
        .iter()
        .filter(|rule| filter.is_none_or(|filter| rule.name.contains(filter)));
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
