//! The family in the tab's drafts: who comes, and when each is served.

use super::super::draft::{self, Person, people};
use super::super::known::Known;
use crate::browser::draft::Draft;
use eid_domain::household::{Family, Member};
use eid_domain::wire::household::HouseholdVisit;
use serde::{Deserialize, Serialize};

/// What only the family's own pages read.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Window {
    /// Each member's visit in the window that is kept.
    pub(super) visits: Vec<HouseholdVisit>,
}

/// The window that is kept.
pub(super) fn window() -> Draft<Window> {
    Draft::open("booking-window")
}

/// Adds somebody new; gives their place.
pub(super) fn add_member() -> usize {
    let count = draft::count();
    let at = count.now();
    draft::member(at).clear();
    count.update(|count| *count += 1);
    at
}

/// Takes a member off the list; those behind move up.
pub(super) fn remove_member(at: usize) {
    let mut left = people();
    if at < left.len() {
        left.remove(at);
    }
    draft::member(left.len()).clear();
    draft::count().update(|count| *count = left.len());
    for (at, person) in left.into_iter().enumerate() {
        draft::member(at).update(|place| *place = person);
    }
}

/// Forgets the family: it has booked.
pub(super) fn clear() {
    for at in 0..draft::count().now() {
        draft::member(at).clear();
    }
    draft::count().clear();
    draft::family().clear();
    window().clear();
}

/// The visit of a member, once that is known and there is one.
fn visit(person: &Person, known: &Known) -> Option<Member> {
    let visit = person.visit(known)?;
    Some(Member {
        service: visit.service,
        age_group: visit.age_group,
    })
}

/// The visits, once all are known.
pub(super) fn family(known: &Known) -> Option<Family> {
    let visits: Option<Vec<Member>> = people().iter().map(|person| visit(person, known)).collect();
    Family::new(visits?)
}
