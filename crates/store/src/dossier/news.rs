//! Whether anything has happened to the dossiers of an office, for the screens that show them.

use crate::{
    error::Result,
    row::micros,
    tx::{Tx, built, placeholders, sql},
};
use jiff::Timestamp;

/// A number that is another one after every step of a question or of data to be put right at any office; what it is worth says nothing.
/// It reads the end of one index and two that hold only what is open, so that asking for it each second costs nothing that grows.
///
/// # Errors
/// Where the database fails.
pub async fn of_tickets(tx: &mut Tx) -> Result<i64> {
    // Of two steps within one second neither makes up for the other: those of data weigh a million times as much.
    let query = sql(
        "SELECT COALESCE((SELECT MAX(answered_at) FROM ticket WHERE answered_at IS NOT NULL), 0)
            + (SELECT COUNT(*) FROM ticket WHERE answered_at IS NULL AND kind = 'question')
            + (SELECT COUNT(*) * 1000003 + COALESCE(MAX(sent_at), 0) FROM ticket
                WHERE closed_at IS NULL AND kind = 'mending') AS n",
    );
    tx.one(query).await?.map_or(Ok(0), |row| row.int("n"))
}

/// A number that is another one after every change of state of a dossier of the office since `day`, and after every step of a
/// question since `asked`: what it is worth says nothing. Writers count nothing up and wait for nobody; `states` are all there are, by
/// which the index finds the few rows of a day.
///
/// # Errors
/// Where the database fails.
pub async fn of_office(
    tx: &mut Tx,
    office_id: &str,
    states: &[&str],
    day: Timestamp,
    asked: Timestamp,
) -> Result<i64> {
    let mut query = built(format!(
        "SELECT CAST(COALESCE((SELECT SUM(version) FROM dossier
                WHERE office_id = $1 AND state IN ({}) AND state_at >= $2), 0) AS BIGINT)
            + (SELECT COUNT(*) + COUNT(answered_at) + COUNT(sent_at) + COUNT(closed_at) FROM ticket
                WHERE office_id = $1 AND asked_at >= $3) AS n",
        placeholders(4, states.len())
    ));
    query = query
        .bind(office_id.to_owned())
        .bind(micros(day))
        .bind(micros(asked));
    for state in states {
        query = query.bind((*state).to_owned());
    }
    tx.one(query).await?.map_or(Ok(0), |row| row.int("n"))
}
