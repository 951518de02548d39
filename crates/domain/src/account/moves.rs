//! Which state may follow which, and who may do it.

use super::State;
use crate::dossier::Actor;
use Actor::{Citizen, HelpDesk, Ministry, Officer, System};
use State as S;

type Move = (State, State, &'static [Actor]);

const LOCKERS: &[Actor] = &[Citizen, HelpDesk, Officer, Ministry, System];
const UNLOCKERS: &[Actor] = &[Citizen, Officer, Ministry, System];

/// Every move there is. A locked account goes back to the state it was locked in; see [`LockReason`] for who may do
/// that for which lock.
///
/// [`LockReason`]: super::LockReason
const MOVES: &[Move] = &[
    (S::None, S::L1Active, &[Citizen]),
    (S::None, S::L2Requested, &[Officer]),
    (S::L1Active, S::L2Requested, &[Officer]),
    (S::L1Active, S::Locked, LOCKERS),
    (S::L2Requested, S::L2Review, &[System, Ministry]),
    (S::L2Review, S::L2Approved, &[Ministry]),
    (S::L2Review, S::L2Refused, &[Ministry]),
    (S::L2Refused, S::L2Requested, &[Officer]),
    (S::L2Approved, S::L2Active, &[Citizen]),
    (S::L2Approved, S::L2Overdue, &[System]),
    (S::L2Approved, S::Locked, LOCKERS),
    (S::L2Overdue, S::L2Approved, &[HelpDesk, Officer]),
    (S::L2Overdue, S::L2Active, &[Citizen]),
    (S::L2Active, S::Locked, LOCKERS),
    // The owner turned 14: what was the representative's is activated anew.
    (S::L2Approved, S::DeviceReset, &[System]),
    (S::L2Overdue, S::DeviceReset, &[System]),
    (S::L2Active, S::DeviceReset, &[Citizen, Officer, System]),
    (S::DeviceReset, S::L2Active, &[Citizen, Officer]),
    (S::DeviceReset, S::Locked, LOCKERS),
    (S::Locked, S::L1Active, UNLOCKERS),
    (S::Locked, S::L2Requested, &[Officer]),
    (S::Locked, S::L2Approved, UNLOCKERS),
    (S::Locked, S::L2Active, UNLOCKERS),
    (S::Locked, S::DeviceReset, UNLOCKERS),
];

/// Whether `actor` may move an account from one state to another.
#[must_use]
pub fn allowed(from: State, to: State, actor: Actor) -> bool {
    MOVES
        .iter()
        .any(|(a, b, actors)| *a == from && *b == to && actors.contains(&actor))
}

/// The states `actor` may move an account to.
#[must_use]
pub fn next_states(from: State, actor: Actor) -> Vec<State> {
    let moves = MOVES
        .iter()
        .filter(|(a, _, actors)| *a == from && actors.contains(&actor));
    moves.map(|(_, to, _)| *to).collect()
}
