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
