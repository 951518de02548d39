//! Everybody at once: two devices a person, and servers that offer, sweep and close. There is no order to compare
//! with; what each was told must be what they have in the end.

use super::{EVERYBODY, FAMILIES, LONGEST, PEOPLE, PLAN, Tally, act::World, members, step::Step};
use crate::support::clock;
use eid_store::{Store, StoreError};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// What is known when all have stopped.
pub(super) struct Known {
    /// How many visits each person has, by what they were told.
    pub(super) active: Vec<usize>,
    /// Seconds on the clock.
    pub(super) now: i64,
    /// Which ticks were closed.
    pub(super) closed: Vec<bool>,
    /// How often each answer was given.
    pub(super) tally: Tally,
}

/// Numbers that look like chance and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        // Xorshift: good enough to mix a story.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// Whose device it is.
#[derive(Clone, Copy)]
pub(super) enum Device {
    Person(usize),
    Family(usize),
    /// A server, and the tick that the office closes there.
    Server(usize),
}

/// Two devices a person, one a family, and servers.
pub(super) fn everybody() -> Vec<Device> {
    let people = (0..2 * PEOPLE).map(|n| Device::Person(n % PEOPLE));
    let families = (0..FAMILIES).map(Device::Family);
    people
        .chain(families)
        .chain([Device::Server(PLAN.len() - 1); 3])
        .collect()
}

/// Three devices a family, one person beside them, and servers: there is room for families to move.
pub(super) fn families() -> Vec<Device> {
    let families = (0..3 * FAMILIES).map(|n| Device::Family(n % FAMILIES));
    // A tick that half of the windows have: who comes then waits for the other half.
    let others = [Device::Person(0), Device::Server(4), Device::Server(4)];
    families.chain(others).collect()
}

/// What one device, or one server, does next.
fn next(chance: &mut Chance, device: Device) -> Step {
    let (first, ticks, which) = (chance.below(PLAN.len()), 1 + chance.below(2), chance.below(3));
    let who = match device {
        Device::Person(who) => who,
        Device::Family(family) => return next_of_family(chance, family, which),
        Device::Server(closes) => return next_of_server(chance, first, closes),
    };
    match chance.below(21) {
        // Few of what the plan has not enough places for, else all are taken early and nothing can be offered.
        0..=1 => Step::Hold { who, first, ticks },
        2..=4 => Step::Book { who, first, ticks },
        5 => Step::Extend { who, which },
        6..=7 => Step::Release { who, which },
        8..=9 => Step::Confirm { who, which },
        10..=11 => Step::Move { who, which },
        12..=13 => Step::Cancel { who },
        14..=16 => Step::Wait { who },
        17..=18 => Step::Take { who },
        19 => Step::Assist { who, first, ticks },
        _ => Step::Pass { who },
    }
}

fn next_of_family(chance: &mut Chance, family: usize, which: usize) -> Step {
    // Only where the plan has a window for two at all; where it has not, the stories try.
    let first = [1, 2, 4, 5][chance.below(4)];
    let who = members(family)[chance.below(2)];
    match chance.below(25) {
        0..=4 => Step::HoldFamily { family, first },
        5..=6 => Step::BookFamily { family, first },
        7 => Step::ExtendFamily { family, which },
        8 => Step::ReleaseFamily { family, which },
        9 => Step::ConfirmFamily { family, which },
        10..=17 => Step::MoveFamily { family, which: 0 },
        18..=19 => Step::CancelFamily { family },
        20..=23 => Step::Take { who },
        _ => Step::Pass { who },
    }
}

fn next_of_server(chance: &mut Chance, first: usize, closes: usize) -> Step {
    match chance.below(24) {
        0..=11 => Step::Offer { first },
        12..=16 => Step::Sweep,
        17..=22 => Step::Lapse,
        _ => Step::Close {
            first: closes,
            ticks: 1,
        },
    }
}

pub(super) async fn run(store: &Store, devices: Vec<Device>) -> Known {
    let world = Arc::new(World::new(store.clone()));
    let time = Arc::new(AtomicI64::new(0));
    let tasks: Vec<_> = devices
        .into_iter()
        .zip(1_u64..)
        .map(|(who, seed)| {
            let (world, time) = (world.clone(), time.clone());
            tokio::spawn(async move {
                let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
                let mut told = Vec::new();
                for _ in 0..4 * LONGEST {
                    let step = next(&mut chance, who);
                    let now = clock(time.fetch_add(5, Ordering::SeqCst));
                    let mut tries = 0;
                    let answer = loop {
                        match world.act(&step, now).await {
                            Ok(answer) => break answer,
                            // The other device was faster; the person is told so.
                            Err(StoreError::Stale(_)) => break "conflict",
                            // As the browser does with an answer that says so; how often is counted.
                            Err(error) if error.is_busy() && tries < 3 => {
                                tries += 1;
                                told.push((step, "done anew"));
                            }
                            Err(error) => panic!("{step:?}: {error}"),
                        }
                    };
                    told.push((step, answer));
                    tokio::task::yield_now().await;
                }
                (who, told)
            })
        })
        .collect();
    let mut known = Known {
        active: vec![0; EVERYBODY],
        now: 0,
        closed: vec![false; PLAN.len()],
        tally: Tally::new(),
    };
    let mut cancelled = vec![0; EVERYBODY];
    for task in tasks {
        let (who, told) = task.await.unwrap();
        for (step, answer) in told {
            *known.tally.entry(answer).or_default() += 1;
            match (step, who) {
                (Step::Close { first, ticks }, _) => known.closed[first..first + ticks].fill(true),
                (_, Device::Person(who)) if answer == "booked" => known.active[who] += 1,
                (_, Device::Person(who)) if answer == "cancelled" => cancelled[who] += 1,
                (_, Device::Family(family)) if answer == "family booked" => {
                    members(family).iter().for_each(|who| known.active[*who] += 1);
                }
                (_, Device::Family(family)) if answer == "family cancelled" => {
                    members(family).iter().for_each(|who| cancelled[*who] += 1);
                }
                _ => {}
            }
        }
    }
    for (active, cancelled) in known.active.iter_mut().zip(cancelled) {
        *active -= cancelled;
    }
    known.now = time.load(Ordering::SeqCst);
    known
}
