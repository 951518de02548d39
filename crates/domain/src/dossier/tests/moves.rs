use super::*;
use proptest::prelude::*;

/// The published table of states with its codes and ways on.
#[test]
fn the_table_of_states() {
    use State as S;
    let rows: &[(State, Option<u8>, &[State])] = &[
        (S::Draft, None, &[S::Submitted, S::Cancelled]),
        (
            S::Submitted,
            Some(1),
            &[S::Booked, S::Received, S::Refused, S::Cancelled],
        ),
        (
            S::Booked,
            Some(1),
            &[S::CheckedIn, S::Booked, S::Cancelled, S::NoShow],
        ),
        (S::NoShow, Some(8), &[S::Booked]),
        (
            S::CheckedIn,
            Some(1),
            &[S::InIntake, S::Booked, S::NoShow, S::Cancelled],
        ),
        (
            S::InIntake,
            Some(2),
            &[S::Received, S::DataCorrection, S::Refused, S::Completed],
        ),
        (S::DataCorrection, Some(5), &[S::InIntake, S::Expired]),
        (S::Received, Some(2), &[S::SentToMinistry]),
        (S::SentToMinistry, Some(4), &[S::InReview]),
        (
            S::InReview,
            Some(4),
            &[S::Approved, S::NeedsCorrection, S::Refused],
        ),
        (
            S::NeedsCorrection,
            Some(5),
            &[S::InReview, S::InIntake, S::Expired],
        ),
        (S::Approved, Some(4), &[S::Printed]),
        (S::Printed, Some(4), &[S::InTransit]),
        (S::InTransit, Some(9), &[S::AtOffice, S::WithPost]),
        (S::AtOffice, Some(9), &[S::Notified, S::WithPost]),
        (S::Notified, Some(9), &[S::HandedOver, S::Unclaimed, S::AtOffice]),
        (S::WithPost, Some(9), &[S::HandedOver, S::ReturnedByPost]),
        (S::ReturnedByPost, Some(9), &[S::AtOffice, S::WithPost]),
        (S::Unclaimed, Some(9), &[S::HandedOver, S::WithPost, S::AtOffice]),
        (S::HandedOver, Some(10), &[]),
        (S::Completed, Some(10), &[]),
        (S::Refused, Some(3), &[]),
        (S::Cancelled, Some(7), &[]),
        (S::Expired, Some(8), &[]),
    ];
    assert_eq!(rows.len(), S::ALL.len());
    for (from, code, ways) in rows {
        assert_eq!(from.national_code(), *code, "{from}");
        for to in *ways {
            assert!(
                Actor::ALL.iter().any(|actor| allowed(*from, *to, *actor)),
                "{from} -> {to}"
            );
        }
        assert_eq!(ways.is_empty(), from.is_final(), "{from}");
        assert_eq!(from.who_acts_next().is_none(), from.is_final(), "{from}");
    }
}

#[test]
fn only_the_right_people_move_a_dossier() {
    use Actor::{Citizen, HelpDesk, Ministry, Officer, Post, System};
    for (from, to, actor, may) in [
        (State::Booked, State::CheckedIn, Officer, true),
        (State::Booked, State::CheckedIn, Citizen, false),
        (State::Booked, State::CheckedIn, HelpDesk, false),
        (State::Booked, State::NoShow, System, true),
        (State::Booked, State::NoShow, Officer, false),
        (State::CheckedIn, State::NoShow, System, true),
        (State::CheckedIn, State::NoShow, Officer, false),
        (State::InIntake, State::NoShow, System, false),
        (State::CheckedIn, State::Booked, Officer, true),
        (State::CheckedIn, State::Cancelled, Citizen, false),
        (State::InIntake, State::Cancelled, Officer, true),
        (State::InReview, State::Approved, Ministry, true),
        (State::InReview, State::Approved, Officer, false),
        (State::WithPost, State::HandedOver, Post, true),
        (State::Notified, State::HandedOver, Citizen, false),
        (State::Notified, State::AtOffice, Citizen, true),
        (State::AtOffice, State::WithPost, Officer, true),
        (State::AtOffice, State::WithPost, Citizen, false),
        (State::WithPost, State::AtOffice, Citizen, false),
        (State::Received, State::Cancelled, Citizen, false),
        (State::InIntake, State::HandedOver, Officer, false),
    ] {
        assert_eq!(allowed(from, to, actor), may, "{from} -> {to} by {actor}");
    }
    assert_eq!(next_states(State::Booked, System), [State::NoShow]);
    assert!(starts_as(State::CheckedIn, Officer) && !starts_as(State::CheckedIn, Citizen));
    assert!(!starts_as(State::Approved, Officer));
}

/// Whoever came with what was asked for and left again is asked for it still; everybody else had a visit.
#[test]
fn a_check_in_undone_leads_back_to_where_it_came_from() {
    use State::{Booked, CheckedIn, DataCorrection, InIntake, NeedsCorrection, Received};
    for (way, before) in [
        (&[Booked, CheckedIn][..], Booked),
        (&[Booked, CheckedIn, Booked, CheckedIn], Booked),
        (
            &[Booked, CheckedIn, InIntake, DataCorrection, CheckedIn],
            DataCorrection,
        ),
        (&[Received, NeedsCorrection, CheckedIn], NeedsCorrection),
        (&[CheckedIn], Booked),
    ] {
        let events = way.iter().map(|state| (*state, "2026-11-20")).collect::<Vec<_>>();
        assert_eq!(before_arrival(&history(&events)), before, "{way:?}");
    }
}

#[test]
fn open_dossiers_block_a_second_one() {
    assert!(State::Booked.is_open() && State::Unclaimed.is_open() && State::NeedsCorrection.is_open());
    assert!(!State::NoShow.is_open() && !State::Cancelled.is_open() && !State::HandedOver.is_open());
}

proptest! {
    /// Whoever does whatever: nothing leaves a final state, nothing else is a dead end, and the ministry's states are
    /// only reached through a receipt.
    #[test]
    fn random_walks(picks in prop::collection::vec(any::<prop::sample::Index>(), 1..80)) {
        let mut days = vec![(State::Draft, "2026-11-20")];
        let mut received = false;
        for pick in picks {
            let (state, _) = days[days.len() - 1];
            let ways = ways(&days);
            prop_assert_eq!(ways.is_empty(), state.is_final(), "{}", state);
            if ways.is_empty() { break; }
            let state = ways[pick.index(ways.len())];
            days.push((state, "2026-11-20"));
            received |= state == State::Received;
            prop_assert!(received || state.national_code() != Some(4), "{} without receipt", state);
            prop_assert!(received || state != State::HandedOver);
        }
    }
}
