//! The same steps, carried out on the store as the server does: one transaction a step, the same order of statements.

mod closed;
mod family;
mod queue;

use super::{EVERYBODY, FAMILIES, KEPT, PLAN, step::Step};
use crate::support::{OFFICE, appointment, dossier, hash, tick};
use eid_store::{
    Constraint, Result, Store, Tx,
    appointments::{self, Appointment, AppointmentState},
    dossiers,
    holds::{self, Channel, Extended, Moved, NewHold, Taken, Way},
    waiting::{self, EntryState},
};
use jiff::{SignedDuration, Timestamp};
use queue::end;
use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering},
};

/// A hold lasts so long, in seconds.
pub(super) const HOLD_S: i64 = 600;
/// It is extended at most so often.
pub(super) const EXTENSIONS: u8 = 2;
/// An offer can be answered for so long …
pub(super) const OFFER_S: i64 = 1_800;
/// … and its place is held a little longer.
pub(super) const TO_PASS_ON_S: i64 = 120;
/// Who lets so many offers pass in silence waits no more.
pub(super) const SILENT: u8 = 3;

/// The store, and what the people know who use it.
pub(super) struct World {
    store: Store,
    next: AtomicUsize,
    /// The holds that each person has ever had.
    mine: Mutex<Vec<Vec<usize>>>,
    /// The windows that each family has ever had.
    windows: Mutex<Vec<Vec<usize>>>,
}

/// The personal number of somebody.
pub(super) fn number(who: usize) -> String {
    dossier(who).personal_number
}

/// Holds a place for ten minutes where there is room.
pub(super) async fn take_place(
    tx: &mut Tx,
    id: usize,
    first: usize,
    ticks: usize,
    channel: Channel,
    now: Timestamp,
) -> Result<bool> {
    let Some(plan) = PLAN.get(first..first + ticks) else {
        return Ok(false);
    };
    let wanted = NewHold {
        id: &hash(id),
        office_id: OFFICE,
        starts_at: tick(first as i64),
        capacities: plan,
        service: "new_card",
        age_group: "adult",
        expires_at: in_s(now, HOLD_S),
        source_hash: "source",
        now,
    };
    let kept = &KEPT[first..first + ticks];
    let taken = holds::create_by(tx, &wanted, &Way { channel, kept }).await?;
    Ok(taken != Taken::Full)
}

fn in_s(now: Timestamp, seconds: i64) -> Timestamp {
    now + SignedDuration::from_secs(seconds)
}

fn first_of(starts_at: Timestamp) -> usize {
    (0..PLAN.len()).find(|at| tick(*at as i64) == starts_at).unwrap()
}

/// The visit to come of somebody.
async fn visit_of(tx: &mut Tx, who: usize) -> Result<Option<Appointment>> {
    let Some(open) = dossiers::open_by_person(tx, &number(who)).await? else {
        return Ok(None);
    };
    waiting::lock_visit(tx, &open.id).await?;
    let latest = appointments::latest_of_dossier(tx, &open.id).await?;
    Ok(latest.filter(|visit| visit.state == AppointmentState::Booked))
}

/// Ends a visit whose places are locked.
async fn call_off(tx: &mut Tx, visit: &Appointment, now: Timestamp) -> Result<()> {
    let (from, to) = (AppointmentState::Booked, AppointmentState::Cancelled);
    assert!(appointments::set_state(tx, &visit.id, from, to, None).await?);
    end(tx, &visit.dossier_id, EntryState::Withdrawn, now).await?;
    assert!(holds::release_booked(tx, &visit.reservation_id).await?);
    let gone = dossiers::by_id(tx, &visit.dossier_id).await?;
    let mut gone = gone.expect("a visit has its dossier");
    (gone.state, gone.is_open) = ("cancelled".into(), false);
    dossiers::update(tx, &mut gone).await
}

impl World {
    pub(super) fn new(store: Store) -> Self {
        Self {
            store,
            next: AtomicUsize::new(0),
            mine: Mutex::new(vec![Vec::new(); EVERYBODY]),
            windows: Mutex::new(vec![Vec::new(); FAMILIES]),
        }
    }

