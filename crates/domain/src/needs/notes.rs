//! What else to know.

use super::{
    Assessment, DataRight, Holds, NotEligible, Outcome, Presence, Situation, Status,
    decide::{Decision, Person},
};
use crate::{
    booking::AgeGroup,
    expiry::{Expiry, expiry, skips_an_age},
    reason::Reason,
    str_enum::str_enum,
};
use jiff::civil::Date;

str_enum! {
    /// A short explanation; the client words it.
    pub enum Note {
        /// After the merger of 2025 nobody must change a card.
        NobodyMustChangeAfterMerger = "nobody_must_change_after_merger",
        /// Papers that cite the old number or address stay valid.
        OldPapersStayValid = "old_papers_stay_valid",
        /// A CCCD is valid to its printed date; it may be exchanged any time.
        CccdValidToPrintedDate = "cccd_valid_to_printed_date",
        /// The CMND ended on 31 December 2024.
        CmndEnded = "cmnd_ended",
        /// Exchange is due; being late can be fined (Decree 282/2025/NĐ-CP).
        ExchangeDue = "exchange_due",
        /// The exchange is free from the birthday on; before, a fee is due.
        FreeFromExchangeAge = "free_from_exchange_age",
        /// From 14 on a card is mandatory.
        MandatoryFrom14 = "mandatory_from_14",
        /// Under 14 a card is a right, not a duty.
        OptionalUnder14 = "optional_under_14",
        /// The child must come along.
        ChildMustCome = "child_must_come",
        /// Under 6 the card has no photo and no biometrics are taken.
        NoPhotoUnder6 = "no_photo_under_6",
        /// Also together with the registration of the birth.
        WithBirthRegistration = "with_birth_registration",
        /// The population data is corrected first; the days for the card begin after that.
        DataFirst = "data_first",
        /// No police report is needed for a lost card.
        NoLossReport = "no_loss_report",
        /// Online the latest biometrics are used again, and a level-2 account is needed to sign in.
        OnlineReusesBiometrics = "online_reuses_biometrics",
        /// The law asks for no paper.
        NothingToBring = "nothing_to_bring",
        /// The new card passes over the next exchange age.
        SkipsNextAge = "skips_next_age",
        /// The account is locked while the card is expired, and opens by itself with the new card.
        AccountLockedWhileExpired = "account_locked_while_expired",
        /// Under 6 there is no level-2 account.
        NoLevel2Under6 = "no_level_2_under_6",
        /// A minor's account uses the representative's number, who also consents to its use.
        MinorAccountNeedsConsent = "minor_account_needs_consent",
        /// Only use your own phone to activate.
        OwnPhoneOnly = "own_phone_only",
        /// Any intake point in the country will do, whatever the place of residence.
        AnyOffice = "any_office",
        /// Coming from abroad: plan two to three weeks, more around Tết.
        PlanWeeks = "plan_weeks",
        /// Codes to foreign numbers are not documented; a Vietnamese SIM is needed.
        VietnameseSim = "vietnamese_sim",
        /// The birth date is not fully known: the officer decides by the records.
        PartialBirthDate = "partial_birth_date",
        /// The certificate is for people who have lived in a commune for six months; asked for at the commune police.
        CertificateAfterSixMonths = "certificate_after_six_months",
        /// The form CC01 is printed, checked and signed at the counter.
        CertificateForm = "certificate_form",
        /// A child comes with the representative; under 6 no biometrics are taken.
        CertificateForChild = "certificate_for_child",
        /// Foreign papers need consular legalisation and a notarised translation.
        LegalisedPapers = "legalised_papers",
        /// After regaining nationality the card is re-issued.
        ReissuedAfterRegaining = "reissued_after_regaining",
        /// Six years are full before the last day that can be booked: from then on the child comes along.
        TurnsSix = "turns_six",
        /// The same of fourteen: from then on the young person acts alone.
        TurnsFourteen = "turns_fourteen",
        /// Foreigners ask at the immigration office.
        ImmigrationOffice = "immigration_office",
    }
}

