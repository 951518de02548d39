//! Which state may follow which, and who may do it.

use super::{Actor, Event, State};
use Actor::{Citizen, HelpDesk, Ministry, Officer, Post, System};
use State as S;

type Move = (State, State, &'static [Actor]);

const BOOKER: &[Actor] = &[Citizen, HelpDesk, Officer];

/// Every move there is. Beside the way of the card it has what real counters need: a check-in undone, a person who
/// leaves or withdraws before the dossier is received, who comes again by appointment with what was asked for, the visit for
/// an account alone, and a card that waits for its owner who now wants it by post.
const MOVES: &[Move] = &[
    (S::Draft, S::Submitted, &[Citizen, HelpDesk]),
    (S::Draft, S::Booked, BOOKER),
    (S::Draft, S::Cancelled, BOOKER),
    (S::Submitted, S::Booked, BOOKER),
    (S::Submitted, S::Received, &[Officer]),
    (S::Submitted, S::Refused, &[Officer]),
    (S::Submitted, S::Cancelled, BOOKER),
    (S::Booked, S::Booked, BOOKER),
    (S::Booked, S::CheckedIn, &[Officer]),
    (S::Booked, S::Cancelled, BOOKER),
    (S::Booked, S::NoShow, &[System]),
    (S::NoShow, S::Booked, BOOKER),
    (S::CheckedIn, S::InIntake, &[Officer]),
    (S::CheckedIn, S::Booked, &[Officer]),
    (S::CheckedIn, S::DataCorrection, &[Officer, System]),
    (S::CheckedIn, S::NeedsCorrection, &[Officer, System]),
    (S::CheckedIn, S::NoShow, &[System]),
    (S::CheckedIn, S::Cancelled, &[Officer]),
    (S::InIntake, S::Received, &[Officer]),
    (S::InIntake, S::Completed, &[Officer]),
    (S::InIntake, S::DataCorrection, &[Officer]),
    (S::InIntake, S::Refused, &[Officer]),
    (S::InIntake, S::Cancelled, &[Officer]),
    (S::DataCorrection, S::CheckedIn, &[Officer]),
    (S::DataCorrection, S::InIntake, &[Officer]),
    (S::DataCorrection, S::Cancelled, BOOKER),
    (S::DataCorrection, S::Expired, &[System]),
    (S::Received, S::SentToMinistry, &[Officer, System]),
    (S::SentToMinistry, S::InReview, &[Ministry, System]),
    (S::InReview, S::Approved, &[Ministry]),
    (S::InReview, S::NeedsCorrection, &[Ministry]),
    (S::InReview, S::Refused, &[Ministry]),
    (S::NeedsCorrection, S::InReview, &[Officer, Ministry]),
    (S::NeedsCorrection, S::CheckedIn, &[Officer]),
    (S::NeedsCorrection, S::InIntake, &[Officer]),
    (S::NeedsCorrection, S::Cancelled, BOOKER),
    (S::NeedsCorrection, S::Expired, &[System]),
    (S::Approved, S::Printed, &[Ministry]),
    (S::Printed, S::InTransit, &[Ministry]),
    (S::InTransit, S::AtOffice, &[Officer]),
    (S::InTransit, S::WithPost, &[Ministry, Post]),
    (S::AtOffice, S::Notified, &[System, Officer]),
    (S::AtOffice, S::WithPost, &[Officer]),
    (S::Notified, S::AtOffice, BOOKER),
    (S::Notified, S::HandedOver, &[Officer]),
    (S::Notified, S::Unclaimed, &[System]),
    (S::WithPost, S::HandedOver, &[Post, Officer]),
    (S::WithPost, S::ReturnedByPost, &[Post, Officer]),
    (S::ReturnedByPost, S::AtOffice, &[Officer]),
    (S::ReturnedByPost, S::WithPost, &[Post, Officer]),
    (S::Unclaimed, S::AtOffice, BOOKER),
    (S::Unclaimed, S::HandedOver, &[Officer]),
    (S::Unclaimed, S::WithPost, &[Post, Officer]),
];

/// Whether `actor` may move a dossier from one state to another.
#[must_use]
pub fn allowed(from: State, to: State, actor: Actor) -> bool {
    MOVES
        .iter()
        .any(|(a, b, actors)| *a == from && *b == to && actors.contains(&actor))
}

/// The states `actor` may move a dossier to.
#[must_use]
pub fn next_states(from: State, actor: Actor) -> Vec<State> {
    let moves = MOVES
        .iter()
        .filter(|(a, _, actors)| *a == from && actors.contains(&actor));
    moves.map(|(_, to, _)| *to).collect()
}

/// Where somebody who was checked in stood before: to that their dossier goes back when the check-in is undone, or when
/// they come again another day for what was asked for. `events` are in order of time.
#[must_use]
pub fn before_arrival(events: &[Event]) -> State {
    let before = events.iter().rev().find(|event| event.state != State::CheckedIn);
    before
        .map(|event| event.state)
        .filter(|state| state.asks_to_return())
        .unwrap_or(State::Booked)
}

/// Whether a dossier can begin in a state: typed or booked by the citizen, or a person who walks in and is checked in
/// without an appointment.
#[must_use]
pub const fn starts_as(state: State, actor: Actor) -> bool {
    match state {
        State::Draft | State::Submitted => matches!(actor, Citizen | HelpDesk),
        State::Booked => matches!(actor, Citizen | HelpDesk | Officer),
        State::CheckedIn => matches!(actor, Officer),
        _ => false,
    }
}
