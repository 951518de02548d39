//! Waiting for another place: entries in a queue, and places offered to them one at a time.
//!
//! Locks are taken in the order appointment, entry, offer, reservation, ticks.

mod entries;
mod offers;

pub use entries::{
    Entry, EntryState, NewEntry, end, entry, insert, of_exception, offices_waited_for, open_of_dossier,
    silent, to_offer, waits_at,
};
pub use offers::{
    NewOffer, Offer, OfferState, claim, due, keep, keep_by, of_entry, open_offer, open_offer_of_dossier,
    settle,
};

use crate::{
    error::Result,
    holds,
    tx::{Tx, locking},
};

/// Locks what the transaction of a change to a visit may give back or book, in the order in which everybody locks it:
/// the visit's entry in the queue, then these places and the one that is kept for it, with their ticks. The visit itself
/// comes before this: see [`lock_visit`].
///
/// # Errors
/// Where the database fails.
pub async fn lock_change(tx: &mut Tx, dossier_id: &str, places: &[&str]) -> Result<()> {
    let query = locking!(
        tx,
        "SELECT id FROM waiting_entry WHERE dossier_id = $1 AND state IN ('waiting', 'offered')",
        "FOR UPDATE",
        ""
    );
    tx.all(query.bind(dossier_id.to_owned())).await?;
    let offer = open_offer_of_dossier(tx, dossier_id).await?;
    let kept = offer.iter().map(|offer| offer.reservation_id.as_str());
    let places: Vec<&str> = places.iter().copied().chain(kept).collect();
    holds::lock_places(tx, &places).await
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
