//! The slot machine beside a simple model of it: whatever several people do, in whatever order, no tick is oversold,
//! nobody loses a place they have confirmed, and no place stays stuck when everybody has gone.
//!
//! Every step can be asked for in every state, so a list of steps is a whole story and what the store answers is
//! compared too, refusals as well. (`proptest-state-machine` guards steps by preconditions and runs them one after the
//! other, in plain functions; here nothing is forbidden, and it all waits for a database.)

mod act;
mod crowd;
mod model;
mod step;

use crate::support::{OFFICE, both, clock, tick};
use act::World;
use eid_store::{
    Dialect, Store, appointments,
    holds::{self, Channel},
    slots, testing,
};
use jiff::Timestamp;
use model::Model;
use proptest::{
    collection::vec,
    test_runner::{Config, TestCaseError, TestRunner},
};
use std::{cell::RefCell, collections::BTreeMap};
use step::{Step, step};

/// Places of the office's plan, a tick each.
const PLAN: [u16; 8] = [2, 1, 2, 3, 1, 2, 2, 1];
/// Of these, kept for who phones or stands at the desk: online nobody takes them.
const KEPT: [u16; 8] = [1, 0, 0, 1, 0, 0, 0, 0];
/// Whoever wants one of them alone.
const PEOPLE: usize = 4;
/// Families that want a window for two.
const FAMILIES: usize = 2;
/// First tick and length of each member's part of a window: they overlap.
const WINDOW: [(usize, usize); 2] = [(0, 2), (1, 2)];
/// Ticks of a window.
const WINDOW_TICKS: usize = 3;
/// All of them, the members of families behind the others.
const EVERYBODY: usize = PEOPLE + FAMILIES * WINDOW.len();
/// Steps of the longest story.
const LONGEST: usize = 80;

/// Nothing has happened yet.
const EMPTY: &str = "DELETE FROM waiting_offer; DELETE FROM waiting_office; DELETE FROM waiting_entry; \
    DELETE FROM appointment; DELETE FROM dossier; DELETE FROM reservation; DELETE FROM slot_tick;";

type Tally = BTreeMap<&'static str, u32>;

/// The members of a family.
fn members(family: usize) -> [usize; WINDOW.len()] {
    let first = PEOPLE + family * WINDOW.len();
    std::array::from_fn(|nth| first + nth)
}

/// Free places of each tick, as somebody sees them who wants to book online.
async fn free(store: &Store, now: Timestamp) -> Vec<u16> {
    let mut free: Vec<u16> = PLAN.iter().zip(KEPT).map(|(plan, kept)| plan - kept).collect();
    let mut tx = store.read().await.unwrap();
    let touched = slots::touched(&mut tx, OFFICE, tick(0), tick(PLAN.len() as i64), now);
    for seen in touched.await.unwrap() {
        let at = (0..PLAN.len())
            .find(|at| tick(*at as i64) == seen.starts_at)
            .unwrap();
        let left_alone = KEPT[at].saturating_sub(seen.assisted);
        free[at] = seen.free().saturating_sub(left_alone);
    }
    free
}

/// Every visit to come as (person, first tick, ticks), in order.
async fn visits(store: &Store) -> Vec<(usize, usize, usize)> {
    let mut tx = store.read().await.unwrap();
    let all = appointments::at_office(&mut tx, OFFICE, tick(0), tick(PLAN.len() as i64));
    let mut visits = Vec::new();
    for visit in all.await.unwrap() {
        let first = (0..PLAN.len()).find(|at| tick(*at as i64) == visit.appointment.starts_at);
        let who = (0..100).find(|who| visit.dossier.personal_number == act::number(*who));
        visits.push((who.unwrap(), first.unwrap(), usize::from(visit.appointment.ticks)));
    }
    visits.sort_unstable();
    visits
}

/// Plays a story on an empty database and compares after every step.
async fn play(store: &Store, story: &[Step], tally: &RefCell<Tally>) -> Result<(), TestCaseError> {
    let mut tx = store.begin().await.unwrap();
    testing::script(&mut tx, EMPTY).await.unwrap();
    tx.commit().await.unwrap();
    let (world, mut model) = (World::new(store.clone()), Model::default());
    for (n, step) in story.iter().enumerate() {
        let told = world.act(step, clock(model.now)).await.unwrap();
        let expected = model.step(step);
        let about = format!("step {n}, {step:?}");
        if told != expected {
            return Err(TestCaseError::fail(format!("{about}: {told}, not {expected}")));
        }
        *tally.borrow_mut().entry(told).or_default() += 1;
        let (seen, wanted) = (free(store, clock(model.now)).await, model.free());
        if seen != wanted {
            return Err(TestCaseError::fail(format!(
                "{about}: free are {seen:?}, not {wanted:?}"
            )));
        }
        let (seen, wanted) = (visits(store).await, model.visits());
        if seen != wanted {
            return Err(TestCaseError::fail(format!(
                "{about}: visits are {seen:?}, not {wanted:?}"
            )));
        }
        sound(store, &about).await?;
    }
    everybody_goes(store, model.now, &model.closed).await
}

