//! What was found.

use crate::{intake::Fault, legal::LegalBasis, str_enum::str_enum};

str_enum! {
    /// What is compared.
    pub enum Topic {
        /// The name.
        Name = "name",
        /// The date of birth.
        Birth = "birth",
        /// The number.
        Number = "number",
        /// The address.
        Address = "address",
        /// The phone.
        Phone = "phone",
    }
}

str_enum! {
    /// How the two differ.
    pub enum Mismatch {
        /// They do not.
        Same = "same",
        /// Only the tone stands on another vowel (`Hoà`, `Hòa`): one word.
        NameTonePlace = "name_tone_place",
        /// Tones or marks differ (`Thu`, `Thử`).
        NameMarks = "name_marks",
        /// One or two letters differ, also i and y.
        NameLetters = "name_letters",
        /// A middle name is missing.
        NameWordMissing = "name_word_missing",
        /// The same words in another order, as in passports of other countries.
        NameOrder = "name_order",
        /// Another name.
        NameOther = "name_other",
        /// A paper has no day, or no day and month.
        BirthPartial = "birth_partial",
        /// Day and month are the wrong way round.
        BirthSwapped = "birth_swapped",
        /// Day, month or year differs, the rest is the same.
        BirthOnePart = "birth_one_part",
        /// Another date.
        BirthOther = "birth_other",
        /// One paper has the old CMND number.
        NumberOld = "number_old",
        /// One digit differs, or two are the wrong way round.
        NumberSlip = "number_slip",
        /// Another number.
        NumberOther = "number_other",
        /// The year in the number is not that of the birth date.
        NumberYear = "number_year",
        /// One address has the district that is gone since 1 July 2025.
        AddressOldLevels = "address_old_levels",
        /// The person lives somewhere else now.
        AddressMoved = "address_moved",
        /// The person has no residence in Viet Nam.
        AddressAbroad = "address_abroad",
        /// The number of the phone is in somebody else's name.
        PhoneSomebodys = "phone_somebodys",
        /// It is not known in whose name it is.
        PhoneUnsure = "phone_unsure",
        /// A foreign number.
        PhoneForeign = "phone_foreign",
    }
}

str_enum! {
    /// How much it matters. In order: the heaviest last.
    pub enum Weight {
        /// Nothing to do.
        Fine = "fine",
        /// Bring proof; it is settled at the counter.
        Bring = "bring",
        /// The data is put right first; only then do the days for card or account begin.
        FixFirst = "fix_first",
    }
}

str_enum! {
    /// A paper that proves the right value.
    pub enum Proof {
        /// Birth certificate.
        BirthCertificate = "birth_certificate",
        /// Extract of the civil register, or the decision on a correction.
        CivilExtract = "civil_extract",
        /// The old card, where it is still there.
        OldCard = "old_card",
        /// Confirmation of the old number (also shown in the account).
        NumberConfirmation = "number_confirmation",
        /// Vietnamese passport.
        Passport = "passport",
        /// Address abroad, and where the person stays in Viet Nam.
        AddressAbroad = "address_abroad",
    }
}

str_enum! {
    /// Who puts it right.
    pub enum Fixer {
        /// The officer at the counter.
        IntakeOfficer = "intake_officer",
        /// Police of the commune: the population data.
        CommunePolice = "commune_police",
        /// People's committee of the commune: the civil register.
        CivilRegistry = "civil_registry",
        /// Whoever issued the other paper.
        Issuer = "issuer",
        /// The phone company.
        Carrier = "carrier",
    }
}

/// One thing that was compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub topic: Topic,
    /// How it differs.
    pub mismatch: Mismatch,
    /// How much it matters.
    pub weight: Weight,
    /// What to bring.
    pub proofs: Vec<Proof>,
    /// Who puts it right, the first one to go to first. Empty: nobody needs to.
    pub fixers: Vec<Fixer>,
    /// Where it stands.
    pub legal: Vec<LegalBasis>,
}

impl Finding {
    /// As what an office is told of it; `None` where nothing is to be put right by one: the two agree, or it is the phone,
    /// which is the carrier's business.
    #[must_use]
    pub const fn fault(&self) -> Option<Fault> {
        if matches!(self.weight, Weight::Fine) {
            return None;
        }
        match self.topic {
            Topic::Name => Some(Fault::Name),
            Topic::Birth => Some(Fault::BirthDate),
            Topic::Address => Some(Fault::Residence),
            // There is no name of its own for it on form TK01: it is told in words.
            Topic::Number => Some(Fault::Other),
            Topic::Phone => None,
        }
    }
}
