//! A family whose time was closed: it waits as one, is offered one window or none, and answers once, as the server has it.

use super::{
    OFFER_S, TO_PASS_ON_S, World, end,
    family::{group, parts},
    first_of, in_s, number,
    queue::entry,
};
use crate::{
    machine::{KEPT, PLAN, WINDOW, WINDOW_TICKS, members},
    support::hash,
};
use eid_store::{
    Result, Tx,
    appointments::{self, Appointment, AppointmentState},
    dossiers,
    holds::{self, Channel, Moved, Way},
    waiting::{self, Entry, EntryState, Offer, OfferState, Whose},
};
use jiff::Timestamp;
use std::ops::Range;

/// All with whom one waits, where they are two or more.
pub(super) async fn with(tx: &mut Tx, entry: &Entry) -> Result<Option<Vec<Entry>>> {
    let Some(family_id) = &entry.family_id else {
        return Ok(None);
    };
    let family = waiting::family(tx, family_id).await?;
    Ok((family.len() >= WINDOW.len()).then_some(family))
}

/// The family with which somebody waits.
pub(super) async fn family_of(tx: &mut Tx, who: usize) -> Result<Option<Vec<Entry>>> {
    let Some(open) = dossiers::open_by_person(tx, &number(who)).await? else {
        return Ok(None);
    };
    match waiting::open_of_dossier(tx, &open.id).await? {
        Some(entry) => with(tx, &entry).await,
        None => Ok(None),
    }
}

/// Any other window than theirs suits a family.
pub(super) fn suits_family(family: &[Entry], first: usize) -> bool {
    let begin = family.iter().map(|entry| first_of(entry.visit_at)).min();
    begin.is_some_and(|begin| begin != first)
}

/// Everybody's visit to come, locked in the order in which everybody locks them; `None` where one has none.
async fn visits(tx: &mut Tx, family: &[Entry]) -> Result<Option<Vec<Appointment>>> {
    let ids: Vec<&str> = family.iter().map(|entry| entry.dossier_id.as_str()).collect();
    waiting::lock_visits(tx, &ids).await?;
    let mut visits = Vec::new();
    for id in &ids {
        match appointments::latest_of_dossier(tx, id).await? {
            Some(visit) if visit.state == AppointmentState::Booked => visits.push(visit),
            _ => return Ok(None),
        }
    }
    Ok(Some(visits))
}

/// Ends the open offers of all, and says what becomes of a place that nobody took.
async fn give_back(tx: &mut Tx, family_id: &str, state: OfferState, now: Timestamp) -> Result<Vec<Offer>> {
    let offers = waiting::settle_family(tx, family_id, state, now).await?;
    waiting::give_back(tx, &offers).await?;
    Ok(offers)
}

fn name(family: &[Entry]) -> String {
    family[0].family_id.clone().expect("a family has its name")
}

impl World {
    /// Keeps a window for a family that was claimed.
    pub(super) async fn keep_window(
        &self,
        tx: &mut Tx,
        family: &[Entry],
        first: usize,
        now: Timestamp,
    ) -> Result<bool> {
        let id = self.fresh();
        let Some(plan) = PLAN.get(first..first + WINDOW_TICKS) else {
            return Ok(false);
        };
        let (household, parts) = (hash(id), parts(id));
        let until = in_s(now, OFFER_S + TO_PASS_ON_S);
        let group = group(&household, &parts, first, plan, until, now);
        let ids: Vec<String> = (0..WINDOW.len()).map(|nth| format!("o{id:06}-{nth}")).collect();
        let whose: Vec<Whose<'_>> = family
            .iter()
            .zip(&ids)
            .map(|(entry, id)| Whose {
                id,
                entry_id: &entry.id,
                dossier_id: &entry.dossier_id,
            })
            .collect();
        let way = Way {
            channel: Channel::Online,
            kept: &KEPT[first..first + WINDOW_TICKS],
        };
        waiting::keep_family(tx, &group, &way, &whose, in_s(now, OFFER_S)).await
    }

