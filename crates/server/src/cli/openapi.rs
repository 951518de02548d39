//! `eid-server openapi`.

use super::Failure;

/// Prints the OpenAPI document.
///
/// # Errors
/// When it cannot be written.
pub fn run() -> Result<(), Failure> {
    println!("{}", crate::openapi::pretty()?);
    Ok(())
}
