//! The project's commands. `cargo xtask help` lists them; each sets up what it needs by itself.

mod bench;
mod build;
mod check;
mod cmd;
mod locales;
mod parallel;
mod paths;
mod progress;
mod serve;
mod setup;
mod test;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// The project's commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install everything the other commands need, and nothing twice.
    Setup,
    /// Build the client into `dist/` and the server binary, ready for production.
    Build(build::Args),
    /// Run the whole product with demo data, rebuild on change, reload the page.
    Serve(serve::Args),
    /// Run every suite; the last line is `N passed, N failed`.
    Test(test::Args),
    /// Hold the rules of the house: format, lints, floors, licences, translations.
    Check(check::Args),
    /// Measure; the last lines are `metric value unit`.
    Bench(bench::Args),
    /// What Cargo calls for a module of component tests.
    #[command(hide = true)]
    ComponentTests(test::whole::Args),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Task::Setup => setup::everything(),
        Task::Build(args) => build::command(&args),
        Task::Serve(args) => serve::command(&args),
        Task::ComponentTests(args) => test::whole::command(&args),
        Task::Test(args) => return test::command(&args),
        Task::Check(args) => check::command(&args),
        Task::Bench(args) => return bench::command(&args),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            progress::failure(&error);
            ExitCode::FAILURE
        }
    }
}