    /// One of them takes the window for all.
    pub(super) async fn take_family(
        &self,
        mut tx: Tx,
        family: &[Entry],
        now: Timestamp,
    ) -> Result<&'static str> {
        let Some(visits) = visits(&mut tx, family).await? else {
            return Ok("no offer");
        };
        let ids: Vec<&str> = family.iter().map(|entry| entry.dossier_id.as_str()).collect();
        let old: Vec<&str> = visits.iter().map(|visit| visit.reservation_id.as_str()).collect();
        waiting::lock_changes(&mut tx, &ids, &old).await?;
        let offers = waiting::settle_family(&mut tx, &name(family), OfferState::Taken, now).await?;
        let Some(kept) = offers.first().map(|offer| offer.reservation_id.as_str()) else {
            return Ok("no offer");
        };
        if offers.iter().any(|offer| offer.expires_at <= now) {
            return Ok("too late");
        }
        let household = holds::households(&mut tx, &[kept]).await?.remove(kept);
        let household = household.expect("what is kept for a family is a window");
        let Moved::To(places) = holds::move_group(&mut tx, &old, &household, now).await? else {
            return Ok("too late");
        };
        for visit in &visits {
            let offer = offers.iter().find(|offer| offer.dossier_id == visit.dossier_id);
            let offer = offer.expect("all were offered the window");
            let place = places.iter().find(|place| place.id == offer.reservation_id);
            let place = place.expect("an offer is of a place in the window");
            waiting::end(&mut tx, &offer.entry_id, EntryState::Taken, now).await?;
            appointments::relocate(&mut tx, visit, place).await?;
        }
        tx.commit().await?;
        Ok("family taken")
    }

    /// One of them says no for all.
    pub(super) async fn decline_family(
        &self,
        mut tx: Tx,
        family: &[Entry],
        now: Timestamp,
    ) -> Result<&'static str> {
        visits(&mut tx, family).await?;
        let offers = give_back(&mut tx, &name(family), OfferState::Declined, now).await?;
        if offers.is_empty() {
            return Ok("no offer");
        }
        tx.commit().await?;
        Ok("family declined")
    }

    /// Nobody of a family has answered, or its window went in part. False where this offer was settled before.
    pub(super) async fn lapse_family(
        &self,
        tx: &mut Tx,
        family_id: &str,
        offer: &Offer,
        state: OfferState,
        now: Timestamp,
    ) -> Result<bool> {
        let settled = give_back(tx, family_id, state, now).await?;
        if state == OfferState::Silent {
            for one in &settled {
                waiting::silent(tx, &one.entry_id).await?;
            }
        }
        Ok(settled.iter().any(|one| one.id == offer.id))
    }

    /// After some time was closed: a family that comes together waits together, also those of it whose own time would stand.
    /// False where it does not come together: then each is on their own.
    pub(super) async fn close_family(
        &self,
        family: usize,
        closed: &Range<usize>,
        now: Timestamp,
    ) -> Result<bool> {
        let mut tx = self.store.begin().await?;
        let Some(visits) = super::family::visits_of(&mut tx, family).await? else {
            return Ok(false);
        };
        let places: Vec<&str> = visits.iter().map(|visit| visit.reservation_id.as_str()).collect();
        let windows = holds::households(&mut tx, &places).await?;
        let window = windows.get(places[0]);
        if window.is_none() || places.iter().any(|place| windows.get(*place) != window) {
            return Ok(false);
        }
        let is_in = |visit: &Appointment| {
            let first = first_of(visit.starts_at);
            first < closed.end && first + usize::from(visit.ticks) > closed.start
        };
        if !visits.iter().any(is_in) {
            return Ok(true);
        }
        let ids: Vec<&str> = visits.iter().map(|visit| visit.dossier_id.as_str()).collect();
        waiting::lock_changes(&mut tx, &ids, &[]).await?;
        for id in &ids {
            match waiting::open_of_dossier(&mut tx, id).await? {
                Some(entry) if entry.kind == "closure" => return Ok(true),
                _ => end(&mut tx, id, EntryState::Withdrawn, now).await?,
            }
        }
        for (who, visit) in members(family).into_iter().zip(&visits) {
            let entry = Entry {
                family_id: Some(format!("f{family}-{}", now.as_second())),
                ..entry(who, visit, "closure", now)
            };
            waiting::insert(&mut tx, &entry).await?;
        }
        tx.commit().await?;
        Ok(true)
    }
}
