//! What else to know, in words.

use crate::i18n::{Key, keys::needs};
use eid_domain::needs::Note;

/// A note's words.
pub(super) const fn key(note: Note) -> Key {
    match note {
        Note::NobodyMustChangeAfterMerger => needs::NOTE_NOBODY_MUST_CHANGE_AFTER_MERGER,
        Note::OldPapersStayValid => needs::NOTE_OLD_PAPERS_STAY_VALID,
        Note::CccdValidToPrintedDate => needs::NOTE_CCCD_VALID_TO_PRINTED_DATE,
        Note::CmndEnded => needs::NOTE_CMND_ENDED,
        Note::ExchangeDue => needs::NOTE_EXCHANGE_DUE,
        Note::FreeFromExchangeAge => needs::NOTE_FREE_FROM_EXCHANGE_AGE,
        Note::MandatoryFrom14 => needs::NOTE_MANDATORY_FROM_14,
        Note::OptionalUnder14 => needs::NOTE_OPTIONAL_UNDER_14,
        Note::ChildMustCome => needs::NOTE_CHILD_MUST_COME,
        Note::NoPhotoUnder6 => needs::NOTE_NO_PHOTO_UNDER_6,
        Note::WithBirthRegistration => needs::NOTE_WITH_BIRTH_REGISTRATION,
        Note::DataFirst => needs::NOTE_DATA_FIRST,
        Note::NoLossReport => needs::NOTE_NO_LOSS_REPORT,
        Note::OnlineReusesBiometrics => needs::NOTE_ONLINE_REUSES_BIOMETRICS,
        Note::NothingToBring => needs::NOTE_NOTHING_TO_BRING,
        Note::SkipsNextAge => needs::NOTE_SKIPS_NEXT_AGE,
        Note::AccountLockedWhileExpired => needs::NOTE_ACCOUNT_LOCKED_WHILE_EXPIRED,
        Note::NoLevel2Under6 => needs::NOTE_NO_LEVEL_2_UNDER_6,
        Note::MinorAccountNeedsConsent => needs::NOTE_MINOR_ACCOUNT_NEEDS_CONSENT,
        Note::OwnPhoneOnly => needs::NOTE_OWN_PHONE_ONLY,
        Note::AnyOffice => needs::NOTE_ANY_OFFICE,
        Note::PlanWeeks => needs::NOTE_PLAN_WEEKS,
        Note::VietnameseSim => needs::NOTE_VIETNAMESE_SIM,
        Note::PartialBirthDate => needs::NOTE_PARTIAL_BIRTH_DATE,
        Note::CertificateAfterSixMonths => needs::NOTE_CERTIFICATE_AFTER_SIX_MONTHS,
        Note::LegalisedPapers => needs::NOTE_LEGALISED_PAPERS,
        Note::ReissuedAfterRegaining => needs::NOTE_REISSUED_AFTER_REGAINING,
        Note::ImmigrationOffice => needs::NOTE_IMMIGRATION_OFFICE,
    }
}
