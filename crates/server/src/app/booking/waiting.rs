//! Those who wait for another place: what they are offered, and how that ends.

mod end;
pub mod family;
mod free;
mod offer;

pub use end::{after_move, end};
pub use free::{starts, stretch};
pub use offer::{look_for, pass_on};

use crate::{
    jobs::work::{self, Work},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::office_now,
    waiting::{Kind, Waiter, Wish},
    wire::waiting::WaitingMark,
};
use eid_store::{
    Tx,
    waiting::{self, Entry, EntryState},
};
use jiff::Timestamp;

/// A stored entry as the domain reads it, with what was offered to it before.
///
/// # Errors
/// When the database is out of reach.
pub async fn waiter(app: &App, tx: &mut Tx, entry: &Entry) -> Result<Waiter, ApiError> {
    let offered = waiting::of_entry(tx, &entry.id).await?;
    Ok(Waiter {
        kind: kind_of(entry)?,
        wish: wish_of(entry),
        visit: office_now(entry.visit_at),
        offered: offered
            .into_iter()
            .map(|offer| (offer.office_id, office_now(offer.starts_at)))
            .collect(),
        rules: app.config.offers,
    })
}

/// Why a stored entry waits.
///
/// # Errors
/// When the stored word is none of ours.
pub fn kind_of(entry: &Entry) -> Result<Kind, ApiError> {
    Kind::parse(&entry.kind).ok_or_else(|| ApiError::internal("waiting kind", &entry.kind))
}

/// What a stored entry wishes for.
#[must_use]
pub fn wish_of(entry: &Entry) -> Wish {
    Wish {
        offices: entry.offices.clone(),
        from: entry.from,
        to: entry.to,
        earliest: entry.earliest,
        latest: entry.latest,
    }
}

/// Whether the person of a dossier waits.
///
/// # Errors
/// When the database is out of reach.
pub async fn mark(tx: &mut Tx, dossier_id: &str) -> Result<WaitingMark, ApiError> {
    let Some(entry) = waiting::open_of_dossier(tx, dossier_id).await? else {
        return Ok(WaitingMark::None);
    };
    Ok(match (kind_of(&entry)?, entry.state == EntryState::Offered) {
        (Kind::Earlier, false) => WaitingMark::Waiting,
        (Kind::Earlier, true) => WaitingMark::Offered,
        (Kind::Closure, false) => WaitingMark::ToBeMoved,
        (Kind::Closure, true) => WaitingMark::MoveOffered,
    })
}

/// Whether the office has closed the time of the visit: then it can be moved however late and however often.
#[must_use]
pub const fn is_to_be_moved(mark: WaitingMark) -> bool {
    matches!(mark, WaitingMark::ToBeMoved | WaitingMark::MoveOffered)
}

/// A place of an office may have become free: queues the work of offering it, where anybody waits there.
///
/// # Errors
/// When the database is out of reach.
pub async fn nudge(app: &App, tx: &mut Tx, office_id: &str, now: Timestamp) -> Result<(), ApiError> {
    if !waiting::waits_at(tx, office_id).await? {
        return Ok(());
    }
    let key = format!(
        "{}:{office_id}:{}",
        Work::OfferPlaces.as_str(),
        now.as_microsecond()
    );
    work::enqueue(app, tx, Work::OfferPlaces, &key, office_id, now).await
}
