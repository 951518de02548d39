//! A place kept for one person of the queue.

use crate::{
    error::Result,
    holds::{self, NewHold, Reservation, Taken, Way},
    row::{Row, micros, words},
    tx::{Tx, locking, sql},
};
use jiff::Timestamp;

words! {
    /// Where an offer stands.
    OfferState {
        /// The person can answer.
        Open = "open",
        /// They took it.
        Taken = "taken",
        /// They keep what they have.
        Declined = "declined",
        /// They did not answer in time.
        Silent = "silent",
        /// It was ended otherwise: the visit was cancelled, or the place went.
        Withdrawn = "withdrawn",
    }
}

/// A place offered to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id.
    pub id: String,
    /// To which entry.
    pub entry_id: String,
    /// Whose.
    pub dossier_id: String,
    /// The place, held.
    pub reservation_id: String,
    /// The office.
    pub office_id: String,
    /// Begin.
    pub starts_at: Timestamp,
    /// Length in ticks.
    pub ticks: u8,
    /// Until when it can be answered.
    pub expires_at: Timestamp,
    /// Where it stands.
    pub state: OfferState,
}

pub(super) fn read(row: &Row) -> Result<Offer> {
    Ok(Offer {
        id: row.text("id")?,
        entry_id: row.text("entry_id")?,
        dossier_id: row.text("dossier_id")?,
        reservation_id: row.text("reservation_id")?,
        office_id: row.text("office_id")?,
        starts_at: row.instant("starts_at")?,
        ticks: row.number("ticks")?,
        expires_at: row.instant("expires_at")?,
        state: row.word("state", OfferState::parse)?,
    })
}

/// A place to be offered.
#[derive(Clone, Copy, Debug)]
pub struct NewOffer<'a> {
    /// Id of the offer.
    pub id: &'a str,
    /// To which entry.
    pub entry_id: &'a str,
    /// Whose.
    pub dossier_id: &'a str,
    /// The place; it is held until a little after `expires_at`.
    pub place: &'a NewHold<'a>,
    /// Until when it can be answered.
    pub expires_at: Timestamp,
}

/// One who waits is offered a place now. False where they do not wait any more, or have an offer: leave them out.
/// Go on with [`keep`]; one such pair a transaction, lest two wait for each other in a circle.
///
/// # Errors
/// Where the database fails.
pub async fn claim(tx: &mut Tx, entry_id: &str) -> Result<bool> {
    let query = sql("UPDATE waiting_entry SET state = 'offered' WHERE id = $1 AND state = 'waiting'");
    Ok(tx.run(query.bind(entry_id.to_owned())).await? == 1)
}

/// Takes the free place for them: from free to theirs in this transaction. False where it has gone; roll back then, the
/// entry says that it was offered something.
///
/// # Errors
/// Where the database fails.
pub async fn keep(tx: &mut Tx, offer: &NewOffer<'_>) -> Result<bool> {
    keep_by(tx, offer, &Way::PLAIN).await
}

/// As [`keep`], and leaves alone what is kept for others.
///
/// # Errors
/// Where the database fails.
pub async fn keep_by(tx: &mut Tx, offer: &NewOffer<'_>, way: &Way<'_>) -> Result<bool> {
    let Taken::Held(place) = holds::create_by(tx, offer.place, way).await? else {
        return Ok(false);
    };
    let whose = Whose {
        id: offer.id,
        entry_id: offer.entry_id,
        dossier_id: offer.dossier_id,
    };
    note(tx, whose, &place, offer.expires_at, offer.place.now).await?;
    Ok(true)
}

/// Which offer, and to whom.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'a> {
    /// Id of the offer.
    pub id: &'a str,
    /// To which entry.
    pub entry_id: &'a str,
    /// Whose.
    pub dossier_id: &'a str,
}

/// Writes down that a place is kept for somebody.
pub(super) async fn note(
    tx: &mut Tx,
    whose: Whose<'_>,
    place: &Reservation,
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<()> {
    let query = sql(
        "INSERT INTO waiting_offer (id, entry_id, dossier_id, reservation_id, office_id, starts_at, ticks,
        offered_at, expires_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')",
    );
    let query = query
        .bind(whose.id.to_owned())
        .bind(whose.entry_id.to_owned())
        .bind(whose.dossier_id.to_owned())
        .bind(place.id.clone())
        .bind(place.office_id.clone())
        .bind(micros(place.starts_at))
        .bind(i64::from(place.ticks))
        .bind(micros(now))
        .bind(micros(expires_at));
    tx.run(query).await.map(|_| ())
}

/// Every offer that was made to an entry.
///
/// # Errors
/// Where the database fails.
pub async fn of_entry(tx: &mut Tx, entry_id: &str) -> Result<Vec<Offer>> {
    let query = sql("SELECT * FROM waiting_offer WHERE entry_id = $1 ORDER BY offered_at, id");
    tx.all(query.bind(entry_id.to_owned()))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// The open offer of an entry; there is at most one.
///
/// # Errors
/// Where the database fails.
pub async fn open_offer(tx: &mut Tx, entry_id: &str) -> Result<Option<Offer>> {
    let query = sql("SELECT * FROM waiting_offer WHERE entry_id = $1 AND state = 'open'");
    tx.one(query.bind(entry_id.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// The same, by dossier.
///
/// # Errors
/// Where the database fails.
pub async fn open_offer_of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Option<Offer>> {
    let query = sql("SELECT * FROM waiting_offer WHERE dossier_id = $1 AND state = 'open' LIMIT 1");
    tx.one(query.bind(dossier_id.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Open offers whose time is over by `now`, and those whose place is not held any more; at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn due(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<Vec<Offer>> {
    let query = sql(
        "SELECT o.* FROM waiting_offer o LEFT JOIN reservation r ON r.id = o.reservation_id
        WHERE o.state = 'open' AND (o.expires_at <= $1 OR r.state IS NULL OR r.state <> 'held')
        ORDER BY o.expires_at, o.id LIMIT $2",
    );
    tx.all(query.bind(micros(now)).bind(i64::from(limit)))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Ends an open offer. Its entry waits again, unless it was taken: then [`super::end`] the entry. False where it was not
/// open any more. The place is the caller's business: booked, or to be released after this.
///
/// # Errors
/// Where the database fails.
pub async fn settle(tx: &mut Tx, offer: &Offer, state: OfferState, now: Timestamp) -> Result<bool> {
    // The entry first: in this order everybody locks them.
    let query = locking!(tx, "SELECT id FROM waiting_entry WHERE id = $1", "FOR UPDATE", "");
    tx.one(query.bind(offer.entry_id.clone())).await?;
    let query = sql("UPDATE waiting_offer SET state = $2, answered_at = $3 WHERE id = $1 AND state = 'open'");
    let query = query
        .bind(offer.id.clone())
        .bind(state.as_str())
        .bind(micros(now));
    if tx.run(query).await? == 0 {
        return Ok(false);
    }
    let query = sql("UPDATE waiting_entry SET state = 'waiting' WHERE id = $1 AND state = 'offered'");
    tx.run(query.bind(offer.entry_id.clone())).await?;
    Ok(true)
}