pub(super) fn notes(decision: &Decision, assessment: &Assessment, on: Date) -> Vec<Note> {
    let mut list = Vec::new();
    match decision.outcome {
        Outcome::IdentityCertificate => list.extend([
            Note::CertificateAfterSixMonths,
            Note::CertificateForChild,
            Note::CertificateForm,
            Note::LegalisedPapers,
        ]),
        Outcome::NotEligible {
            why: NotEligible::Foreigner,
        } => list.push(Note::ImmigrationOffice),
        Outcome::NotEligible {
            why: NotEligible::RegainNationality,
        } => list.push(Note::ReissuedAfterRegaining),
        Outcome::NotEligible {
            why: NotEligible::Level2Under6,
        } => list.push(Note::NoLevel2Under6),
        _ => {}
    }
    let Some(person) = &decision.person else {
        return list;
    };
    about_the_card(decision, person, on, &mut list);
    about_the_visit(decision, person, assessment, on, &mut list);
    list
}

fn about_the_card(decision: &Decision, person: &Person, on: Date, list: &mut Vec<Note>) {
    let reason = decision.outcome.reason();
    if person.situation == Some(Situation::Merger) {
        list.extend([Note::NobodyMustChangeAfterMerger, Note::OldPapersStayValid]);
    }
    match reason {
        Some(Reason::FromCmnd) => list.extend([Note::CmndEnded, Note::OldPapersStayValid]),
        Some(Reason::Age) if matches!(decision.outcome, Outcome::Soon { .. }) => {
            list.push(Note::FreeFromExchangeAge)
        }
        Some(Reason::Age) => list.push(Note::ExchangeDue),
        Some(Reason::FromCccd | Reason::Request)
            if person
                .card
                .and_then(|card| card.remind_from())
                .is_some_and(|remind| remind <= on) =>
        {
            list.push(Note::FreeFromExchangeAge);
        }
        Some(Reason::New14) => list.push(Note::MandatoryFrom14),
        Some(Reason::New6To14) => list.push(Note::OptionalUnder14),
        Some(Reason::NewUnder6) => list.extend([Note::OptionalUnder14, Note::WithBirthRegistration]),
        Some(Reason::Lost) => list.push(Note::NoLossReport),
        _ => {}
    }
    let has_cccd = matches!(person.holds, Holds::ChipCccd | Holds::BarcodeCccd);
    let keeps_it = matches!(
        decision.outcome,
        Outcome::NothingToDo { .. } | Outcome::AccountOnly
    );
    if has_cccd && (keeps_it || reason == Some(Reason::FromCccd)) {
        list.push(Note::CccdValidToPrintedDate);
    }
    if person.group == AgeGroup::Under6 && reason.is_some() {
        list.push(Note::NoPhotoUnder6);
    }
    let issued = match decision.outcome {
        Outcome::Soon { from, .. } => from,
        _ => on,
    };
    // A card without an end passes over no age that anybody would notice.
    let ends = expiry(person.birth.earliest(), issued) != Expiry::Never;
    if reason.is_some() && ends && skips_an_age(person.birth.earliest(), issued) {
        list.push(Note::SkipsNextAge);
    }
    if person.card.is_some_and(|card| card.is_reached(on)) && (decision.has_level_2 || decision.account) {
        list.push(Note::AccountLockedWhileExpired);
    }
    if person.birth.date().is_none() {
        list.push(Note::PartialBirthDate);
    }
}

fn about_the_visit(
    decision: &Decision,
    person: &Person,
    assessment: &Assessment,
    on: Date,
    list: &mut Vec<Note>,
) {
    if !decision.outcome.is_visit() {
        return;
    }
    if assessment.presence == Presence::PersonWithRepresentative && person.group.needs_representative() {
        list.push(Note::ChildMustCome);
    }
    match (person.group, person.group_before_visit(on)) {
        (AgeGroup::Under6, AgeGroup::From6To13) => list.push(Note::TurnsSix),
        (AgeGroup::From6To13, AgeGroup::From14To59) => list.push(Note::TurnsFourteen),
        _ => {}
    }
    if decision.data_right == DataRight::No {
        list.push(Note::DataFirst);
    }
    if matches!(decision.outcome, Outcome::Book { online_too: true, .. }) {
        list.push(Note::OnlineReusesBiometrics);
    }
    if assessment.papers.is_empty() {
        list.push(Note::NothingToBring);
    }
    if decision.account {
        let minor = person.group.needs_representative();
        list.push(if minor {
            Note::MinorAccountNeedsConsent
        } else {
            Note::OwnPhoneOnly
        });
    }
    if person.status == Status::CitizenAbroad {
        list.push(Note::PlanWeeks);
        if decision.account {
            list.push(Note::VietnameseSim);
        }
    }
    list.push(Note::AnyOffice);
}
