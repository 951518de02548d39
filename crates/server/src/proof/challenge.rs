//! A challenge and its solution.
//!
//! `1.limit.expires.bits.parts.nonce.tag`: the tag is a keyed digest of all that and of the source, so nothing need be
//! stored until a proof is given, and a proof opens nothing but what it was asked for. The proof is the challenge, a colon,
//! and a number a part.

use super::Settings;
use crate::{
    rng::{NoRandomness, Rng},
    secret::{self, Keys},
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

const VERSION: &str = "1";
const PURPOSE: &str = "proof of work";

/// Challenges made and judged.
#[derive(Debug)]
pub struct Challenge;

/// A proof that holds; whether it was given before is the store's to say.
#[derive(Debug, PartialEq, Eq)]
pub struct Good {
    /// SHA-256 of the challenge.
    pub id: String,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Why a proof counts for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It does not read as one.
    Malformed,
    /// We did not make it, or for another limit or source.
    NotOurs,
    /// It came too late.
    Expired,
    /// A number does not solve its part, or there are too few or too many.
    Unsolved,
}

impl Challenge {
    /// A new one.
    ///
    /// # Errors
    /// When no random bytes are to be had.
    pub fn issue(
        keys: &Keys,
        rng: &dyn Rng,
        settings: &Settings,
        limit: &str,
        source: &str,
        now: Timestamp,
    ) -> Result<String, NoRandomness> {
        let expires = now.saturating_add(settings.lasts).unwrap_or(Timestamp::MAX);
        let nonce = secret::token::<16>(rng)?;
        let body = format!(
            "{VERSION}.{limit}.{}.{}.{}.{nonce}",
            expires.as_second(),
            settings.bits,
            settings.parts
        );
        let tag = keys.blind(PURPOSE, &[&body, source]);
        Ok(format!("{body}.{tag}"))
    }

    /// Whether a proof is one for this limit and source. The cheapest questions first.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn judge(
        keys: &Keys,
        given: &str,
        limit: &str,
        source: &str,
        now: Timestamp,
    ) -> Result<Good, Refused> {
        let (challenge, numbers) = given.split_once(':').ok_or(Refused::Malformed)?;
        let (body, tag) = challenge.rsplit_once('.').ok_or(Refused::Malformed)?;
        let parts: Vec<&str> = body.split('.').collect();
        let &[VERSION, of, expires, bits, count, _nonce] = parts.as_slice() else {
            return Err(Refused::Malformed);
        };
        if of != limit || !keys.matches(PURPOSE, &[body, source], tag) {
            return Err(Refused::NotOurs);
        }
        let number = |text: &str| text.parse::<u32>().map_err(|_| Refused::Malformed);
        let expires = expires
            .parse()
            .ok()
            .and_then(|at| Timestamp::from_second(at).ok());
        let expires_at = expires.ok_or(Refused::Malformed)?;
        if expires_at <= now {
            return Err(Refused::Expired);
        }
        let (bits, count) = (number(bits)?, number(count)?);
        let seed = Sha256::digest(challenge.as_bytes());
        let mut solved = 0;
        for text in numbers.split(',') {
            let right = text
                .parse()
                .is_ok_and(|number| solves(&seed, solved, number, bits));
            if !right || solved == count {
                return Err(Refused::Unsolved);
            }
            solved += 1;
        }
        if solved == count {
            let id = secret::digest(challenge);
            Ok(Good { id, expires_at })
        } else {
            Err(Refused::Unsolved)
        }
    }
}

/// Whether SHA-256 of the seed, the part and the number, both in four bytes with the highest first, begins with so many
/// zero bits.
#[must_use]
pub fn solves(seed: &[u8], part: u32, number: u32, bits: u32) -> bool {
    let mut hash = Sha256::new();
    hash.update(seed);
    hash.update(part.to_be_bytes());
    hash.update(number.to_be_bytes());
    let hash = hash.finalize();
    let first = hash
        .first_chunk()
        .map_or(u32::MAX, |four| u32::from_be_bytes(*four));
    first.leading_zeros() >= bits
}

#[cfg(test)]
mod tests;
