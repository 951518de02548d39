//! Passkeys (WebAuthn), of citizens at `/api/account/passkeys` and of staff at `/api/desk/passkeys`, and signing in with one.
//!
//! What the browser's own functions take and give travels as the JSON text that they take and give
//! (`parseCreationOptionsFromJSON`, `toJSON`); nobody between browser and library reads it.

use crate::field::FieldCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Characters of the longest name.
pub const NAME_LENGTH: usize = 40;
/// So many passkeys somebody may have.
pub const MOST: usize = 10;

/// `…/passkeys/begin`, `…/session/passkey/begin`: what the authenticator is asked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CeremonyBegun {
    /// Given back with the answer; good once, for five minutes.
    pub ceremony: String,
    /// `PublicKeyCredentialCreationOptionsJSON` or `PublicKeyCredentialRequestOptionsJSON`, as text.
    pub options: String,
}

/// `POST /api/session/passkey`, `POST /api/desk/session/passkey`: what the authenticator answered.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CeremonyDone {
    /// From the beginning.
    pub ceremony: String,
    /// `AuthenticationResponseJSON`, as text.
    pub credential: String,
}

/// `POST /api/account/passkeys`, `POST /api/desk/passkeys`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AddPasskey {
    /// From the beginning.
    pub ceremony: String,
    /// `RegistrationResponseJSON`, as text.
    pub credential: String,
    /// What the owner calls it, as typed.
    pub name: String,
}

/// Reads what a passkey is called.
///
/// # Errors
/// [`FieldCode::Required`], [`FieldCode::TextTooLong`].
pub fn parse_name(text: &str) -> Result<String, FieldCode> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(FieldCode::Required);
    }
    if name.chars().count() > NAME_LENGTH {
        return Err(FieldCode::TextTooLong);
    }
    Ok(name)
}

/// `GET /api/account/passkeys`, `GET /api/desk/passkeys`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Passkeys {
    /// Oldest first.
    pub passkeys: Vec<PasskeyView>,
}

/// One of one's own passkeys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasskeyView {
    /// What it is taken away by.
    pub id: String,
    /// What the owner calls it.
    pub name: String,
    /// Since when.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub created_at: Timestamp,
    /// When it was last used.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub used_at: Option<Timestamp>,
    /// Two devices seem to have the same key: it opens nothing any more.
    pub cloned: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_of_some_characters() {
        assert_eq!(
            parse_name("  Điện thoại \n của  tôi ").as_deref(),
            Ok("Điện thoại của tôi")
        );
        assert_eq!(parse_name(" \t "), Err(FieldCode::Required));
        assert!(parse_name(&"ă".repeat(NAME_LENGTH)).is_ok());
        assert_eq!(
            parse_name(&"ă".repeat(NAME_LENGTH + 1)),
            Err(FieldCode::TextTooLong)
        );
    }
}