    /// Does one step and says how it went.
    pub(super) async fn act(&self, step: &Step, now: Timestamp) -> Result<&'static str> {
        match *step {
            Step::Hold { who, first, ticks } => self.hold(who, first, ticks, Channel::Online, now).await,
            Step::Book { who, first, ticks } => self.book(who, first, ticks, Channel::Online, now).await,
            Step::Assist { who, first, ticks } => self.book(who, first, ticks, Channel::Assisted, now).await,
            Step::Extend { who, which } => self.extend(who, which, now).await,
            Step::Release { who, which } => self.release(who, which).await,
            Step::Confirm { who, which } => self.confirm(who, which, now).await,
            Step::Move { who, which } => self.relocate(who, which, now).await,
            Step::Cancel { who } => self.cancel(who, now).await,
            Step::Wait { who } => self.wait(who, now).await,
            Step::Offer { first } => self.offer(first, now).await,
            Step::Take { who } => self.take(who, now).await,
            Step::Pass { who } => self.decline(who, now).await,
            Step::Close { first, ticks } => self.close(first, ticks, now).await,
            Step::HoldFamily { family, first } => self.hold_family(family, first, now).await,
            Step::BookFamily { family, first } => match self.hold_family(family, first, now).await? {
                "family held" => self.confirm_family(family, 0, now).await,
                refused => Ok(refused),
            },
            Step::ExtendFamily { family, which } => self.extend_family(family, which, now).await,
            Step::ReleaseFamily { family, which } => self.release_family(family, which).await,
            Step::ConfirmFamily { family, which } => self.confirm_family(family, which, now).await,
            Step::MoveFamily { family, which } => self.move_family(family, which, now).await,
            Step::CancelFamily { family } => self.cancel_family(family, now).await,
            Step::Sweep => self.sweep(now).await,
            Step::Lapse => self.lapse(now).await,
            Step::Later { .. } => Ok("later"),
        }
    }

    fn fresh(&self) -> usize {
        self.next.fetch_add(1, Ordering::SeqCst)
    }

    fn chosen(&self, who: usize, which: usize) -> Option<usize> {
        let mine = self.mine.lock().unwrap();
        mine[who].iter().rev().nth(which).or(mine[who].last()).copied()
    }

    async fn book(
        &self,
        who: usize,
        first: usize,
        ticks: usize,
        channel: Channel,
        now: Timestamp,
    ) -> Result<&'static str> {
        match self.hold(who, first, ticks, channel, now).await? {
            "held" => self.confirm(who, 0, now).await,
            refused => Ok(refused),
        }
    }

    async fn hold(
        &self,
        who: usize,
        first: usize,
        ticks: usize,
        channel: Channel,
        now: Timestamp,
    ) -> Result<&'static str> {
        let id = self.fresh();
        let mut tx = self.store.begin().await?;
        if !take_place(&mut tx, id, first, ticks, channel, now).await? {
            tx.commit().await?;
            return Ok("full");
        }
        tx.commit().await?;
        self.mine.lock().unwrap()[who].push(id);
        Ok("held")
    }

    async fn extend(&self, who: usize, which: usize, now: Timestamp) -> Result<&'static str> {
        let Some(id) = self.chosen(who, which) else {
            return Ok("not held");
        };
        let mut tx = self.store.begin().await?;
        let until = match holds::get(&mut tx, &hash(id))
            .await?
            .and_then(|held| held.expires_at)
        {
            Some(expires_at) => in_s(expires_at, HOLD_S),
            None => return Ok("not held"),
        };
        let told = match holds::extend(&mut tx, &hash(id), now, until, EXTENSIONS).await? {
            Extended::Until(_) => "extended",
            Extended::NotHeld => "not held",
            Extended::NoneLeft(_) => "extended often enough",
        };
        tx.commit().await?;
        Ok(told)
    }

    async fn release(&self, who: usize, which: usize) -> Result<&'static str> {
        let Some(id) = self.chosen(who, which) else {
            return Ok("not held");
        };
        let mut tx = self.store.begin().await?;
        let released = holds::release(&mut tx, &hash(id)).await?;
        tx.commit().await?;
        Ok(if released { "released" } else { "not held" })
    }

    async fn confirm(&self, who: usize, which: usize, now: Timestamp) -> Result<&'static str> {
        let Some(id) = self.chosen(who, which) else {
            return Ok("not held");
        };
        let mut tx = self.store.begin().await?;
        let Some(place) = holds::book(&mut tx, &hash(id), now).await? else {
            return Ok("not held");
        };
        let mut mine = dossier(10_000 + id);
        mine.personal_number = number(who);
        if let Err(refused) = dossiers::insert(&mut tx, &mine).await {
            tx.rollback().await?;
            return match refused.constraint() {
                Some(Constraint::DossierOneOpenPerPerson) => Ok("has a visit"),
                _ => Err(refused),
            };
        }
        appointments::insert(&mut tx, &appointment(&mine, &place)).await?;
        tx.commit().await?;
        Ok("booked")
    }

    async fn relocate(&self, who: usize, which: usize, now: Timestamp) -> Result<&'static str> {
        let mut tx = self.store.begin().await?;
        let Some(visit) = visit_of(&mut tx, who).await? else {
            return Ok("no visit");
        };
        let Some(id) = self.chosen(who, which) else {
            return Ok("not held");
        };
        let places = [visit.reservation_id.as_str(), &hash(id)];
        waiting::lock_change(&mut tx, &visit.dossier_id, &places).await?;
        let Moved::To(place) = holds::move_booked(&mut tx, &visit.reservation_id, &hash(id), now).await?
        else {
            return Ok("not held");
        };
        appointments::relocate(&mut tx, &visit, &place).await?;
        end(&mut tx, &visit.dossier_id, EntryState::Withdrawn, now).await?;
        tx.commit().await?;
        Ok("moved")
    }

    /// Cancels the visit of somebody.
    pub(super) async fn cancel(&self, who: usize, now: Timestamp) -> Result<&'static str> {
        let mut tx = self.store.begin().await?;
        let Some(visit) = visit_of(&mut tx, who).await? else {
            return Ok("no visit");
        };
        waiting::lock_change(&mut tx, &visit.dossier_id, &[&visit.reservation_id]).await?;
        call_off(&mut tx, &visit, now).await?;
        tx.commit().await?;
        Ok("cancelled")
    }

    async fn sweep(&self, now: Timestamp) -> Result<&'static str> {
        let mut tx = self.store.begin().await?;
        let swept = holds::expire_due(&mut tx, now).await?;
        tx.commit().await?;
        Ok(if swept > 0 { "swept" } else { "nothing lapsed" })
    }
}
