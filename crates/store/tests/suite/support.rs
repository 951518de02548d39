//! What every test needs.

use eid_store::{
    Dialect, Store, StoreError, Tx,
    appointments::{self, Appointment, AppointmentState},
    dossiers::{self, Dossier},
    holds::{self, NewHold, Reservation, Taken},
    testing::TestDatabase,
};
use jiff::{SignedDuration, Timestamp};
use std::future::Future;

/// Makes of each `async fn name(db)` a test on SQLite and one on PostgreSQL; `db` is a [`TestDatabase`].
macro_rules! both {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn run($db: std::sync::Arc<eid_store::testing::TestDatabase>) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            $(#[$meta])*
            async fn sqlite() {
                crate::support::on(eid_store::Dialect::Sqlite, run).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            $(#[$meta])*
            async fn postgres() {
                crate::support::on(eid_store::Dialect::Postgres, run).await;
            }
        }
    )+};
}
pub(crate) use both;

/// Runs a test on a database of its own. Its data must be sound in the end.
pub(crate) async fn on<F, W>(dialect: Dialect, test: F)
where
    F: FnOnce(std::sync::Arc<TestDatabase>) -> W,
    W: Future<Output = ()>,
{
    let Some(db) = TestDatabase::new(dialect).await.unwrap() else {
        eprintln!("left out: EID_SKIP_POSTGRES=1");
        return;
    };
    let db = std::sync::Arc::new(db);
    test(db.clone()).await;
    assert_eq!(db.store.check_invariants().await.unwrap(), Vec::<String>::new());
    std::sync::Arc::into_inner(db)
        .expect("the test has ended")
        .close()
        .await
        .unwrap();
}

/// The first tick of all tests: 7:30 in Viet Nam on a Monday.
pub(crate) fn tick(n: i64) -> Timestamp {
    "2026-11-23T00:30:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(10 * n)
}

/// Seconds after the clock of all tests began, long before the first tick.
pub(crate) fn clock(seconds: i64) -> Timestamp {
    "2026-11-02T03:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_secs(seconds)
}

/// As long as a hash is.
pub(crate) fn hash(n: usize) -> String {
    format!("{n:064x}")
}

pub(crate) const OFFICE: &str = "hcm-pc06";

/// Holds `capacities.len()` ticks from `first` on at `now` for ten minutes.
pub(crate) async fn hold(
    tx: &mut Tx,
    n: usize,
    first: i64,
    capacities: &[u16],
    now: Timestamp,
) -> Result<Taken, StoreError> {
    let wanted = NewHold {
        id: &hash(n),
        office_id: OFFICE,
        starts_at: tick(first),
        capacities,
        service: "new_card",
        age_group: "adult",
        expires_at: now + SignedDuration::from_mins(10),
        source_hash: "source",
        now,
    };
    holds::create(tx, &wanted).await
}

/// A made-up person's dossier; the number belongs to nobody.
pub(crate) fn dossier(n: usize) -> Dossier {
    Dossier {
        id: format!("d{n}"),
        reference: format!("R{n:09}"),
        code: None,
        state: "booked".into(),
        state_at: clock(0),
        is_open: true,
        service: "new_card".into(),
        reason: Some("first_card".into()),
        office_id: OFFICE.into(),
        full_name: "NGUYỄN VĂN THỬ".into(),
        name_key: "nguyen van thu".into(),
        personal_number: format!("0990{n:08}"),
        birth_date: "1985-08".into(),
        otp_phone: "+84900000000".into(),
        contact_phone: None,
        representative_name: None,
        lang: "vi".into(),
        created_at: clock(0),
        received_at: None,
        due_on: None,
        paused_on: None,
        pauses: "[]".into(),
        message: None,
        reschedules: 0,
        version: 1,
    }
}

pub(crate) fn appointment(dossier: &Dossier, place: &Reservation) -> Appointment {
    Appointment {
        id: format!("a-{}", dossier.id),
        dossier_id: dossier.id.clone(),
        reservation_id: place.id.clone(),
        office_id: place.office_id.clone(),
        starts_at: place.starts_at,
        ticks: place.ticks,
        state: AppointmentState::Booked,
        sequence: 0,
        created_at: clock(0),
        arrived_at: None,
    }
}

/// Books hold `n` for a person of their own. `None`: it had lapsed.
pub(crate) async fn book(tx: &mut Tx, n: usize, now: Timestamp) -> Result<Option<Appointment>, StoreError> {
    let Some(place) = holds::book(tx, &hash(n), now).await? else {
        return Ok(None);
    };
    let dossier = dossier(n);
    let appointment = appointment(&dossier, &place);
    dossiers::insert(tx, &dossier).await?;
    appointments::insert(tx, &appointment).await?;
    Ok(Some(appointment))
}

/// Holds a place and books it, committed.
pub(crate) async fn booked(store: &Store, n: usize, first: i64, capacities: &[u16]) -> Appointment {
    let mut tx = store.begin().await.unwrap();
    assert!(matches!(
        hold(&mut tx, n, first, capacities, clock(0)).await.unwrap(),
        Taken::Held(_)
    ));
    let appointment = book(&mut tx, n, clock(1)).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    appointment
}

/// The touched ticks of the first day as (capacity, taken).
pub(crate) async fn places(store: &Store, now: Timestamp) -> Vec<(u16, u16)> {
    let mut tx = store.read().await.unwrap();
    let ticks = eid_store::slots::touched(&mut tx, OFFICE, tick(0), tick(144), now)
        .await
        .unwrap();
    ticks.iter().map(|tick| (tick.capacity, tick.taken)).collect()
}
