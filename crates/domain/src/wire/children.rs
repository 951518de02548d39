//! `/api/account/children` and `/api/desk/dossiers/{reference}/representatives`: children in the account of who represents
//! them.

use super::wallet::WalletPaper;
use crate::{
    account::State,
    child::{CONSENT_VERSION, End, GivenRight, Proof, Relation, Step},
    field::{FieldCode, FieldError},
    identity::{PersonName, PersonalNumber},
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// `GET /api/account/children`: everybody under 14 whom the owner of the account represents.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Children {
    /// The youngest last.
    pub children: Vec<ChildView>,
    /// The wording that a consent is given to now.
    pub consent_version: String,
}

/// One of them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChildView {
    /// Stands for the child in addresses of this account; another representative has another one.
    pub id: String,
    /// As on the dossier.
    pub full_name: String,
    /// Its ends.
    pub personal_number_masked: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// What the owner of this account is to the child.
    pub relation: Relation,
    /// When an office has recorded that.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub recorded_at: Timestamp,
    /// How many others represent the child.
    pub others: u8,
    /// The state of the child's account; none where there is none.
    pub account: Option<State>,
    /// 1 or 2; 0 without an account in use.
    pub level: u8,
    /// What can be done next.
    pub step: Step,
    /// The consent that stands.
    pub consent: Option<Consent>,
    /// The 14th birthday: from this day on the account is the child's own.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub own_from: Date,
    /// What the child may have, and what comes with which birthday.
    pub rights: Vec<GivenRight>,
}

/// A consent to use a child's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Consent {
    /// When it was given.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub given_at: Timestamp,
    /// Whether the owner of this account has given it; else another representative.
    pub by_me: bool,
    /// The wording it was given to.
    pub text_version: String,
}

/// `POST /api/account/children/{id}/consent`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GiveConsent {
    /// The box is ticked.
    pub agreed: bool,
    /// [`Children::consent_version`] of what was read.
    pub text_version: String,
    /// Of the representative's own account.
    pub passcode: String,
}

impl GiveConsent {
    /// Whether it is a consent to today's wording.
    ///
    /// # Errors
    /// `agreed` where the box is not ticked or the wording was another; `passcode` where it is missing.
    pub fn check(&self) -> Result<(), Vec<FieldError>> {
        let mut wrong = Vec::new();
        if !self.agreed || self.text_version != CONSENT_VERSION {
            wrong.push(FieldError::new("agreed", FieldCode::ConsentRequired));
        }
        if self.passcode.trim().is_empty() {
            wrong.push(FieldError::new("passcode", FieldCode::Required));
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

/// `GET /api/account/children/{id}/card`: what the child's account shows while there is consent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChildCard {
    /// As on the card.
    pub full_name: String,
    /// Twelve digits.
    pub personal_number: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// 1 or 2.
    pub level: u8,
    /// Last day of the card, where it is known.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub card_expires_on: Option<Date>,
    /// Papers of other agencies, numbers masked; of level 2 alone.
    pub papers: Vec<WalletPaper>,
}

/// `GET /api/desk/dossiers/{reference}/representatives`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Represented {
    /// Who represents the person of the dossier now.
    pub representatives: Vec<Representative>,
    /// The person is under 14.
    pub is_child: bool,
    /// Somebody can be recorded: a child, and not as many as there can be.
    pub may_record: bool,
    /// The account is the person's own since the 14th birthday and waits for a phone number of their own.
    pub needs_own_phone: bool,
    /// The 14th birthday.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub own_from: Date,
}

/// One who represents a child, as the desk sees them: masked like the dossier.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Representative {
    /// What it is ended by.
    pub id: String,
    /// Masked unless the dossier is revealed.
    pub full_name: String,
    /// Masked unless the dossier is revealed.
    pub personal_number: String,
    /// What they are to the child.
    pub relation: Relation,
    /// What has shown it.
    pub proof: Proof,
    /// When it was recorded.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub recorded_at: Timestamp,
    /// Whether the consent that stands is theirs.
    pub consents: bool,
}

/// `POST /api/desk/dossiers/{reference}/representatives`: as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordRepresentative {
    /// As on their own card.
    pub full_name: String,
    /// Of their own card.
    pub personal_number: String,
    /// A word of [`Relation`].
    pub relation: String,
    /// A word of [`Proof`].
    pub proof: String,
    /// Their own card was shown.
    pub card_shown: bool,
}

/// The same, as parsed.
#[derive(Clone, PartialEq, Eq)]
pub struct NewRepresentative {
    /// As on their own card.
    pub full_name: PersonName,
    /// Of their own card.
    pub personal_number: PersonalNumber,
    /// What they are to the child.
    pub relation: Relation,
    /// What has shown it.
    pub proof: Proof,
}

fn choice<T>(field: &str, word: &str, found: Option<T>) -> Result<T, FieldError> {
    let code = if word.is_empty() {
        FieldCode::Required
    } else {
        FieldCode::ChoiceUnknown
    };
    found.ok_or_else(|| FieldError::new(field, code))
}

impl RecordRepresentative {
    /// Who it is, for the child of this number.
    ///
    /// # Errors
    /// Every wrong field; `personal_number` also where it is the child's own, `proof` where it cannot show the relation.
    pub fn parse(&self, child: &str) -> Result<NewRepresentative, Vec<FieldError>> {
        let name = PersonName::parse(&self.full_name).map_err(|code| FieldError::new("full_name", code));
        let number = PersonalNumber::parse(&self.personal_number)
            .and_then(|number| {
                if number.as_str() == child {
                    Err(FieldCode::PersonRepeated)
                } else {
                    Ok(number)
                }
            })
            .map_err(|code| FieldError::new("personal_number", code));
        let relation = choice("relation", &self.relation, Relation::parse(&self.relation));
        let proof = choice("proof", &self.proof, Proof::parse(&self.proof));
        let fits = match (&relation, &proof) {
            (Ok(relation), Ok(proof)) if !relation.is_shown_by(*proof) => {
                Err(FieldError::new("proof", FieldCode::ChoiceUnknown))
            }
            _ => Ok(()),
        };
        let shown = if self.card_shown {
            Ok(())
        } else {
            Err(FieldError::new("card_shown", FieldCode::ConsentRequired))
        };
        match (name, number, relation, proof, fits, shown) {
            (Ok(full_name), Ok(personal_number), Ok(relation), Ok(proof), Ok(()), Ok(())) => {
                Ok(NewRepresentative {
                    full_name,
                    personal_number,
                    relation,
                    proof,
                })
            }
            (name, number, relation, proof, fits, shown) => Err([
                name.err(),
                number.err(),
                relation.err(),
                proof.err(),
                fits.err(),
                shown.err(),
            ]
            .into_iter()
            .flatten()
            .collect()),
        }
    }
}

/// `POST /api/desk/dossiers/{reference}/representatives/{id}/end`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EndRepresentative {
    /// A word of [`End`] that officers may give.
    pub reason: String,
}

impl EndRepresentative {
    /// The reason.
    ///
    /// # Errors
    /// `reason` where it is missing, unknown, or the calendar's.
    pub fn parse(&self) -> Result<End, Vec<FieldError>> {
        let reason = End::parse(&self.reason).filter(|end| end.is_officers());
        choice("reason", &self.reason, reason).map_err(|wrong| vec![wrong])
    }
}

#[cfg(test)]
mod tests;
