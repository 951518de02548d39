//! `eid-server keys`.

use super::Failure;
use crate::{rng::Rng, rng::SystemRng, secret::Keys};

/// Prints a new server key and a new slip key as lines of the configuration file.
///
/// # Errors
/// When no random bytes are to be had.
pub fn run() -> Result<(), Failure> {
    print!("{}", lines(&SystemRng)?);
    Ok(())
}

fn lines(rng: &dyn Rng) -> Result<String, Failure> {
    let (_, server) = Keys::generate(rng)?;
    let (_, slip) = Keys::generate(rng)?;
    Ok(format!("server_key = \"{server}\"\nslip_key = \"{slip}\"\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{config::file::FileSettings, slip_keys::SlipKeys};

    #[test]
    fn the_keys_that_are_printed_can_be_used_and_are_two() {
        let file = FileSettings::parse(&lines(&SystemRng).unwrap()).unwrap();
        let (server, slip) = (file.server_key.unwrap(), file.slip_key.unwrap());
        assert!(Keys::parse(&server).is_some());
        assert!(SlipKeys::load(&slip, &[]).is_ok());
        assert_ne!(server, slip);
        assert!(!lines(&SystemRng).unwrap().contains(&server));
    }
}
