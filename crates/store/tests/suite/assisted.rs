//! Places kept for phone and desk: online bookings leave them alone, staff take them, and whatever is given back is
//! given back the way it was taken.

use crate::support::{OFFICE, appointment, both, clock, dossier, hash, tick};
use eid_store::{
    Constraint, Store, Tx, appointments, dossiers,
    holds::{self, Channel, GroupVisit, Moved, NewGroup, NewHold, Taken, Way},
    slots,
    waiting::{self, Entry, EntryState, NewOffer, OfferState},
};
use jiff::{SignedDuration, Timestamp};

pub(crate) const fn online(kept: &[u16]) -> Way<'_> {
    let channel = Channel::Online;
    Way { channel, kept }
}

pub(crate) const fn assisted(kept: &[u16]) -> Way<'_> {
    let channel = Channel::Assisted;
    Way { channel, kept }
}

fn wanted<'a>(id: &'a str, first: i64, capacities: &'a [u16], now: Timestamp) -> NewHold<'a> {
    NewHold {
        id,
        office_id: OFFICE,
        starts_at: tick(first),
        capacities,
        service: "card",
        age_group: "from_60",
        expires_at: now + SignedDuration::from_mins(10),
        source_hash: "source",
        now,
    }
}

/// Holds and says whether there was room.
async fn take(tx: &mut Tx, n: usize, first: i64, capacities: &[u16], way: Way<'_>, now: i64) -> bool {
    let id = hash(n);
    let taken = holds::create_by(tx, &wanted(&id, first, capacities, clock(now)), &way).await;
    taken.unwrap() != Taken::Full
}

pub(crate) async fn takes(
    store: Store,
    n: usize,
    first: i64,
    capacities: &[u16],
    way: Way<'_>,
    now: i64,
) -> bool {
    let mut tx = store.begin().await.unwrap();
    let taken = take(&mut tx, n, first, capacities, way, now).await;
    tx.commit().await.unwrap();
    taken
}

/// The touched ticks of the first day as (taken, by staff).
pub(crate) async fn ticks(store: &Store, now: i64) -> Vec<(u16, u16)> {
    let mut tx = store.read().await.unwrap();
    let touched = slots::touched(&mut tx, OFFICE, tick(0), tick(144), clock(now));
    let touched = touched.await.unwrap();
    touched.iter().map(|tick| (tick.taken, tick.assisted)).collect()
}

async fn family(tx: &mut Tx, n: usize, capacities: &[u16], way: Way<'_>) -> bool {
    let visit = |nth: usize, first, ticks| GroupVisit {
        id: hash(10_000 + 10 * n + nth),
        first,
        ticks,
        service: "card",
        age_group: "from_60",
    };
    let group = NewGroup {
        household_id: &hash(n),
        office_id: OFFICE,
        starts_at: tick(0),
        capacities,
        visits: &[visit(0, 0, 2), visit(1, 0, 2), visit(2, 2, 1)],
        expires_at: clock(600),
        source_hash: "source",
        now: clock(0),
    };
    holds::create_group_by(tx, &group, &way).await.unwrap().is_some()
}

pub(crate) async fn book(tx: &mut Tx, n: usize, now: i64) -> bool {
    let Some(place) = holds::book(tx, &hash(n), clock(now)).await.unwrap() else {
        return false;
    };
    let dossier = dossier(n);
    dossiers::insert(tx, &dossier).await.unwrap();
    appointments::insert(tx, &appointment(&dossier, &place))
        .await
        .unwrap();
    true
}

/// Cancels a visit and gives its place back.
pub(crate) async fn cancel(tx: &mut Tx, n: usize, place: &str) {
    use eid_store::appointments::AppointmentState::{Booked, Cancelled};
    let id = format!("a-d{n}");
    assert!(
        appointments::set_state(tx, &id, Booked, Cancelled, None)
            .await
            .unwrap()
    );
    assert!(holds::release_booked(tx, place).await.unwrap());
}

