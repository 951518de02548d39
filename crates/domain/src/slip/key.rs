//! Keys: the server's secret one, and the public ones that everybody checks with (RFC 8037).

use super::{base64url, claims::SlipClaims, token};
use ed25519_dalek::{Signature, Signer, VerifyingKey};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A public Ed25519 key: `{"kty":"OKP","crv":"Ed25519","x":"…","kid":"…","use":"sig","alg":"EdDSA"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Jwk {
    /// `OKP`.
    pub kty: String,
    /// `Ed25519`.
    pub crv: String,
    /// The 32 bytes in base64url.
    pub x: String,
    /// Its name in a slip's header.
    pub kid: String,
    /// `sig`.
    #[serde(rename = "use")]
    pub usage: String,
    /// `EdDSA`.
    pub alg: String,
}

/// All keys that a slip may be signed with (RFC 7517 §5): today's first, then former ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeySet {
    /// The keys.
    pub keys: Vec<Jwk>,
}

impl Jwk {
    /// A public key under a name; `None` where `x` is not 32 bytes that are a sound key.
    #[must_use]
    pub fn of(x: &str, kid: &str) -> Option<Self> {
        let key = Self {
            kty: "OKP".to_owned(),
            crv: "Ed25519".to_owned(),
            x: x.to_owned(),
            kid: kid.to_owned(),
            usage: "sig".to_owned(),
            alg: "EdDSA".to_owned(),
        };
        key.read().is_some().then_some(key)
    }

    /// The members that make a key's thumbprint, in the order the standard asks for (RFC 7638 §3.2, RFC 8037 §2).
    #[must_use]
    pub fn thumbprint_input(&self) -> String {
        format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{}"}}"#, self.x)
    }

    /// Whether a signature of these bytes is this key's.
    pub(crate) fn verifies(&self, bytes: &[u8], signature: &[u8]) -> bool {
        let signature = Signature::from_slice(signature).ok();
        let both = self.read().zip(signature);
        both.is_some_and(|(key, signature)| key.verify_strict(bytes, &signature).is_ok())
    }

    pub(super) fn read(&self) -> Option<VerifyingKey> {
        let bytes = base64url::decode(&self.x).filter(|_| self.kty == "OKP" && self.crv == "Ed25519")?;
        let key = VerifyingKey::from_bytes(&bytes.try_into().ok()?).ok()?;
        (!key.is_weak()).then_some(key)
    }
}

/// The secret key that signs slips.
#[derive(Clone)]
pub struct SigningKey {
    secret: ed25519_dalek::SigningKey,
    kid: String,
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.kid)
    }
}

impl SigningKey {
    /// From 32 random bytes; `name` makes the key's name out of its public half.
    #[must_use]
    pub fn new(seed: [u8; 32], name: impl Fn(&Jwk) -> String) -> Option<Self> {
        let secret = ed25519_dalek::SigningKey::from_bytes(&seed);
        let unnamed = Jwk::of(&base64url::encode(secret.verifying_key().as_bytes()), "")?;
        let kid = name(&unnamed);
        Some(Self { secret, kid })
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.kid
    }

    /// Signs bytes of another kind of token, which must be such that none of them is a slip's.
    pub(crate) fn sign_bytes(&self, bytes: &[u8]) -> [u8; 64] {
        self.secret.sign(bytes).to_bytes()
    }

    /// Its public half.
    #[must_use]
    pub fn public(&self) -> Option<Jwk> {
        Jwk::of(
            &base64url::encode(self.secret.verifying_key().as_bytes()),
            &self.kid,
        )
    }

    /// The token of a visit. The same visit gives the same token.
    #[must_use]
    pub fn sign(&self, claims: &SlipClaims) -> Option<String> {
        let input = token::input(claims, &self.kid)?;
        let signature = self.secret.sign(input.as_bytes());
        Some(format!("{input}.{}", base64url::encode(&signature.to_bytes())))
    }
}
