//! `cargo xtask test`: every suite, the fast ones first. The last line is `N passed, N failed`.

mod ahead;
mod browser;
mod built;
mod cargo;
mod count;
mod end_to_end;
mod fallback;
pub(crate) mod postgres;
mod rules;
pub(crate) mod whole;

use count::Count;
use std::process::ExitCode;
use std::time::Instant;

/// What to test.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only suites whose name holds this: check, domain, scanner, store, server, xtask, docs, fallback, client, e2e.
    filter: Option<String>,
    /// Handed to the suite's own runner, e.g. a test's name.
    #[arg(last = true)]
    rest: Vec<String>,
}

/// One suite: what it is called, and what runs it.
struct Suite {
    name: &'static str,
    run: fn(&Args) -> anyhow::Result<Count>,
}

const SUITES: [Suite; 10] = [
    Suite {
        name: "check",
        run: |args| rules::run(args.filter.is_none()),
    },
    Suite {
        name: "domain",
        run: |args| built::run("crates/domain", &args.rest, |_| {}),
    },
    Suite {
        name: "scanner",
        run: |args| built::run("crates/scanner", &args.rest, |_| {}),
    },
    Suite {
        name: "store",
        run: |args| with_database("crates/store", &args.rest),
    },
    Suite {
        name: "server",
        run: |args| with_database("crates/server", &args.rest),
    },
    Suite {
        name: "xtask",
        run: |args| built::run("xtask", &args.rest, |_| {}),
    },
    Suite {
        name: "docs",
        run: |args| built::documentation(&args.rest),
    },
    Suite {
        name: "fallback",
        run: |_| fallback::run(),
    },
    Suite {
        name: "client",
        run: |args| browser::run(&args.rest),
    },
    Suite {
        name: "e2e",
        run: |args| end_to_end::run(&args.rest),
    },
];

/// The tests of a package that needs a database server.
fn with_database(folder: &str, rest: &[String]) -> anyhow::Result<Count> {
    postgres::with(|url| {
        built::run(folder, rest, |command| {
            command.env("EID_TEST_POSTGRES_URL", url);
        })
    })
}

/// Runs the command.
pub(crate) fn command(args: &Args) -> ExitCode {
    let mut total = Count::default();
    let mut lines = Vec::new();
    let wanted = |suite: &&Suite| {
        args.filter
            .as_ref()
            .is_none_or(|filter| suite.name.contains(filter.as_str()))
    };
    for suite in SUITES.iter().filter(wanted) {
        eprintln!("\n━━ {} ━━", suite.name);
        let started = Instant::now();
        let (count, remark) = match (suite.run)(args) {
            // A suite that silently runs nothing would look like one that passes.
            Ok(count) if count.is_empty() && args.rest.is_empty() => {
                (Count::one_failed(), "it has no tests".to_owned())
            }
            Ok(count) => (count, String::new()),
            Err(error) => (Count::one_failed(), format!("could not run: {error:#}")),
        };
        let mut line = format!(
            "{:<8} {count} in {:.1} s",
            suite.name,
            started.elapsed().as_secs_f64()
        );
        if !remark.is_empty() {
            line.push_str(&format!(" — {remark}"));
        }
        eprintln!("{line}");
        lines.push(line);
        total = total + count;
        // After the first suite, which may set up what building needs too.
        if args.filter.is_none()
            && lines.len() == 1
            && let Err(error) = ahead::begin()
        {
            eprintln!("{error:#}");
        }
    }
    if lines.is_empty() {
        eprintln!(
            "no suite has that in its name: {}",
            SUITES.map(|suite| suite.name).join(", ")
        );
        total = Count::one_failed();
    }
    println!("\n{}", lines.join("\n"));
    println!("{total}");
    if total.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
