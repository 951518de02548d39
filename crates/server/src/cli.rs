//! The binary's commands.

pub mod audit;
pub mod backup;
pub mod keys;
pub mod migrate;
pub mod openapi;
pub mod seed;
pub mod serve;
pub mod staff;

use crate::config::flags::{AuditCommand, Cli, Command};
use clap::Parser;

/// What stops a command.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Runs the command that the arguments name.
///
/// # Errors
/// Whatever stopped it.
pub fn run() -> Result<(), Failure> {
    match Cli::parse().command {
        Command::Serve(flags) => block_on(serve::run(flags)),
        Command::Migrate(flags) => block_on(migrate::run(flags)),
        Command::Seed(flags) => block_on(seed::run(flags)),
        Command::Openapi => openapi::run(),
        Command::Keys => keys::run(),
        Command::Staff(command) => block_on(staff::run(command)),
        Command::Backup(flags) => block_on(backup::run(flags)),
        Command::Audit(AuditCommand::Verify(flags)) => block_on(audit::verify(flags)),
    }
}

/// Two threads serve; hashing has threads of its own, with a processor left for them.
fn block_on(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(8)
        .enable_all()
        .build()?;
    runtime.block_on(work)
}
