//! The key that signs slips, and the public ones that are published.

use crate::secret;
use axum::body::Bytes;
use eid_domain::slip::{Jwk, KeySet, SigningKey};

/// Symbols of a key's thumbprint that name it: 48 bits tell a handful of keys apart, and the code stays small.
const NAME_LENGTH: usize = 8;

/// Today's key and the former ones.
#[derive(Clone, Debug)]
pub struct SlipKeys {
    signing: SigningKey,
    public: KeySet,
    json: Bytes,
}

/// A key that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct BadKey(&'static str);

impl SlipKeys {
    /// From 64 hex digits and the public keys used before.
    ///
    /// # Errors
    /// Names the setting that cannot be used.
    pub fn load(hex: &str, old: &[String]) -> Result<Self, BadKey> {
        const BAD: BadKey = BadKey("slip_key: 64 hex digits");
        let seed = secret::bytes32(hex).ok_or(BAD)?;
        let signing = SigningKey::new(seed, name).ok_or(BAD)?;
        let mut public = KeySet {
            keys: vec![signing.public().ok_or(BAD)?],
        };
        for x in old {
            let unnamed =
                Jwk::of(x, "").ok_or(BadKey("slip_old_keys: each the `x` of an Ed25519 public key"))?;
            let kid = name(&unnamed);
            if public.keys.iter().all(|known| known.kid != kid) {
                public.keys.push(Jwk { kid, ..unnamed });
            }
        }
        let json = serde_json::to_vec(&public).map_err(|_| BAD)?.into();
        Ok(Self {
            signing,
            public,
            json,
        })
    }

    /// Signs.
    #[must_use]
    pub const fn signing(&self) -> &SigningKey {
        &self.signing
    }

    /// What everybody checks with.
    #[must_use]
    pub const fn public(&self) -> &KeySet {
        &self.public
    }

    /// The same as JSON.
    #[must_use]
    pub fn json(&self) -> Bytes {
        self.json.clone()
    }
}

fn name(key: &Jwk) -> String {
    let whole = secret::thumbprint(&key.thumbprint_input());
    whole.chars().take(NAME_LENGTH).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8037, appendix A.1 to A.3.
    const SEED: &str = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    const X: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    #[test]
    fn a_key_is_named_by_its_thumbprint() {
        let keys = SlipKeys::load(SEED, &[]).unwrap();
        assert_eq!(
            (keys.public.keys[0].x.as_str(), keys.public.keys[0].kid.as_str()),
            (X, "kPrK_qmx")
        );
        assert!(!format!("{keys:?}").contains("9d61b1"));
    }

    #[test]
    fn a_former_key_stays_and_today_s_is_not_listed_twice() {
        let other = SlipKeys::load(&"01".repeat(32), &[X.to_owned(), X.to_owned()]).unwrap();
        let names: Vec<&str> = other.public.keys.iter().map(|key| key.kid.as_str()).collect();
        assert_eq!((names.len(), names[1]), (2, "kPrK_qmx"));
        assert_eq!(
            SlipKeys::load(SEED, &[X.to_owned()]).unwrap().public.keys.len(),
            1
        );
    }

    #[test]
    fn a_key_that_is_none_is_named() {
        let error = |hex: &str, old: &str| SlipKeys::load(hex, &[old.to_owned()]).unwrap_err().to_string();
        assert!(error("00", X).starts_with("slip_key: "));
        assert!(error(SEED, "AAAA").starts_with("slip_old_keys: "));
    }
}