both! {
    async fn online_stops_where_the_kept_places_begin(db) {
        let mut tx = db.store.begin().await.unwrap();
        let (capacities, kept) = ([3, 4], [1, 2]);
        assert!(take(&mut tx, 1, 0, &capacities, online(&kept), 0).await);
        assert!(take(&mut tx, 2, 0, &capacities, online(&kept), 0).await);
        assert!(!take(&mut tx, 3, 0, &capacities, online(&kept), 0).await, "two and two are kept");
        assert!(take(&mut tx, 4, 0, &capacities, assisted(&kept), 0).await);
        assert!(!take(&mut tx, 5, 0, &capacities, online(&kept), 0).await, "the second tick keeps one");
        assert!(!take(&mut tx, 6, 0, &capacities, assisted(&kept), 0).await, "the first tick is full");
        assert!(take(&mut tx, 7, 1, &[4], assisted(&[2]), 0).await, "the second is not");
        assert!(!take(&mut tx, 8, 1, &[4], assisted(&[2]), 0).await);
        tx.commit().await.unwrap();
        assert_eq!(ticks(&db.store, 0).await, [(3, 1), (4, 2)]);
        assert_eq!(ticks(&db.store, 600).await, [(0, 0), (0, 0)], "a reader counts no lapsed hold of either way");
    }

    async fn what_staff_have_taken_need_not_be_left_alone_any_more(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(take(&mut tx, 1, 0, &[3], assisted(&[1]), 0).await);
        assert!(take(&mut tx, 2, 0, &[3], online(&[1]), 0).await);
        assert!(take(&mut tx, 3, 0, &[3], online(&[1]), 0).await);
        // Who phoned calls off: the place is kept for the next who phones.
        assert!(holds::release(&mut tx, &hash(1)).await.unwrap());
        assert!(!take(&mut tx, 4, 0, &[3], online(&[1]), 0).await);
        assert!(take(&mut tx, 5, 0, &[3], assisted(&[1]), 0).await);
        // Who booked online calls off: that one is everybody's.
        assert!(holds::release(&mut tx, &hash(2)).await.unwrap());
        assert!(take(&mut tx, 6, 0, &[3], online(&[1]), 0).await);
        tx.commit().await.unwrap();
        assert_eq!(ticks(&db.store, 0).await, [(3, 1)]);
    }

    async fn staff_may_take_more_than_is_kept(db) {
        let mut tx = db.store.begin().await.unwrap();
        for n in 0..3 {
            assert!(take(&mut tx, n, 0, &[3], assisted(&[1]), 0).await);
        }
        assert!(!take(&mut tx, 3, 0, &[3], assisted(&[1]), 0).await);
        assert!(holds::release(&mut tx, &hash(0)).await.unwrap());
        assert!(take(&mut tx, 4, 0, &[3], online(&[1]), 0).await, "two of three by staff: none is kept any more");
        tx.commit().await.unwrap();
        assert_eq!(ticks(&db.store, 0).await, [(3, 2)]);
    }

    async fn after_the_release_all_places_are_everybodys(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(take(&mut tx, 1, 0, &[2], online(&[1]), 0).await);
        assert!(!take(&mut tx, 2, 0, &[2], online(&[1]), 0).await);
        assert!(take(&mut tx, 3, 0, &[2], online(&[0]), 0).await);
        assert!(!take(&mut tx, 4, 0, &[2], online(&[]), 0).await, "but no more than there are");
        tx.commit().await.unwrap();
    }

    async fn a_tick_nobody_wanted_before_is_judged_as_one_that_was(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(!take(&mut tx, 1, 0, &[2, 1, 2], online(&[1, 1, 0]), 0).await, "all of the second are kept");
        assert!(take(&mut tx, 2, 0, &[2], online(&[1]), 0).await);
        // The first is full now for this way, the second was never wanted: nothing may stay of it.
        assert!(!take(&mut tx, 3, 0, &[2, 2], online(&[1, 0]), 0).await);
        assert!(take(&mut tx, 4, 0, &[2, 2], assisted(&[1, 0]), 0).await);
        assert!(!take(&mut tx, 5, 0, &[2, 2], assisted(&[1, 0]), 0).await, "undone by staff too");
        tx.commit().await.unwrap();
        assert_eq!(ticks(&db.store, 0).await, [(2, 1), (1, 1)]);
    }

    async fn families_leave_them_alone_too(db) {
        let mut tx = db.store.begin().await.unwrap();
        let (capacities, kept) = ([3, 3, 2], [1, 2, 1]);
        assert!(!family(&mut tx, 1, &capacities, online(&kept)).await, "two of three, but two are kept in the second");
        assert!(family(&mut tx, 2, &capacities, online(&[1, 1, 1])).await);
        assert!(!family(&mut tx, 3, &capacities, assisted(&kept)).await, "one is left");
        assert!(take(&mut tx, 4, 0, &capacities, assisted(&kept), 0).await);
        assert_eq!(holds::release_group(&mut tx, &hash(2)).await.unwrap(), 3);
        assert!(family(&mut tx, 5, &capacities, assisted(&kept)).await);
        tx.commit().await.unwrap();
        assert_eq!(ticks(&db.store, 0).await, [(3, 3), (3, 3), (2, 2)]);
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(holds::release_group(&mut tx, &hash(5)).await.unwrap(), 3);
        assert!(holds::release(&mut tx, &hash(4)).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(ticks(&db.store, 0).await, [(0, 0); 3]);
    }

    async fn a_reservation_remembers_its_way_through_booking_lapsing_and_moving(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(take(&mut tx, 1, 0, &[2, 2], assisted(&[1, 1]), 0).await);
        assert_eq!(holds::get(&mut tx, &hash(1)).await.unwrap().unwrap().channel, Channel::Assisted);
        assert!(book(&mut tx, 1, 1).await);
        assert!(take(&mut tx, 2, 4, &[2, 2], assisted(&[1, 1]), 0).await);
        tx.commit().await.unwrap();
        // The second lapses and is given back by whoever takes next.
        assert!(takes(db.store.clone(), 3, 5, &[2, 2], online(&[1, 1]), 600).await);
        assert!(!takes(db.store.clone(), 4, 5, &[2, 2], online(&[1, 1]), 600).await);
        assert_eq!(ticks(&db.store, 600).await, [(1, 1), (1, 1), (0, 0), (1, 0), (1, 0)]);
        // The person moves the visit online: the place that staff had taken is kept again.
        let mut tx = db.store.begin().await.unwrap();
        let moved = holds::move_booked(&mut tx, &hash(1), &hash(3), clock(700)).await.unwrap();
        let Moved::To(place) = moved else { panic!("{moved:?}") };
        let visit = appointments::latest_of_dossier(&mut tx, "d1").await.unwrap().unwrap();
        appointments::relocate(&mut tx, &visit, &place).await.unwrap();
        assert!(take(&mut tx, 5, 0, &[2, 2], online(&[1, 1]), 700).await);
        assert!(!take(&mut tx, 6, 0, &[2, 2], online(&[1, 1]), 700).await);
        cancel(&mut tx, 1, &hash(3)).await;
        assert_eq!(holds::expire_due(&mut tx, clock(9999)).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(ticks(&db.store, 9999).await, [(0, 0); 5]);
    }

    async fn an_offer_to_one_who_waits_leaves_them_alone(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(take(&mut tx, 1, 90, &[1], online(&[]), 0).await);
        assert!(book(&mut tx, 1, 1).await);
        let entry = Entry {
            id: "w1".into(),
            dossier_id: "d1".into(),
            kind: "earlier".into(),
            exception_id: None,
            offices: vec![OFFICE.into()],
            from: "2026-11-23".parse().unwrap(),
            to: "2026-11-30".parse().unwrap(),
            earliest: None,
            latest: None,
            visit_at: tick(90),
            service: "card".into(),
            age_group: "from_60".into(),
            ticks: 1,
            state: EntryState::Waiting,
            silent: 0,
            created_at: clock(1),
            family_id: None,
        };
        waiting::insert(&mut tx, &entry).await.unwrap();
        tx.commit().await.unwrap();
        for (n, kept, kept_for_them) in [(10, 2, false), (11, 1, true)] {
            let mut tx = db.store.begin().await.unwrap();
            assert!(waiting::claim(&mut tx, "w1").await.unwrap());
            let (id, place) = (format!("o{n}"), hash(n));
            let offer = NewOffer {
                id: &id,
                entry_id: "w1",
                dossier_id: "d1",
                place: &wanted(&place, 0, &[2], clock(2)),
                expires_at: clock(500),
            };
            assert_eq!(waiting::keep_by(&mut tx, &offer, &online(&[kept])).await.unwrap(), kept_for_them);
            if kept_for_them {
                tx.commit().await.unwrap();
            }
        }
        assert_eq!(ticks(&db.store, 3).await, [(1, 0), (1, 0)]);
        let mut tx = db.store.begin().await.unwrap();
        let offer = waiting::open_offer(&mut tx, "w1").await.unwrap().unwrap();
        assert!(waiting::settle(&mut tx, &offer, OfferState::Declined, clock(4)).await.unwrap());
        assert!(waiting::end(&mut tx, "w1", EntryState::Withdrawn, clock(4)).await.unwrap());
        assert!(holds::release(&mut tx, &offer.reservation_id).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(ticks(&db.store, 5).await, [(0, 0), (1, 0)]);
    }

    async fn a_closed_tick_closes_for_both_ways(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(take(&mut tx, 1, 0, &[3], assisted(&[1]), 0).await);
        assert!(book(&mut tx, 1, 1).await);
        eid_store::closures::close_ticks(&mut tx, OFFICE, tick(0), tick(1), &[tick(0)]).await.unwrap();
        assert!(!take(&mut tx, 2, 0, &[3], online(&[1]), 2).await);
        assert!(!take(&mut tx, 3, 0, &[3], assisted(&[1]), 2).await);
        cancel(&mut tx, 1, &hash(1)).await;
        assert!(!take(&mut tx, 4, 0, &[3], assisted(&[1]), 3).await);
        tx.commit().await.unwrap();
        assert_eq!(ticks(&db.store, 3).await, [(0, 0)]);
    }

    async fn the_database_itself_refuses_more_by_staff_than_are_taken(db) {
        assert!(takes(db.store.clone(), 1, 0, &[2], assisted(&[1]), 0).await);
        for change in [
            "UPDATE slot_tick SET assisted = 2",
            "UPDATE slot_tick SET assisted = -1",
            "UPDATE reservation SET channel = 'post'",
        ] {
            let mut tx = db.store.begin().await.unwrap();
            let refused = eid_store::testing::script(&mut tx, change).await.unwrap_err();
            assert_eq!(refused.constraint(), Some(Constraint::Other), "{change}");
        }
        let mut tx = db.store.begin().await.unwrap();
        eid_store::testing::script(&mut tx, "UPDATE slot_tick SET assisted = 0").await.unwrap();
        tx.commit().await.unwrap();
        let broken = db.store.check_invariants().await.unwrap();
        assert_eq!(broken.len(), 1, "{broken:?}");
        assert!(broken[0].starts_with("a tick has as many places taken by staff"), "{broken:?}");
        let mut tx = db.store.begin().await.unwrap();
        eid_store::testing::script(&mut tx, "UPDATE slot_tick SET assisted = 1").await.unwrap();
        tx.commit().await.unwrap();
    }
}
