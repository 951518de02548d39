//! Waiting, offers, closed days.

use super::{
    super::{FAMILIES, KEPT, PEOPLE, PLAN, members},
    OFFER_S, SILENT, TO_PASS_ON_S, World,
    closed::{family_of, suits_family, with},
    first_of, in_s, visit_of,
};
use crate::support::{OFFICE, hash, tick};
use eid_store::{
    Result, StoreError, Tx,
    appointments::{self, Appointment},
    closures,
    holds::{self, Channel, Moved, NewHold, Way},
    waiting::{self, Entry, EntryState, Giver, NewOffer, Offer, OfferState, Passed},
};
use jiff::{Timestamp, civil::date};
use std::ops::Range;

impl World {
    pub(super) async fn wait(&self, who: usize, now: Timestamp) -> Result<&'static str> {
        let mut tx = self.store.begin().await?;
        let Some(visit) = visit_of(&mut tx, who).await? else {
            return Ok("no visit");
        };
        if waiting::open_of_dossier(&mut tx, &visit.dossier_id)
            .await?
            .is_some()
        {
            return Ok("waits already");
        }
        waiting::insert(&mut tx, &entry(who, &visit, "earlier", now)).await?;
        tx.commit().await?;
        Ok("waits")
    }

    /// A place goes to the first of the queue whom it suits, by the store's own turns.
    pub(super) async fn offer(&self, first: usize, now: Timestamp) -> Result<&'static str> {
        let giver = At {
            world: self,
            first,
            is_free: true,
            now,
        };
        let given = waiting::offer_free(&self.store, OFFICE, &giver).await?;
        Ok(match given {
            Some(To::One) => "offered",
            Some(To::Family) => "family offered",
            None => "nobody",
        })
    }

    async fn keep(
        &self,
        tx: &mut Tx,
        entry: &Entry,
        first: usize,
        is_free: bool,
        now: Timestamp,
    ) -> Result<bool> {
        let id = self.fresh();
        let Some(plan) = PLAN.get(first..first + usize::from(entry.ticks)) else {
            return Ok(false);
        };
        let offer = NewOffer {
            id: &format!("o{id:06}"),
            entry_id: &entry.id,
            dossier_id: &entry.dossier_id,
            place: &NewHold {
                id: &hash(id),
                office_id: OFFICE,
                starts_at: tick(first as i64),
                capacities: plan,
                service: "new_card",
                age_group: "adult",
                expires_at: in_s(now, OFFER_S + TO_PASS_ON_S),
                source_hash: "waiting",
                now,
            },
            expires_at: in_s(now, OFFER_S),
        };
        // What another who waits had is nobody else's: then nothing is left alone.
        let kept = if is_free {
            &KEPT[first..first + plan.len()]
        } else {
            &[]
        };
        let channel = Channel::Online;
        waiting::keep_by(tx, &offer, &Way { channel, kept }).await
    }

    pub(super) async fn take(&self, who: usize, now: Timestamp) -> Result<&'static str> {
        let mut tx = self.store.begin().await?;
        if let Some(family) = family_of(&mut tx, who).await? {
            return self.take_family(tx, &family, now).await;
        }
        let Some(visit) = visit_of(&mut tx, who).await? else {
            return Ok("no offer");
        };
        let Some(offer) = waiting::open_offer_of_dossier(&mut tx, &visit.dossier_id).await? else {
            return Ok("no offer");
        };
        if offer.expires_at <= now || !waiting::settle(&mut tx, &offer, OfferState::Taken, now).await? {
            return Ok("too late");
        }
        waiting::end(&mut tx, &offer.entry_id, EntryState::Taken, now).await?;
        let moved = holds::move_booked(&mut tx, &visit.reservation_id, &offer.reservation_id, now).await?;
        let Moved::To(place) = moved else {
            return Ok("too late");
        };
        appointments::relocate(&mut tx, &visit, &place).await?;
        tx.commit().await?;
        Ok("taken")
    }

    pub(super) async fn decline(&self, who: usize, now: Timestamp) -> Result<&'static str> {
        let mut tx = self.store.begin().await?;
        if let Some(family) = family_of(&mut tx, who).await? {
            return self.decline_family(tx, &family, now).await;
        }
        let Some(visit) = visit_of(&mut tx, who).await? else {
            return Ok("no offer");
        };
        let Some(offer) = waiting::open_offer_of_dossier(&mut tx, &visit.dossier_id).await? else {
            return Ok("no offer");
        };
        if !waiting::settle(&mut tx, &offer, OfferState::Declined, now).await? {
            return Ok("no offer");
        }
        self.pass_on(&mut tx, &offer, now).await?;
        tx.commit().await?;
        Ok("declined")
    }

    /// To the next whom the place suits, in the transaction in which the former offer was settled.
    async fn pass_on(&self, tx: &mut Tx, settled: &Offer, now: Timestamp) -> Result<()> {
        let giver = At {
            world: self,
            first: first_of(settled.starts_at),
            is_free: false,
            now,
        };
        let passed = waiting::pass_on(tx, settled, &giver).await?;
        assert_ne!(passed, Passed::Lost, "it was theirs a moment ago");
        Ok(())
    }

    /// Ends what nobody answered.
    pub(in super::super) async fn lapse(&self, now: Timestamp) -> Result<&'static str> {
        let due = waiting::due(&mut self.store.peek().await?, now, 100).await?;
        for offer in &due {
            let mut tx = self.store.begin().await?;
            let over = offer.expires_at <= now;
            let state = if over {
                OfferState::Silent
            } else {
                OfferState::Withdrawn
            };
            let entry = waiting::entry(&mut tx, &offer.entry_id).await?;
            if let Some(family_id) = entry.and_then(|entry| entry.family_id) {
                if self.lapse_family(&mut tx, &family_id, offer, state, now).await? {
                    tx.commit().await?;
                }
                continue;
            }
            if !waiting::settle(&mut tx, offer, state, now).await? {
                continue;
            }
            if over {
                let silent = waiting::silent(&mut tx, &offer.entry_id).await?;
                let entry = waiting::entry(&mut tx, &offer.entry_id).await?;
                if silent >= SILENT && entry.is_some_and(|entry| entry.kind == "earlier") {
                    waiting::end(&mut tx, &offer.entry_id, EntryState::Expired, now).await?;
                }
                self.pass_on(&mut tx, offer, now).await?;
            } else {
                holds::release(&mut tx, &offer.reservation_id).await?;
            }
            tx.commit().await?;
        }
        Ok(if due.is_empty() {
            "nothing is due"
        } else {
            "lapsed"
        })
    }

    pub(super) async fn close(&self, first: usize, ticks: usize, now: Timestamp) -> Result<&'static str> {
        let last = (first + ticks).min(PLAN.len());
        let (from, to) = (tick(first as i64), tick(last as i64));
        let closed: Vec<Timestamp> = (first..last).map(|at| tick(at as i64)).collect();
        let mut tx = self.store.begin().await?;
        closures::close_ticks(&mut tx, OFFICE, from, to, &closed).await?;
        tx.commit().await?;
        let closed = first..last;
        for who in 0..PEOPLE {
            self.close_one(who, &closed, now).await?;
        }
        for family in 0..FAMILIES {
            if !self.close_family(family, &closed, now).await? {
                for who in members(family) {
                    self.close_one(who, &closed, now).await?;
                }
            }
        }
        Ok("closed")
    }

    async fn close_one(&self, who: usize, closed: &Range<usize>, now: Timestamp) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let Some(visit) = visit_of(&mut tx, who).await? else {
            return Ok(());
        };
        let begins = first_of(visit.starts_at);
        if begins >= closed.end || begins + usize::from(visit.ticks) <= closed.start {
            return Ok(());
        }
        match waiting::open_of_dossier(&mut tx, &visit.dossier_id).await? {
            Some(entry) if entry.kind == "closure" => return Ok(()),
            _ => end(&mut tx, &visit.dossier_id, EntryState::Withdrawn, now).await?,
        }
        waiting::insert(&mut tx, &entry(who, &visit, "closure", now)).await?;
        tx.commit().await
    }
}

