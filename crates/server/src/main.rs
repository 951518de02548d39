//! `eid-server`: serve, migrate, seed, keys, backup, openapi, staff, audit.

use std::process::ExitCode;

fn main() -> ExitCode {
    match eid_server::cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("eid-server: {failure}");
            ExitCode::FAILURE
        }
    }
}
