//! The command line. Every flag is an environment variable too.

use super::SecondFactor;
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
    /// Print a new server key and a new slip key, as lines of the configuration file.
    Keys,
    /// Copy a SQLite database into a new file while the server runs.
    Backup(BackupFlags),
    /// Print the OpenAPI document.
    Openapi,
    /// Members of staff: list, add, set a password, reset a second factor, disable, enable.
    #[command(subcommand)]
    Staff(StaffCommand),
    /// The audit: verify its chain.
    #[command(subcommand)]
    Audit(AuditCommand),
}

/// Flags of `backup`.
#[derive(Args, Clone, Debug)]
pub struct BackupFlags {
    /// The copy; there must be no such file yet.
    pub file: PathBuf,
    /// The flags of every command.
    #[command(flatten)]
    pub common: CommonFlags,
}

/// What can be done with members of staff. Passwords are asked for, or read from standard input: an argument would stand in
/// the shell's history and in the list of processes.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Everybody: user name, role, office, second factor, disabled or not.
    List(CommonFlags),
    /// Add a member of staff; asks for the password.
    Add(NewStaffFlags),
    /// Set another password; ends their sessions.
    SetPassword(MemberFlags),
    /// Take the second factor away; they set up a new one at their next sign-in. Ends their sessions.
    ResetSecondFactor(MemberFlags),
    /// May not sign in any more; ends their sessions.
    Disable(MemberFlags),
    /// May sign in again.
    Enable(MemberFlags),
}

/// Flags of `staff add`.
#[derive(Args, Clone, Debug)]
pub struct NewStaffFlags {
    /// What they sign in with: small letters, digits, dot, dash, underscore.
    pub username: String,
    /// Shown in the header.
    #[arg(long)]
    pub name: String,
    /// help-desk, intake-officer, office-manager, auditor or administrator.
    #[arg(long)]
    pub role: String,
    /// Id of the office, e.g. hcm-pc06.
    #[arg(long)]
    pub office: String,
    /// The flags of every command.
    #[command(flatten)]
    pub common: CommonFlags,
}

/// Flags that name a member of staff.
#[derive(Args, Clone, Debug)]
pub struct MemberFlags {
    /// What they sign in with.
    pub username: String,
    /// The flags of every command.
    #[command(flatten)]
    pub common: CommonFlags,
}

/// What can be done with the audit.
#[derive(Debug, Subcommand)]
pub enum AuditCommand {
    /// Read the whole chain and name the first row that is not what was written. Changes nothing.
    Verify(VerifyFlags),
}

/// Flags of `audit verify`.
#[derive(Args, Clone, Debug)]
pub struct VerifyFlags {
    /// An end that was noted before, as this command prints it: NUMBER:HASH. It must still be in the chain.
    #[arg(long)]
    pub noted: Option<String>,
    /// 64 hex digits, as for `serve`; without it the signature of the end is not checked.
    #[arg(long, env = "EID_SERVER_KEY", hide_env_values = true)]
    pub server_key: Option<String>,
    /// The flags of every command.
    #[command(flatten)]
    pub common: CommonFlags,
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
    /// Whether staff must prove more than the password: required or optional. Optional in a demo, else required.
    #[arg(long, env = "EID_SECOND_FACTOR")]
    pub second_factor: Option<SecondFactor>,
    /// Scheme and authority under which people reach us, e.g. <https://eid.example>.
    #[arg(long, env = "EID_PUBLIC_ORIGIN")]
    pub public_origin: Option<String>,
    /// Demo only: what the clock shows at the first start, e.g. 2026-11-22T02:00:00Z.
    #[arg(long, env = "EID_DEMO_START")]
    pub demo_start: Option<Timestamp>,
}
