//! What can happen.

use super::{EVERYBODY, FAMILIES, PEOPLE, PLAN};
use proptest::prelude::*;

/// One step of a story. `which` chooses among the holds that the person has ever had, the newest first.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Keeps a place for ten minutes.
    Hold { who: usize, first: usize, ticks: usize },
    /// The same, and books it at once.
    Book { who: usize, first: usize, ticks: usize },
    /// Staff book a place for somebody who phones, also of those that are kept for it.
    Assist { who: usize, first: usize, ticks: usize },
    /// Ten minutes more.
    Extend { who: usize, which: usize },
    /// Gives a hold back.
    Release { who: usize, which: usize },
    /// Books a hold.
    Confirm { who: usize, which: usize },
    /// Moves the visit to a hold.
    Move { who: usize, which: usize },
    /// Cancels the visit.
    Cancel { who: usize },
    /// Wishes for an earlier place.
    Wait { who: usize },
    /// A server offers a place to the first of the queue whom it suits.
    Offer { first: usize },
    /// Takes what is offered.
    Take { who: usize },
    /// Declines it: it goes to the next.
    Pass { who: usize },
    /// The office closes some of its time; whoever has a visit there waits for another.
    Close { first: usize, ticks: usize },
    /// Keeps a window for a family.
    HoldFamily { family: usize, first: usize },
    /// The same, and books it at once.
    BookFamily { family: usize, first: usize },
    /// Ten minutes more for all of them.
    ExtendFamily { family: usize, which: usize },
    /// Gives a window back.
    ReleaseFamily { family: usize, which: usize },
    /// Books a window: everybody has a visit then, or nobody.
    ConfirmFamily { family: usize, which: usize },
    /// Moves everybody's visit to a window, or nobody's.
    MoveFamily { family: usize, which: usize },
    /// Cancels everybody's visit, or nobody's.
    CancelFamily { family: usize },
    /// A server gives back the holds that lapsed.
    Sweep,
    /// A server ends the offers that nobody answered.
    Lapse,
    /// Time passes.
    Later { seconds: i64 },
}

/// Any step, those that make a story long more often.
pub(super) fn step() -> impl Strategy<Value = Step> {
    let who = || 0..PEOPLE;
    // A member of a family does some things alone.
    let any = || 0..EVERYBODY;
    let family = || 0..FAMILIES;
    let which = || 0..2_usize;
    let first = || 0..PLAN.len();
    let visit = || (who(), first(), 1..4_usize);
    let of_family = || (family(), which());
    prop_oneof![
        6 => visit().prop_map(|(who, first, ticks)| Step::Hold { who, first, ticks }),
        6 => visit().prop_map(|(who, first, ticks)| Step::Book { who, first, ticks }),
        2 => (who(), which()).prop_map(|(who, which)| Step::Extend { who, which }),
        1 => (who(), which()).prop_map(|(who, which)| Step::Release { who, which }),
        4 => (who(), which()).prop_map(|(who, which)| Step::Confirm { who, which }),
        5 => (who(), which()).prop_map(|(who, which)| Step::Move { who, which }),
        2 => visit().prop_map(|(who, first, ticks)| Step::Assist { who, first, ticks }),
        2 => any().prop_map(|who| Step::Cancel { who }),
        6 => any().prop_map(|who| Step::Wait { who }),
        9 => first().prop_map(|first| Step::Offer { first }),
        5 => any().prop_map(|who| Step::Take { who }),
        3 => any().prop_map(|who| Step::Pass { who }),
        2 => (first(), 1..4_usize).prop_map(|(first, ticks)| Step::Close { first, ticks }),
        3 => (family(), first()).prop_map(|(family, first)| Step::HoldFamily { family, first }),
        4 => (family(), first()).prop_map(|(family, first)| Step::BookFamily { family, first }),
        1 => of_family().prop_map(|(family, which)| Step::ExtendFamily { family, which }),
        1 => of_family().prop_map(|(family, which)| Step::ReleaseFamily { family, which }),
        2 => of_family().prop_map(|(family, which)| Step::ConfirmFamily { family, which }),
        4 => of_family().prop_map(|(family, which)| Step::MoveFamily { family, which }),
        1 => family().prop_map(|family| Step::CancelFamily { family }),
        2 => Just(Step::Sweep),
        3 => Just(Step::Lapse),
        3 => (1..400_i64).prop_map(|seconds| Step::Later { seconds }),
        1 => (400..2_200_i64).prop_map(|seconds| Step::Later { seconds }),
    ]
}

