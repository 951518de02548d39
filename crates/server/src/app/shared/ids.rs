//! Internal ids: time-ordered, so that rows of one table lie in the order in which they were made.

use crate::{
    rng::{self, NoRandomness, Rng},
    secret,
};
use jiff::Timestamp;

/// Sixteen hex digits of the time in microseconds and sixteen of chance.
///
/// # Errors
/// When no random bytes are to be had.
pub fn time_ordered(rng: &dyn Rng, now: Timestamp) -> Result<String, NoRandomness> {
    let chance = u64::from_le_bytes(rng::bytes::<8>(rng)?);
    Ok(format!("{:016x}{chance:016x}", now.as_microsecond().max(0)))
}

/// A handle that people's browsers carry: unguessable, 128 random bits.
///
/// # Errors
/// When no random bytes are to be had.
pub fn handle(rng: &dyn Rng) -> Result<String, NoRandomness> {
    secret::token::<16>(rng)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::SystemRng;

    #[test]
    fn later_ids_sort_behind_earlier_ones() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let first = time_ordered(&SystemRng, at("2026-11-22T00:00:00Z")).unwrap();
        let second = time_ordered(&SystemRng, at("2026-11-22T00:00:01Z")).unwrap();
        assert!(first < second && first.len() == 32);
    }
}
