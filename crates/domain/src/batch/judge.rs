//! What a decision does to a dossier or an account as it stands.

use super::Outcome;
use crate::{
    account::{self, State as Account},
    dossier::{self, Actor, State as Card},
};

/// What a decision does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is the next step.
    Applies,
    /// It was taken over before, or the dossier is further already.
    Already,
    /// The dossier was received and not handed over yet.
    NotSent,
    /// A step before it is missing.
    TooEarly,
    /// It cannot come any more: withdrawn, refused, or decided otherwise.
    Impossible,
    /// There is no such dossier, or nothing of it was asked for.
    Unknown,
}

/// The state of the card's dossier after an outcome.
#[must_use]
pub const fn card_after(outcome: &Outcome) -> Card {
    match outcome {
        Outcome::InReview => Card::InReview,
        Outcome::NeedsCorrection { .. } => Card::NeedsCorrection,
        Outcome::Refused { .. } => Card::Refused,
        Outcome::Approved => Card::Approved,
        Outcome::Printed => Card::Printed,
        Outcome::InTransit => Card::InTransit,
    }
}

/// The state of an account after an outcome; `None` for what only a card can have.
#[must_use]
pub const fn account_after(outcome: &Outcome) -> Option<Account> {
    match outcome {
        Outcome::InReview => Some(Account::L2Review),
        Outcome::Approved => Some(Account::L2Approved),
        Outcome::Refused { .. } | Outcome::NeedsCorrection { .. } => Some(Account::L2Refused),
        Outcome::Printed | Outcome::InTransit => None,
    }
}

/// Judges a decision about a card.
#[must_use]
pub fn card(from: Card, outcome: &Outcome) -> Verdict {
    let to = card_after(outcome);
    if dossier::allowed(from, to, Actor::Ministry) {
        return Verdict::Applies;
    }
    if from == Card::Received {
        return Verdict::NotSent;
    }
    match (rank(from), rank(to)) {
        _ if from == to => Verdict::Already,
        (Some(from), Some(to)) if to <= from => Verdict::Already,
        (Some(_), Some(_)) => Verdict::TooEarly,
        // A refusal or a request for correction of what has not been looked at yet.
        (Some(from), None) if Some(from) < rank(Card::InReview) => Verdict::TooEarly,
        _ => Verdict::Impossible,
    }
}

/// Judges that a card has come to the office.
#[must_use]
pub fn arrival(from: Card) -> Verdict {
    if dossier::allowed(from, Card::AtOffice, Actor::Officer) {
        return Verdict::Applies;
    }
    match from {
        Card::AtOffice | Card::Notified | Card::Unclaimed | Card::HandedOver => Verdict::Already,
        Card::Received => Verdict::NotSent,
        Card::SentToMinistry | Card::InReview | Card::Approved | Card::Printed => Verdict::TooEarly,
        _ => Verdict::Impossible,
    }
}

/// How far a card is on the way that needs no correction.
const fn rank(state: Card) -> Option<u8> {
    Some(match state {
        Card::SentToMinistry => 0,
        Card::InReview => 1,
        Card::Approved => 2,
        Card::Printed => 3,
        Card::InTransit => 4,
        Card::AtOffice
        | Card::Notified
        | Card::WithPost
        | Card::ReturnedByPost
        | Card::Unclaimed
        | Card::HandedOver => 5,
        _ => return None,
    })
}

/// Judges a decision about an account.
#[must_use]
pub fn account(from: Account, outcome: &Outcome) -> Verdict {
    let Some(to) = account_after(outcome) else {
        return Verdict::Impossible;
    };
    if account::allowed(from, to, Actor::Ministry) {
        return Verdict::Applies;
    }
    match (from, to) {
        _ if from == to => Verdict::Already,
        (
            Account::L2Approved
            | Account::L2Overdue
            | Account::L2Active
            | Account::DeviceReset
            | Account::L2Refused
            | Account::Locked,
            Account::L2Review,
        )
        | (
            Account::L2Overdue | Account::L2Active | Account::DeviceReset | Account::Locked,
            Account::L2Approved,
        ) => Verdict::Already,
        (Account::L2Requested, _) => Verdict::TooEarly,
        _ => Verdict::Impossible,
    }
}
