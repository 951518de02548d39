//! What a proof costs, and from when on it is asked for.

use crate::config::ConfigError;
use jiff::SignedDuration;
use std::collections::BTreeMap;

/// The limits that are used up to hoard: places, messages, look-ups.
const ASKED: [(&str, &str); 4] = [
    ("hold_source", "proof_hold_source"),
    ("phone_code_source", "proof_phone_code_source"),
    ("tracking_code_source", "proof_tracking_code_source"),
    ("tracking_person_source", "proof_tracking_person_source"),
];
/// Zero bits of each part: with [`PARTS`] some 1.6 million tries, 0.7 s on a laptop, 2.7 s on a phone four times slower.
const BITS: u32 = 15;
/// Parts of a challenge: their sum varies by a seventh, a single one of the same cost by its whole length.
const PARTS: u32 = 48;
/// Seconds until a challenge is too old.
const LASTS: u32 = 120;

/// Read from the limits' table: every name begins with `proof_`.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Zero bits of each part.
    pub bits: u32,
    /// Parts of a challenge.
    pub parts: u32,
    /// How long a challenge is good.
    pub lasts: SignedDuration,
    after: BTreeMap<&'static str, u32>,
}

impl Settings {
    /// The names of the table that are ours.
    #[must_use]
    pub fn knows(name: &str) -> bool {
        let own = ["proof_bits", "proof_parts", "proof_lasts_s"];
        own.contains(&name) || ASKED.iter().any(|(_, known)| *known == name)
    }

    /// The defaults, with what the table replaces; `most` is the count of a limit.
    ///
    /// # Errors
    /// When a challenge could not be worked off, or would cost nothing.
    pub fn new(
        replaced: &BTreeMap<String, u32>,
        most: impl Fn(&str) -> Option<u32>,
    ) -> Result<Self, ConfigError> {
        let number = |name: &str, usual: u32| replaced.get(name).copied().unwrap_or(usual);
        let after = ASKED.iter().map(|(limit, name)| {
            let usual = most(limit).map_or(u32::MAX, usual_share);
            (*limit, number(name, usual))
        });
        let settings = Self {
            bits: number("proof_bits", BITS),
            parts: number("proof_parts", PARTS),
            lasts: SignedDuration::from_secs(number("proof_lasts_s", LASTS).into()),
            after: after.collect(),
        };
        let fits = (1..=24).contains(&settings.bits)
            && (1..=256).contains(&settings.parts)
            && settings.lasts >= SignedDuration::from_secs(10);
        if fits {
            Ok(settings)
        } else {
            Err(ConfigError::Value {
                name: "limits",
                reason: "proof_bits is 1 to 24, proof_parts 1 to 256, proof_lasts_s 10 or more",
            })
        }
    }

    /// So many requests of a source are free of proofs; all of them where none is ever asked for.
    #[must_use]
    pub fn after(&self, limit: &str) -> u32 {
        self.after.get(limit).copied().unwrap_or(u32::MAX)
    }
}

/// Two fifths of a limit: a family that changes its mind stays below. A limit of a handful is strict enough.
const fn usual_share(most: u32) -> u32 {
    if most < 5 { most } else { most / 5 * 2 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(pairs: &[(&str, u32)]) -> Result<Settings, ConfigError> {
        let replaced = pairs.iter().map(|(name, value)| ((*name).to_owned(), *value));
        Settings::new(&replaced.collect(), |limit| (limit != "no_such").then_some(20))
    }

    #[test]
    fn a_share_of_the_limit_is_free_unless_it_is_said_otherwise() {
        let usual = with(&[]).unwrap();
        assert_eq!((usual.after("hold_source"), usual.bits, usual.parts), (8, 15, 48));
        assert_eq!(usual.after("booking_source"), u32::MAX, "nobody is asked there");
        assert_eq!(with(&[("proof_hold_source", 0)]).unwrap().after("hold_source"), 0);
        assert_eq!([2, 4, 5, 20, 30].map(usual_share), [2, 4, 2, 8, 12]);
    }

    #[test]
    fn what_cannot_be_worked_off_or_costs_nothing_is_refused() {
        for bad in [
            ("proof_bits", 0),
            ("proof_bits", 25),
            ("proof_parts", 0),
            ("proof_parts", 257),
            ("proof_lasts_s", 9),
        ] {
            let error = with(&[bad]).unwrap_err().to_string();
            assert!(error.starts_with("limits: proof_bits"), "{error}");
        }
        assert!(Settings::knows("proof_bits") && !Settings::knows("proof_booking_source"));
    }
}
