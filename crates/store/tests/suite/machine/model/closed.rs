//! A family whose time was closed: it waits as one, is offered one window or none, and answers once.

use super::{
    super::{
        WINDOW,
        act::{OFFER_S, TO_PASS_ON_S},
        members,
    },
    Entry, Model, Place, State,
    family::window_of,
};

impl Model {
    /// All with whom somebody waits, where they are two or more.
    pub(super) fn waits_with(&self, who: usize) -> Option<Vec<usize>> {
        let family = self.people[who].entry.as_ref()?.family?;
        let waits = |who: &usize| {
            let entry = self.people[*who].entry.as_ref();
            entry.is_some_and(|entry| entry.family == Some(family))
        };
        let all: Vec<usize> = members(family).into_iter().filter(waits).collect();
        (all.len() >= WINDOW.len()).then_some(all)
    }

    /// Of a family the first is asked.
    pub(super) fn stands_for_all(&self, who: usize) -> bool {
        self.waits_with(who).is_none_or(|family| family[0] == who)
    }

    fn entry(&mut self, who: usize) -> &mut Entry {
        self.people[who].entry.as_mut().unwrap()
    }

    /// Any other window than theirs suits a family.
    pub(super) fn suits_family(&self, family: &[usize], first: usize) -> bool {
        let visits = family.iter().map(|who| self.people[*who].visit.unwrap());
        visits.map(|visit| self.places[&visit].first).min() != Some(first)
    }

    pub(super) fn give_family(&mut self, family: &[usize], first: usize, now: i64) -> bool {
        let Some(window) = self.keep_window(first, now + OFFER_S + TO_PASS_ON_S, now) else {
            return false;
        };
        for (who, place) in family.iter().zip(window) {
            self.entry(*who).offer = Some((place, now + OFFER_S));
        }
        true
    }

    /// What is kept for all is everybody's, and all wait again.
    pub(super) fn give_back(&mut self, family: &[usize]) {
        for who in family {
            if let Some((place, _)) = self.entry(*who).offer.take()
                && self.places[&place].state == State::Held
            {
                self.set(place, State::Released);
            }
        }
    }

    pub(super) fn take_family(&mut self, family: &[usize], now: i64) -> &'static str {
        let offers: Option<Vec<_>> = family.iter().map(|who| self.open_offer(*who)).collect();
        let Some(offers) = offers else {
            return "no offer";
        };
        let kept = |(place, until): &(usize, i64)| *until > now && self.places[place].is_live(now);
        if !offers.iter().all(kept) {
            return "too late";
        }
        for (who, (place, _)) in family.iter().zip(offers) {
            self.set(place, State::Booked);
            let old = self.people[*who].visit.replace(place).unwrap();
            self.set(old, State::Released);
            self.people[*who].entry = None;
        }
        "family taken"
    }

    /// The same for one who was left alone; false where somebody waits by themselves.
    pub(super) fn lapse_family(&mut self, who: usize, over: bool) -> bool {
        if self.entry(who).family.is_none() {
            return false;
        }
        let family = self.waits_with(who).unwrap_or_else(|| vec![who]);
        for who in &family {
            self.entry(*who).silent += u8::from(over);
        }
        self.give_back(&family);
        true
    }

    /// False where they do not come together: then each is on their own.
    pub(super) fn close_family(&mut self, family: usize, is_in: impl Fn(&Place) -> bool, now: i64) -> bool {
        let Some(visits) = self.visits_of(family) else {
            return false;
        };
        let window = window_of(visits[0]);
        if window.is_none() || visits.iter().any(|visit| window_of(*visit) != window) {
            return false;
        }
        let waits = |who: &usize| {
            self.people[*who]
                .entry
                .as_ref()
                .is_some_and(|entry| entry.closure)
        };
        if !visits.iter().any(|visit| is_in(&self.places[visit])) || members(family).iter().any(waits) {
            return true;
        }
        for who in members(family) {
            self.wait(who, now, true);
            self.entry(who).family = Some(family);
        }
        true
    }
}
