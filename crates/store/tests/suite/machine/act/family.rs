//! What a family does: all of them, or none.

use super::{
    super::{KEPT, PLAN, WINDOW, WINDOW_TICKS, members},
    EXTENSIONS, HOLD_S, World, call_off, end, in_s, number,
};
use crate::support::{OFFICE, appointment, dossier, hash, tick};
use eid_store::{
    Constraint, Result, Tx,
    appointments::{self, Appointment, AppointmentState},
    dossiers,
    holds::{self, Channel, GroupVisit, Moved, NewGroup, Way},
    waiting::{self, EntryState},
};
use jiff::Timestamp;

/// The number of a member's place in a window.
fn place(window: usize, nth: usize) -> usize {
    1_000_000 + 10 * window + nth
}

/// Everybody's visit to come, locked; `None` where one has none.
pub(super) async fn visits_of(tx: &mut Tx, family: usize) -> Result<Option<Vec<Appointment>>> {
    let mut ids = Vec::new();
    for who in members(family) {
        match dossiers::open_by_person(tx, &number(who)).await? {
            Some(open) => ids.push(open.id),
            None => return Ok(None),
        }
    }
    let mut sorted: Vec<&str> = ids.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    waiting::lock_visits(tx, &sorted).await?;
    let mut visits = Vec::new();
    for id in &ids {
        let latest = appointments::latest_of_dossier(tx, id).await?;
        match latest.filter(|visit| visit.state == AppointmentState::Booked) {
            Some(visit) => visits.push(visit),
            None => return Ok(None),
        }
    }
    Ok(Some(visits))
}

/// Each member's part of a window.
pub(super) fn parts(window: usize) -> Vec<GroupVisit<'static>> {
    let part = |(nth, (first, ticks)): (usize, &(usize, usize))| GroupVisit {
        id: hash(place(window, nth)),
        first: *first as u8,
        ticks: *ticks as u8,
        service: "new_card",
        age_group: "adult",
    };
    WINDOW.iter().enumerate().map(part).collect()
}

/// A window for two.
pub(super) fn group<'a>(
    household_id: &'a str,
    visits: &'a [GroupVisit<'a>],
    first: usize,
    capacities: &'a [u16],
    expires_at: Timestamp,
    now: Timestamp,
) -> NewGroup<'a> {
    NewGroup {
        household_id,
        office_id: OFFICE,
        starts_at: tick(first as i64),
        capacities,
        visits,
        expires_at,
        source_hash: "source",
        now,
    }
}

async fn lock(tx: &mut Tx, visits: &[Appointment], also: &[String]) -> Result<()> {
    let ids: Vec<&str> = visits.iter().map(|visit| visit.dossier_id.as_str()).collect();
    let old = visits.iter().map(|visit| visit.reservation_id.as_str());
    let places: Vec<&str> = old.chain(also.iter().map(String::as_str)).collect();
    waiting::lock_changes(tx, &ids, &places).await
}

impl World {
    fn window(&self, family: usize, which: usize) -> Option<usize> {
        let windows = self.windows.lock().unwrap();
        windows[family]
            .iter()
            .rev()
            .nth(which)
            .or(windows[family].last())
            .copied()
    }

