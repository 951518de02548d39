//! What the machine should do, in a few lists.

mod closed;
mod family;
mod queue;

use super::{
    EVERYBODY, FAMILIES, KEPT, PLAN,
    act::{EXTENSIONS, HOLD_S},
    step::Step,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Held,
    Booked,
    Released,
}

/// A reservation.
#[derive(Clone, Debug)]
struct Place {
    first: usize,
    ticks: usize,
    state: State,
    expires: i64,
    extensions: u8,
    /// Taken by staff.
    assisted: bool,
}

/// By which way a place is taken.
const ONLINE: bool = false;
const ASSISTED: bool = true;

impl Place {
    fn held(first: usize, ticks: usize, assisted: bool, expires: i64) -> Self {
        Self {
            first,
            ticks,
            state: State::Held,
            expires,
            extensions: 0,
            assisted,
        }
    }

    fn covers(&self, tick: usize) -> bool {
        (self.first..self.first + self.ticks).contains(&tick)
    }

    fn is_live(&self, now: i64) -> bool {
        self.state == State::Held && self.expires > now
    }
}

/// Somebody who waits.
#[derive(Clone, Debug)]
struct Entry {
    closure: bool,
    joined: i64,
    silent: u8,
    /// Which family is moved as one.
    family: Option<usize>,
    /// Number of the place, and until when it can be answered.
    offer: Option<(usize, i64)>,
}

#[derive(Clone, Debug, Default)]
struct Person {
    /// Number of the place.
    visit: Option<usize>,
    entry: Option<Entry>,
}

/// The state of the world.
pub(super) struct Model {
    /// Seconds on the clock.
    pub(super) now: i64,
    /// Which ticks are closed.
    pub(super) closed: Vec<bool>,
    /// By number, as the store's are.
    places: std::collections::BTreeMap<usize, Place>,
    people: Vec<Person>,
    /// The holds that each person has ever had.
    mine: Vec<Vec<usize>>,
    /// The windows that each family has ever had, as the places of its members.
    windows: Vec<Vec<Vec<usize>>>,
    next: usize,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            now: 0,
            closed: vec![false; PLAN.len()],
            places: std::collections::BTreeMap::new(),
            people: vec![Person::default(); EVERYBODY],
            mine: vec![Vec::new(); EVERYBODY],
            windows: vec![Vec::new(); FAMILIES],
            next: 0,
        }
    }
}

