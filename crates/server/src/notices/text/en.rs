//! Every notice in English; families of notices have files of their own.

use super::{
    Facts, Kind, NEVER_ASKED_EN, account, aid, delivery, ends, family,
    parts::{at, bound, linked, on, shortly},
    representatives, wallet,
};

/// The text of a notice.
pub(super) fn en(kind: Kind, facts: &Facts) -> String {
    let Facts {
        code,
        reference,
        dossier_code,
        number,
        office,
        reason,
        ..
    } = facts;
    let (visit, day, until) = (at(facts.visit), on(facts.day), shortly(facts.until));
    let never = NEVER_ASKED_EN;
    let link = |words: &str| linked(words, &facts.link);
    match kind {
        Kind::PhoneCode => bound(
            format!("Your code: {code}, good for 3 minutes. Do not give it to anybody. {never}"),
            facts,
        ),
        Kind::MailCode => {
            format!(
                "Code for your e-mail address: {code}, good for 15 minutes. Do not give it to anybody. {never}"
            )
        }
        Kind::PhoneCodeForStaff => format!(
            "Booking code: {code}, good for 3 minutes. Read it out ONLY if YOU called or came to the desk to book. If you did not, give it to NOBODY."
        ),
        Kind::Booked => format!("Appointment {reference}: {visit} at {office}. Please be on time. {never}"),
        Kind::HouseholdBooked | Kind::HouseholdMoved | Kind::HouseholdCancelled | Kind::NoWindow => {
            family::en(kind, facts)
        }
        _ if facts.family > 0 => family::en(kind, facts),
        Kind::DeliveryAsked
        | Kind::DeliveryChosen
        | Kind::Posted
        | Kind::PostReturned
        | Kind::MendingAnswered
        | Kind::NoticesChanged => delivery::en(kind, facts),
        Kind::PupilBooked if facts.link.is_empty() => {
            format!("School visit for an identity card, {reference}: {visit} at {office}. {never}")
        }
        Kind::PupilBooked => {
            format!(
                "School visit for an identity card: {visit} at {office}.{}",
                link("See, change")
            )
        }
        Kind::HomeAsked => {
            format!(
                "Request for a home visit {reference} received. We will tell you the day.{}",
                link("See")
            )
        }
        Kind::HomePlanned if facts.link.is_empty() => {
            format!("Officers come to your home on {visit}, reference {reference}. {never}")
        }
        Kind::HomePlanned => format!("Officers come to your home on {visit}.{}", link("See")),
        Kind::HomeRefused => {
            format!("Home visit {reference} is not possible: {reason}. {never}")
        }
        Kind::HomeAgain => format!(
            "Officers cannot come on {visit}. Your request {reference} stands, we will tell you another day. {never}"
        ),
        Kind::Answered => {
            format!(
                "Your question about dossier {reference} is answered. See the page of your dossier. {never}"
            )
        }
        Kind::Moved => format!("Appointment {reference} moved to {visit} at {office}. {never}"),
        Kind::Cancelled => {
            format!("Appointment {reference}, {visit}, is cancelled. You can book again. {never}")
        }
        Kind::Reminder if facts.link.is_empty() => {
            format!("Reminder: appointment {reference}, {visit} at {office}. {never}")
        }
        Kind::Reminder => {
            format!(
                "Reminder: appointment {reference}, {visit} at {office}.{}",
                link("Cancel")
            )
        }
        Kind::EarlierPlace => {
            format!(
                "Earlier place for {reference}: {visit} at {office}, kept until {until}.{}",
                link("See")
            )
        }
        Kind::OtherPlace => {
            format!(
                "New time for {reference}: {visit} at {office}, kept until {until}.{}",
                link("See")
            )
        }
        Kind::WaitingEnded => format!(
            "Appointment {reference}: no answer 3 times, so we stop offering earlier places. {visit} stays yours. {never}"
        ),
        Kind::Closed => format!(
            "Appointment {reference}: {office} is closed on {visit}. We look for another time and write to you. Your place is safe."
        ),
        Kind::PlanChanged => format!(
            "Appointment {reference}: {office} has other hours now, {visit} no longer fits. We look for another time. Your place is safe."
        ),
        Kind::StandsAgain => format!(
            "Appointment {reference}: {office} is open on {visit} after all. Your visit stands, nothing to do."
        ),
        Kind::NoShow => {
            format!(
                "Appointment {reference}, {visit}, was cancelled as nobody came. Please book again. {never}"
            )
        }
        Kind::QueueTicket if facts.link.is_empty() => {
            format!("Your number at {office}: {number}. Please watch the display. {never}")
        }
        Kind::QueueTicket => {
            format!("Your number at {office}: {number}.{}", link("Your turn"))
        }
        Kind::Received if facts.day.is_none() => format!("Dossier {dossier_code} received. {never}"),
        Kind::Received => format!("Dossier {dossier_code} received. Result due on {day}. {never}"),
        Kind::VisitUnfinished
        | Kind::CheckInUndone
        | Kind::Withdrawn
        | Kind::Correction
        | Kind::CorrectionSoon
        | Kind::CorrectionExpired => ends::en(kind, facts),
        Kind::Refused => format!("Dossier {reference} was refused: {reason}. {never}"),
        Kind::CardReady => {
            format!("Dossier {dossier_code}: card is at {office}. Bring your appointment slip. {never}")
        }
        Kind::Uncollected => {
            format!("Dossier {dossier_code}: your card still waits at {office}. Bring your slip. {never}")
        }
        Kind::HandedOver => format!("Dossier {dossier_code}: your card was handed over. {never}"),
        Kind::AidOutreach => aid::en(facts),
        Kind::AccountApproved | Kind::ActivateSoon | Kind::AccountRefused => account::en(kind, facts),
        Kind::PasskeyAdded
        | Kind::PasskeyRemoved
        | Kind::PasskeyCloned
        | Kind::DeviceChanged
        | Kind::PasswordChanged
        | Kind::SecretsReset
        | Kind::PhoneChanged
        | Kind::AccountLocked
        | Kind::AccountUnlocked
        | Kind::PayoutLinked
        | Kind::PayoutRemoved => account::en(kind, facts),
        Kind::PaperIntegrated | Kind::PaperRefused | Kind::PaperEnds => wallet::en(kind, facts),
        Kind::RepresentativeRecorded
        | Kind::RepresentativeEnded
        | Kind::RepresentativeGone
        | Kind::ChildConsented
        | Kind::ChildConsentWithdrawn
        | Kind::ChildApproved
        | Kind::OwnAccountSoon
        | Kind::OwnAccount => representatives::en(kind, facts),
        Kind::Activated => format!("Your level 2 account is active. {never}"),
        Kind::ExistingBooking => {
            format!("You have an open dossier: {reference}. Use it to see or change your visit. {never}")
        }
    }
}