/// A story, and what each step of it is answered with.
type Telling = &'static [(Step, &'static str)];

/// Stories that come to everything.
pub(super) const TELLINGS: [Telling; 3] = [TELLING, CLOSED_FAMILY, TORN_WINDOW];

const TELLING: Telling = &[
    (Step::BookFamily { family: 1, first: 1 }, "family booked"),
    (Step::MoveFamily { family: 1, which: 0 }, "not held"),
    (Step::HoldFamily { family: 1, first: 2 }, "full"),
    (Step::HoldFamily { family: 1, first: 4 }, "family held"),
    (Step::MoveFamily { family: 1, which: 0 }, "family moved"),
    (Step::BookFamily { family: 1, first: 1 }, "has a visit"),
    (Step::ReleaseFamily { family: 1, which: 0 }, "released"),
    (Step::CancelFamily { family: 1 }, "family cancelled"),
    (Step::Cancel { who: 0 }, "no visit"),
    (Step::Wait { who: 0 }, "no visit"),
    (visit(0, 5, 1), "booked"),
    (visit(0, 3, 1), "has a visit"),
    (Step::Take { who: 0 }, "no offer"),
    (Step::Pass { who: 0 }, "no offer"),
    (Step::Offer { first: 2 }, "nobody"),
    (Step::Wait { who: 0 }, "waits"),
    (Step::Wait { who: 0 }, "waits already"),
    (Step::Offer { first: 2 }, "offered"),
    (Step::Lapse, "nothing is due"),
    (Step::Take { who: 0 }, "taken"),
    (held(1, 3, 2), "held"),
    (Step::Extend { who: 1, which: 0 }, "extended"),
    (Step::Extend { who: 1, which: 0 }, "extended"),
    (Step::Extend { who: 1, which: 0 }, "extended often enough"),
    (Step::Confirm { who: 1, which: 0 }, "booked"),
    (held(1, 5, 1), "held"),
    (Step::Move { who: 1, which: 0 }, "moved"),
    (held(1, 7, 1), "held"),
    (held(2, 7, 1), "full"),
    (Step::Release { who: 1, which: 0 }, "released"),
    (Step::Release { who: 1, which: 0 }, "not held"),
    (Step::Confirm { who: 1, which: 0 }, "not held"),
    (Step::Sweep, "nothing lapsed"),
    (held(3, 1, 1), "held"),
    (Step::Later { seconds: 2_199 }, "later"),
    (Step::Sweep, "swept"),
    (visit(2, 4, 1), "booked"),
    (Step::Wait { who: 2 }, "waits"),
    (Step::Offer { first: 0 }, "offered"),
    (Step::Pass { who: 2 }, "declined"),
    (Step::Offer { first: 1 }, "offered"),
    (Step::Later { seconds: 2_199 }, "later"),
    (Step::Take { who: 2 }, "too late"),
    (Step::Lapse, "lapsed"),
    (Step::Cancel { who: 1 }, "cancelled"),
    (Step::Close { first: 4, ticks: 2 }, "closed"),
    (Step::CancelFamily { family: 0 }, "no visit"),
    (Step::MoveFamily { family: 0, which: 0 }, "no visit"),
    (Step::ConfirmFamily { family: 0, which: 0 }, "not held"),
    // One place of the first tick is kept: online one is left there, and staff take the other.
    (Step::HoldFamily { family: 0, first: 6 }, "full"),
    (Step::HoldFamily { family: 0, first: 1 }, "full"),
    (Step::Cancel { who: 0 }, "cancelled"),
    (Step::HoldFamily { family: 0, first: 1 }, "family held"),
    (Step::ExtendFamily { family: 0, which: 0 }, "extended"),
    (Step::ConfirmFamily { family: 0, which: 0 }, "family booked"),
    (Step::BookFamily { family: 1, first: 0 }, "full"),
    (visit(0, 0, 1), "booked"),
    (visit(3, 0, 1), "full"),
    (assisted(3, 0, 1), "booked"),
    (assisted(1, 0, 1), "full"),
    (Step::CancelFamily { family: 0 }, "family cancelled"),
    (Step::HoldFamily { family: 0, first: 1 }, "family held"),
    (Step::ReleaseFamily { family: 0, which: 0 }, "released"),
    (Step::ReleaseFamily { family: 0, which: 0 }, "not held"),
];

