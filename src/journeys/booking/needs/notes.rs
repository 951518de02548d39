//! What else to know, in words.

use crate::i18n::{Key, keys::due};
use eid_domain::needs::Note;

/// A note's words.
pub(super) const fn key(note: Note) -> Key {
    match note {
        Note::NobodyMustChangeAfterMerger => due::NOTE_NOBODY_MUST_CHANGE_AFTER_MERGER,
        Note::OldPapersStayValid => due::NOTE_OLD_PAPERS_STAY_VALID,
        Note::CccdValidToPrintedDate => due::NOTE_CCCD_VALID_TO_PRINTED_DATE,
        Note::CmndEnded => due::NOTE_CMND_ENDED,
        Note::ExchangeDue => due::NOTE_EXCHANGE_DUE,
        Note::FreeFromExchangeAge => due::NOTE_FREE_FROM_EXCHANGE_AGE,
        Note::MandatoryFrom14 => due::NOTE_MANDATORY_FROM_14,
        Note::OptionalUnder14 => due::NOTE_OPTIONAL_UNDER_14,
        Note::ChildMustCome => due::NOTE_CHILD_MUST_COME,
        Note::NoPhotoUnder6 => due::NOTE_NO_PHOTO_UNDER_6,
        Note::WithBirthRegistration => due::NOTE_WITH_BIRTH_REGISTRATION,
        Note::DataFirst => due::NOTE_DATA_FIRST,
        Note::NoLossReport => due::NOTE_NO_LOSS_REPORT,
        Note::OnlineReusesBiometrics => due::NOTE_ONLINE_REUSES_BIOMETRICS,
        Note::NothingToBring => due::NOTE_NOTHING_TO_BRING,
        Note::SkipsNextAge => due::NOTE_SKIPS_NEXT_AGE,
        Note::AccountLockedWhileExpired => due::NOTE_ACCOUNT_LOCKED_WHILE_EXPIRED,
        Note::NoLevel2Under6 => due::NOTE_NO_LEVEL_2_UNDER_6,
        Note::MinorAccountNeedsConsent => due::NOTE_MINOR_ACCOUNT_NEEDS_CONSENT,
        Note::OwnPhoneOnly => due::NOTE_OWN_PHONE_ONLY,
        Note::AnyOffice => due::NOTE_ANY_OFFICE,
        Note::PlanWeeks => due::NOTE_PLAN_WEEKS,
        Note::VietnameseSim => due::NOTE_VIETNAMESE_SIM,
        Note::PartialBirthDate => due::NOTE_PARTIAL_BIRTH_DATE,
        Note::CertificateAfterSixMonths => due::NOTE_CERTIFICATE_AFTER_SIX_MONTHS,
        Note::LegalisedPapers => due::NOTE_LEGALISED_PAPERS,
        Note::ReissuedAfterRegaining => due::NOTE_REISSUED_AFTER_REGAINING,
        Note::TurnsSix => due::NOTE_TURNS_SIX,
        Note::TurnsFourteen => due::NOTE_TURNS_FOURTEEN,
        Note::CertificateForm => due::NOTE_CERTIFICATE_FORM,
        Note::CertificateForChild => due::NOTE_CERTIFICATE_FOR_CHILD,
        Note::ImmigrationOffice => due::NOTE_IMMIGRATION_OFFICE,
    }
}
