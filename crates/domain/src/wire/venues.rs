//! `/api/venue`: a lodging or an apartment block with its own sign-in. `/api/desk/venues`: who registers them.

use super::attestations::{AttestationState, LONGEST_CHECKER};
use crate::{
    attest::Claim,
    delivery::Address,
    field::{FieldCode, FieldError},
    identity::ContactPhone,
    venue::VenueKind,
    wire::staff_admin::parse_username,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A name is what the owner of an e-ID reads of who has checked it: no longer than what anybody may call themselves.
const NAME_LENGTH: std::ops::RangeInclusive<usize> = 2..=LONGEST_CHECKER;

/// `POST /api/venue/session`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VenueSignIn {
    /// As it was registered.
    pub username: String,
    /// As typed.
    pub password: String,
}

/// `GET /api/venue/session`: who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VenueView {
    /// What it is.
    pub kind: VenueKind,
    /// Its name.
    pub name: String,
    /// House, street, commune and province.
    pub address: String,
    /// The password was given by an administrator: another one is chosen before anything else.
    pub must_change_password: bool,
}

/// What was said to a claim.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VenueSaid {
    /// About what.
    pub claim: Claim,
    /// Yes or no, of an age.
    pub truth: Option<bool>,
    /// In words or digits, of everything else.
    pub text: Option<String>,
}

/// A check of an e-ID. What was said stands only where the statement was good, and only what the person had ticked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VenueCheck {
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// What was answered.
    pub state: AttestationState,
    /// What was said.
    pub said: Vec<VenueSaid>,
}

/// `GET /api/venue/checks?day=2026-11-23`: of one day, the latest first.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VenueChecks {
    /// Hours after which a check is forgotten.
    pub kept_hours: u32,
    /// At most five hundred.
    pub checks: Vec<VenueCheck>,
}

/// A registered place, as the administrator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VenueRow {
    /// Internal id.
    pub id: String,
    /// What it is.
    pub kind: VenueKind,
    /// Its name.
    pub name: String,
    /// House and street.
    pub line: String,
    /// Five digits.
    pub commune_code: String,
    /// The commune with its province.
    pub commune: String,
    /// Where it can be reached.
    pub phone: String,
    /// What it signs in with.
    pub username: String,
    /// May not sign in.
    pub disabled: bool,
    /// Until when a password that an administrator has given opens it; none where it chose its own.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub password_until: Option<Timestamp>,
}

/// `GET /api/desk/venues`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VenueList {
    /// By name.
    pub venues: Vec<VenueRow>,
}

/// `POST /api/desk/venues`, and `PUT /api/desk/venues/{id}`, which leaves the user name as it is.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VenueInput {
    /// A word of [`VenueKind`].
    pub kind: String,
    /// Its name.
    pub name: String,
    /// House and street.
    pub line: String,
    /// Five digits.
    pub commune_code: String,
    /// Where it can be reached.
    pub phone: String,
    /// Small letters, digits, dots, dashes, underscores. Only for a new one.
    #[serde(default)]
    pub username: String,
}

/// The same, parsed.
pub struct ParsedVenue {
    /// What it is.
    pub kind: VenueKind,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub address: Address,
    /// Where it can be reached.
    pub phone: ContactPhone,
    /// What it signs in with; empty where it is not new.
    pub username: String,
}

impl VenueInput {
    /// Parses every field that counts; names every wrong one.
    ///
    /// # Errors
    /// `kind`, `name`, `commune_code`, `line`, `phone`, and of a new one `username`.
    pub fn parse(&self, is_new: bool) -> Result<ParsedVenue, Vec<FieldError>> {
        let mut wrong = Vec::new();
        let mut note = |field: &str, code| wrong.push(FieldError::new(field, code));
        let kind = VenueKind::parse(&self.kind);
        if kind.is_none() {
            note("kind", FieldCode::ChoiceUnknown);
        }
        let name = parse_name(&self.name).map_err(|code| note("name", code)).ok();
        let address = Address::parse(&self.line, &self.commune_code);
        if let Err(errors) = &address {
            wrong.extend(errors.iter().cloned());
        }
        let mut note = |field: &str, code| wrong.push(FieldError::new(field, code));
        let phone = ContactPhone::parse(&self.phone);
        let phone = phone.map_err(|code| note("phone", code)).ok();
        let username = if is_new {
            parse_username(&self.username)
                .map_err(|code| note("username", code))
                .ok()
        } else {
            Some(String::new())
        };
        match (kind, name, address, phone, username) {
            (Some(kind), Some(name), Ok(address), Some(phone), Some(username)) => Ok(ParsedVenue {
                kind,
                name,
                address,
                phone,
                username,
            }),
            _ => Err(wrong),
        }
    }
}

fn parse_name(text: &str) -> Result<String, FieldCode> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(FieldCode::Required),
        count if NAME_LENGTH.contains(&count) => Ok(name),
        count if count > LONGEST_CHECKER => Err(FieldCode::TextTooLong),
        _ => Err(FieldCode::NameLength),
    }
}

/// `POST /api/desk/venues/{id}/step`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct VenueStep {
    /// May sign in no more, or again.
    pub disabled: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_field_is_named() {
        let given = VenueInput {
            kind: "lodging".into(),
            name: " Nhà nghỉ  Hoa Sen ".into(),
            line: "12 Lê Lợi".into(),
            commune_code: "26740".into(),
            phone: "028 3838 7342".into(),
            username: "hoasen".into(),
        };
        let read = given.parse(true).ok().unwrap();
        assert_eq!(
            (read.name.as_str(), read.username.as_str()),
            ("Nhà nghỉ Hoa Sen", "hoasen")
        );
        let told = |given: &VenueInput, is_new| -> Vec<String> {
            let wrong = given.parse(is_new).err().unwrap_or_default();
            wrong
                .iter()
                .map(|error| format!("{}:{}", error.field, error.code))
                .collect()
        };
        assert_eq!(
            told(&VenueInput::default(), true),
            [
                "kind:choice_unknown",
                "name:required",
                "commune_code:required",
                "line:required",
                "phone:required",
                "username:required"
            ]
        );
        let renamed = VenueInput {
            username: String::new(),
            ..given.clone()
        };
        assert_eq!(told(&renamed, false), Vec::<String>::new());
        let long = VenueInput {
            name: "a".repeat(61),
            ..given
        };
        assert_eq!(told(&long, true), ["name:text_too_long"]);
    }
}
