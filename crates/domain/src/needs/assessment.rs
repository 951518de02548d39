//! The answer.

use super::{Note, PaperNeed};
use crate::{
    booking::{AgeGroup, Service},
    expiry::Expiry,
    fee::FeeEstimate,
    legal::LegalBasis,
    reason::Reason,
    str_enum::str_enum,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

str_enum! {
    /// Why neither a card nor an account can be had here.
    pub enum NotEligible {
        /// Vietnamese nationality must be regained first; then the card is re-issued.
        RegainNationality = "regain_nationality",
        /// Foreigners have their own papers, and their account from the immigration office.
        Foreigner = "foreigner",
        /// Under 6 there is no level-2 account.
        Level2Under6 = "level_2_under_6",
    }
}

str_enum! {
    /// Who must come.
    pub enum Presence {
        /// Nobody.
        Nobody = "nobody",
        /// The legal representative alone.
        RepresentativeAlone = "representative_alone",
        /// The person.
        Person = "person",
        /// The person with the legal representative.
        PersonWithRepresentative = "person_with_representative",
    }
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// Book a visit for a card: `{"kind":"book","reason":"ex_age","online_too":false}`.
    Book {
        /// The ground.
        reason: Reason,
        /// It can be filed online instead.
        online_too: bool,
    },
    /// File online; no visit.
    OnlineOnly {
        /// The ground.
        reason: Reason,
    },
    /// The exchange age comes within sixty days: a visit from that day on.
    Soon {
        /// The ground, from that day on.
        reason: Reason,
        /// The day.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        #[serde(deserialize_with = "crate::when::read")]
        from: Date,
    },
    /// The card is good. Nothing forces a change.
    NothingToDo {
        /// Until when; `None` where that was not asked.
        valid_to: Option<Expiry>,
    },
    /// Book a visit for the account alone.
    AccountOnly,
    /// An identity certificate (giấy chứng nhận căn cước) is the right paper, not a card.
    IdentityCertificate,
    /// Not possible here.
    NotEligible {
        /// Why.
        why: NotEligible,
    },
}

impl Outcome {
    /// The ground, where a card is asked for.
    #[must_use]
    pub const fn reason(self) -> Option<Reason> {
        match self {
            Self::Book { reason, .. } | Self::OnlineOnly { reason } | Self::Soon { reason, .. } => {
                Some(reason)
            }
            Self::NothingToDo { .. }
            | Self::AccountOnly
            | Self::IdentityCertificate
            | Self::NotEligible { .. } => None,
        }
    }

    /// Whether a visit can be booked.
    #[must_use]
    pub const fn is_visit(self) -> bool {
        matches!(self, Self::Book { .. } | Self::Soon { .. } | Self::AccountOnly)
    }
}

/// The visit that answers lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// Why the card is asked for; `None` where only an account is.
    pub reason: Option<Reason>,
    /// What is to be done.
    pub service: Service,
    /// For whom.
    pub age_group: AgeGroup,
    /// Its length in minutes.
    pub minutes: u16,
    /// The first day that makes sense, where it is not the next one.
    pub not_before: Option<Date>,
}

/// All a person should know before booking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Assessment {
    /// What to do.
    pub outcome: Outcome,
    /// What the visit is for.
    pub service: Option<Service>,
    /// The person's age group on the day.
    pub age_group: Option<AgeGroup>,
    /// Length of the visit in minutes.
    pub minutes: Option<u16>,
    /// Who must come.
    pub presence: Presence,
    /// Face photo, fingerprints and iris are taken.
    pub biometrics: bool,
    /// What to bring. Empty for a visit: the law asks for nothing.
    pub papers: Vec<PaperNeed>,
    /// The fee at the counter.
    pub fee: Option<FeeEstimate>,
    /// The fee when filed online, where that is possible.
    pub fee_online: Option<FeeEstimate>,
    /// How long a card issued that day would be valid.
    pub expiry_if_issued: Option<Expiry>,
    /// Limit for the card, in working days from a complete dossier.
    pub card_working_days: Option<u16>,
    /// Limit for the account, in working days.
    pub account_working_days: Option<u16>,
    /// Limit for an identity certificate, in working days from a complete dossier.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub certificate_working_days: Option<u16>,
    /// What else to know, the most important first.
    pub notes: Vec<Note>,
    /// Where it all stands in law.
    pub legal: Vec<LegalBasis>,
}
