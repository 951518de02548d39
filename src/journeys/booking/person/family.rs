//! What the page of a family's member has of its own: whose details these are, and who comes along with a child.

use super::super::{called, draft};
use crate::i18n::{keys::household as k, t, tf};
use eid_domain::booking::AgeGroup;
use eid_domain::order;
use jiff::civil::Date;

/// The heading.
pub(super) fn title(at: usize, today: Date) -> String {
    let people = draft::people();
    let Some(person) = people.get(at) else {
        return t(k::TITLE).to_owned();
    };
    let who = called::member(person, at, today);
    let (at, of) = ((at + 1).to_string(), people.len().to_string());
    tf(k::PERSON_TITLE, &[("who", &who), ("n", &at), ("of", &of)])
}

/// A child goes with a parent, as far as the family tells: the first of 18 to 59 whose name is known, else of 60 and
/// over; unless somebody else is named.
pub(super) fn name_representative(today: Date) {
    let draft = draft::person();
    let now = draft.now();
    let birth = now.answers.birth;
    let minor = birth.is_some_and(|birth| AgeGroup::of(&birth, today).needs_representative());
    if !minor || !now.representative.trim().is_empty() {
        return;
    }
    let mut grown_ups: Vec<(bool, String)> = Vec::new();
    for person in draft::people() {
        let age = person.answers.birth.map(|birth| birth.ages_on(today).youngest);
        if let Some(age) = age.filter(|age| *age >= 18)
            && !person.full_name.trim().is_empty()
        {
            grown_ups.push((age >= 60, person.full_name));
        }
    }
    order::by_key(&mut grown_ups, |(old, _)| *old);
    if let Some((_, name)) = grown_ups.into_iter().next() {
        draft.update(|person| person.representative = name);
    }
}