impl Model {
    /// What the step should be answered with; afterwards the world is as it left it.
    pub(super) fn step(&mut self, step: &Step) -> &'static str {
        self.now += 1;
        let now = self.now - 1;
        match *step {
            Step::Hold { who, first, ticks } => self.hold(who, first, ticks, ONLINE, now),
            Step::Book { who, first, ticks } => self.book(who, first, ticks, ONLINE, now),
            Step::Assist { who, first, ticks } => self.book(who, first, ticks, ASSISTED, now),
            Step::Extend { who, which } => self.extend(who, which, now),
            Step::Release { who, which } => match self.chosen(who, which) {
                Some(id) if self.places[&id].state == State::Held => {
                    self.set(id, State::Released);
                    "released"
                }
                _ => "not held",
            },
            Step::Confirm { who, which } => self.confirm(who, which, now),
            Step::Move { who, which } => self.relocate(who, which, now),
            Step::Cancel { who } => self.cancel(who),
            Step::Wait { who } => self.wait(who, now, false),
            Step::Offer { first } => self.offer(first, now),
            Step::Take { who } => self.take(who, now),
            Step::Pass { who } => self.decline(who, now),
            Step::Close { first, ticks } => self.close(first, ticks, now),
            Step::HoldFamily { family, first } => self.hold_family(family, first, now),
            Step::BookFamily { family, first } => match self.hold_family(family, first, now) {
                "family held" => self.confirm_family(family, 0, now),
                refused => refused,
            },
            Step::ExtendFamily { family, which } => self.extend_family(family, which, now),
            Step::ReleaseFamily { family, which } => self.release_family(family, which),
            Step::ConfirmFamily { family, which } => self.confirm_family(family, which, now),
            Step::MoveFamily { family, which } => self.move_family(family, which, now),
            Step::CancelFamily { family } => self.cancel_family(family),
            Step::Sweep => {
                let lapsed = self.of(|place| place.state == State::Held && place.expires <= now);
                lapsed.iter().for_each(|id| self.set(*id, State::Released));
                if lapsed.is_empty() {
                    "nothing lapsed"
                } else {
                    "swept"
                }
            }
            Step::Lapse => self.lapse(now),
            Step::Later { seconds } => {
                self.now += seconds;
                "later"
            }
        }
    }

    /// Free places of each tick, as somebody sees them online.
    pub(super) fn free(&self) -> Vec<u16> {
        let live = |place: &Place| place.state == State::Booked || place.is_live(self.now);
        (0..PLAN.len())
            .map(|tick| match self.closed[tick] {
                true => 0,
                false => self.room(tick, ONLINE, live),
            })
            .collect()
    }

    /// How many more places of a tick somebody may take, where `counts` says which are taken.
    fn room(&self, tick: usize, assisted: bool, counts: impl Fn(&Place) -> bool) -> u16 {
        let by_staff = self.count(tick, |place| place.assisted && counts(place));
        let left_alone = if assisted {
            0
        } else {
            KEPT[tick].saturating_sub(by_staff)
        };
        (PLAN[tick] - self.count(tick, counts)).saturating_sub(left_alone)
    }

    /// Every visit to come as (person, first tick, ticks), in order.
    pub(super) fn visits(&self) -> Vec<(usize, usize, usize)> {
        let of = |(who, person): (usize, &Person)| {
            let place = &self.places[&person.visit?];
            assert_eq!(place.state, State::Booked, "the model has lost a visit");
            Some((who, place.first, place.ticks))
        };
        self.people.iter().enumerate().filter_map(of).collect()
    }

    fn count(&self, tick: usize, counts: impl Fn(&Place) -> bool) -> u16 {
        let covering = self
            .places
            .values()
            .filter(|place| place.covers(tick) && counts(place));
        u16::try_from(covering.count()).unwrap()
    }

    fn of(&self, wanted: impl Fn(&Place) -> bool) -> Vec<usize> {
        let found = self.places.iter().filter(|(_, place)| wanted(place));
        found.map(|(id, _)| *id).collect()
    }

    fn set(&mut self, id: usize, state: State) {
        self.places.get_mut(&id).unwrap().state = state;
    }

    fn chosen(&self, who: usize, which: usize) -> Option<usize> {
        let mine = &self.mine[who];
        mine.iter().rev().nth(which).or(mine.last()).copied()
    }

    /// What lapsed in these ticks is given back.
    fn tidy(&mut self, wanted: &std::ops::Range<usize>, now: i64) {
        let lapsed = self.of(|place| {
            place.state == State::Held
                && place.expires <= now
                && wanted.clone().any(|tick| place.covers(tick))
        });
        lapsed.iter().for_each(|id| self.set(*id, State::Released));
    }

    /// Whether so many places of a tick can be taken.
    fn has_room(&self, tick: usize, wanted: u16, assisted: bool) -> bool {
        let is_taken = |place: &Place| place.state != State::Released;
        !self.closed[tick] && self.room(tick, assisted, is_taken) >= wanted
    }

    /// Takes a place where there is room, after what lapsed there was given back.
    fn keep(&mut self, first: usize, ticks: usize, assisted: bool, expires: i64, now: i64) -> Option<usize> {
        let id = self.next;
        self.next += 1;
        let wanted = first..first + ticks;
        if wanted.end > PLAN.len() {
            return None;
        }
        self.tidy(&wanted, now);
        if !wanted.clone().all(|tick| self.has_room(tick, 1, assisted)) {
            return None;
        }
        self.places
            .insert(id, Place::held(first, ticks, assisted, expires));
        Some(id)
    }

    fn book(&mut self, who: usize, first: usize, ticks: usize, assisted: bool, now: i64) -> &'static str {
        match self.hold(who, first, ticks, assisted, now) {
            "held" => self.confirm(who, 0, now),
            refused => refused,
        }
    }

    fn hold(&mut self, who: usize, first: usize, ticks: usize, assisted: bool, now: i64) -> &'static str {
        match self.keep(first, ticks, assisted, now + HOLD_S, now) {
            Some(id) => {
                self.mine[who].push(id);
                "held"
            }
            None => "full",
        }
    }

    fn extend(&mut self, who: usize, which: usize, now: i64) -> &'static str {
        let Some(id) = self.chosen(who, which) else {
            return "not held";
        };
        let place = self.places.get_mut(&id).unwrap();
        if !place.is_live(now) {
            return "not held";
        }
        if place.extensions == EXTENSIONS {
            return "extended often enough";
        }
        place.extensions += 1;
        place.expires += HOLD_S;
        "extended"
    }

    fn confirm(&mut self, who: usize, which: usize, now: i64) -> &'static str {
        let live = self.chosen(who, which).filter(|id| self.places[id].is_live(now));
        match live {
            None => "not held",
            Some(_) if self.people[who].visit.is_some() => "has a visit",
            Some(id) => {
                self.set(id, State::Booked);
                self.people[who].visit = Some(id);
                "booked"
            }
        }
    }

    fn cancel(&mut self, who: usize) -> &'static str {
        let Some(visit) = self.people[who].visit.take() else {
            return "no visit";
        };
        self.end(who);
        self.set(visit, State::Released);
        "cancelled"
    }

    fn relocate(&mut self, who: usize, which: usize, now: i64) -> &'static str {
        let Some(visit) = self.people[who].visit else {
            return "no visit";
        };
        let live = self.chosen(who, which).filter(|id| self.places[id].is_live(now));
        let Some(id) = live else { return "not held" };
        self.set(id, State::Booked);
        self.set(visit, State::Released);
        self.people[who].visit = Some(id);
        self.end(who);
        "moved"
    }
}
