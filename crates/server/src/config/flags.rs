//! The command line. Every flag is an environment variable too.

use clap::{Args, Parser, Subcommand};
use jiff::Timestamp;
use std::{net::SocketAddr, path::PathBuf};

/// The e-ID activation reference server.
#[derive(Debug, Parser)]
#[command(name = "eid-server", version, about)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the binary can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Bring the database up to date and serve.
    Serve(ServeFlags),
    /// Bring the database up to date and stop.
    Migrate(CommonFlags),
    /// Write the offices of the data files, and with --demo the demo staff, into the database.
    Seed(CommonFlags),
    /// Print the OpenAPI document.
    Openapi,
}

/// Flags of every command that opens the database.
#[derive(Args, Clone, Debug, Default)]
pub struct CommonFlags {
    /// Configuration file (TOML).
    #[arg(long, env = "EID_CONFIG")]
    pub config: Option<PathBuf>,
    /// sqlite:PATH or postgres://… .
    #[arg(long, env = "EID_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
    /// Made-up staff, simulated messages, a clock that can be moved.
    #[arg(long, env = "EID_DEMO", value_parser = clap::builder::FalseyValueParser::new(), action = clap::ArgAction::SetTrue)]
    pub demo: bool,
}

/// Flags of `serve`.
#[derive(Args, Clone, Debug, Default)]
pub struct ServeFlags {
    /// The flags of every command.
    #[command(flatten)]
    pub common: CommonFlags,
    /// Address and port.
    #[arg(long, env = "EID_LISTEN")]
    pub listen: Option<SocketAddr>,
    /// Folder with the client's files.
    #[arg(long, env = "EID_DIST")]
    pub dist: Option<PathBuf>,
    /// 64 hex digits that key every digest in the database.
    #[arg(long, env = "EID_SERVER_KEY", hide_env_values = true)]
    pub server_key: Option<String>,
    /// 64 hex digits: the Ed25519 key that signs slips.
    #[arg(long, env = "EID_SLIP_KEY", hide_env_values = true)]
    pub slip_key: Option<String>,
    /// Scheme and authority under which people reach us, e.g. <https://eid.example>.
    #[arg(long, env = "EID_PUBLIC_ORIGIN")]
    pub public_origin: Option<String>,
    /// Demo only: what the clock shows at the first start, e.g. 2026-11-22T02:00:00Z.
    #[arg(long, env = "EID_DEMO_START")]
    pub demo_start: Option<Timestamp>,
}
