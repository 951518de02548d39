//! Visits at an office. A moved visit is the same appointment with a higher sequence.

use crate::{
    dossiers::{self, Dossier},
    error::{Result, StoreError},
    row::{Row, micros, opt_micros, words},
    tx::{Tx, sql},
};
use jiff::Timestamp;

words! {
    /// Where a visit stands.
    AppointmentState {
        /// To come.
        Booked = "booked",
        /// The person is at the office.
        CheckedIn = "checked_in",
        /// The intake is recorded.
        Done = "done",
        /// Called off; its place was given back.
        Cancelled = "cancelled",
        /// Nobody came.
        NoShow = "no_show",
    }
}

/// A visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// Its id.
    pub id: String,
    /// The dossier it belongs to.
    pub dossier_id: String,
    /// The place it takes.
    pub reservation_id: String,
    /// The office.
    pub office_id: String,
    /// Begin.
    pub starts_at: Timestamp,
    /// Length in ticks of ten minutes.
    pub ticks: u8,
    /// Where it stands.
    pub state: AppointmentState,
    /// Grows with every change, from 0; the calendar entry's SEQUENCE.
    pub sequence: u32,
    /// When it was first booked.
    pub created_at: Timestamp,
    /// When the person arrived.
    pub arrived_at: Option<Timestamp>,
}

/// A visit with its dossier.
#[derive(Clone, PartialEq, Eq)]
pub struct Visit {
    /// The visit.
    pub appointment: Appointment,
    /// Whose it is.
    pub dossier: Dossier,
    /// Whether staff booked it for the person.
    pub assisted: bool,
}

fn read(row: &Row) -> Result<Appointment> {
    read_as(row, "id", "office_id", "state", "created_at")
}

/// Columns that a dossier has too come under other names where both are read.
fn read_as(row: &Row, id: &str, office: &str, state: &str, created: &str) -> Result<Appointment> {
    Ok(Appointment {
        id: row.text(id)?,
        dossier_id: row.text("dossier_id")?,
        reservation_id: row.text("reservation_id")?,
        office_id: row.text(office)?,
        starts_at: row.instant("starts_at")?,
        ticks: row.number("ticks")?,
        state: row.word(state, AppointmentState::parse)?,
        sequence: row.number("sequence")?,
        created_at: row.instant(created)?,
        arrived_at: row.opt_instant("arrived_at")?,
    })
}

fn read_visit(row: &Row) -> Result<Visit> {
    let appointment = read_as(
        row,
        "visit_id",
        "visit_office_id",
        "visit_state",
        "visit_created_at",
    )?;
    Ok(Visit {
        appointment,
        dossier: dossiers::read(row)?,
        assisted: row.flag("visit_assisted")?,
    })
}

/// What [`read_visit`] reads, with `a` the appointment and `d` the dossier.
macro_rules! visits {
    ($rest:literal) => {
        sql(concat!(
            "SELECT d.*, a.id AS visit_id, a.office_id AS visit_office_id, a.state AS visit_state,
                a.created_at AS visit_created_at, a.dossier_id, a.reservation_id, a.starts_at, a.ticks,
                a.sequence, a.arrived_at, CASE WHEN EXISTS (SELECT 1 FROM dossier_event e
                    WHERE e.dossier_id = d.id AND e.state = 'booked' AND e.note = 'assisted')
                    THEN 1 ELSE 0 END AS visit_assisted
            FROM appointment a JOIN dossier d ON d.id = a.dossier_id ",
            $rest
        ))
    };
}

/// Stores a new visit.
///
/// # Errors
/// [`StoreError::Constraint`] with `AppointmentOneActivePerDossier` where the dossier has a coming visit.
pub async fn insert(tx: &mut Tx, appointment: &Appointment) -> Result<()> {
    let query = sql(
        "INSERT INTO appointment (id, dossier_id, reservation_id, office_id, starts_at, ticks,
        state, sequence, created_at, arrived_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    );
    let a = appointment.clone();
    let query = query
        .bind(a.id)
        .bind(a.dossier_id)
        .bind(a.reservation_id)
        .bind(a.office_id)
        .bind(micros(a.starts_at))
        .bind(i64::from(a.ticks))
        .bind(a.state.as_str())
        .bind(i64::from(a.sequence))
        .bind(micros(a.created_at))
        .bind(opt_micros(a.arrived_at));
    tx.run(query).await.map(|_| ())
}

/// Moves a booked visit to another reservation, which is booked already (see
/// [`crate::holds::move_booked`]), and counts its sequence up.
///
/// # Errors
/// [`StoreError::Stale`] where it is not booked any more or was changed since it was read.
pub async fn relocate(
    tx: &mut Tx,
    appointment: &Appointment,
    to: &crate::holds::Reservation,
) -> Result<Appointment> {
    let query = sql(
        "UPDATE appointment SET reservation_id = $1, office_id = $2, starts_at = $3, ticks = $4,
        sequence = sequence + 1 WHERE id = $5 AND sequence = $6 AND state = 'booked' RETURNING *",
    );
    let query = query
        .bind(to.id.clone())
        .bind(to.office_id.clone())
        .bind(micros(to.starts_at))
        .bind(i64::from(to.ticks))
        .bind(appointment.id.clone())
        .bind(i64::from(appointment.sequence));
    tx.one(query)
        .await?
        .as_ref()
        .map_or(Err(StoreError::Stale("appointment")), read)
}