/// A family whose time is closed twice: a wish of one of them ends with it, and each window is for all or for nobody.
const CLOSED_FAMILY: Telling = &[
    (Step::BookFamily { family: 1, first: 4 }, "family booked"),
    (Step::Wait { who: 6 }, "waits"),
    (Step::Offer { first: 1 }, "offered"),
    (Step::Close { first: 4, ticks: 1 }, "closed"),
    (Step::Pass { who: 6 }, "no offer"),
    (Step::Wait { who: 6 }, "waits already"),
    (Step::Offer { first: 4 }, "nobody"),
    (Step::Offer { first: 3 }, "nobody"),
    (Step::Offer { first: 1 }, "family offered"),
    (Step::Offer { first: 5 }, "nobody"),
    (Step::BookFamily { family: 0, first: 1 }, "full"),
    (Step::Pass { who: 7 }, "family declined"),
    (Step::Offer { first: 1 }, "family offered"),
    (Step::Later { seconds: 2_199 }, "later"),
    (Step::Take { who: 6 }, "too late"),
    (Step::Lapse, "lapsed"),
    (Step::Offer { first: 1 }, "family offered"),
    (Step::Take { who: 7 }, "family taken"),
    (Step::Take { who: 6 }, "no offer"),
    (Step::Lapse, "nothing is due"),
    (Step::Close { first: 2, ticks: 1 }, "closed"),
    (Step::Offer { first: 5 }, "family offered"),
    (Step::Cancel { who: 6 }, "cancelled"),
    (Step::Take { who: 7 }, "no offer"),
    // Who is left waits for a place of their own.
    (Step::Offer { first: 5 }, "offered"),
    (Step::Take { who: 7 }, "taken"),
];

/// The office closes a part of the very window that it offers: nobody has the rest of it.
const TORN_WINDOW: Telling = &[
    (Step::BookFamily { family: 0, first: 4 }, "family booked"),
    (Step::Close { first: 4, ticks: 1 }, "closed"),
    (Step::Offer { first: 1 }, "family offered"),
    (Step::Close { first: 3, ticks: 1 }, "closed"),
    (Step::Take { who: 5 }, "too late"),
    (visit(1, 1, 1), "full"),
    (Step::Lapse, "lapsed"),
    (visit(1, 1, 1), "booked"),
    (Step::Offer { first: 1 }, "nobody"),
    (Step::Cancel { who: 1 }, "cancelled"),
    (Step::Cancel { who: 4 }, "cancelled"),
    (Step::Offer { first: 1 }, "offered"),
    (Step::Take { who: 5 }, "taken"),
];

const fn held(who: usize, first: usize, ticks: usize) -> Step {
    Step::Hold { who, first, ticks }
}

const fn assisted(who: usize, first: usize, ticks: usize) -> Step {
    Step::Assist { who, first, ticks }
}

const fn visit(who: usize, first: usize, ticks: usize) -> Step {
    Step::Book { who, first, ticks }
}
