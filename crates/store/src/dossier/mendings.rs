//! Data that must be put right, as tickets of their own kind beside the questions of [`crate::tickets`].

use crate::{
    error::Result,
    row::{Row, micros, opt_micros},
    tickets::Answer,
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// Such a ticket. It has no `Debug`: its words are about a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Mending {
    /// Its id.
    pub id: String,
    /// Whose dossier.
    pub dossier_id: String,
    /// Which office has it.
    pub office_id: String,
    /// Since when.
    pub opened_at: Timestamp,
    /// The domain's `Origin` as a word.
    pub origin: String,
    /// What is wrong, as a JSON list of the domain's faults.
    pub what: String,
    /// In words; may be empty.
    pub words: String,
    /// Which kind of paper of the wallet differs from the card, where that is what was told.
    pub paper: Option<String>,
    /// The domain's `Stage` as a word.
    pub stage: String,
    /// The domain's `Place` as a word: who can put it right.
    pub place: String,
    /// When it was last sent there.
    pub sent_at: Option<Timestamp>,
    /// With which words; may be empty.
    pub sent_words: String,
    /// What they answered, as written down by whom.
    pub answer: Option<Answer>,
    /// When it was settled.
    pub closed_at: Option<Timestamp>,
}

fn read(row: &Row) -> Result<Mending> {
    let answer = (
        row.opt_instant("answered_at")?,
        row.opt_text("answer")?,
        row.opt_text("staff_id")?,
    );
    Ok(Mending {
        id: row.text("id")?,
        dossier_id: row.text("dossier_id")?,
        office_id: row.text("office_id")?,
        opened_at: row.instant("asked_at")?,
        origin: row.text("origin")?,
        what: row.text("what")?,
        words: row.text("text")?,
        paper: row.opt_text("paper")?,
        stage: row.text("stage")?,
        place: row.text("place")?,
        sent_at: row.opt_instant("sent_at")?,
        sent_words: row.text("sent_words")?,
        answer: match answer {
            (Some(at), Some(text), Some(staff_id)) => Some(Answer { at, text, staff_id }),
            _ => None,
        },
        closed_at: row.opt_instant("closed_at")?,
    })
}

/// Opens one. False where the dossier has an open one.
///
/// # Errors
/// Where the database fails.
pub async fn open(tx: &mut Tx, mending: &Mending) -> Result<bool> {
    let query = sql(
        "INSERT INTO ticket (id, dossier_id, office_id, asked_at, text, kind, stage, origin, what, place, paper)
        VALUES ($1, $2, $3, $4, $5, 'mending', $6, $7, $8, $9, $10)
        ON CONFLICT (dossier_id) WHERE closed_at IS NULL AND kind = 'mending' DO NOTHING",
    );
    let m = mending.clone();
    let query = query
        .bind(m.id)
        .bind(m.dossier_id)
        .bind(m.office_id)
        .bind(micros(m.opened_at))
        .bind(m.words)
        .bind(m.stage)
        .bind(m.origin)
        .bind(m.what)
        .bind(m.place)
        .bind(m.paper);
    Ok(tx.run(query).await? == 1)
}

/// Stores how far it is now. False where it is not at `from` any more.
///
/// # Errors
/// Where the database fails.
pub async fn advance(tx: &mut Tx, mending: &Mending, from: &str) -> Result<bool> {
    let query = sql(
        "UPDATE ticket SET stage = $2, place = $3, sent_at = $4, sent_words = $5, answered_at = $6, answer = $7,
        staff_id = $8, closed_at = $9 WHERE id = $1 AND kind = 'mending' AND stage = $10",
    );
    let m = mending.clone();
    let (at, text, staff) = match m.answer {
        Some(answer) => (Some(answer.at), Some(answer.text), Some(answer.staff_id)),
        None => (None, None, None),
    };
    let query = query
        .bind(m.id)
        .bind(m.stage)
        .bind(m.place)
        .bind(opt_micros(m.sent_at))
        .bind(m.sent_words)
        .bind(opt_micros(at))
        .bind(text)
        .bind(staff)
        .bind(opt_micros(m.closed_at))
        .bind(from.to_owned());
    Ok(tx.run(query).await? == 1)
}

/// Closes the open one of a dossier, if there is one: it needs nothing any more.
///
/// # Errors
/// Where the database fails.
pub async fn close_of_dossier(tx: &mut Tx, dossier_id: &str, now: Timestamp) -> Result<()> {
    let query = sql("UPDATE ticket SET stage = 'closed', closed_at = $2
        WHERE dossier_id = $1 AND kind = 'mending' AND closed_at IS NULL");
    let query = query.bind(dossier_id.to_owned()).bind(micros(now));
    tx.run(query).await.map(|_| ())
}

/// One of them.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Mending>> {
    let query = sql("SELECT * FROM ticket WHERE id = $1 AND kind = 'mending'").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The open one of a dossier.
///
/// # Errors
/// Where the database fails.
pub async fn open_of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Option<Mending>> {
    let query = sql("SELECT * FROM ticket WHERE dossier_id = $1 AND kind = 'mending' AND closed_at IS NULL");
    tx.one(query.bind(dossier_id.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// The open ones of an office, or of all, the longest waiting first, with the public reference of their dossiers.
///
/// # Errors
/// Where the database fails.
pub async fn open_of_office(
    tx: &mut Tx,
    office_id: Option<&str>,
    most: i64,
) -> Result<Vec<(Mending, String)>> {
    let query = sql(
        "SELECT t.*, d.reference FROM ticket t JOIN dossier d ON d.id = t.dossier_id
        WHERE t.kind = 'mending' AND t.closed_at IS NULL AND ($1 = '' OR t.office_id = $1)
        ORDER BY t.asked_at LIMIT $2",
    );
    let query = query.bind(office_id.unwrap_or_default().to_owned()).bind(most);
    let rows = tx.all(query).await?;
    rows.iter()
        .map(|row| Ok((read(row)?, row.text("reference")?)))
        .collect()
}
