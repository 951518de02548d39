//! What a person says.

mod text;

use crate::{
    age::LAW_IN_FORCE,
    expiry::{Expiry, expiry},
    fee::Exemption,
    identity::BirthDate,
    str_enum::str_enum,
};
use jiff::civil::Date;

str_enum! {
    /// The person's tie to Viet Nam.
    pub enum Status {
        /// A Vietnamese citizen living in Viet Nam.
        Citizen = "citizen",
        /// A Vietnamese citizen living abroad, also with a second nationality.
        CitizenAbroad = "citizen_abroad",
        /// Vietnamese nationality was regained.
        RegainedNationality = "regained_nationality",
        /// Vietnamese nationality was lost.
        FormerCitizen = "former_citizen",
        /// Of Vietnamese origin, nationality not determined, living in Viet Nam.
        OriginUndetermined = "origin_undetermined",
        /// A foreigner.
        Foreigner = "foreigner",
    }
}

str_enum! {
    /// The latest paper the person was given, whether or not it is still there.
    pub enum Holds {
        /// None yet.
        Nothing = "nothing",
        /// Identity card, issued since 1 July 2024 (thẻ căn cước).
        IdentityCard = "identity_card",
        /// Citizen identity card with a chip (CCCD gắn chip).
        ChipCccd = "chip_cccd",
        /// Citizen identity card with a bar code (CCCD mã vạch).
        BarcodeCccd = "barcode_cccd",
        /// Old people's identity card, 9 or 12 digits (CMND).
        Cmnd = "cmnd",
    }
}

impl Holds {
    /// Whether a person can have been given it: cards of the law before went to people of 14 and over only, up to 30
    /// June 2024.
    #[must_use]
    pub fn is_possible(self, birth: &BirthDate) -> bool {
        match self {
            Self::Nothing | Self::IdentityCard => true,
            Self::ChipCccd | Self::BarcodeCccd | Self::Cmnd => birth.ages_on(LAW_IN_FORCE).oldest >= 14,
        }
    }
}

str_enum! {
    /// What brings a card holder here.
    pub enum Situation {
        /// Is my card still good?
        Check = "check",
        /// It is lost.
        Lost = "lost",
        /// It is damaged, torn or blurred.
        Damaged = "damaged",
        /// What is printed on it is wrong.
        PrintError = "print_error",
        /// Name or date of birth changed.
        NameOrBirth = "name_or_birth",
        /// Appearance or sex changed.
        Appearance = "appearance",
        /// Province or commune changed its name or border.
        Merger = "merger",
        /// The personal number changed.
        NewNumber = "new_number",
        /// I would like a new one.
        WantNew = "want_new",
        /// I only need the account.
        AccountOnly = "account_only",
    }
}

str_enum! {
    /// Whether the population data is right.
    pub enum DataRight {
        /// It is.
        Yes = "yes",
        /// It is not.
        No = "no",
        /// The person does not know.
        Unsure = "unsure",
    }
}

str_enum! {
    /// The level-2 account.
    pub enum AccountWish {
        /// Has one.
        Has = "has",
        /// Wants one.
        Wants = "wants",
        /// Does not want one.
        No = "no",
    }
}

/// A date printed on the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardDate {
    /// "Có giá trị đến".
    ExpiresOn {
        /// As printed.
        date: Date,
    },
    /// "Không thời hạn".
    NoExpiry,
    /// Only the date of issue can be read; the expiry follows from it.
    IssuedOn {
        /// As printed.
        date: Date,
    },
}

impl CardDate {
    /// When the card expires. Of a partial birth date the earliest day, so that nobody is warned too late.
    #[must_use]
    pub fn expiry(self, birth: &BirthDate) -> Expiry {
        match self {
            Self::ExpiresOn { date } => Expiry::On { date },
            Self::NoExpiry => Expiry::Never,
            Self::IssuedOn { date } => expiry(birth.earliest(), date),
        }
    }
}

/// Everything a person may have answered. Answers to questions that are not asked on the way do not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// [`Question::Status`](super::Question::Status).
    pub status: Option<Status>,
    /// [`Question::Birth`](super::Question::Birth).
    pub birth: Option<BirthDate>,
    /// The person lacks legal capacity in whole or part and is represented (never asked; a tick beside the birth date).
    pub represented: bool,
    /// [`Question::Holds`](super::Question::Holds).
    pub holds: Option<Holds>,
    /// [`Question::Situation`](super::Question::Situation).
    pub situation: Option<Situation>,
    /// [`Question::CardDate`](super::Question::CardDate).
    pub card_date: Option<CardDate>,
    /// [`Question::WantsNewPrint`](super::Question::WantsNewPrint).
    pub wants_new_print: Option<bool>,
    /// [`Question::AgencyError`](super::Question::AgencyError).
    pub agency_error: Option<bool>,
    /// [`Question::Account`](super::Question::Account).
    pub account: Option<AccountWish>,
    /// [`Question::DataRight`](super::Question::DataRight).
    pub data_right: Option<DataRight>,
    /// [`Question::Exemptions`](super::Question::Exemptions); empty for none.
    pub exemptions: Option<Vec<Exemption>>,
}
