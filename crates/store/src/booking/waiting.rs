//! Waiting for another place: entries in a queue, and places offered to them one at a time.
//!
//! Locks are taken in the order appointment, entry, offer, reservation, ticks; of several entries in that of their ids.

mod entries;
mod family;
mod offers;
mod turns;

pub use entries::{
    Entry, EntryState, Excepted, NewEntry, end, entry, insert, of_exception, offices_waited_for,
    open_of_dossier, silent, to_offer, waits_at,
};
pub use family::{claim_family, family, give_back, keep_family, settle_family, tell_none, untold_families};
pub use offers::{
    NewOffer, Offer, OfferState, Whose, claim, due, keep, keep_by, of_entry, open_offer,
    open_offer_of_dossier, settle,
};
pub use turns::{Giver, Passed, leave, offer_free, pass_on};

use crate::{
    error::Result,
    holds,
    tx::{Dialect, Tx, built, locking, placeholders},
};

/// Locks what the transaction of a change to a visit may give back or book, in the order in which everybody locks it:
/// the visit's entry in the queue, then these places and the one that is kept for it, with their ticks; those of a family
/// that is moved as one for all of it. The visit itself comes before this: see [`lock_visit`].
///
/// # Errors
/// Where the database fails.
pub async fn lock_change(tx: &mut Tx, dossier_id: &str, places: &[&str]) -> Result<()> {
    lock_changes(tx, &[dossier_id], places).await
}

/// Locks the visit of a dossier until the transaction ends: taking an offer, moving and cancelling take turns.
///
/// # Errors
/// Where the database fails.
pub async fn lock_visit(tx: &mut Tx, dossier_id: &str) -> Result<()> {
    let query = locking!(
        tx,
        "SELECT id FROM appointment WHERE dossier_id = $1 AND state = 'booked'",
        "FOR UPDATE",
        ""
    );
    tx.all(query.bind(dossier_id.to_owned())).await.map(|_| ())
}

/// The same as [`lock_visit`] for a family: one after the other, in an order that everybody keeps to. `SQLite`, with its
/// single writer, needs none of it.
///
/// # Errors
/// Where the database fails.
pub async fn lock_visits(tx: &mut Tx, dossier_ids: &[&str]) -> Result<()> {
    if tx.dialect() == Dialect::Sqlite || dossier_ids.is_empty() {
        return Ok(());
    }
    let mut query = built(format!(
        "SELECT id FROM appointment WHERE state = 'booked' AND dossier_id IN ({}) ORDER BY id FOR UPDATE",
        placeholders(1, dossier_ids.len())
    ));
    for id in dossier_ids {
        query = query.bind((*id).to_owned());
    }
    tx.all(query).await.map(|_| ())
}

/// The same as [`lock_change`] for a family.
///
/// # Errors
/// Where the database fails.
pub async fn lock_changes(tx: &mut Tx, dossier_ids: &[&str], places: &[&str]) -> Result<()> {
    let kept = family::lock_entries(tx, dossier_ids).await?;
    let kept = kept.iter().map(String::as_str);
    let places: Vec<&str> = places.iter().copied().chain(kept).collect();
    holds::lock_places(tx, &places).await
}
