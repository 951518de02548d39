//! Wishes for a visit at home.

use crate::{
    error::Result,
    row::{Row, micros, words},
    tx::{Tx, locking, sql},
};
use jiff::Timestamp;

words! {
    /// Where a wish stands.
    HomeVisitState {
        /// Waits for the planner.
        Open = "open",
        /// Has an appointment.
        Planned = "planned",
        /// Cannot be fulfilled.
        Refused = "refused",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

/// A wish. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct HomeVisit {
    /// Its public reference.
    pub id: String,
    /// SHA-256 of the key of its page.
    pub key_hash: String,
    /// Where it stands.
    pub state: HomeVisitState,
    /// The domain's `Cause` as a word.
    pub cause: String,
    /// The domain's `Service` as a word.
    pub service: String,
    /// The domain's `Reason` as a word.
    pub ground: String,
    /// Who.
    pub full_name: String,
    /// Twelve digits.
    pub personal_number: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// Who comes along below 14.
    pub representative_name: Option<String>,
    /// In which neighbourhood; may be empty.
    pub neighbourhood: String,
    /// House and street.
    pub street: String,
    /// Name of the commune.
    pub commune: String,
    /// Its code.
    pub commune_code: String,
    /// The province.
    pub province_code: String,
    /// The phone that was proved.
    pub phone: String,
    /// Days that suit.
    pub wishes: String,
    /// Language of notices.
    pub lang: String,
    /// Why it was refused.
    pub reason: Option<String>,
    /// The stop it was put onto.
    pub stop_id: Option<String>,
    /// The dossier it became.
    pub dossier_id: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was or will be over.
    pub ended_at: Option<Timestamp>,
}

fn read(row: &Row) -> Result<HomeVisit> {
    Ok(HomeVisit {
        id: row.text("id")?,
        key_hash: row.text("key_hash")?,
        state: row.word("state", HomeVisitState::parse)?,
        cause: row.text("cause")?,
        service: row.text("service")?,
        ground: row.text("ground")?,
        full_name: row.text("full_name")?,
        personal_number: row.text("personal_number")?,
        birth_date: row.text("birth_date")?,
        representative_name: row.opt_text("representative_name")?,
        neighbourhood: row.text("neighbourhood")?,
        street: row.text("street")?,
        commune: row.text("commune")?,
        commune_code: row.text("commune_code")?,
        province_code: row.text("province_code")?,
        phone: row.text("phone")?,
        wishes: row.text("wishes")?,
        lang: row.text("lang")?,
        reason: row.opt_text("reason")?,
        stop_id: row.opt_text("stop_id")?,
        dossier_id: row.opt_text("dossier_id")?,
        created_at: row.instant("created_at")?,
        ended_at: row.opt_instant("ended_at")?,
    })
}

/// Stores an open wish. False where the person has one already.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, wish: &HomeVisit) -> Result<bool> {
    let query = sql(
        "INSERT INTO home_visit (id, key_hash, state, cause, service, ground, full_name, personal_number,
        birth_date, representative_name, neighbourhood, street, commune, commune_code, province_code, phone, wishes,
        lang, created_at) VALUES ($1, $2, 'open', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
        $18) ON CONFLICT (personal_number) WHERE state = 'open' DO NOTHING",
    );
    let w = wish.clone();
    let query = query
        .bind(w.id)
        .bind(w.key_hash)
        .bind(w.cause)
        .bind(w.service)
        .bind(w.ground)
        .bind(w.full_name)
        .bind(w.personal_number)
        .bind(w.birth_date)
        .bind(w.representative_name)
        .bind(w.neighbourhood)
        .bind(w.street)
        .bind(w.commune)
        .bind(w.commune_code)
        .bind(w.province_code)
        .bind(w.phone)
        .bind(w.wishes)
        .bind(w.lang)
        .bind(micros(w.created_at));
    Ok(tx.run(query).await? == 1)
}