    pub(super) async fn hold_family(
        &self,
        family: usize,
        first: usize,
        now: Timestamp,
    ) -> Result<&'static str> {
        let id = self.fresh();
        let Some(plan) = PLAN.get(first..first + WINDOW_TICKS) else {
            return Ok("full");
        };
        let (household, parts) = (hash(id), parts(id));
        let group = group(&household, &parts, first, plan, in_s(now, HOLD_S), now);
        let way = Way {
            channel: Channel::Online,
            kept: &KEPT[first..first + WINDOW_TICKS],
        };
        let mut tx = self.store.begin().await?;
        let held = holds::create_group_by(&mut tx, &group, &way).await?;
        tx.commit().await?;
        if held.is_none() {
            return Ok("full");
        }
        self.windows.lock().unwrap()[family].push(id);
        Ok("family held")
    }

    pub(super) async fn extend_family(
        &self,
        family: usize,
        which: usize,
        now: Timestamp,
    ) -> Result<&'static str> {
        let Some(id) = self.window(family, which) else {
            return Ok("not held");
        };
        let mut tx = self.store.begin().await?;
        let places = holds::of_household(&mut tx, &hash(id)).await?;
        let until = places.first().and_then(|place| place.expires_at);
        let Some(until) = until.filter(|_| places.iter().all(|place| place.is_held(now))) else {
            return Ok("not held");
        };
        let until = in_s(until, HOLD_S);
        let longer = holds::extend_group(&mut tx, &hash(id), now, until, EXTENSIONS).await?;
        if longer.len() < places.len() {
            tx.rollback().await?;
            return Ok("extended often enough");
        }
        tx.commit().await?;
        Ok("extended")
    }

    pub(super) async fn release_family(&self, family: usize, which: usize) -> Result<&'static str> {
        let Some(id) = self.window(family, which) else {
            return Ok("not held");
        };
        let mut tx = self.store.begin().await?;
        let released = holds::release_group(&mut tx, &hash(id)).await?;
        tx.commit().await?;
        Ok(if released > 0 { "released" } else { "not held" })
    }

    pub(super) async fn confirm_family(
        &self,
        family: usize,
        which: usize,
        now: Timestamp,
    ) -> Result<&'static str> {
        let Some(id) = self.window(family, which) else {
            return Ok("not held");
        };
        let mut tx = self.store.begin().await?;
        let mut places = holds::book_group(&mut tx, &hash(id), now).await?;
        if places.len() < WINDOW.len() {
            tx.rollback().await?;
            return Ok("not held");
        }
        places.sort_by(|one, other| one.id.cmp(&other.id));
        for (nth, (who, booked)) in members(family).into_iter().zip(&places).enumerate() {
            let mut mine = dossier(place(id, nth));
            mine.personal_number = number(who);
            if let Err(refused) = dossiers::insert(&mut tx, &mine).await {
                tx.rollback().await?;
                return match refused.constraint() {
                    Some(Constraint::DossierOneOpenPerPerson) => Ok("has a visit"),
                    _ => Err(refused),
                };
            }
            appointments::insert(&mut tx, &appointment(&mine, booked)).await?;
        }
        tx.commit().await?;
        Ok("family booked")
    }

    pub(super) async fn move_family(
        &self,
        family: usize,
        which: usize,
        now: Timestamp,
    ) -> Result<&'static str> {
        let mut tx = self.store.begin().await?;
        let Some(visits) = visits_of(&mut tx, family).await? else {
            return Ok("no visit");
        };
        let Some(id) = self.window(family, which) else {
            return Ok("not held");
        };
        let new: Vec<String> = (0..WINDOW.len()).map(|nth| hash(place(id, nth))).collect();
        lock(&mut tx, &visits, &new).await?;
        let old: Vec<&str> = visits.iter().map(|visit| visit.reservation_id.as_str()).collect();
        let moved = holds::move_group(&mut tx, &old, &hash(id), now).await?;
        let Moved::To(mut places) = moved else {
            tx.rollback().await?;
            return Ok("not held");
        };
        places.sort_by(|one, other| one.id.cmp(&other.id));
        for (visit, booked) in visits.iter().zip(&places) {
            appointments::relocate(&mut tx, visit, booked).await?;
            end(&mut tx, &visit.dossier_id, EntryState::Withdrawn, now).await?;
        }
        tx.commit().await?;
        Ok("family moved")
    }

    pub(super) async fn cancel_family(&self, family: usize, now: Timestamp) -> Result<&'static str> {
        let mut tx = self.store.begin().await?;
        let Some(visits) = visits_of(&mut tx, family).await? else {
            return Ok("no visit");
        };
        lock(&mut tx, &visits, &[]).await?;
        for visit in &visits {
            call_off(&mut tx, visit, now).await?;
        }
        tx.commit().await?;
        Ok("family cancelled")
    }
}
