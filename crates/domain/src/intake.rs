//! What an officer records at the counter beside the dossier itself (Decision 5710/QĐ-BCA-C06; Law on Identification
//! 26/2023/QH15, art. 23).

use crate::{booking::AgeGroup, str_enum::str_enum};

str_enum! {
    /// How the person lives where the office works; the figures are kept apart by it.
    pub enum Residence {
        /// Permanently registered.
        Permanent = "permanent",
        /// Temporarily registered.
        Temporary = "temporary",
        /// Lives abroad.
        Abroad = "abroad",
    }
}

str_enum! {
    /// How the fingerprints came out. Whatever it is, the intake goes on: faint prints are a remark, no ground to send a
    /// person away.
    pub enum Fingers {
        /// All ten.
        Taken = "taken",
        /// Some are faint from work or age.
        Worn = "worn",
        /// Some could not be taken, as they are hurt for a while.
        Injured = "injured",
        /// Some are not there.
        Missing = "missing",
        /// None are taken at this age (art. 23: from 6).
        NotDue = "not_due",
    }
}

impl Fingers {
    /// What an officer can answer for a person of this age.
    #[must_use]
    pub fn fits(self, group: AgeGroup) -> bool {
        (self == Self::NotDue) == (group == AgeGroup::Under6)
    }
}

str_enum! {
    /// A paper whose data is shown in the account, as asked for with form TK01 (Decree 69/2024/NĐ-CP, art. 10).
    pub enum LinkedPaper {
        /// Driving licence.
        DrivingLicence = "driving_licence",
        /// Health insurance card.
        HealthInsurance = "health_insurance",
        /// Registration of a vehicle.
        VehicleRegistration = "vehicle_registration",
        /// Tax code.
        TaxCode = "tax_code",
    }
}

str_enum! {
    /// What in the population data must be corrected or added before a card can be made.
    pub enum Fault {
        /// The name.
        Name = "name",
        /// Day, month or year of birth.
        BirthDate = "birth_date",
        /// The sex.
        Sex = "sex",
        /// Place of birth or origin.
        Origin = "origin",
        /// Where the person lives.
        Residence = "residence",
        /// Parents, spouse, representative.
        Family = "family",
        /// The person is not in the database yet.
        NotThere = "not_there",
        /// The face photo.
        Photo = "photo",
        /// Fingerprints or iris.
        Biometrics = "biometrics",
        /// Anything else, told in words.
        Other = "other",
    }
}

impl Fault {
    /// Whether words must say what is meant.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        matches!(self, Self::Other)
    }
}

str_enum! {
    /// A paper that proves what the data should say.
    pub enum Evidence {
        /// Birth certificate.
        BirthCertificate = "birth_certificate",
        /// Extract from the civil register.
        CivilExtract = "civil_extract",
        /// Decision on a change: name, sex, civil status.
        ChangeDecision = "change_decision",
        /// Decision on nationality.
        NationalityDecision = "nationality_decision",
        /// Proof of residence.
        ResidenceProof = "residence_proof",
        /// The old card or identity paper.
        OldPaper = "old_paper",
        /// None: coming is enough.
        None = "none",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_are_due_under_six_and_never_later() {
        assert!(Fingers::NotDue.fits(AgeGroup::Under6));
        assert!(!Fingers::NotDue.fits(AgeGroup::From14To59));
        for taken in [Fingers::Taken, Fingers::Worn, Fingers::Injured, Fingers::Missing] {
            assert!(!taken.fits(AgeGroup::Under6));
            assert!(taken.fits(AgeGroup::From14To59));
        }
    }
}
