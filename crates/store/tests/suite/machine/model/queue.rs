//! Waiting, offers, closed days.

use super::{
    super::{
        EVERYBODY, FAMILIES, PEOPLE, PLAN,
        act::{OFFER_S, SILENT, TO_PASS_ON_S},
        members,
    },
    ASSISTED, Entry, Model, ONLINE, Place, State,
};

impl Model {
    pub(super) fn wait(&mut self, who: usize, now: i64, closure: bool) -> &'static str {
        let person = &mut self.people[who];
        if person.visit.is_none() {
            return "no visit";
        }
        if person
            .entry
            .as_ref()
            .is_some_and(|entry| entry.closure || !closure)
        {
            return "waits already";
        }
        self.end(who);
        self.people[who].entry = Some(Entry {
            closure,
            joined: now,
            silent: 0,
            family: None,
            offer: None,
        });
        "waits"
    }

    /// Waiting ends; a place that was kept is free again.
    pub(super) fn end(&mut self, who: usize) {
        if let Some(family) = self.waits_with(who) {
            self.give_back(&family);
        }
        if let Some(entry) = self.people[who].entry.take()
            && let Some((place, _)) = entry.offer
            && self.places[&place].state == State::Held
        {
            self.set(place, State::Released);
        }
    }

    /// Closed days first, then who joined first.
    pub(super) fn queue(&self) -> Vec<usize> {
        let mut queue: Vec<usize> = (0..EVERYBODY)
            .filter(|who| {
                self.people[*who]
                    .entry
                    .as_ref()
                    .is_some_and(|entry| entry.offer.is_none())
                    && self.stands_for_all(*who)
            })
            .collect();
        queue.sort_by_key(|who| {
            let entry = self.people[*who].entry.as_ref().unwrap();
            (!entry.closure, entry.joined, *who)
        });
        queue
    }

    /// The ticks of their visit, where a place at `first` would suit them.
    pub(super) fn suits(&self, who: usize, first: usize) -> Option<usize> {
        let (person, closure) = (&self.people[who], self.people[who].entry.as_ref()?.closure);
        let visit = &self.places[&person.visit?];
        (first < visit.first || (closure && first != visit.first)).then_some(visit.ticks)
    }

    pub(super) fn offer(&mut self, first: usize, now: i64) -> &'static str {
        for who in self.queue() {
            // Where the place has gone, the transaction is undone, and what lapsed is as it was.
            let before = self.places.clone();
            if let Some(family) = self.waits_with(who) {
                if self.suits_family(&family, first) && self.give_family(&family, first, now) {
                    return "family offered";
                }
                self.places = before;
                continue;
            }
            let Some(ticks) = self.suits(who, first) else {
                continue;
            };
            if self.give(who, first, ticks, ONLINE, now) {
                return "offered";
            }
            self.places = before;
        }
        "nobody"
    }

    /// `way` says what is left alone; the place itself counts as taken online.
    pub(super) fn give(&mut self, who: usize, first: usize, ticks: usize, way: bool, now: i64) -> bool {
        let kept = self.keep(first, ticks, way, now + OFFER_S + TO_PASS_ON_S, now);
        if let Some(place) = kept.and_then(|id| self.places.get_mut(&id)) {
            place.assisted = ONLINE;
        }
        let entry = self.people[who].entry.as_mut().unwrap();
        entry.offer = kept.map(|id| (id, now + OFFER_S));
        kept.is_some()
    }

    pub(super) fn open_offer(&self, who: usize) -> Option<(usize, i64)> {
        self.people[who].entry.as_ref()?.offer
    }

    pub(super) fn take(&mut self, who: usize, now: i64) -> &'static str {
        if let Some(family) = self.waits_with(who) {
            return self.take_family(&family, now);
        }
        let Some((place, until)) = self.open_offer(who) else {
            return "no offer";
        };
        if until <= now || !self.places[&place].is_live(now) {
            return "too late";
        }
        let visit = self.people[who].visit.unwrap();
        self.set(place, State::Booked);
        self.set(visit, State::Released);
        self.people[who].visit = Some(place);
        self.people[who].entry = None;
        "taken"
    }

    pub(super) fn decline(&mut self, who: usize, now: i64) -> &'static str {
        match (self.open_offer(who), self.waits_with(who)) {
            (None, _) => "no offer",
            (Some(_), None) => {
                self.pass_on(who, now);
                "declined"
            }
            (Some(_), Some(family)) => {
                self.give_back(&family);
                "family declined"
            }
        }
    }

    /// The offer of one ends, and the next whom it suits has it in the same moment.
    pub(super) fn pass_on(&mut self, who: usize, now: i64) {
        let Some((id, _)) = self.people[who]
            .entry
            .as_mut()
            .and_then(|entry| entry.offer.take())
        else {
            return;
        };
        let place = self.places[&id].clone();
        let next = self.queue().into_iter().find(|next| {
            let ticks = self.suits(*next, place.first);
            let alone = self.waits_with(*next).is_none();
            *next != who && alone && ticks.is_some_and(|ticks| ticks <= place.ticks)
        });
        if place.state != State::Held {
            return;
        }
        self.set(id, State::Released);
        if let Some((next, ticks)) = next.and_then(|next| Some((next, self.suits(next, place.first)?))) {
            assert!(
                self.give(next, place.first, ticks, ASSISTED, now),
                "it was theirs a moment ago"
            );
        }
    }

    pub(super) fn lapse(&mut self, now: i64) -> &'static str {
        let mut due: Vec<(i64, usize, bool)> = Vec::new();
        for who in 0..EVERYBODY {
            if let Some((place, until)) = self.open_offer(who) {
                let over = until <= now;
                if over || self.places[&place].state != State::Held {
                    due.push((until, place, over));
                }
            }
        }
        due.sort_unstable();
        for (_, place, over) in &due {
            let who = (0..EVERYBODY).find(|who| self.open_offer(*who).is_some_and(|(id, _)| id == *place));
            // One of a family has none any more where another of them was due before.
            let Some(who) = who else { continue };
            if self.lapse_family(who, *over) {
                continue;
            }
            let entry = self.people[who].entry.as_mut().unwrap();
            if !over {
                entry.offer = None;
                continue;
            }
            entry.silent += 1;
            let gives_up = !entry.closure && entry.silent >= SILENT;
            self.pass_on(who, now);
            if gives_up {
                self.people[who].entry = None;
            }
        }
        if due.is_empty() {
            "nothing is due"
        } else {
            "lapsed"
        }
    }

    pub(super) fn close(&mut self, first: usize, ticks: usize, now: i64) -> &'static str {
        let last = (first + ticks).min(PLAN.len());
        let is_in = |place: &Place| (first..last).any(|tick| place.covers(tick));
        let held = self.of(|place| place.state == State::Held && is_in(place));
        held.iter().for_each(|id| self.set(*id, State::Released));
        self.closed[first..last].fill(true);
        for who in 0..PEOPLE {
            self.close_one(who, is_in, now);
        }
        for family in 0..FAMILIES {
            if !self.close_family(family, is_in, now) {
                members(family)
                    .iter()
                    .for_each(|who| self.close_one(*who, is_in, now));
            }
        }
        "closed"
    }

    fn close_one(&mut self, who: usize, is_in: impl Fn(&Place) -> bool, now: i64) {
        let inside = self.people[who]
            .visit
            .is_some_and(|visit| is_in(&self.places[&visit]));
        if inside && !self.people[who].entry.as_ref().is_some_and(|entry| entry.closure) {
            self.wait(who, now, true);
        }
    }
}
