//! Figures: a history of dossiers, counted in pieces by a job that is cut off now and then, against a slow count of all of it.

use crate::support::{both, clock, dossier};
use eid_store::{
    Store, Tx,
    accounts::{self, Account},
    dossiers, events,
    figures::{self, Sum, Target},
    intakes::{self, Intake},
};
use jiff::{SignedDuration, Timestamp, civil::Date, tz::Offset};
use std::collections::{BTreeMap, BTreeSet};

const OFFICES: [&str; 3] = ["one", "two", "three"];
const RESIDENCES: [&str; 4] = ["permanent", "temporary", "abroad", "unknown"];
/// The way of a card; from a correction it goes back to the counter.
const WAY: [&str; 9] = [
    "booked",
    "checked_in",
    "in_intake",
    "received",
    "sent_to_ministry",
    "in_review",
    "printed",
    "at_office",
    "handed_over",
];

fn day_of(at: Timestamp) -> Date {
    Offset::constant(7).to_datetime(at).date()
}

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// One dossier as the test remembers it: all that happened, in order.
#[derive(Default)]
struct Told {
    office: usize,
    residence: usize,
    step: usize,
    received: Vec<Timestamp>,
    printed: Option<Timestamp>,
    handed_over: Option<Timestamp>,
    activated: Option<Timestamp>,
    state: &'static str,
}

async fn event(tx: &mut Tx, n: usize, count: &mut usize, state: &'static str, at: Timestamp) {
    *count += 1;
    let event = events::Event {
        id: format!("{count:016x}"),
        dossier_id: format!("d{n}"),
        at,
        state: state.into(),
        actor: "officer".into(),
        note: None,
    };
    events::insert(tx, &event).await.unwrap();
    let mut stored = dossiers::by_id(tx, &event.dossier_id).await.unwrap().unwrap();
    state.clone_into(&mut stored.state);
    stored.is_open = state != "handed_over";
    dossiers::update(tx, &mut stored).await.unwrap();
}

async fn account(tx: &mut Tx, n: usize, at: Timestamp) {
    let mut account = Account {
        id: format!("k{n}"),
        personal_number: format!("0990{n:08}"),
        dossier_id: Some(format!("d{n}")),
        full_name: "NGUYỄN VĂN THỬ".into(),
        birth_date: "1985-08".into(),
        phone: "+84900000000".into(),
        level: 2,
        state: "l2_approved".into(),
        notified_at: None,
        activate_by: None,
        password_hash: None,
        passcode_hash: None,
        activated_at: None,
        last_sign_in_at: None,
        card_expires_on: None,
        lock_reason: None,
        locked_from: None,
        version: 1,
    };
    accounts::insert(tx, &account).await.unwrap();
    account.activated_at = Some(at);
    accounts::update(tx, &mut account).await.unwrap();
    // Later changes count nothing.
    account.state = "locked".into();
    accounts::update(tx, &mut account).await.unwrap();
}

/// A run of the job; `cut` undoes it, as a server that dies does.
async fn job(store: &Store, most: u32, cut: bool) -> u32 {
    let mut tx = store.begin().await.unwrap();
    let done = figures::count(&mut tx, most, &day_of).await.unwrap();
    if cut {
        // What a killed process leaves behind.
        drop(tx);
    } else {
        tx.commit().await.unwrap();
    }
    done
}

/// Slow and simple: everything that was told, looked at again.
fn naive(told: &[Told]) -> BTreeMap<(String, String, String, String), u64> {
    let mut all = BTreeMap::new();
    for one in told {
        let mut add = |measure: &str, at: Option<Timestamp>| {
            if let Some(at) = at {
                let cell = (
                    OFFICES[one.office].to_owned(),
                    day_of(at).to_string(),
                    measure.to_owned(),
                    RESIDENCES[one.residence].to_owned(),
                );
                *all.entry(cell).or_insert(0) += 1;
            }
        };
        add("received", one.received.first().copied());
        add("issued", one.printed);
        add("returned", one.handed_over);
        add("activated", one.activated);
    }
    all
}

async fn counted(store: &Store, days: &BTreeSet<Date>) -> BTreeMap<(String, String, String, String), u64> {
    let mut tx = store.read().await.unwrap();
    let mut all = BTreeMap::new();
    for day in days {
        for sum in figures::sums(&mut tx, None, *day, *day).await.unwrap() {
            all.insert(
                (sum.office_id, day.to_string(), sum.measure, sum.residence),
                sum.count,
            );
        }
    }
    all
}

