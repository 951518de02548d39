//! `/api/account/aid` and `/api/desk/aid`: social assistance, for who gets it and for who brings the lists.

use super::{batches::Told, bookings::ApplicantInput};
use crate::{
    aid::{BenefitKind, Missing, PayoutKind, PayoutNumber, Provider, same_holder},
    fee::Exemption,
    field::{FieldCode, FieldError},
    identity::PersonName,
    str_enum::str_enum,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// Most rows of one list.
pub const MOST_ROWS: usize = 2_000;
/// Longest list in bytes.
pub const MOST_BYTES: usize = 512 * 1024;

str_enum! {
    /// A column of a commune's list.
    pub enum Column {
        /// Twelve digits.
        PersonalNumber = "personal_number",
        /// Family, middle and given name.
        FullName = "full_name",
        /// `15/08/1985` or `1985-08-15`; of old papers the year alone.
        BirthDate = "birth_date",
        /// See [`BenefitKind`].
        Kind = "kind",
        /// The commune's five digits, or its name with the province.
        Commune = "commune",
        /// First day.
        ValidFrom = "valid_from",
        /// Last day; empty where there is none.
        ValidTo = "valid_to",
        /// Mobile number for messages; may be empty, and the whole column may be missing.
        Phone = "phone",
    }
}

/// `POST /api/desk/aid/preview`: what would become of this list? Nothing is stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AidList {
    /// The text of the CSV file: a header and a row for each person and kind, columns between `,` or `;` or tabs.
    pub csv: String,
}

/// `POST /api/desk/aid`: the good rows are taken over.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfirmAidList {
    /// The same list.
    pub csv: String,
    /// [`AidListView::seen`] of the preview: what was confirmed is what was seen.
    pub seen: String,
}

/// A list, row by row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AidListView {
    /// Stands for this list as it was seen.
    pub seen: String,
    /// In the order of the file.
    pub rows: Vec<AidListRow>,
}

/// One row of a list.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AidListRow {
    /// Its line in the file, from 1.
    pub line: u32,
    /// The name as it stands there.
    pub full_name: String,
    /// What becomes of it.
    pub outcome: Outcome,
}

impl std::fmt::Debug for AidListRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AidListRow")
            .field("line", &self.line)
            .finish_non_exhaustive()
    }
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// Not on the office's lists so far.
    New,
    /// On them, with other data: name, birth date, commune, days or phone.
    Changed,
    /// On them as it stands here.
    Same,
    /// The same person with the same kind stands further up.
    Repeated {
        /// On this line.
        line: u32,
    },
    /// Something is wrong with it: `field` is a [`Column`].
    Wrong {
        /// Every wrong column.
        fields: Vec<FieldError>,
    },
}

impl Outcome {
    /// Whether confirming the list writes this row.
    #[must_use]
    pub const fn is_written(&self) -> bool {
        matches!(self, Self::New | Self::Changed)
    }
}

/// `GET /api/desk/aid`: people on the own office's lists to whom something is still missing, and how many have everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AidPeopleView {
    /// At most 500, by what is missing and then by name.
    pub rows: Vec<AidPerson>,
    /// People on a list that is valid today.
    pub all: u32,
    /// Of those, who has everything.
    pub complete: u32,
    /// Days between two messages to one person.
    pub pause_days: u16,
}

/// One person, masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AidPerson {
    /// Handle for messages; says nothing about the person.
    pub id: String,
    /// Name, masked.
    pub name_masked: String,
    /// `098*****0123`.
    pub number_masked: String,
    /// On which lists.
    pub kinds: Vec<BenefitKind>,
    /// Commune and province.
    pub commune: String,
    /// What is missing first.
    pub missing: Missing,
    /// Last digits of the phone that a message would go to; empty where none is known.
    pub phone_ends: String,
    /// The last message and what became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Told>,
    /// Whether a message may be written now.
    pub may_tell: bool,
}

/// `POST /api/desk/aid/messages`: one message to each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TellAid {
    /// [`AidPerson::id`] of each, at most 500.
    pub ids: Vec<String>,
}

/// `GET /api/account/aid`: social assistance of who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AidView {
    /// The lists the person stands on today, the newest first.
    pub entitlements: Vec<Entitlement>,
    /// The linked account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payout: Option<Payout>,
    /// What can be linked, in order of name, banks first.
    pub providers: Vec<Provider>,
    /// Name of the holder, as the account at the bank must be in.
    pub full_name: String,
}

/// A place on a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entitlement {
    /// Which list.
    pub kind: BenefitKind,
    /// Commune and province.
    pub commune: String,
    /// First day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub valid_from: Date,
    /// Last day, where there is one.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub valid_to: Option<Date>,
    /// What it frees from the fee of a card, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exemption: Option<Exemption>,
}

/// A linked account, masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Payout {
    /// Name of the bank or wallet.
    pub provider: String,
    /// Last four digits.
    pub ends: String,
    /// Since when.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub linked_at: Timestamp,
}

/// `PUT /api/account/aid/payout`: link this account, in the place of the one until now.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LinkPayout {
    /// [`Provider::id`].
    pub provider: String,
    /// The number as typed.
    pub number: String,
    /// The holder as typed.
    pub holder: String,
    /// The e-ID account's passcode.
    pub passcode: String,
}

/// `POST /api/account/aid/payout/remove`: link none.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RemovePayout {
    /// The e-ID account's passcode.
    pub passcode: String,
}

impl LinkPayout {
    /// Checks everything but the passcode, for a person of this name.
    ///
    /// # Errors
    /// One entry a wrong field: `provider`, `number`, `holder`, `passcode` where it is empty.
    pub fn parse<'a>(
        &self,
        providers: &'a [Provider],
        person: &PersonName,
    ) -> Result<(&'a Provider, PayoutNumber), Vec<FieldError>> {
        let provider = providers.iter().find(|known| known.id == self.provider);
        let unchosen = match self.provider.as_str() {
            "" => FieldCode::Required,
            _ => FieldCode::ChoiceUnknown,
        };
        // Until a provider is chosen the number is read as a bank's.
        let kind = provider.map_or(PayoutKind::Bank, |known| known.kind);
        let number = PayoutNumber::parse(kind, &self.number);
        let holder = PersonName::parse(&self.holder).and_then(|holder| {
            if same_holder(&holder, person) {
                Ok(())
            } else {
                Err(FieldCode::HolderOther)
            }
        });
        let faults = [
            ("provider", provider.is_none().then_some(unchosen)),
            ("number", number.as_ref().err().copied()),
            ("holder", holder.err()),
            (
                "passcode",
                self.passcode.trim().is_empty().then_some(FieldCode::Required),
            ),
        ];
        match (provider, number) {
            (Some(provider), Ok(number)) if faults.iter().all(|(_, code)| code.is_none()) => {
                Ok((provider, number))
            }
            _ => Err(faults
                .into_iter()
                .filter_map(|(field, code)| Some(FieldError::new(field, code?)))
                .collect()),
        }
    }
}

/// `POST /api/bookings/exemption`: does a list free this person from the fee?
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AskExemption {
    /// As in the booking.
    pub applicant: ApplicantInput,
    /// Proof of `applicant.otp_phone`.
    pub phone_proof: String,
    /// The day of the visit.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub on: Date,
}

/// The answer: the same whether the person is on no list or on one with another phone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KnownExemption {
    /// What frees from the fee.
    #[serde(default)]
    pub exemption: Option<Exemption>,
}
