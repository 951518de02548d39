//! Questions and options in words.

use crate::i18n::{Key, keys::needs};
use eid_domain::fee::Exemption;
use eid_domain::needs::{AccountWish, DataRight, Holds, Question, Situation, Status};

/// The question.
pub(super) const fn title(question: Question) -> Key {
    match question {
        Question::Status => needs::STATUS_TITLE,
        Question::Birth => needs::BIRTH_TITLE,
        Question::Holds => needs::HOLDS_TITLE,
        Question::Situation => needs::SITUATION_TITLE,
        Question::CardDate => needs::CARD_DATE_TITLE,
        Question::WantsNewPrint => needs::WANTS_NEW_PRINT_TITLE,
        Question::AgencyError => needs::AGENCY_ERROR_TITLE,
        Question::Account => needs::ACCOUNT_TITLE,
        Question::DataRight => needs::DATA_RIGHT_TITLE,
        Question::Exemptions => needs::EXEMPTIONS_TITLE,
    }
}

/// What helps to answer it. The birth date's hint stands at its fields.
pub(super) const fn hint(question: Question) -> Option<Key> {
    match question {
        Question::Status => Some(needs::STATUS_HINT),
        Question::Holds => Some(needs::HOLDS_HINT),
        Question::CardDate => Some(needs::CARD_DATE_HINT),
        Question::WantsNewPrint => Some(needs::WANTS_NEW_PRINT_HINT),
        Question::Account => Some(needs::ACCOUNT_HINT),
        Question::DataRight => Some(needs::DATA_RIGHT_HINT),
        Question::Exemptions => Some(needs::EXEMPTIONS_HINT),
        Question::Birth | Question::Situation | Question::AgencyError => None,
    }
}

/// The question in two or three words, for the list of answers.
pub(super) const fn short(question: Question) -> Key {
    match question {
        Question::Status => needs::ANSWER_STATUS,
        Question::Birth => needs::ANSWER_BIRTH,
        Question::Holds => needs::ANSWER_HOLDS,
        Question::Situation => needs::ANSWER_SITUATION,
        Question::CardDate => needs::ANSWER_CARD_DATE,
        Question::WantsNewPrint => needs::ANSWER_WANTS_NEW_PRINT,
        Question::AgencyError => needs::ANSWER_AGENCY_ERROR,
        Question::Account => needs::ANSWER_ACCOUNT,
        Question::DataRight => needs::ANSWER_DATA_RIGHT,
        Question::Exemptions => needs::ANSWER_EXEMPTIONS,
    }
}

type Words = (Key, Option<Key>);

/// An option by its stable name: its words and its hint.
pub(super) fn option(question: Question, name: &str) -> Option<Words> {
    match question {
        Question::Status => Status::parse(name).map(status),
        Question::Holds => Holds::parse(name).map(holds),
        Question::Situation => Situation::parse(name).map(situation),
        Question::Account => AccountWish::parse(name).map(account),
        Question::DataRight => DataRight::parse(name).map(data_right),
        Question::Exemptions => Exemption::parse(name).map(exemption),
        Question::WantsNewPrint => Some(match name {
            "yes" => (needs::WANTS_NEW_PRINT_YES, Some(needs::WANTS_NEW_PRINT_YES_HINT)),
            _ => (needs::WANTS_NEW_PRINT_NO, None),
        }),
        Question::AgencyError => Some(match name {
            "yes" => (needs::AGENCY_ERROR_YES, Some(needs::AGENCY_ERROR_YES_HINT)),
            _ => (needs::AGENCY_ERROR_NO, None),
        }),
        Question::Birth | Question::CardDate => None,
    }
}

const fn status(status: Status) -> Words {
    match status {
        Status::Citizen => (needs::STATUS_CITIZEN, None),
        Status::CitizenAbroad => (
            needs::STATUS_CITIZEN_ABROAD,
            Some(needs::STATUS_CITIZEN_ABROAD_HINT),
        ),
        Status::RegainedNationality => (needs::STATUS_REGAINED_NATIONALITY, None),
        Status::FormerCitizen => (needs::STATUS_FORMER_CITIZEN, None),
        Status::OriginUndetermined => (
            needs::STATUS_ORIGIN_UNDETERMINED,
            Some(needs::STATUS_ORIGIN_UNDETERMINED_HINT),
        ),
        Status::Foreigner => (needs::STATUS_FOREIGNER, None),
    }
}

const fn holds(holds: Holds) -> Words {
    match holds {
        Holds::Nothing => (needs::HOLDS_NOTHING, None),
        Holds::IdentityCard => (needs::HOLDS_IDENTITY_CARD, Some(needs::HOLDS_IDENTITY_CARD_HINT)),
        Holds::ChipCccd => (needs::HOLDS_CHIP_CCCD, Some(needs::HOLDS_CHIP_CCCD_HINT)),
        Holds::BarcodeCccd => (needs::HOLDS_BARCODE_CCCD, Some(needs::HOLDS_BARCODE_CCCD_HINT)),
        Holds::Cmnd => (needs::HOLDS_CMND, Some(needs::HOLDS_CMND_HINT)),
    }
}

const fn situation(situation: Situation) -> Words {
    match situation {
        Situation::Check => (needs::SITUATION_CHECK, Some(needs::SITUATION_CHECK_HINT)),
        Situation::Lost => (needs::SITUATION_LOST, None),
        Situation::Damaged => (needs::SITUATION_DAMAGED, None),
        Situation::PrintError => (needs::SITUATION_PRINT_ERROR, None),
        Situation::NameOrBirth => (
            needs::SITUATION_NAME_OR_BIRTH,
            Some(needs::SITUATION_NAME_OR_BIRTH_HINT),
        ),
        Situation::Appearance => (needs::SITUATION_APPEARANCE, None),
        Situation::Merger => (needs::SITUATION_MERGER, None),
        Situation::NewNumber => (needs::SITUATION_NEW_NUMBER, None),
        Situation::WantNew => (needs::SITUATION_WANT_NEW, None),
        Situation::AccountOnly => (needs::SITUATION_ACCOUNT_ONLY, None),
    }
}

const fn account(wish: AccountWish) -> Words {
    match wish {
        AccountWish::Has => (needs::ACCOUNT_HAS, None),
        AccountWish::Wants => (needs::ACCOUNT_WANTS, None),
        AccountWish::No => (needs::ACCOUNT_NO, None),
    }
}

const fn data_right(right: DataRight) -> Words {
    match right {
        DataRight::Yes => (needs::DATA_RIGHT_YES, None),
        DataRight::No => (needs::DATA_RIGHT_NO, None),
        DataRight::Unsure => (needs::DATA_RIGHT_UNSURE, None),
    }
}

const fn exemption(exemption: Exemption) -> Words {
    match exemption {
        Exemption::Disability => (needs::EXEMPTIONS_DISABILITY, None),
        Exemption::Merit => (needs::EXEMPTIONS_MERIT, None),
        Exemption::EthnicMinority => (needs::EXEMPTIONS_ETHNIC_MINORITY, None),
        Exemption::BorderOrIsland => (needs::EXEMPTIONS_BORDER_OR_ISLAND, None),
        Exemption::PoorHousehold => (needs::EXEMPTIONS_POOR_HOUSEHOLD, None),
    }
}
