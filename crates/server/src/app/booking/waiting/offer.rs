//! Offering places: one to one person at a time, in the order of the queue.

use super::{family, kind_of, starts, stretch, waiter};
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
    waiting::Kind,
};
use eid_store::{
    Tx, dossiers,
    holds::{Channel, NewHold, Way},
    waiting::{self, Entry, Giver, NewOffer, Offer, Passed},
};
use jiff::{SignedDuration, Timestamp, civil::DateTime};
use std::sync::Arc;

/// The place stays held a little longer than the offer, so that it is passed on before anybody else can have it.
const TO_PASS_ON: SignedDuration = SignedDuration::from_mins(2);

/// Until when the place of an offer is held.
pub(super) fn held_until(expires_at: Timestamp) -> Timestamp {
    expires_at.saturating_add(TO_PASS_ON).unwrap_or(expires_at)
}

/// A place that would be offered.
type Where = (Arc<Office>, DateTime);

/// Gives what is free at an office.
struct Free<'a> {
    app: &'a App,
    office_id: &'a str,
    now: Timestamp,
}

impl Giver for Free<'_> {
    type Error = ApiError;
    type Place = Where;

    /// Whose time was closed is helped at any of their offices, their own first.
    async fn place_for(&self, tx: &mut Tx, entry: &Entry) -> Result<Option<Where>, ApiError> {
        let person = waiter(self.app, tx, entry).await?;
        let together = family::with(tx, entry).await?;
        for id in &entry.offices {
            if person.kind == Kind::Earlier && id != self.office_id {
                continue;
            }
            let Some(office) = self.app.catalog.office(id) else {
                continue;
            };
            let found = match &together {
                Some(entries) => family::best(self.app, tx, &office, entries, self.now).await?,
                None => starts(self.app, tx, &office, &person, entry.ticks, self.now).await?,
            };
            if let Some(at) = found {
                return Ok(Some((office, at)));
            }
        }
        Ok(None)
    }

    async fn give(&self, tx: &mut Tx, entry: &Entry, place: &Where) -> Result<bool, ApiError> {
        match family::with(tx, entry).await? {
            Some(entries) => family::give(self.app, tx, &entries, &place.0, place.1, self.now).await,
            None => give(self.app, tx, entry, place, Place::Free, self.now).await,
        }
    }
}

/// Gives what another who waits had until this transaction.
struct Theirs<'a> {
    app: &'a App,
    office: Option<Arc<Office>>,
    starts_at: DateTime,
    now: Timestamp,
}

impl Giver for Theirs<'_> {
    type Error = ApiError;
    type Place = Where;

    async fn place_for(&self, tx: &mut Tx, entry: &Entry) -> Result<Option<Where>, ApiError> {
        let Some(office) = &self.office else {
            return Ok(None);
        };
        // One place does not do for a family.
        if family::with(tx, entry).await?.is_some() {
            return Ok(None);
        }
        let person = waiter(self.app, tx, entry).await?;
        let suits = person.suits(office.id.as_str(), self.starts_at, self.now);
        Ok(suits.then(|| (Arc::clone(office), self.starts_at)))
    }

    async fn give(&self, tx: &mut Tx, entry: &Entry, place: &Where) -> Result<bool, ApiError> {
        give(self.app, tx, entry, place, Place::Theirs, self.now).await
    }
}

/// Offers one free place of an office to the first of the queue whom it suits, in a transaction of its own. False where
/// nothing free suits anybody.
///
/// # Errors
/// When the database is out of reach.
pub async fn look_for(app: &App, office_id: &str, now: Timestamp) -> Result<bool, ApiError> {
    let free = Free { app, office_id, now };
    let given = waiting::offer_free(&app.store, office_id, &free).await?;
    if let Some((office, _)) = &given {
        app.days.forget(office.id.as_str());
    }
    Ok(given.is_some())
}

/// Passes a place on from one person to the next whom it suits, within the transaction in which the first one's offer
/// was settled: nobody else can have it in between. The place of the settled offer is given back here.
///
/// # Errors
/// When the database is out of reach.
pub async fn pass_on(app: &App, tx: &mut Tx, settled: &Offer, now: Timestamp) -> Result<(), ApiError> {
    let theirs = Theirs {
        app,
        office: app.catalog.office(&settled.office_id),
        starts_at: office_now(settled.starts_at),
        now,
    };
    if waiting::pass_on(tx, settled, &theirs).await? == Passed::Lost {
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
    (office, starts_at): &Where,
    place: Place,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let (kind, starts_at) = (kind_of(entry)?, *starts_at);
    let Some(stretch) = stretch(app, office, starts_at, entry.ticks, now) else {
        return Ok(false);
    };
    let way = Way {
        channel: Channel::Online,
        kept: if place == Place::Free { &stretch.kept } else { &[] },
    };
    let rules = &app.config.offers;
    let expires_at = rules.answer_until(now, kind.answer_minutes(rules));
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
            expires_at: held_until(expires_at),
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
    let kind = match kind {
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
        not_before: rules.tell_at(now),
    };
    queue::tell_with(app, tx, &dossier, kind, facts, sending, now).await?;
    written(app, tx, &dossier.id, now).await?;
    Ok(true)
}

/// Writes down that somebody was offered a place.
pub(super) async fn written(
    app: &App,
    tx: &mut Tx,
    dossier_id: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    let done = Done {
        who: Who::System,
        action: "waiting.offer",
        kind: "dossier",
        id: dossier_id,
        reason: None,
    };
    audit::note(app, tx, now, done).await
}
