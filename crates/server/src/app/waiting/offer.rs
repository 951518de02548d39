//! Offering places: one to one person at a time, in the order of the queue.

use super::{starts, stretch, waiter};
use crate::{
    app::{
        audit::{self, Done, Who},
        ids,
        keys::{self, Link},
    },
    notices::{Kind as Notice, queue, text::Facts},
    problem::ApiError,
    secret,
    state::App,
};
use eid_domain::{
    calendar::{office_now, office_timestamp},
    office::Office,
    waiting::{Kind, Waiter},
};
use eid_store::{
    Tx, dossiers,
    holds::{Channel, NewHold, ReservationState, Way},
    waiting::{self, Entry, NewOffer, Offer},
};
use jiff::{SignedDuration, Timestamp, civil::DateTime};
use std::sync::Arc;

/// At most so many of a queue are looked at in one go.
const QUEUE: u32 = 300;
/// The place stays held a little longer than the offer, so that it is passed on before anybody else can have it.
const TO_PASS_ON: SignedDuration = SignedDuration::from_mins(2);

/// Offers one free place of an office to the first of the queue whom it suits, in a transaction of its own. False where
/// nothing free suits anybody.
///
/// # Errors
/// When the database is out of reach.
pub async fn look_for(app: &App, office_id: &str, now: Timestamp) -> Result<bool, ApiError> {
    let queue = waiting::to_offer(&mut app.store.peek().await?, office_id, QUEUE).await?;
    for entry in &queue {
        let person = waiter(app, &mut app.store.peek().await?, entry).await?;
        let Some((office, starts_at)) = find(app, entry, &person, office_id, now).await? else {
            continue;
        };
        let mut tx = app.store.begin().await?;
        if waiting::claim(&mut tx, &entry.id).await?
            && give(
                app,
                &mut tx,
                entry,
                &person,
                (&office, starts_at),
                Place::Free,
                now,
            )
            .await?
        {
            tx.commit().await?;
            app.days.forget(office.id.as_str());
            return Ok(true);
        }
        // Somebody was faster: at the entry or at the place.
        tx.rollback().await?;
    }
    Ok(false)
}

/// The best place for one of the queue. Whose time was closed is helped at any of their offices, their own first.
async fn find(
    app: &App,
    entry: &Entry,
    person: &Waiter,
    office_id: &str,
    now: Timestamp,
) -> Result<Option<(Arc<Office>, DateTime)>, ApiError> {
    let mut tx = app.store.peek().await?;
    for id in &entry.offices {
        if person.kind == Kind::Earlier && id != office_id {
            continue;
        }
        let Some(office) = app.catalog.office(id) else {
            continue;
        };
        if let Some(at) = starts(app, &mut tx, &office, person, entry.ticks, now).await? {
            return Ok(Some((office, at)));
        }
    }
    Ok(None)
}

/// Passes a place on from one person to the next whom it suits, within the transaction in which the first one's offer
/// was settled: nobody else can have it in between. The place of the settled offer is given back here.
///
/// # Errors
/// When the database is out of reach.
pub async fn pass_on(app: &App, tx: &mut Tx, settled: &Offer, now: Timestamp) -> Result<(), ApiError> {
    let starts_at = office_now(settled.starts_at);
    let mut next = None;
    let place = eid_store::holds::get(tx, &settled.reservation_id).await?;
    // Where nobody looked for so long that the hold has lapsed too, the place is free for all by now.
    let held = place.is_some_and(|place| place.state == ReservationState::Held);
    if let Some(office) = app.catalog.office(&settled.office_id).filter(|_| held) {
        for entry in waiting::to_offer(tx, &settled.office_id, QUEUE).await? {
            if entry.ticks > settled.ticks || entry.id == settled.entry_id {
                continue;
            }
            let person = waiter(app, tx, &entry).await?;
            if person.suits(&settled.office_id, starts_at, now) && waiting::claim(tx, &entry.id).await? {
                next = Some((office, entry, person));
                break;
            }
        }
    }
    eid_store::holds::release(tx, &settled.reservation_id).await?;
    if let Some((office, entry, person)) = next
        && !give(app, tx, &entry, &person, (&office, starts_at), Place::Theirs, now).await?
    {
        // It was theirs a moment ago, so this cannot be; nothing of it is kept.
        return Err(ApiError::internal("passing on", &"the place has gone"));
    }
    app.days.forget(&settled.office_id);
    super::nudge(app, tx, &settled.office_id, now).await
}

/// Where an offered place comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// It was free: what is kept for phone and desk is left alone.
    Free,
    /// Another who waits had it in this transaction: nobody has less by it.
    Theirs,
}

/// Keeps a place for one who was claimed, tells them, and writes it down. False where the place has gone.
async fn give(
    app: &App,
    tx: &mut Tx,
    entry: &Entry,
    person: &Waiter,
    (office, starts_at): (&Office, DateTime),
    place: Place,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let Some(stretch) = stretch(app, office, starts_at, entry.ticks, now) else {
        return Ok(false);
    };
    let way = Way {
        channel: Channel::Online,
        kept: if place == Place::Free { &stretch.kept } else { &[] },
    };
    let expires_at = person.answer_until(now);
    let (id, token) = (ids::handle(app.rng.as_ref())?, ids::handle(app.rng.as_ref())?);
    let offer = NewOffer {
        id: &id,
        entry_id: &entry.id,
        dossier_id: &entry.dossier_id,
        place: &NewHold {
            id: &secret::digest(&token),
            office_id: office.id.as_str(),
            starts_at: office_timestamp(starts_at),
            capacities: &stretch.capacities,
            service: &entry.service,
            age_group: &entry.age_group,
            expires_at: expires_at.saturating_add(TO_PASS_ON).unwrap_or(expires_at),
            source_hash: "waiting",
            now,
        },
        expires_at,
    };
    if !waiting::keep_by(tx, &offer, &way).await? {
        return Ok(false);
    }
    let Some(dossier) = dossiers::by_id(tx, &entry.dossier_id).await? else {
        return Err(ApiError::internal("waiting", &"an entry without a dossier"));
    };
    let about = Link::Offer.about(&id);
    keys::issue_link(app, tx, &dossier.id, Link::Offer, &about, expires_at, now).await?;
    let kind = match person.kind {
        Kind::Earlier => Notice::EarlierPlace,
        Kind::Closure => Notice::OtherPlace,
    };
    let facts = Facts {
        visit: Some(starts_at),
        until: Some(office_now(expires_at)),
        link: keys::address(app, Link::Offer, &dossier.reference),
        ..Facts::default()
    };
    let sending = queue::Sending {
        office_id: Some(office.id.as_str()),
        link: Some(&about),
        not_before: app.config.offers.tell_at(now),
    };
    queue::tell_with(app, tx, &dossier, kind, facts, sending, now).await?;
    let done = Done {
        who: Who::System,
        action: "waiting.offer",
        kind: "dossier",
        id: &dossier.id,
        reason: None,
    };
    audit::note(app, tx, now, done).await?;
    Ok(true)
}
