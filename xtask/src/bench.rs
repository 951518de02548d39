//! `cargo xtask bench`: what the product costs. The last lines are `metric value unit`.

mod memory;
mod server;
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
}

struct Bench {
    name: &'static str,
    measure: fn() -> Result<Vec<Metric>>,
    /// Where a bench gives several figures, those whose unit is `ratio` are held to it.
    limit: Limit,
}

const BENCHES: [Bench; 5] = [
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
                for metric in taken.iter().filter(|metric| bench.is_broken_by(metric)) {
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

impl Bench {
    fn is_broken_by(&self, metric: &Metric) -> bool {
        match self.limit {
            Limit::AtMost(most) => metric.value > most,
            Limit::AtLeast(least) => metric.unit == "ratio" && metric.value < least,
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(most) => write!(out, "at most {most}"),
            Self::AtLeast(least) => write!(out, "at least {least}"),
        }
    }
}
