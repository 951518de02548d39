use super::*;
use crate::calendar::Calendar;

mod by_post;
mod clock;
mod moves;
mod timeline;

fn calendar() -> Calendar {
    Calendar::parse(include_str!("../../../../data/holidays.csv")).unwrap()
}

/// Events at nine in the morning, office time.
fn history(days: &[(State, &str)]) -> Vec<Event> {
    let event = |(state, day): &(State, &str)| Event {
        state: *state,
        at: format!("{day}T02:00:00Z").parse().unwrap(),
        actor: Actor::System,
    };
    days.iter().map(event).collect()
}

/// Every way on, whoever takes it. From the check-in it goes back only to where it came from, see [`before_arrival`].
fn ways(days: &[(State, &str)]) -> Vec<State> {
    let state = days.last().map_or(State::Draft, |(state, _)| *state);
    let back = before_arrival(&history(days));
    let mut ways: Vec<State> = Actor::ALL
        .iter()
        .flat_map(|actor| next_states(state, *actor))
        .collect();
    if state == State::CheckedIn {
        ways.retain(|to| *to == back || !(to.asks_to_return() || *to == State::Booked));
    }
    ways
}