/// A wish by its reference.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<HomeVisit>> {
    let query = sql("SELECT * FROM home_visit WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The same, and nobody else settles it until the transaction ends.
///
/// # Errors
/// Where the database fails.
pub async fn lock(tx: &mut Tx, id: &str) -> Result<Option<HomeVisit>> {
    let query = locking!(tx, "SELECT * FROM home_visit WHERE id = $1", "FOR UPDATE", "");
    tx.one(query.bind(id.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// The open wish of a person; there is at most one.
///
/// # Errors
/// Where the database fails.
pub async fn open_by_person(tx: &mut Tx, personal_number: &str) -> Result<Option<HomeVisit>> {
    let query = sql("SELECT * FROM home_visit WHERE personal_number = $1 AND state = 'open'");
    tx.one(query.bind(personal_number.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Open wishes of a province by commune and neighbourhood, the longest waiting first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn open_in(tx: &mut Tx, province_code: &str, limit: u32) -> Result<Vec<HomeVisit>> {
    let query = sql(
        "SELECT * FROM home_visit WHERE province_code = $1 AND state = 'open'
        ORDER BY commune_code, neighbourhood, created_at, id LIMIT $2",
    );
    tx.all(query.bind(province_code.to_owned()).bind(i64::from(limit)))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Wishes that were put onto a stop.
///
/// # Errors
/// Where the database fails.
pub async fn of_stop(tx: &mut Tx, stop_id: &str) -> Result<Vec<HomeVisit>> {
    let query = sql("SELECT * FROM home_visit WHERE stop_id = $1 AND state = 'planned' ORDER BY id");
    tx.all(query.bind(stop_id.to_owned()))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// What becomes of an open wish.
#[derive(Clone, Copy, Debug)]
pub enum Settled<'a> {
    /// It is put onto a stop and has a dossier.
    Planned {
        /// The stop.
        stop_id: &'a str,
        /// The dossier.
        dossier_id: &'a str,
    },
    /// It cannot be done.
    Refused {
        /// Why.
        reason: &'a str,
    },
    /// The person took it back.
    Withdrawn,
}

/// Settles an open wish. True where this call did it.
///
/// # Errors
/// Where the database fails.
pub async fn settle(tx: &mut Tx, id: &str, settled: Settled<'_>, ends_at: Timestamp) -> Result<bool> {
    let (state, stop, dossier, reason) = match settled {
        Settled::Planned { stop_id, dossier_id } => {
            (HomeVisitState::Planned, Some(stop_id), Some(dossier_id), None)
        }
        Settled::Refused { reason } => (HomeVisitState::Refused, None, None, Some(reason)),
        Settled::Withdrawn => (HomeVisitState::Withdrawn, None, None, None),
    };
    let query = sql(
        "UPDATE home_visit SET state = $2, stop_id = $3, dossier_id = $4, reason = $5, ended_at = $6
        WHERE id = $1 AND state = 'open'",
    );
    let query = query
        .bind(id.to_owned())
        .bind(state.as_str())
        .bind(stop.map(str::to_owned))
        .bind(dossier.map(str::to_owned))
        .bind(reason.map(str::to_owned))
        .bind(micros(ends_at));
    Ok(tx.run(query).await? == 1)
}

/// A planned wish waits again: its stop was cancelled. False where the person has another open one meanwhile, or it was
/// not planned.
///
/// # Errors
/// Where the database fails.
pub async fn reopen(tx: &mut Tx, id: &str) -> Result<bool> {
    let query = sql(
        "UPDATE home_visit SET state = 'open', stop_id = NULL, dossier_id = NULL, ended_at = NULL
        WHERE id = $1 AND state = 'planned' AND NOT EXISTS (SELECT 1 FROM home_visit other
            WHERE other.personal_number = home_visit.personal_number AND other.state = 'open')",
    );
    Ok(tx.run(query.bind(id.to_owned())).await? == 1)
}
