//! `cargo xtask bench`: what the product costs. The last lines are `metric value unit`.

mod browser;
mod day_choice;
mod finder;
mod live;
mod memory;
mod scanner;
mod server;
mod signin_flood;
mod views;

use anyhow::Result;
use std::fmt;
use std::process::ExitCode;

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// One measurement; all where none is named.
    name: Option<String>,
}

/// One figure.
pub(crate) struct Metric {
    pub(crate) name: String,
    pub(crate) value: f64,
    pub(crate) unit: String,
}

impl fmt::Display for Metric {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {:.2} {}", self.name, self.value, self.unit)
    }
}

/// What a figure must keep to.
enum Limit {
    AtMost(f64),
    AtLeast(f64),
    /// Each figure has its own.
    Each(&'static [(&'static str, Limit)]),
}

struct Bench {
    name: &'static str,
    measure: fn() -> Result<Vec<Metric>>,
    /// Where a bench gives several figures, those whose unit is `ratio` are held to it.
    limit: Limit,
}

const BENCHES: [Bench; 13] = [
    Bench {
        name: "home_first_view",
        measure: views::home,
        limit: Limit::AtMost(130.0),
    },
    Bench {
        name: "page_first_view",
        measure: views::largest_page,
        limit: Limit::AtMost(175.0),
    },
    Bench {
        name: "finder",
        measure: finder::run,
        limit: Limit::AtMost(50.0),
    },
    Bench {
        name: "day_choice",
        measure: day_choice::run,
        limit: Limit::AtMost(100.0),
    },
    Bench {
        name: "server_rss_idle",
        measure: memory::idle,
        limit: Limit::AtMost(40.0),
    },
    Bench {
        name: "booking_throughput",
        measure: || server::run("booking_throughput"),
        limit: Limit::AtLeast(0.7),
    },
    Bench {
        name: "slot_reads",
        measure: || server::run("slot_reads"),
        limit: Limit::AtLeast(0.5),
    },
    Bench {
        name: "batch",
        measure: || server::run("batch"),
        limit: Limit::Each(&[
            ("batch_rows", Limit::AtMost(60.0)),
            ("batch_memory", Limit::AtMost(16.0)),
        ]),
    },
    Bench {
        name: "figures",
        measure: || server::run("figures"),
        limit: Limit::AtLeast(0.95),
    },
    Bench {
        name: "growth",
        measure: || server::run("growth"),
        limit: Limit::AtMost(1.3),
    },
    Bench {
        name: "live",
        measure: live::run,
        limit: Limit::Each(&[
            ("live_call_to_screen_p95", Limit::AtMost(2000.0)),
            ("live_memory_per_10_screens", Limit::AtMost(1.0)),
        ]),
    },
    Bench {
        name: "signin_flood",
        measure: signin_flood::run,
        limit: Limit::Each(&[
            ("signin_flood_memory", Limit::AtMost(400.0)),
            ("signin_flood_p95", Limit::AtMost(3.0)),
        ]),
    },
    Bench {
        name: "scanner",
        measure: scanner::run,
        limit: Limit::Each(&[
            ("scanner_found_ratio", Limit::AtLeast(1.0)),
            ("scanner_time_ratio", Limit::AtMost(1.0)),
        ]),
    },
];

/// Runs the command. Fails where a figure breaks its limit or could not be taken.
pub(crate) fn command(args: &Args) -> ExitCode {
    let mut metrics = Vec::new();
    let mut good = true;
    let wanted: Vec<&Bench> = BENCHES
        .iter()
        .filter(|bench| args.name.as_ref().is_none_or(|name| name == bench.name))
        .collect();
    if wanted.is_empty() {
        eprintln!(
            "no measurement has that name: {}",
            BENCHES.map(|bench| bench.name).join(", ")
        );
        return ExitCode::FAILURE;
    }
    for bench in wanted {
        eprintln!("\n━━ {} ━━", bench.name);
        match (bench.measure)() {
            Ok(taken) => {
                for metric in taken.iter().filter(|metric| bench.limit.is_broken_by(metric)) {
                    eprintln!("{metric} breaks its limit: {}", bench.limit);
                    good = false;
                }
                metrics.extend(taken);
            }
            Err(error) => {
                eprintln!("{} could not be measured: {error:#}", bench.name);
                good = false;
            }
        }
    }
    eprintln!();
    for metric in metrics {
        println!("{metric}");
    }
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

impl Limit {
    fn is_broken_by(&self, metric: &Metric) -> bool {
        match self {
            Self::AtMost(most) => metric.value > *most,
            Self::AtLeast(least) => metric.unit == "ratio" && metric.value < *least,
            Self::Each(limits) => limits
                .iter()
                .any(|(name, limit)| metric.name == *name && limit.is_broken_by(metric)),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(most) => write!(out, "at most {most}"),
            Self::AtLeast(least) => write!(out, "at least {least}"),
            Self::Each(limits) => limits
                .iter()
                .try_for_each(|(name, limit)| write!(out, "{name} {limit}; ")),
        }
    }
}
