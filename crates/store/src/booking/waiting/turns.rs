//! Whose turn it is: a free place goes to the first of the queue whom it suits, one that was not taken to the next. The
//! order is that of [`to_offer`] and stands here alone. What suits whom, and what else belongs to an offer, the caller
//! says, so that the server and the property test of the slot machine go through the same lines.

use super::{
    entries::{Entry, EntryState, end, to_offer},
    family,
    offers::{Offer, OfferState, claim, open_offer, settle},
};
use crate::{
    error::{Result, StoreError},
    holds::{self, ReservationState},
    store::Store,
    tx::Tx,
};
use jiff::Timestamp;

/// At most so many of a queue are looked at in one go.
const MOST_ASKED: u32 = 300;

/// Who gives places to those who wait.
pub trait Giver: Sync {
    /// What can go wrong.
    type Error: From<StoreError> + Send;
    /// A place that would be offered.
    type Place: Send + Sync;

    /// The best place for one who waits; `None` where there is none that suits them.
    fn place_for(
        &self,
        tx: &mut Tx,
        entry: &Entry,
    ) -> impl Future<Output = Result<Option<Self::Place>, Self::Error>> + Send;

    /// Keeps it for one who was claimed in this transaction, by [`super::keep_by`]. False where it has gone.
    fn give(
        &self,
        tx: &mut Tx,
        entry: &Entry,
        place: &Self::Place,
    ) -> impl Future<Output = Result<bool, Self::Error>> + Send;
}

/// Offers one free place of an office to the first of the queue whom something free suits, in a transaction of its own.
/// Returns the place; `None` where nothing free suits anybody.
///
/// # Errors
/// Where the database fails, or the giver.
pub async fn offer_free<G: Giver>(
    store: &Store,
    office_id: &str,
    giver: &G,
) -> Result<Option<G::Place>, G::Error> {
    let queue = to_offer(&mut store.peek().await?, office_id, MOST_ASKED).await?;
    for entry in &queue {
        let place = giver.place_for(&mut store.peek().await?, entry).await?;
        let Some(place) = place else { continue };
        let mut tx = store.begin().await?;
        if claim_all(&mut tx, entry).await? && giver.give(&mut tx, entry, &place).await? {
            tx.commit().await?;
            return Ok(Some(place));
        }
        // Somebody was faster: at the entry or at the place.
        tx.rollback().await?;
    }
    Ok(None)
}

/// One who waits, or all of their family.
async fn claim_all(tx: &mut Tx, entry: &Entry) -> Result<bool> {
    match &entry.family_id {
        Some(family_id) => family::claim_family(tx, family_id).await,
        None => claim(tx, &entry.id).await,
    }
}

/// What became of a place that was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passed {
    /// It is kept for the next.
    On,
    /// It suits nobody, or had lapsed before: it is everybody's.
    ToAll,
    /// The next was claimed and the place had gone, which cannot be: nothing of this transaction may be kept.
    Lost,
}

/// Passes the place of an offer that was just settled in this transaction on to the next whom it suits: nobody else can
/// have it in between. The place is given back here. `giver` knows this one place and no other.
///
/// # Errors
/// Where the database fails, or the giver.
pub async fn pass_on<G: Giver>(tx: &mut Tx, settled: &Offer, giver: &G) -> Result<Passed, G::Error> {
    let next = next_of(tx, settled, giver).await?;
    holds::release(tx, &settled.reservation_id).await?;
    let Some((entry, place)) = next else {
        return Ok(Passed::ToAll);
    };
    Ok(match giver.give(tx, &entry, &place).await? {
        true => Passed::On,
        false => Passed::Lost,
    })
}

async fn next_of<G: Giver>(
    tx: &mut Tx,
    settled: &Offer,
    giver: &G,
) -> Result<Option<(Entry, G::Place)>, G::Error> {
    let place = holds::get(tx, &settled.reservation_id).await?;
    // Where nobody looked for so long that the hold has lapsed too, the place is free for all by now.
    if !place.is_some_and(|place| place.state == ReservationState::Held) {
        return Ok(None);
    }
    for entry in to_offer(tx, &settled.office_id, MOST_ASKED).await? {
        if entry.ticks > settled.ticks || entry.id == settled.entry_id {
            continue;
        }
        if let Some(place) = giver.place_for(tx, &entry).await?
            && claim_all(tx, &entry).await?
        {
            return Ok(Some((entry, place)));
        }
    }
    Ok(None)
}

/// Ends the waiting of one whose entry is open; a place that was kept for them is free again. Returns that offer. What was
/// kept for their family is given back whole: the others wait for a window of their own number.
///
/// # Errors
/// Where the database fails.
pub async fn leave(tx: &mut Tx, entry: &Entry, state: EntryState, now: Timestamp) -> Result<Option<Offer>> {
    if let Some(family_id) = &entry.family_id {
        let offers = family::settle_family(tx, family_id, OfferState::Withdrawn, now).await?;
        end(tx, &entry.id, state, now).await?;
        family::give_back(tx, &offers).await?;
        return Ok(offers.into_iter().find(|offer| offer.entry_id == entry.id));
    }
    let offer = match open_offer(tx, &entry.id).await? {
        Some(offer) if settle(tx, &offer, OfferState::Withdrawn, now).await? => Some(offer),
        _ => None,
    };
    end(tx, &entry.id, state, now).await?;
    if let Some(offer) = &offer {
        holds::release(tx, &offer.reservation_id).await?;
    }
    Ok(offer)
}
