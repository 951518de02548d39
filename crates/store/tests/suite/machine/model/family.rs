//! Families: all of them, or none.

use super::{
    super::{
        PLAN, WINDOW, WINDOW_TICKS,
        act::{EXTENSIONS, HOLD_S},
        members,
    },
    Model, ONLINE, Place, State,
};

/// The number of a member's place in a window, as the store's.
fn place(window: usize, nth: usize) -> usize {
    1_000_000 + 10 * window + nth
}

/// The window of a place; `None` where it is one person's.
pub(super) fn window_of(place: usize) -> Option<usize> {
    place.checked_sub(1_000_000).map(|place| place / 10)
}

impl Model {
    fn window(&self, family: usize, which: usize) -> Option<Vec<usize>> {
        let windows = &self.windows[family];
        windows.iter().rev().nth(which).or(windows.last()).cloned()
    }

    /// The window, while all of its places are held.
    fn live_window(&self, family: usize, which: usize, now: i64) -> Option<Vec<usize>> {
        self.window(family, which)
            .filter(|places| places.iter().all(|id| self.places[id].is_live(now)))
    }

    /// The places of everybody's visit; `None` where one has none.
    pub(super) fn visits_of(&self, family: usize) -> Option<Vec<usize>> {
        members(family)
            .iter()
            .map(|who| self.people[*who].visit)
            .collect()
    }

    pub(super) fn hold_family(&mut self, family: usize, first: usize, now: i64) -> &'static str {
        match self.keep_window(first, now + HOLD_S, now) {
            Some(places) => {
                self.windows[family].push(places);
                "family held"
            }
            None => "full",
        }
    }

    /// Takes a window where there is room for all.
    pub(super) fn keep_window(&mut self, first: usize, expires: i64, now: i64) -> Option<Vec<usize>> {
        let id = self.next;
        self.next += 1;
        let window = first..first + WINDOW_TICKS;
        if window.end > PLAN.len() {
            return None;
        }
        self.tidy(&window, now);
        let there = |tick: usize| {
            let is =
                |(begin, ticks): &&(usize, usize)| (first + begin..first + begin + ticks).contains(&tick);
            u16::try_from(WINDOW.iter().filter(is).count()).unwrap()
        };
        if !window
            .clone()
            .all(|tick| self.has_room(tick, there(tick), ONLINE))
        {
            return None;
        }
        let mut places = Vec::new();
        for (nth, (begin, ticks)) in WINDOW.into_iter().enumerate() {
            let held = Place::held(first + begin, ticks, ONLINE, expires);
            self.places.insert(place(id, nth), held);
            places.push(place(id, nth));
        }
        Some(places)
    }

    pub(super) fn extend_family(&mut self, family: usize, which: usize, now: i64) -> &'static str {
        let Some(places) = self.live_window(family, which, now) else {
            return "not held";
        };
        for id in places {
            let place = self.places.get_mut(&id).unwrap();
            if place.extensions == EXTENSIONS {
                return "extended often enough";
            }
            place.extensions += 1;
            place.expires += HOLD_S;
        }
        "extended"
    }

    pub(super) fn release_family(&mut self, family: usize, which: usize) -> &'static str {
        let mut places = self.window(family, which).unwrap_or_default();
        places.retain(|id| self.places[id].state == State::Held);
        places.iter().for_each(|id| self.set(*id, State::Released));
        if places.is_empty() { "not held" } else { "released" }
    }

    pub(super) fn confirm_family(&mut self, family: usize, which: usize, now: i64) -> &'static str {
        let Some(places) = self.live_window(family, which, now) else {
            return "not held";
        };
        if members(family)
            .iter()
            .any(|who| self.people[*who].visit.is_some())
        {
            return "has a visit";
        }
        for (who, id) in members(family).into_iter().zip(places) {
            self.set(id, State::Booked);
            self.people[who].visit = Some(id);
        }
        "family booked"
    }

    pub(super) fn move_family(&mut self, family: usize, which: usize, now: i64) -> &'static str {
        let Some(old) = self.visits_of(family) else {
            return "no visit";
        };
        let Some(new) = self.live_window(family, which, now) else {
            return "not held";
        };
        new.iter().for_each(|id| self.set(*id, State::Booked));
        old.iter().for_each(|id| self.set(*id, State::Released));
        for (who, id) in members(family).into_iter().zip(new) {
            self.people[who].visit = Some(id);
            self.end(who);
        }
        "family moved"
    }

    pub(super) fn cancel_family(&mut self, family: usize) -> &'static str {
        if self.visits_of(family).is_none() {
            return "no visit";
        }
        for who in members(family) {
            self.cancel(who);
        }
        "family cancelled"
    }
}