async fn sound(store: &Store, about: &str) -> Result<(), TestCaseError> {
    match store.check_invariants().await.unwrap() {
        broken if broken.is_empty() => Ok(()),
        broken => Err(TestCaseError::fail(format!("{about}: {}", broken.join("; ")))),
    }
}

/// All cancel, all offers and holds lapse: then every place is free, and can be held by whoever comes.
async fn everybody_goes(store: &Store, now: i64, closed: &[bool]) -> Result<(), TestCaseError> {
    let (world, late) = (World::new(store.clone()), clock(now + 100_000));
    for who in 0..100 {
        if visits(store).await.iter().any(|(visitor, ..)| *visitor == who) {
            world.cancel(who, late).await.unwrap();
        }
    }
    while world.lapse(late).await.unwrap() != "nothing is due" {}
    let mut tx = store.begin().await.unwrap();
    while holds::expire_due(&mut tx, late).await.unwrap() > 0 {}
    tx.commit().await.unwrap();
    sound(store, "everybody has gone").await?;
    let open = |places: &[u16]| -> Vec<u16> {
        let one = |(places, closed): (&u16, &bool)| if *closed { 0 } else { *places };
        places.iter().zip(closed).map(one).collect()
    };
    let online: Vec<u16> = PLAN.iter().zip(KEPT).map(|(plan, kept)| plan - kept).collect();
    let (left, online) = (free(store, late).await, open(&online));
    if left != online {
        return Err(TestCaseError::fail(format!(
            "a place is stuck: {left:?}, not {online:?}"
        )));
    }
    // What is shown as free can be had, and by staff what is kept, too.
    let open = open(&PLAN);
    let mut tx = store.begin().await.unwrap();
    for (at, places) in open.iter().enumerate() {
        for n in 0..=usize::from(*places) {
            let way = Channel::Assisted;
            let taken = act::take_place(&mut tx, 900_000 + 100 * at + n, at, 1, way, late)
                .await
                .unwrap();
            if taken != (n < usize::from(*places)) {
                return Err(TestCaseError::fail(format!(
                    "tick {at} has not its {places} places"
                )));
            }
        }
    }
    tx.rollback().await.unwrap();
    Ok(())
}

both! {
    async fn any_story_goes_as_the_model_says(db) {
        let cases = match db.store.dialect() {
            Dialect::Sqlite => 48,
            Dialect::Postgres => 8,
        };
        let tally = RefCell::new(Tally::new());
        tokio::task::block_in_place(|| {
            // Whoever looks for something rare may ask for more.
            let more = std::env::var("EID_STORIES").ok().and_then(|text| text.parse().ok());
            let config = Config {
                cases: more.unwrap_or(cases),
                failure_persistence: None,
                max_shrink_iters: 400,
                ..Config::default()
            };
            let stories = vec(step(), LONGEST / 4..LONGEST);
            let handle = tokio::runtime::Handle::current();
            TestRunner::new(config)
                .run(&stories, |story| handle.block_on(play(&db.store, &story, &tally)))
                .unwrap_or_else(|broken| panic!("{broken}"));
        });
    }

    // A machine that refuses everything would agree with a model that does so too: here is what happens in words.
    async fn a_story_that_comes_to_everything(db) {
        for telling in step::TELLINGS {
            let tally = RefCell::new(Tally::new());
            let steps: Vec<Step> = telling.iter().map(|(step, _)| *step).collect();
            play(&db.store, &steps, &tally).await.unwrap();
            let mut wanted = Tally::new();
            for (_, told) in telling {
                *wanted.entry(told).or_default() += 1;
            }
            assert_eq!(tally.into_inner(), wanted);
        }
    }

    async fn a_crowd_at_once_leaves_it_sound(db) {
        let told = ["held", "full", "booked", "moved", "cancelled", "offered"];
        at_once(&db.store, crowd::everybody(), &told).await;
    }

    async fn families_at_once_leave_it_sound(db) {
        // There are but a few windows that a family could move between, so whether one does is chance here; the stories do.
        let told = ["family held", "full", "family booked", "family cancelled"];
        at_once(&db.store, crowd::families(), &told).await;
    }
}

/// Lets a crowd do what it likes; each is left with what they were told, and each of these answers was given.
async fn at_once(store: &Store, devices: Vec<crowd::Device>, answers: &[&str]) {
    let known = crowd::run(store, devices).await;
    for (who, expected) in known.active.iter().enumerate() {
        let has = visits(store)
            .await
            .iter()
            .filter(|(visitor, ..)| *visitor == who)
            .count();
        assert_eq!(
            has, *expected,
            "person {who} has what they were told: {:?}",
            known.tally
        );
    }
    for told in answers {
        assert!(
            known.tally.contains_key(told),
            "nobody came to `{told}`: {:?}",
            known.tally
        );
    }
    // Locks are taken in one order, so nobody waits for another in a circle. A very slow machine may let somebody wait for
    // longer than a lock is waited for.
    assert!(
        known.tally.get("done anew").is_none_or(|times| *times < 6),
        "{:?}",
        known.tally
    );
    sound(store, "the crowd has stopped").await.unwrap();
    everybody_goes(store, known.now, &known.closed).await.unwrap();
}
