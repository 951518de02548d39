//! Tokens, digests and keyed digests. Only digests are ever stored.

use crate::rng::{self, NoRandomness, Rng};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chacha20poly1305::{
    XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// A new unguessable token of `N` random bytes, in base64url.
///
/// # Errors
/// When no random bytes are to be had.
pub fn token<const N: usize>(rng: &dyn Rng) -> Result<String, NoRandomness> {
    Ok(URL_SAFE_NO_PAD.encode(rng::bytes::<N>(rng)?))
}

/// SHA-256 in hex: what the database keeps of a token.
#[must_use]
pub fn digest(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// SHA-256 in hex over several parts; each is preceded by its length, so no two lists collide.
#[must_use]
pub fn digest_parts(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hex(&hasher.finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(digit)
        .collect()
}

fn digit(nibble: u8) -> char {
    char::from_digit(u32::from(nibble), 16).unwrap_or('0')
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(16)).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    digits
        .chunks(2)
        .map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok())
        .collect()
}

/// The 32 bytes that 64 hex digits stand for; `None` for anything else.
#[must_use]
pub fn bytes32(hex: &str) -> Option<[u8; 32]> {
    unhex(hex.trim())?.try_into().ok()
}

/// SHA-256 in base64url: what names a public key (RFC 7638).
#[must_use]
pub fn thumbprint(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text.as_bytes()))
}

/// The server's key for everything that must not be guessable from the database alone.
#[derive(Clone)]
pub struct Keys {
    key: [u8; 32],
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// From 64 hex digits; `None` for anything else.
    #[must_use]
    pub fn parse(hex: &str) -> Option<Self> {
        bytes32(hex).map(|key| Self { key })
    }

    /// A new key and the 64 hex digits it is stored as.
    ///
    /// # Errors
    /// When no random bytes are to be had.
    pub fn generate(rng: &dyn Rng) -> Result<(Self, String), NoRandomness> {
        let key = rng::bytes::<32>(rng)?;
        Ok((Self { key }, hex(&key)))
    }

    fn mac(&self, purpose: &str, parts: &[&str]) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        for part in std::iter::once(&purpose).chain(parts) {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part.as_bytes());
        }
        Some(mac)
    }

    /// A keyed digest in hex. `purpose` keeps digests of different things apart.
    #[must_use]
    pub fn blind(&self, purpose: &str, parts: &[&str]) -> String {
        self.mac(purpose, parts)
            .map(|mac| hex(&mac.finalize().into_bytes()))
            .unwrap_or_default()
    }

    /// A key of 128 bits that nobody else can work out, and we again whenever we need it, in base64url.
    #[must_use]
    pub fn derived(&self, purpose: &str, parts: &[&str]) -> String {
        let bytes = self.mac(purpose, parts).map(|mac| mac.finalize().into_bytes());
        let half = bytes
            .as_ref()
            .and_then(|bytes| bytes.get(..16))
            .unwrap_or_default();
        URL_SAFE_NO_PAD.encode(half)
    }

    fn cipher(&self, purpose: &str) -> Option<XChaCha20Poly1305> {
        let key = self.mac(purpose, &["cipher"])?.finalize().into_bytes();
        XChaCha20Poly1305::new_from_slice(&key).ok()
    }

    /// Encrypts what must be read again (XChaCha20-Poly1305, a nonce by chance), in base64url. It opens only for the same
    /// purpose and owner.
    ///
    /// # Errors
    /// When no random bytes are to be had.
    pub fn seal(
        &self,
        rng: &dyn Rng,
        purpose: &str,
        owner: &str,
        secret: &[u8],
    ) -> Result<String, NoRandomness> {
        let nonce = rng::bytes::<24>(rng)?;
        let payload = Payload {
            msg: secret,
            aad: owner.as_bytes(),
        };
        let sealed = self
            .cipher(purpose)
            .and_then(|cipher| cipher.encrypt(&nonce.into(), payload).ok())
            .unwrap_or_default();
        Ok(URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat()))
    }

    /// Decrypts what [`Keys::seal`] made; `None` under another key, for another purpose or owner, or where it was changed.
    #[must_use]
    pub fn open(&self, purpose: &str, owner: &str, sealed: &str) -> Option<Vec<u8>> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, msg) = bytes.split_at_checked(24)?;
        let nonce: [u8; 24] = nonce.try_into().ok()?;
        let payload = Payload {
            msg,
            aad: owner.as_bytes(),
        };
        self.cipher(purpose)?.decrypt(&nonce.into(), payload).ok()
    }

    /// Whether `expected` is the keyed digest of the parts, in constant time.
    #[must_use]
    pub fn matches(&self, purpose: &str, parts: &[&str], expected: &str) -> bool {
        match (self.mac(purpose, parts), unhex(expected)) {
            (Some(mac), Some(tag)) => mac.verify_slice(&tag).is_ok(),
            _ => false,
        }
    }
}

/// Whether two digests are the same, in a time that does not tell where they differ.
#[must_use]
pub fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::SystemRng;

    #[test]
    fn a_keyed_digest_matches_only_its_own_parts_and_purpose() {
        let (keys, stored) = Keys::generate(&SystemRng).unwrap();
        let again = Keys::parse(&stored).unwrap();
        let tag = keys.blind("code", &["id", "123456"]);
        assert!(again.matches("code", &["id", "123456"], &tag));
        assert!(!again.matches("code", &["id1", "23456"], &tag));
        assert!(!again.matches("phone", &["id", "123456"], &tag));
        assert!(!again.matches("code", &["id", "123456"], "not hex"));
        assert!(Keys::parse("00").is_none());
    }

    #[test]
    fn what_is_sealed_opens_for_its_purpose_and_owner_alone() {
        let (keys, _) = Keys::generate(&SystemRng).unwrap();
        let sealed = keys.seal(&SystemRng, "factor", "s1", b"secret").unwrap();
        assert_eq!(
            keys.open("factor", "s1", &sealed).as_deref(),
            Some(&b"secret"[..])
        );
        assert_ne!(sealed, keys.seal(&SystemRng, "factor", "s1", b"secret").unwrap());
        assert_eq!(keys.open("factor", "s2", &sealed), None);
        assert_eq!(keys.open("other", "s1", &sealed), None);
        assert_eq!(
            Keys::generate(&SystemRng)
                .unwrap()
                .0
                .open("factor", "s1", &sealed),
            None
        );
        let mut changed = sealed.clone().into_bytes();
        changed[40] ^= 1;
        assert_eq!(
            keys.open("factor", "s1", std::str::from_utf8(&changed).unwrap()),
            None
        );
        for rubbish in ["", "AAAA", "not base64!"] {
            assert_eq!(keys.open("factor", "s1", rubbish), None);
        }
    }

    #[test]
    fn digests_are_the_well_known_ones() {
        assert_eq!(
            digest("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_ne!(digest_parts(&[b"ab", b"c"]), digest_parts(&[b"a", b"bc"]));
    }

    #[test]
    fn tokens_differ_and_equality_is_whole() {
        assert!(same(b"abc", b"abc") && !same(b"abc", b"abd") && !same(b"abc", b"ab"));
        assert_ne!(token::<32>(&SystemRng).unwrap(), token::<32>(&SystemRng).unwrap());
        assert_eq!(token::<16>(&SystemRng).unwrap().len(), 22);
    }
}
