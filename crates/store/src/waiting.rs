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
    NewOffer, Offer, OfferState, claim, due, keep, of_entry, open_offer, open_offer_of_dossier, settle,
};

use crate::{
    error::Result,
    tx::{Tx, locking},
};

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