/// Puts what is fixed before the first event: dossier and intake.
async fn begin(store: &Store, n: usize, one: &Told) {
    let mut tx = store.begin().await.unwrap();
    let mut new = dossier(n);
    OFFICES[one.office].clone_into(&mut new.office_id);
    dossiers::insert(&mut tx, &new).await.unwrap();
    if RESIDENCES[one.residence] != "unknown" {
        let intake = Intake {
            dossier_id: new.id,
            residence: RESIDENCES[one.residence].into(),
            fingers: "taken".into(),
            papers: "[]".into(),
            recorded_at: clock(0),
        };
        intakes::put(&mut tx, &intake).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The next step of a dossier; now and then one is undone, with all it wrote.
async fn step(store: &Store, dice: &mut Dice, n: usize, one: &mut Told, events: &mut usize, at: Timestamp) {
    let mut tx = store.begin().await.unwrap();
    if one.step == WAY.len() {
        if one.activated.is_none() {
            account(&mut tx, n, at).await;
            one.activated = Some(at);
        }
        tx.commit().await.unwrap();
        return;
    }
    if one.step == 6 && dice.below(5) == 0 {
        event(&mut tx, n, events, "needs_correction", at).await;
        tx.commit().await.unwrap();
        (one.step, one.state) = (2, "needs_correction");
        return;
    }
    let state = WAY[one.step];
    event(&mut tx, n, events, state, at).await;
    if dice.below(7) == 0 {
        tx.rollback().await.unwrap();
        return;
    }
    tx.commit().await.unwrap();
    one.step += 1;
    one.state = state;
    match state {
        "received" => one.received.push(at),
        "printed" => one.printed = Some(at),
        "handed_over" => one.handed_over = Some(at),
        _ => {}
    }
}

both! {
    async fn right_to_the_row_whenever_it_is_counted(db) {
        let store = &db.store;
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        let mut told: Vec<Told> = Vec::new();
        for n in 0..40 {
            let one = Told { office: dice.below(3), residence: dice.below(4), ..Told::default() };
            begin(store, n, &one).await;
            told.push(one);
        }
        let (mut events, mut days) = (0, BTreeSet::new());
        for turn in 0..700_i64 {
            // Four hours and a bit: days, weeks and midnights pass.
            let at = clock(turn * 15_000);
            days.insert(day_of(at));
            let n = dice.below(told.len());
            step(store, &mut dice, n, &mut told[n], &mut events, at).await;
            match dice.below(12) {
                0 => { job(store, 5, true).await; }
                1 | 2 => { job(store, 1 + dice.below(9) as u32, false).await; }
                _ => {}
            }
        }
        // Twice at once, as two servers would, until nothing is left.
        loop {
            let (one, other) = (store.clone(), store.clone());
            let both = tokio::join!(
                tokio::spawn(async move { job(&one, 7, false).await }),
                tokio::spawn(async move { job(&other, 7, false).await }),
            );
            if both.0.unwrap() + both.1.unwrap() == 0 {
                break;
            }
        }
        let wanted = naive(&told);
        assert!(told.iter().any(|one| one.received.len() > 1), "somebody was received twice");
        assert!(wanted.len() > 60, "{}", wanted.len());
        assert_eq!(counted(store, &days).await, wanted);
        assert_eq!(job(store, 100, false).await, 0, "nothing is left");

        let mut tx = store.read().await.unwrap();
        let head = figures::head(&mut tx).await.unwrap();
        assert_eq!(head.counted, wanted.values().sum::<u64>());
        assert_eq!((figures::waiting(&mut tx).await.unwrap(), figures::has_waiting(&mut tx).await.unwrap()), (0, false));
        // By day and by office it is the same.
        let (first, last) = (*days.first().unwrap(), *days.last().unwrap());
        let by_day = figures::sums_by_day(&mut tx, Some("two"), first, last).await.unwrap();
        let of_two: u64 = wanted.iter().filter(|(cell, _)| cell.0 == "two").map(|(_, n)| n).sum();
        assert_eq!(by_day.iter().map(|sum| sum.count).sum::<u64>(), of_two);
        assert!(by_day.iter().all(|sum| sum.day.is_some_and(|day| days.contains(&day))));
        let lies: u64 = figures::uncollected(&mut tx, None).await.unwrap().iter().map(|sum| sum.count).sum();
        assert_eq!(lies, told.iter().filter(|one| one.state == "at_office").count() as u64);
        let here = figures::uncollected(&mut tx, Some("one")).await.unwrap();
        assert!(here.iter().all(|sum: &Sum| sum.office_id == "one"));
    }

    async fn a_booking_writes_nothing_to_be_counted(db) {
        let mut tx = db.store.begin().await.unwrap();
        dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
        let mut count = 0;
        event(&mut tx, 1, &mut count, "booked", clock(0)).await;
        assert!(!figures::has_waiting(&mut tx).await.unwrap());
        event(&mut tx, 1, &mut count, "received", clock(1)).await;
        assert!(figures::has_waiting(&mut tx).await.unwrap());
        tx.commit().await.unwrap();
    }

    async fn a_target_has_one_writer(db) {
        let mut tx = db.store.begin().await.unwrap();
        let mut target = Target {
            office_id: "one".into(),
            eligible: None,
            target: 100,
            until: day_of(clock(0) + SignedDuration::from_hours(240)),
            staff_id: "s1".into(),
            set_at: clock(0),
            version: 0,
        };
        assert!(figures::set_target(&mut tx, &target).await.unwrap());
        assert!(!figures::set_target(&mut tx, &target).await.unwrap(), "somebody was quicker");
        target.version = 1;
        target.eligible = Some(120);
        assert!(figures::set_target(&mut tx, &target).await.unwrap());
        assert!(!figures::set_target(&mut tx, &target).await.unwrap(), "it is of version 2 now");
        target.version = 2;
        assert_eq!(figures::targets(&mut tx).await.unwrap(), [target]);
        tx.commit().await.unwrap();
    }
}
