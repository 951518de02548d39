//! Offering free places to those who wait, and passing on what nobody answered to.

use crate::{
    app::{
        audit::{self, Done, Who},
        waiting as queue_of,
    },
    notices::{Kind as Notice, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::waiting::{Kind, MOST_SILENT};
use eid_store::{
    Tx, dossiers, holds,
    waiting::{self, Entry, EntryState, Offer, OfferState},
};
use jiff::Timestamp;

/// So many offers a piece of work; the rest is found by the next.
const MOST: u32 = 200;
const BATCH: u32 = 100;

/// The same for every office at which somebody waits: whatever became free unseen, such as a hold that lapsed or a new
/// day, is found here.
///
/// # Errors
/// When the database is out of reach.
pub async fn everywhere(app: &App, now: Timestamp) -> Result<(), ApiError> {
    for id in waiting::offices_waited_for(&mut app.store.peek().await?).await? {
        office(app, &id, now).await?;
    }
    Ok(())
}

/// Offers the free places of an office, one after the other, until there is nothing left that suits anybody.
///
/// # Errors
/// When the database is out of reach.
pub async fn office(app: &App, office_id: &str, now: Timestamp) -> Result<(), ApiError> {
    // Before the search: who comes meanwhile was not searched for.
    let families = waiting::untold_families(&mut app.store.peek().await?, office_id).await?;
    for _ in 0..MOST {
        if !queue_of::look_for(app, office_id, now).await? {
            return none_for(app, &families, now).await;
        }
    }
    Ok(())
}

/// Tells those families that still wait, after all was searched, that there is nothing for all of them yet.
async fn none_for(app: &App, families: &[String], now: Timestamp) -> Result<(), ApiError> {
    for family_id in families {
        let mut tx = app.store.begin().await?;
        if queue_of::family::tell_none(app, &mut tx, family_id, now).await? {
            tx.commit().await?;
        } else {
            tx.rollback().await?;
        }
    }
    Ok(())
}

/// Ends the offers whose time is over, each with its passing on in one transaction. True where there were any.
///
/// # Errors
/// When the database is out of reach.
pub async fn lapse(app: &App, now: Timestamp) -> Result<bool, ApiError> {
    let due = waiting::due(&mut app.store.peek().await?, now, BATCH).await?;
    for offer in &due {
        let mut tx = app.store.begin().await?;
        if silent(app, &mut tx, offer, now).await? {
            tx.commit().await?;
        } else {
            tx.rollback().await?;
        }
    }
    Ok(!due.is_empty())
}

/// Settles one that was not answered. False where somebody else did.
async fn silent(app: &App, tx: &mut Tx, offer: &Offer, now: Timestamp) -> Result<bool, ApiError> {
    let over = offer.expires_at <= now;
    // A place that went in the middle, as its day was closed: nobody was silent.
    let state = if over {
        OfferState::Silent
    } else {
        OfferState::Withdrawn
    };
    let entry = waiting::entry(tx, &offer.entry_id).await?;
    if let Some(family_id) = entry.and_then(|entry| entry.family_id) {
        return family_silent(app, tx, &family_id, offer, state, now).await;
    }
    if !waiting::settle(tx, offer, state, now).await? {
        return Ok(false);
    }
    if over {
        let count = waiting::silent(tx, &offer.entry_id).await?;
        if let Some(entry) = waiting::entry(tx, &offer.entry_id).await?
            && queue_of::kind_of(&entry)? == Kind::Earlier
            && count >= MOST_SILENT
        {
            give_up(app, tx, &entry, now).await?;
        }
        queue_of::pass_on(app, tx, offer, now).await?;
    } else {
        holds::release(tx, &offer.reservation_id).await?;
        queue_of::nudge(app, tx, &offer.office_id, now).await?;
    }
    Ok(true)
}

/// The same for a family. Its window is given back whole and the queue is asked anew: hardly anybody else needs just that.
async fn family_silent(
    app: &App,
    tx: &mut Tx,
    family_id: &str,
    offer: &Offer,
    state: OfferState,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let settled = waiting::settle_family(tx, family_id, state, now).await?;
    // Where this one was settled before, these are others: nothing of this is kept.
    if !settled.iter().any(|one| one.id == offer.id) {
        return Ok(false);
    }
    if state == OfferState::Silent {
        for one in &settled {
            waiting::silent(tx, &one.entry_id).await?;
        }
    }
    waiting::give_back(tx, &settled).await?;
    app.days.forget(&offer.office_id);
    queue_of::nudge(app, tx, &offer.office_id, now).await?;
    Ok(true)
}

/// Nobody answers: they keep the visit they have, and are asked no more.
async fn give_up(app: &App, tx: &mut Tx, entry: &Entry, now: Timestamp) -> Result<(), ApiError> {
    waiting::end(tx, &entry.id, EntryState::Expired, now).await?;
    let Some(dossier) = dossiers::by_id(tx, &entry.dossier_id).await? else {
        return Ok(());
    };
    let facts = Facts {
        visit: Some(eid_domain::calendar::office_now(entry.visit_at)),
        ..Facts::default()
    };
    queue::tell(app, tx, &dossier, Notice::WaitingEnded, facts, now).await?;
    let done = Done {
        who: Who::System,
        action: "waiting.expire",
        kind: "dossier",
        id: &dossier.id,
        reason: None,
    };
    audit::note(app, tx, now, done).await
}
