//! `/api/account/helper` and `/api/desk/helper-sessions`: the owner of an account lets the help desk look along for some
//! minutes. Masked, read only; every look is told to the owner as it happens, and one tap of theirs ends it.

use super::desk::Role;
use crate::{
    account,
    booking::Service,
    dossier,
    field::{FieldCode, FieldError},
    secret::OneTimeCode,
    str_enum::str_enum,
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use serde::{Deserialize, Serialize};

/// Digits at the end of the personal number that go with the code: a code alone would be tried against everybody who waits.
pub const NUMBER_ENDS: usize = 4;
/// Sign-ins that a helper is shown.
pub const SIGN_INS: usize = 5;

str_enum! {
    /// What a helper can look at, one at a time.
    pub enum HelperPart {
        /// State of the account and what is in the person's way.
        Account = "account",
        /// Where and when it was used.
        Access = "access",
        /// How far the dossier is.
        Dossier = "dossier",
    }
}

str_enum! {
    /// How far it is.
    pub enum HelperState {
        /// No code was made lately.
        None = "none",
        /// A code waits for the helper.
        Waiting = "waiting",
        /// The helper can look.
        Open = "open",
        /// It is over.
        Ended = "ended",
    }
}

str_enum! {
    /// Who has ended it.
    pub enum HelperEnd {
        /// The owner.
        Citizen = "citizen",
        /// The helper.
        Helper = "helper",
        /// Nobody: its time was over, the code was not used, or one of both has signed out.
        Time = "time",
    }
}

str_enum! {
    /// What is in a person's way.
    pub enum HelperBlock {
        /// The last day of the card is over.
        CardExpired = "card_expired",
        /// It is near.
        CardSoon = "card_soon",
        /// Five wrong passcodes: none until midnight.
        PasscodeLocked = "passcode_locked",
        /// Five wrong answers to the security questions: none until midnight.
        AnswersLocked = "answers_locked",
        /// Five wrong passwords: none for a quarter of an hour.
        PasswordLocked = "password_locked",
        /// So many codes by message that no more go out within the hour.
        CodesUsedUp = "codes_used_up",
        /// No passkey: a new phone needs the password and a code.
        NoPasskey = "no_passkey",
    }
}

/// `POST /api/account/helper`: what the owner tells the helper. Shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelperCode {
    /// Six digits.
    pub code: String,
    /// Last four digits of the personal number.
    pub number_ends: String,
    /// Seconds the code is good for.
    pub expires_in_s: u32,
    /// Minutes the helper can look from then on.
    pub minutes: u16,
}

/// A look, as the owner is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelperLooked {
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// At what.
    pub part: HelperPart,
}

/// `GET /api/account/helper`: the one of the last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyHelper {
    /// How far it is.
    pub state: HelperState,
    /// Seconds until the code, or the looking, ends by itself.
    pub ends_in_s: u32,
    /// In which part the helper works, once there is one.
    #[serde(default)]
    pub role: Option<Role>,
    /// Who has ended it.
    #[serde(default)]
    pub ended_by: Option<HelperEnd>,
    /// Newest first.
    pub looks: Vec<HelperLooked>,
}

/// `POST /api/desk/helper-sessions`: what the owner has said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EnterHelperCode {
    /// Last four digits of the personal number, as typed.
    pub number_ends: String,
    /// Six digits, as typed.
    pub code: String,
}

impl EnterHelperCode {
    /// The digits of the number, and the code.
    ///
    /// # Errors
    /// What is wrong at `number_ends` and `code`.
    pub fn parse(&self) -> Result<(String, OneTimeCode), Vec<FieldError>> {
        let ends: String = self.number_ends.chars().filter(|c| !c.is_whitespace()).collect();
        let fault = if ends.is_empty() {
            Some(FieldCode::Required)
        } else if ends.len() != NUMBER_ENDS || !ends.bytes().all(|byte| byte.is_ascii_digit()) {
            Some(FieldCode::CodeFormat)
        } else {
            None
        };
        match (fault, OneTimeCode::parse(&self.code)) {
            (None, Ok(code)) => Ok((ends, code)),
            (fault, code) => {
                let ends = fault.map(|fault| FieldError::new("number_ends", fault));
                let code = code.err().map(|fault| FieldError::new("code", fault));
                Err(ends.into_iter().chain(code).collect())
            }
        }
    }
}

/// The answer to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelperOpened {
    /// What its looks are asked under; worth nothing without the session of who entered the code.
    pub id: String,
    /// `N. V. Thử`.
    pub name_masked: String,
    /// `098*****0123`.
    pub number_masked: String,
    /// Seconds until it ends by itself.
    pub ends_in_s: u32,
}

/// `GET /api/desk/helper-sessions/{id}`: it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelperGoesOn {
    /// Seconds until it ends by itself.
    pub ends_in_s: u32,
}

/// `POST /api/desk/helper-sessions/{id}/looks`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LookAlong {
    /// At what.
    pub part: HelperPart,
}

/// What the helper sees: the one part that was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelperView {
    /// State and what is in the way.
    #[serde(default)]
    pub account: Option<HelperAccount>,
    /// Where and when it was used.
    #[serde(default)]
    pub access: Option<HelperAccess>,
    /// How far the dossier is; none where it is kept no more.
    #[serde(default)]
    pub dossier: Option<HelperDossier>,
}

/// State of the account and what is in the person's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelperAccount {
    /// State.
    pub state: account::State,
    /// 1 or 2.
    pub level: u8,
    /// Last three digits of the phone for codes.
    pub phone_ends: String,
    /// Last day of the card, where it is known and has one.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub card_expires_on: Option<Date>,
    /// What is in the way, the worst first.
    pub blocks: Vec<HelperBlock>,
}

/// Where and when the account was used. No address, no name of a device that its owner gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelperAccess {
    /// Browsers that are signed in.
    pub sessions: u32,
    /// Passkeys.
    pub passkeys: u32,
    /// Since when the account is in use on the device that it is on.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub device_since: Option<Timestamp>,
    /// At most five, newest first.
    pub sign_ins: Vec<HelperSignIn>,
}

/// A try to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelperSignIn {
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// What became of it.
    pub way: SignInWay,
}

str_enum! {
    /// What became of a try to sign in.
    pub enum SignInWay {
        /// Signed in with the password.
        Password = "password",
        /// Signed in with a passkey.
        Passkey = "passkey",
        /// The password was wrong.
        Refused = "refused",
    }
}

/// How far the dossier is with which the account was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelperDossier {
    /// What for.
    pub service: Service,
    /// State.
    pub state: dossier::State,
    /// Name of the office in Vietnamese.
    pub office: String,
    /// The same in English.
    pub office_en: String,
    /// Local time of the last visit that was booked.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub visit_at: Option<DateTime>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_digits_and_six() {
        let entered = |ends: &str, code: &str| {
            let typed = EnterHelperCode {
                number_ends: ends.into(),
                code: code.into(),
            };
            typed.parse().map(|(ends, code)| (ends, code.expose().to_owned()))
        };
        assert_eq!(entered(" 01 23", "123 456"), Ok(("0123".into(), "123456".into())));
        let fields = |ends, code| -> Vec<String> {
            let wrong = entered(ends, code).unwrap_err();
            wrong
                .iter()
                .map(|one| format!("{}:{}", one.field, one.code))
                .collect()
        };
        assert_eq!(fields("", "1"), ["number_ends:required", "code:code_format"]);
        for odd in ["123", "12345", "12a4", "١٢٣٤"] {
            assert_eq!(fields(odd, "123456"), ["number_ends:code_format"], "{odd}");
        }
    }
}
