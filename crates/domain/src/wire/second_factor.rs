//! What staff prove besides the password: a code of their phone (RFC 6238), or one of ten for the day it is lost.

use super::{desk::StaffView, drawn_code::DrawnCode};
use crate::{field::FieldCode, str_enum::str_enum};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Recovery codes that are given out together.
pub const RECOVERY_CODES: usize = 10;
/// Characters of a recovery code, without the dash in its middle.
pub const RECOVERY_LENGTH: usize = 10;

str_enum! {
    /// What comes after a right password.
    pub enum SignInNext {
        /// Nothing: signed in.
        Done = "done",
        /// The code of the second factor.
        Code = "code",
        /// A passkey: the second factor where no phone's code was set up.
        Passkey = "passkey",
        /// Setting the second factor up.
        Enrol = "enrol",
    }
}

/// `POST /api/desk/session`, `POST /api/desk/session/code`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffSignedIn {
    /// What comes now.
    pub next: SignInNext,
    /// Who is signed in; none before that.
    #[serde(default)]
    pub staff: Option<StaffView>,
    /// Recovery codes left, where one was used to sign in.
    #[serde(default)]
    pub recovery_left: Option<u8>,
    /// Whether a passkey can be given in the place of the code.
    #[serde(default)]
    pub passkey: bool,
}

/// `POST /api/desk/session/code`, `POST /api/desk/second-factor/confirm`, `…/recovery-codes`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GiveCode {
    /// Six digits; to sign in also a recovery code. As typed.
    pub code: String,
}

/// A code that has the right form.
#[derive(Clone, PartialEq, Eq)]
pub enum TypedCode {
    /// Six digits of the phone.
    Digits(String),
    /// A recovery code, without dash and in capitals.
    Recovery(String),
}

impl TypedCode {
    /// Reads what was typed: blanks and dashes do not count, nor does the case.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::CodeFormat`].
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        let bare: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        if bare.is_empty() {
            return Err(FieldCode::Required);
        }
        if bare.len() == 6 && bare.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Self::Digits(bare));
        }
        if bare.len() == RECOVERY_LENGTH && bare.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Ok(Self::Recovery(bare));
        }
        Err(FieldCode::CodeFormat)
    }
}

/// `POST /api/desk/second-factor`: a new secret, shown once; it counts when its first code was given.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Enrolment {
    /// The secret in base32, for typing it.
    pub secret: String,
    /// The code to scan.
    #[serde(default)]
    pub code: Option<DrawnCode>,
    /// The account's name in the phone.
    pub account: String,
}

/// `POST /api/desk/second-factor/confirm` and `…/recovery-codes`: the codes are shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryCodes {
    /// Ten, each in two halves.
    pub codes: Vec<String>,
    /// Who is signed in now.
    pub staff: StaffView,
}

/// `GET /api/desk/second-factor`: one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FactorView {
    /// Since when; none where there is none.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub enrolled_at: Option<Timestamp>,
    /// Recovery codes left.
    pub recovery_left: u8,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_people_type_them() {
        let read = |text| match TypedCode::parse(text) {
            Ok(TypedCode::Digits(digits)) => format!("d{digits}"),
            Ok(TypedCode::Recovery(code)) => format!("r{code}"),
            Err(code) => code.as_str().to_owned(),
        };
        for (text, wanted) in [
            ("123456", "d123456"),
            (" 123 456 ", "d123456"),
            ("abcde-fgh23", "rABCDEFGH23"),
            ("ABCDEFGH23", "rABCDEFGH23"),
            ("", "required"),
            (" - ", "required"),
            ("12345", "code_format"),
            ("12345a", "code_format"),
            ("ABCDE-FGH2!", "code_format"),
            ("１２３４５６", "code_format"),
        ] {
            assert_eq!(read(text), wanted, "{text:?}");
        }
    }
}
