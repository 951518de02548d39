//! What people ask the office of their dossier, and the answers. Data to be put right: see [`crate::mendings`].

use crate::{
    error::Result,
    row::{Row, micros, opt_micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A question. It has no `Debug`: people write about themselves.
#[derive(Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Its id.
    pub id: String,
    /// Whose dossier.
    pub dossier_id: String,
    /// Which office is asked.
    pub office_id: String,
    /// When.
    pub asked_at: Timestamp,
    /// What, in the asker's words; empty where `not_me_at` says it.
    pub text: String,
    /// Of what the owner of the account said that it was not them: when that happened. The server asks for them.
    pub not_me_at: Option<Timestamp>,
    /// When it was answered, how, and by which member of staff.
    pub answer: Option<Answer>,
}

/// An answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// When.
    pub at: Timestamp,
    /// What.
    pub text: String,
    /// Who.
    pub staff_id: String,
}

fn read(row: &Row) -> Result<Ticket> {
    let answer = (
        row.opt_instant("answered_at")?,
        row.opt_text("answer")?,
        row.opt_text("staff_id")?,
    );
    Ok(Ticket {
        id: row.text("id")?,
        dossier_id: row.text("dossier_id")?,
        office_id: row.text("office_id")?,
        asked_at: row.instant("asked_at")?,
        text: row.text("text")?,
        not_me_at: row.opt_instant("not_me_at")?,
        answer: match answer {
            (Some(at), Some(text), Some(staff_id)) => Some(Answer { at, text, staff_id }),
            _ => None,
        },
    })
}

/// Stores a question. False where one of this dossier waits for its answer already.
///
/// # Errors
/// Where the database fails.
pub async fn ask(tx: &mut Tx, ticket: &Ticket) -> Result<bool> {
    let query = sql(
        "INSERT INTO ticket (id, dossier_id, office_id, asked_at, text, not_me_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (dossier_id) WHERE answered_at IS NULL AND kind = 'question' DO NOTHING",
    );
    let t = ticket.clone();
    let query = query
        .bind(t.id)
        .bind(t.dossier_id)
        .bind(t.office_id)
        .bind(micros(t.asked_at))
        .bind(t.text)
        .bind(opt_micros(t.not_me_at));
    Ok(tx.run(query).await? == 1)
}

/// Stores the answer. False where there is one already, or no such question.
///
/// # Errors
/// Where the database fails.
pub async fn answer(tx: &mut Tx, id: &str, answer: &Answer) -> Result<bool> {
    let query = sql("UPDATE ticket SET answered_at = $2, answer = $3, staff_id = $4
        WHERE id = $1 AND answered_at IS NULL AND kind = 'question'");
    let a = answer.clone();
    let query = query
        .bind(id.to_owned())
        .bind(micros(a.at))
        .bind(a.text)
        .bind(a.staff_id);
    Ok(tx.run(query).await? == 1)
}

/// One question.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Ticket>> {
    let query = sql("SELECT * FROM ticket WHERE id = $1 AND kind = 'question'").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Those of a dossier, oldest first.
///
/// # Errors
/// Where the database fails.
pub async fn of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Vec<Ticket>> {
    let query = sql("SELECT * FROM ticket WHERE dossier_id = $1 AND kind = 'question' ORDER BY asked_at")
        .bind(dossier_id.to_owned());
    tx.all(query).await?.iter().map(read).collect()
}

/// A question with the public reference of its dossier.
pub type Referred = (Ticket, String);

/// Of an office, or of all: those that wait, oldest first, then the newest that were answered since `since`.
/// At most `most` of each.
///
/// # Errors
/// Where the database fails.
pub async fn of_office(
    tx: &mut Tx,
    office_id: Option<&str>,
    since: Timestamp,
    most: i64,
) -> Result<(Vec<Referred>, Vec<Referred>)> {
    let office = office_id.unwrap_or_default().to_owned();
    let waiting = sql(
        "SELECT t.*, d.reference FROM ticket t JOIN dossier d ON d.id = t.dossier_id
        WHERE t.kind = 'question' AND t.answered_at IS NULL AND ($1 = '' OR t.office_id = $1) ORDER BY t.asked_at LIMIT $2",
    )
    .bind(office.clone())
    .bind(most);
    let answered = sql(
        "SELECT t.*, d.reference FROM ticket t JOIN dossier d ON d.id = t.dossier_id
        WHERE t.kind = 'question' AND t.answered_at >= $1 AND ($2 = '' OR t.office_id = $2) ORDER BY t.answered_at DESC LIMIT $3",
    )
    .bind(micros(since))
    .bind(office)
    .bind(most);
    let referred = |row: &Row| Ok((read(row)?, row.text("reference")?));
    let waiting = tx
        .all(waiting)
        .await?
        .iter()
        .map(referred)
        .collect::<Result<_>>()?;
    let answered = tx
        .all(answered)
        .await?
        .iter()
        .map(referred)
        .collect::<Result<_>>()?;
    Ok((waiting, answered))
}
