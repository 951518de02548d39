//! Reserved places: held for some minutes, then booked or given back. The id of a reservation is the SHA-256
//! of a token that only its holder has.
//!
//! Locks are taken in one order everywhere: reservations by id, then ticks by office and time. Hence two
//! requests never wait for each other in a circle.

mod create;
mod expire;
mod group;
mod lock;
mod ticks;
mod walk_in;
mod way;

pub use create::{NewHold, Taken, create, create_by};
pub use expire::expire_due;
pub use group::{
    GroupVisit, NewGroup, book_group, create_group, create_group_by, extend_group, households, move_group,
    of_household, release_group,
};
pub use lock::lock_places;
pub use walk_in::{WalkIn, walk_in};
pub use way::{Channel, Way};

use crate::{
    error::Result,
    row::{Row, micros, words},
    tx::{Tx, sql},
};
use jiff::Timestamp;

words! {
    /// Where a reservation stands.
    ReservationState {
        /// Kept until it lapses.
        Held = "held",
        /// Belongs to an appointment.
        Booked = "booked",
        /// Given back; takes no place.
        Released = "released",
    }
}

/// Consecutive ticks reserved for one visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservation {
    /// SHA-256 of the token, hexadecimal.
    pub id: String,
    /// The office.
    pub office_id: String,
    /// Begin of the first tick.
    pub starts_at: Timestamp,
    /// Ticks of ten minutes.
    pub ticks: u8,
    /// The domain's `Service` as a word.
    pub service: String,
    /// The domain's `AgeGroup` as a word.
    pub age_group: String,
    /// Where it stands; a hold that has lapsed may still say `Held`.
    pub state: ReservationState,
    /// When a hold lapses.
    pub expires_at: Option<Timestamp>,
    /// How often it was extended.
    pub extensions: u8,
    /// Keyed hash of where it came from, for limits.
    pub source_hash: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// By which way it was taken; it is given back the same way.
    pub channel: Channel,
}

impl Reservation {
    /// True while it is held and has not lapsed.
    pub fn is_held(&self, now: Timestamp) -> bool {
        self.state == ReservationState::Held && self.expires_at.is_some_and(|end| end > now)
    }
}

fn read(row: &Row) -> Result<Reservation> {
    Ok(Reservation {
        id: row.text("id")?,
        office_id: row.text("office_id")?,
        starts_at: row.instant("starts_at")?,
        ticks: row.number("ticks")?,
        service: row.text("service")?,
        age_group: row.text("age_group")?,
        state: row.word("state", ReservationState::parse)?,
        expires_at: row.opt_instant("expires_at")?,
        extensions: row.number("extensions")?,
        source_hash: row.text("source_hash")?,
        created_at: row.instant("created_at")?,
        channel: row.word("channel", Channel::parse)?,
    })
}

/// A reservation in any state.
///
/// # Errors
/// Where the database fails.
pub async fn get(tx: &mut Tx, id: &str) -> Result<Option<Reservation>> {
    let query = sql("SELECT * FROM reservation WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Outcome of [`extend`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extended {
    /// It now lasts longer.
    Until(Reservation),
    /// It had lapsed, or is not held any more, or never was.
    NotHeld,
    /// It was extended as often as allowed.
    NoneLeft(Reservation),
}

/// Lets a hold last until `expires_at`, at most `most` times.
///
/// # Errors
/// Where the database fails.
pub async fn extend(
    tx: &mut Tx,
    id: &str,
    now: Timestamp,
    expires_at: Timestamp,
    most: u8,
) -> Result<Extended> {
    let query = sql(
        "UPDATE reservation SET expires_at = $3, extensions = extensions + 1
        WHERE id = $1 AND state = 'held' AND expires_at > $2 AND extensions < $4 RETURNING *",
    );
    let query = query
        .bind(id.to_owned())
        .bind(micros(now))
        .bind(micros(expires_at))
        .bind(i64::from(most));
    if let Some(row) = tx.one(query).await? {
        return Ok(Extended::Until(read(&row)?));
    }
    Ok(match get(tx, id).await? {
        Some(hold) if hold.is_held(now) => Extended::NoneLeft(hold),
        _ => Extended::NotHeld,
    })
}

/// Gives a held place back. True where this call did it; a booked place stays booked.
///
/// # Errors
/// Where the database fails.
pub async fn release(tx: &mut Tx, id: &str) -> Result<bool> {
    let query = sql("UPDATE reservation SET state = 'released' WHERE id = $1 AND state = 'held' RETURNING *");
    let row = tx.one(query.bind(id.to_owned())).await?;
    give_back(tx, row).await
}

/// Gives back all that a token holds, one place or a family's; gives the office, where the token ever held anything.
///
/// # Errors
/// Where the database fails.
pub async fn release_all(tx: &mut Tx, id: &str) -> Result<Option<String>> {
    if let Some(place) = get(tx, id).await? {
        release(tx, id).await?;
        return Ok(Some(place.office_id));
    }
    let places = of_household(tx, id).await?;
    release_group(tx, id).await?;
    Ok(places.into_iter().next().map(|place| place.office_id))
}

/// Gives a booked place back, when its visit is cancelled. True where this call did it.
///
/// # Errors
/// Where the database fails.
pub async fn release_booked(tx: &mut Tx, id: &str) -> Result<bool> {
    let query =
        sql("UPDATE reservation SET state = 'released' WHERE id = $1 AND state = 'booked' RETURNING *");
    let row = tx.one(query.bind(id.to_owned())).await?;
    give_back(tx, row).await
}

async fn give_back(tx: &mut Tx, row: Option<Row>) -> Result<bool> {
    match row {
        Some(row) => ticks::give_back(tx, &read(&row)?).await.map(|()| true),
        None => Ok(false),
    }
}

/// Turns a hold into a booked place; it takes the same ticks as before. `None`: it had lapsed or is no hold.
///
/// # Errors
/// Where the database fails.
pub async fn book(tx: &mut Tx, id: &str, now: Timestamp) -> Result<Option<Reservation>> {
    let query = sql("UPDATE reservation SET state = 'booked', expires_at = NULL
        WHERE id = $1 AND state = 'held' AND expires_at > $2 RETURNING *");
    tx.one(query.bind(id.to_owned()).bind(micros(now)))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Outcome of [`move_booked`], and for a family of [`move_group`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moved<P = Reservation> {
    /// What was held is booked now, the old given back.
    To(P),
    /// The hold had lapsed. For one place nothing was changed; for a family drop the transaction.
    NotHeld,
    /// The old place was not booked any more. Drop the transaction: the hold is booked in it.
    NotBooked,
}

/// Books `hold` and gives `booked` back.
///
/// # Errors
/// Where the database fails.
pub async fn move_booked(tx: &mut Tx, booked: &str, hold: &str, now: Timestamp) -> Result<Moved> {
    let Some(reservation) = book(tx, hold, now).await? else {
        return Ok(Moved::NotHeld);
    };
    let released = release_booked(tx, booked).await?;
    Ok(if released {
        Moved::To(reservation)
    } else {
        Moved::NotBooked
    })
}
