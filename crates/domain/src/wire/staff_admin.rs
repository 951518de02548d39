//! `/api/desk/staff`: who may sign in at the desk, for the administrator alone; `/api/desk/password`: one's own.

use super::desk::Role;
use crate::{field::FieldCode, field::FieldError, str_enum::str_enum};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A phrase is longer than what a program tries; the longest is what a hash takes without effort.
pub const PASSWORD_LENGTH: std::ops::RangeInclusive<usize> = 12..=128;
const USERNAME_LENGTH: std::ops::RangeInclusive<usize> = 3..=40;
const NAME_LENGTH: std::ops::RangeInclusive<usize> = 2..=100;

/// `GET /api/desk/staff`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffList {
    /// By user name.
    pub staff: Vec<StaffRow>,
}

/// A member of staff, as the administrator sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffRow {
    /// Internal id.
    pub id: String,
    /// What they sign in with.
    pub username: String,
    /// Shown in the header.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Where they work.
    pub office_id: String,
    /// Whether a phone's code is asked for.
    pub has_code: bool,
    /// How many passkeys they have.
    pub passkeys: u8,
    /// May not sign in.
    pub disabled: bool,
    /// Until when a password that an administrator has set opens the desk; none where they chose their own.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub password_until: Option<Timestamp>,
    /// The administrator who looks at the list.
    pub me: bool,
}

/// `POST /api/desk/staff`: a new member of staff.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewStaff {
    /// Small letters, digits, dots, dashes, underscores.
    pub username: String,
    /// Shown in the header.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Where they work.
    pub office_id: String,
    /// The first password; they change it themselves.
    pub password: String,
}

/// `PUT /api/desk/staff/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EditStaff {
    /// Shown in the header.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Where they work.
    pub office_id: String,
}

str_enum! {
    /// What else an administrator may do with a member of staff. Each ends their sessions.
    pub enum StaffStep {
        /// May not sign in any more.
        Disable = "disable",
        /// May sign in again.
        Enable = "enable",
        /// Phone's code, recovery codes and passkeys are taken away: the next sign-in sets one up.
        ResetFactors = "reset_factors",
    }
}

/// `POST /api/desk/staff/{id}/step`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TakeStep {
    /// Which.
    pub step: StaffStep,
}

/// `POST /api/desk/staff/{id}/password`: shown once, to be told to its owner, who chooses another one at the first sign-in.
/// `{"password":"ABCD-EFGH-JKLM-NPQR","until":"2026-11-26T01:00:00Z"}`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OneTimePassword {
    /// The password.
    pub password: String,
    /// Until when it opens the desk.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub until: Timestamp,
}

/// `PUT /api/desk/password`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The one until now.
    pub current: String,
    /// The new one.
    pub new: String,
}

/// Whether a password of staff is long enough, and not too long.
///
/// # Errors
/// [`FieldCode::Required`], [`FieldCode::StaffPasswordLength`].
pub fn check_password(password: &str) -> Result<(), FieldCode> {
    match password.chars().count() {
        0 => Err(FieldCode::Required),
        count if PASSWORD_LENGTH.contains(&count) => Ok(()),
        _ => Err(FieldCode::StaffPasswordLength),
    }
}

/// Reads a user name.
///
/// # Errors
/// [`FieldCode::Required`], [`FieldCode::UsernameFormat`].
pub fn parse_username(text: &str) -> Result<String, FieldCode> {
    let text = text.trim();
    let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
    if text.is_empty() {
        Err(FieldCode::Required)
    } else if USERNAME_LENGTH.contains(&text.len()) && text.chars().all(known) {
        Ok(text.to_owned())
    } else {
        Err(FieldCode::UsernameFormat)
    }
}

/// Reads the name of a member of staff, which may be that of a desk.
///
/// # Errors
/// [`FieldCode::Required`], [`FieldCode::NameLength`].
pub fn parse_staff_name(text: &str) -> Result<String, FieldCode> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(FieldCode::Required),
        count if NAME_LENGTH.contains(&count) => Ok(name),
        _ => Err(FieldCode::NameLength),
    }
}

impl NewStaff {
    /// User name and name.
    ///
    /// # Errors
    /// Every field that is wrong, but for the office, which the server knows.
    pub fn parse(&self) -> Result<(String, String), Vec<FieldError>> {
        let username = parse_username(&self.username);
        let name = parse_staff_name(&self.name);
        let password = check_password(&self.password);
        let wrong = [
            ("username", username.as_ref().err()),
            ("name", name.as_ref().err()),
            ("password", password.as_ref().err()),
        ];
        let wrong: Vec<FieldError> = wrong
            .into_iter()
            .filter_map(|(field, code)| Some(FieldError::new(field, *code?)))
            .collect();
        match (username, name) {
            (Ok(username), Ok(name)) if wrong.is_empty() => Ok((username, name)),
            _ => Err(wrong),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_field_is_named() {
        let given = |username: &str, name: &str, password: &str| NewStaff {
            username: username.into(),
            name: name.into(),
            role: Role::Auditor,
            office_id: "hcm-pc06".into(),
            password: password.into(),
        };
        let wrong = given("Bà", " ", "ngan").parse().unwrap_err();
        let told: Vec<String> = wrong
            .iter()
            .map(|error| format!("{}:{}", error.field, error.code))
            .collect();
        assert_eq!(
            told,
            [
                "username:username_format",
                "name:required",
                "password:staff_password_length"
            ]
        );
        let read = given(" ba.nguyen ", "Bà  Nguyễn Mẫu", "mot mat khau rat dai").parse();
        assert_eq!(read, Ok(("ba.nguyen".into(), "Bà Nguyễn Mẫu".into())));
        assert_eq!(check_password(""), Err(FieldCode::Required));
        assert!(check_password(&"x".repeat(128)).is_ok() && check_password(&"x".repeat(129)).is_err());
    }
}
