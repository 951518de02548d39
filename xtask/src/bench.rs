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
    /// One measurement, by its name or that of one of its figures; all where none is named.
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
#[derive(Clone, Copy)]
enum Limit {
    AtMost(f64),
    AtLeast(f64),
}

struct Bench {
    name: &'static str,
    measure: fn() -> Result<Vec<Metric>>,
    /// Every figure that it gives, by its name.
    limits: &'static [(&'static str, Limit)],
}

const BENCHES: [Bench; 13] = [
    Bench {
        name: "home_first_view",
        measure: views::home,
        limits: &[("home_first_view", Limit::AtMost(130.0))],
    },
    Bench {
        name: "page_first_view",
        measure: views::largest_page,
        limits: &[("page_first_view", Limit::AtMost(175.0))],
    },
    Bench {
        name: "finder",
        measure: finder::run,
        limits: &[("finder_keystroke", Limit::AtMost(50.0))],
    },
    Bench {
        name: "day_choice",
        measure: day_choice::run,
        limits: &[("day_choice", Limit::AtMost(100.0))],
    },
    Bench {
        name: "server_rss_idle",
        measure: memory::idle,
        limits: &[("server_rss_idle", Limit::AtMost(40.0))],
    },
    Bench {
        name: "booking_throughput",
        measure: || server::run("booking_throughput"),
        limits: &[
            ("booking_throughput_sqlite", Limit::AtLeast(0.7)),
            ("booking_throughput_postgres", Limit::AtLeast(0.7)),
        ],
    },
    Bench {
        name: "slot_reads",
        measure: || server::run("slot_reads"),
        limits: &[("slot_reads", Limit::AtLeast(0.5))],
    },
    Bench {
        name: "batch",
        measure: || server::run("batch"),
        limits: &[
            ("batch_rows", Limit::AtMost(60.0)),
            ("batch_memory", Limit::AtMost(16.0)),
        ],
    },
    Bench {
        name: "figures",
        measure: || server::run("figures"),
        limits: &[
            ("figures_sqlite", Limit::AtLeast(0.95)),
            ("figures_postgres", Limit::AtLeast(0.95)),
        ],
    },
    Bench {
        name: "growth",
        measure: || server::run("growth"),
        limits: &[
            ("growth_booking_sqlite", Limit::AtMost(1.3)),
            ("growth_reads_sqlite", Limit::AtMost(1.3)),
            ("growth_booking_postgres", Limit::AtMost(1.3)),
            ("growth_reads_postgres", Limit::AtMost(1.3)),
        ],
    },
    Bench {
        name: "live",
        measure: live::run,
        limits: &[
            ("live_call_to_screen_p95", Limit::AtMost(2000.0)),
            ("live_memory_per_10_screens", Limit::AtMost(1.0)),
        ],
    },
    Bench {
        name: "signin_flood",
        measure: signin_flood::run,
        limits: &[
            ("signin_flood_memory", Limit::AtMost(400.0)),
            ("signin_flood_p95", Limit::AtMost(3.0)),
        ],
    },
    Bench {
        name: "scanner",
        measure: scanner::run,
        limits: &[
            ("scanner_found_ratio", Limit::AtLeast(1.0)),
            ("scanner_time_ratio", Limit::AtMost(1.0)),
        ],
    },
];

impl Bench {
    /// Whether a word names this measurement or one of its figures.
    fn is_meant_by(&self, word: &str) -> bool {
        self.name == word || self.limits.iter().any(|(figure, _)| *figure == word)
    }

    /// What is wrong with what was measured. A figure that is missing, or that no limit knows, is as wrong as one that
    /// breaks its limit: a bench that gave nothing used to pass.
    fn complaints(&self, taken: &[Metric], skips_postgres: bool) -> Vec<String> {
        let mut complaints = Vec::new();
        for (name, limit) in self.limits {
            let mut found = taken.iter().filter(|metric| metric.name == *name);
            match (found.next(), found.next()) {
                (Some(metric), None) if limit.is_broken_by(metric.value) => {
                    complaints.push(format!("{metric} breaks its limit: {limit}"));
                }
                (Some(_), None) => {}
                (None, _) if skips_postgres && name.ends_with("_postgres") => {}
                (None, _) => complaints.push(format!("{name} was not measured")),
                (Some(_), Some(_)) => complaints.push(format!("{name} was measured twice")),
            }
        }
        for metric in taken {
            if self.limits.iter().all(|(name, _)| metric.name != *name) {
                complaints.push(format!("{metric} has no limit"));
            }
        }
        complaints
    }
}

/// Every name that can be asked for.
fn names() -> String {
    let lines = BENCHES.iter().map(|bench| {
        let figures = bench.limits.iter().map(|(name, _)| *name);
        let others: Vec<&str> = figures.filter(|name| *name != bench.name).collect();
        format!("  {} {}", bench.name, others.join(" "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Runs the command. Fails where a figure breaks its limit or could not be taken.
pub(crate) fn command(args: &Args) -> ExitCode {
    let mut metrics = Vec::new();
    let mut good = true;
    let wanted: Vec<&Bench> = BENCHES
        .iter()
        .filter(|bench| args.name.as_ref().is_none_or(|name| bench.is_meant_by(name)))
        .collect();
    if wanted.is_empty() {
        eprintln!(
            "nothing that is measured has that name. Measurements, and their figures:\n{}",
            names()
        );
        return ExitCode::FAILURE;
    }
    let skips_postgres = std::env::var_os("EID_SKIP_POSTGRES").is_some();
    for bench in wanted {
        eprintln!("\n━━ {} ━━", bench.name);
        match (bench.measure)() {
            Ok(taken) => {
                for complaint in bench.complaints(&taken, skips_postgres) {
                    eprintln!("{complaint}");
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
    /// What is no number keeps to nothing.
    fn is_broken_by(self, value: f64) -> bool {
        match self {
            Self::AtMost(most) => value.is_nan() || value > most,
            Self::AtLeast(least) => value.is_nan() || value < least,
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

#[cfg(test)]
mod tests;