/// Moves a visit from one state into another; `arrived_at` is stored where given, and forgotten of one that is to come
/// again. A cancelled visit counts its
/// sequence up, as its calendar entry must. False where it was not in state `from`.
///
/// # Errors
/// Where the database fails.
pub async fn set_state(
    tx: &mut Tx,
    id: &str,
    from: AppointmentState,
    to: AppointmentState,
    arrived_at: Option<Timestamp>,
) -> Result<bool> {
    let query = sql("UPDATE appointment SET state = $1,
        arrived_at = CASE WHEN $1 = 'booked' THEN NULL ELSE COALESCE($2, arrived_at) END,
        sequence = sequence + $3 WHERE id = $4 AND state = $5");
    let query = query
        .bind(to.as_str())
        .bind(opt_micros(arrived_at))
        .bind(i64::from(to == AppointmentState::Cancelled))
        .bind(id.to_owned())
        .bind(from.as_str());
    Ok(tx.run(query).await? == 1)
}

/// The latest visit of a dossier, whatever its state.
///
/// # Errors
/// Where the database fails.
pub async fn latest_of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Option<Appointment>> {
    let query =
        sql("SELECT * FROM appointment WHERE dossier_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1");
    tx.one(query.bind(dossier_id.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Visits of an office from `from` to before `to`, cancelled ones left out, in order of time.
///
/// # Errors
/// Where the database fails.
pub async fn at_office(tx: &mut Tx, office_id: &str, from: Timestamp, to: Timestamp) -> Result<Vec<Visit>> {
    let query = visits!(
        "WHERE a.office_id = $1 AND a.starts_at >= $2 AND a.starts_at < $3 AND a.state <> 'cancelled'
        ORDER BY a.starts_at, a.id"
    );
    let query = query
        .bind(office_id.to_owned())
        .bind(micros(from))
        .bind(micros(to));
    tx.all(query).await?.iter().map(read_visit).collect()
}

/// The visits to come whose places were held under one family's token, in order of time.
///
/// # Errors
/// Where the database fails.
pub async fn of_household(tx: &mut Tx, household_id: &str) -> Result<Vec<Visit>> {
    let query = visits!(
        "WHERE a.reservation_id IN (SELECT id FROM reservation WHERE household_id = $1) AND a.state = 'booked'
        ORDER BY a.starts_at, a.id"
    );
    let query = query.bind(household_id.to_owned());
    tx.all(query).await?.iter().map(read_visit).collect()
}

/// Booked visits that begin after `from` and at or before `to`: those to remind of; not those whose time the office has
/// closed. At most `limit`, the next first; go on from the last one's begin.
///
/// # Errors
/// Where the database fails.
pub async fn to_come(tx: &mut Tx, from: Timestamp, to: Timestamp, limit: u32) -> Result<Vec<Visit>> {
    let query = visits!(
        "WHERE a.state = 'booked' AND a.starts_at > $1 AND a.starts_at <= $2 AND NOT EXISTS (
            SELECT 1 FROM waiting_entry w WHERE w.dossier_id = d.id AND w.kind = 'closure'
            AND w.state IN ('waiting', 'offered')) ORDER BY a.starts_at, a.id LIMIT $3"
    );
    let query = query.bind(micros(from)).bind(micros(to)).bind(i64::from(limit));
    tx.all(query).await?.iter().map(read_visit).collect()
}

/// Visits that began before `before` and came to nothing: nobody came, or somebody came and was never at the counter. Whose
/// time the office has closed could not come, and is left out. At most `limit`, the oldest first.
///
/// # Errors
/// Where the database fails.
pub async fn missed(tx: &mut Tx, before: Timestamp, limit: u32) -> Result<Vec<Visit>> {
    let query = visits!(
        "WHERE (a.state = 'booked' OR (a.state = 'checked_in' AND d.state = 'checked_in'))
        AND a.starts_at < $1 AND NOT EXISTS (
            SELECT 1 FROM waiting_entry w WHERE w.dossier_id = d.id AND w.kind = 'closure'
            AND w.state IN ('waiting', 'offered')) ORDER BY a.starts_at, a.id LIMIT $2"
    );
    tx.all(query.bind(micros(before)).bind(i64::from(limit)))
        .await?
        .iter()
        .map(read_visit)
        .collect()
}

/// Minutes of the visits of an office that are still booked and begin from `from` to before `to`: who is expected.
///
/// # Errors
/// Where the database fails.
pub async fn minutes_expected(tx: &mut Tx, office_id: &str, from: Timestamp, to: Timestamp) -> Result<u32> {
    let query = sql(
        "SELECT CAST(COALESCE(SUM(ticks), 0) AS BIGINT) AS n FROM appointment
        WHERE office_id = $1 AND starts_at >= $2 AND starts_at < $3 AND state = 'booked'",
    );
    let query = query
        .bind(office_id.to_owned())
        .bind(micros(from))
        .bind(micros(to));
    let ticks: u32 = tx.one(query).await?.map_or(Ok(0), |row| row.number("n"))?;
    Ok(ticks.saturating_mul(10))
}
