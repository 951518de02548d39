//! Passwords at the command line.

use crate::cli::Failure;
use eid_domain::wire::staff_admin::check_password;
use std::io::{IsTerminal, stdin};

/// Asks twice, unseen; where standard input is no terminal, its first line is the password.
///
/// # Errors
/// When nothing can be read, or the second was another.
pub fn ask() -> Result<String, Failure> {
    if !stdin().is_terminal() {
        let mut line = String::new();
        stdin().read_line(&mut line)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let first = rpassword::prompt_password("Password (12 characters or more): ")?;
    let again = rpassword::prompt_password("The same once more: ")?;
    if first == again {
        Ok(first)
    } else {
        Err("the two are not the same".into())
    }
}

/// Whether it is long enough.
///
/// # Errors
/// When it is not.
pub fn check(password: &str) -> Result<(), Failure> {
    check_password(password).map_err(|_| "password: 12 to 128 characters".into())
}