/// Ends the waiting of a dossier; a place that was kept for it is free again.
pub(super) async fn end(tx: &mut Tx, dossier_id: &str, state: EntryState, now: Timestamp) -> Result<()> {
    if let Some(entry) = waiting::open_of_dossier(tx, dossier_id).await? {
        waiting::leave(tx, &entry, state, now).await?;
    }
    Ok(())
}

/// Gives the place that begins at one tick.
struct At<'a> {
    world: &'a World,
    first: usize,
    /// Else another who waits had it.
    is_free: bool,
    now: Timestamp,
}

impl Giver for At<'_> {
    type Error = StoreError;
    type Place = To;

    async fn place_for(&self, tx: &mut Tx, entry: &Entry) -> Result<Option<To>> {
        let (suits, to) = match with(tx, entry).await? {
            // What one had does not do for a family.
            Some(family) => (self.is_free && suits_family(&family, self.first), To::Family),
            None => (suits(tx, entry, self.first).await?, To::One),
        };
        Ok(suits.then_some(to))
    }

    async fn give(&self, tx: &mut Tx, entry: &Entry, _: &To) -> Result<bool> {
        match with(tx, entry).await? {
            Some(family) => self.world.keep_window(tx, &family, self.first, self.now).await,
            None => {
                let (first, is_free) = (self.first, self.is_free);
                self.world.keep(tx, entry, first, is_free, self.now).await
            }
        }
    }
}

/// For whom a place is.
enum To {
    One,
    Family,
}

/// An earlier place suits everybody; any other suits those whose time was closed.
async fn suits(tx: &mut Tx, entry: &Entry, first: usize) -> Result<bool> {
    let visit = appointments::latest_of_dossier(tx, &entry.dossier_id).await?;
    Ok(visit.is_some_and(|visit| {
        let has = first_of(visit.starts_at);
        first < has || (entry.kind == "closure" && first != has)
    }))
}

pub(super) fn entry(who: usize, visit: &Appointment, kind: &str, now: Timestamp) -> Entry {
    Entry {
        id: format!("e{who:02}-{}", now.as_second()),
        dossier_id: visit.dossier_id.clone(),
        kind: kind.into(),
        exception_id: None,
        offices: vec![OFFICE.into()],
        from: date(2026, 11, 23),
        to: date(2026, 11, 23),
        earliest: None,
        latest: None,
        visit_at: visit.starts_at,
        service: "new_card".into(),
        age_group: "adult".into(),
        ticks: visit.ticks,
        state: EntryState::Waiting,
        silent: 0,
        created_at: now,
        family_id: None,
    }
}
