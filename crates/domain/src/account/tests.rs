use super::*;
use crate::{calendar::Calendar, dossier::Actor};
use jiff::civil::date;
use proptest::prelude::*;

fn calendar() -> Calendar {
    Calendar::parse(include_str!("../../../../data/holidays.csv")).unwrap()
}

#[test]
fn seven_calendar_days_and_the_next_working_day_is_accepted() {
    let calendar = calendar();
    for (notified, shown, accepted) in [
        ("2026-11-20T03:00:00Z", date(2026, 11, 27), date(2026, 11, 27)),
        ("2026-11-20T17:00:00Z", date(2026, 11, 28), date(2026, 11, 30)),
        ("2026-11-17T03:00:00Z", date(2026, 11, 24), date(2026, 11, 25)),
        ("2026-02-10T03:00:00Z", date(2026, 2, 17), date(2026, 2, 23)),
        ("2026-08-15T03:00:00Z", date(2026, 8, 22), date(2026, 8, 22)),
    ] {
        let by = activate_by(notified.parse().unwrap(), ACTIVATE_WITHIN_DAYS, &calendar);
        assert_eq!(by, ActivateBy { shown, accepted }, "{notified}");
        assert!(!by.is_over(accepted) && by.is_over(accepted.tomorrow().unwrap()));
    }
}

#[test]
fn the_way_to_level_2() {
    use Actor::{Citizen, HelpDesk, Ministry, Officer, System};
    for (from, to, actor) in [
        (State::None, State::L2Requested, Officer),
        (State::L2Requested, State::L2Review, System),
        (State::L2Review, State::L2Approved, Ministry),
        (State::L2Approved, State::L2Active, Citizen),
        (State::L2Approved, State::L2Overdue, System),
        (State::L2Overdue, State::L2Active, Citizen),
        (State::L2Overdue, State::L2Approved, HelpDesk),
        (State::L2Active, State::Locked, Citizen),
        (State::Locked, State::L2Active, Citizen),
    ] {
        assert!(allowed(from, to, actor), "{from} -> {to} by {actor}");
    }
    for (from, to, actor) in [
        (State::None, State::L2Active, Citizen),
        (State::L2Review, State::L2Approved, Officer),
        (State::L2Approved, State::L2Active, Officer),
        (State::L2Refused, State::L2Approved, Ministry),
        (State::Locked, State::L2Active, HelpDesk),
    ] {
        assert!(!allowed(from, to, actor), "{from} -> {to} by {actor}");
    }
}

#[test]
fn overdue_people_may_still_try() {
    assert!(State::L2Overdue.may_activate() && State::L2Approved.may_activate());
    assert!(State::DeviceReset.may_activate());
    assert!(!State::L2Review.may_activate() && !State::L2Active.may_activate());
    assert_eq!(State::L2Active.level(), 2);
    assert_eq!(State::L2Approved.level(), 0);
}

#[test]
fn locks() {
    assert_eq!(LockReason::CardExpired.unlock(), Unlock::NewCard);
    assert_eq!(LockReason::Death.unlock(), Unlock::Never);
    for reason in LockReason::ALL {
        let silent = matches!(
            reason,
            LockReason::CardRevoked | LockReason::CardKept | LockReason::Death | LockReason::AuthorityRequest
        );
        assert_eq!(reason.may_be_told(), !silent, "{reason}");
        // The hotline locks for who asks for it, and nobody opens what only a new card or the authority does.
        assert_eq!(
            reason.may_be_given_by(Actor::HelpDesk),
            *reason == LockReason::OwnRequest
        );
        assert!(!reason.may_be_given_by(Actor::Citizen));
        let shut = matches!(
            reason,
            LockReason::CardExpired | LockReason::AuthorityRequest | LockReason::Closed | LockReason::Death
        );
        assert_eq!(reason.opens_at_the_counter(), !shut, "{reason}");
    }
    assert!(!LockReason::Closed.may_be_given_by(Actor::Officer));
}

proptest! {
    /// Level 2 is only ever reached through approval.
    #[test]
    fn no_walk_reaches_level_2_without_approval(picks in prop::collection::vec(any::<prop::sample::Index>(), 1..60)) {
        let mut state = State::None;
        let mut approved = false;
        for pick in picks {
            let moves: Vec<State> =
                Actor::ALL.iter().flat_map(|actor| next_states(state, *actor)).collect();
            prop_assert!(!moves.is_empty(), "{} is a dead end", state);
            // The state a lock came from decides what it opens to; a walk that was never at level 2 cannot.
            let next = moves[pick.index(moves.len())];
            let before = matches!(next, State::L2Active | State::DeviceReset);
            if state == State::Locked && before && !approved { continue; }
            state = next;
            approved |= state == State::L2Approved;
            prop_assert!(approved || state.level() < 2);
        }
    }
}
