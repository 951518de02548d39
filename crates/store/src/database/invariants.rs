//! What must be true of the data at any time, beyond what one constraint can say.

use crate::{
    error::Result,
    store::Store,
    tx::{Dialect, Tx, sql},
};

/// Each counts the rows that break it.
const RULES: [(&str, &str); 14] = [
    (
        "a tick has as many places taken as reservations cover it",
        "SELECT COUNT(*) AS n FROM slot_tick t WHERE t.taken <> (SELECT COUNT(*) FROM reservation r
            WHERE r.office_id = t.office_id AND r.state <> 'released' AND r.starts_at <= t.starts_at
            AND r.starts_at > t.starts_at - CAST(21600000000 AS BIGINT)
            AND r.starts_at + r.ticks * CAST(600000000 AS BIGINT) > t.starts_at)",
    ),
    (
        "a tick has as many places taken by staff as their reservations cover it",
        "SELECT COUNT(*) AS n FROM slot_tick t WHERE t.assisted <> (SELECT COUNT(*) FROM reservation r
            WHERE r.office_id = t.office_id AND r.state <> 'released' AND r.channel = 'assisted'
            AND r.starts_at <= t.starts_at AND r.starts_at > t.starts_at - CAST(21600000000 AS BIGINT)
            AND r.starts_at + r.ticks * CAST(600000000 AS BIGINT) > t.starts_at)",
    ),
    (
        "every tick of a reservation has its row",
        "SELECT COUNT(*) AS n FROM reservation r WHERE r.state <> 'released' AND r.ticks <> (
            SELECT COUNT(*) FROM slot_tick t WHERE t.office_id = r.office_id AND t.starts_at >= r.starts_at
            AND t.starts_at < r.starts_at + r.ticks * CAST(600000000 AS BIGINT))",
    ),
    (
        "a booked reservation belongs to an appointment that was not cancelled",
        "SELECT COUNT(*) AS n FROM reservation r WHERE r.state = 'booked' AND NOT EXISTS (
            SELECT 1 FROM appointment a WHERE a.reservation_id = r.id AND a.state <> 'cancelled')",
    ),
    (
        "an appointment has a booked reservation of its place and time, a cancelled one and who came without have none",
        "SELECT COUNT(*) AS n FROM appointment a JOIN reservation r ON r.id = a.reservation_id
            WHERE (a.state <> 'cancelled' AND (r.state <> CASE WHEN r.source_hash = 'walk_in' THEN 'released'
                    ELSE 'booked' END OR r.office_id <> a.office_id
                OR r.starts_at <> a.starts_at OR r.ticks <> a.ticks))
            OR (a.state = 'cancelled' AND r.state = 'booked')",
    ),
    (
        "a coming visit belongs to an open dossier",
        "SELECT COUNT(*) AS n FROM appointment a JOIN dossier d ON d.id = a.dossier_id
            WHERE a.state = 'booked' AND d.is_open = 0",
    ),
    (
        "who waits is offered something exactly while an offer is open",
        "SELECT COUNT(*) AS n FROM waiting_entry e WHERE (e.state = 'offered') <> EXISTS (
            SELECT 1 FROM waiting_offer o WHERE o.entry_id = e.id AND o.state = 'open')",
    ),
    (
        "who waits has a coming visit",
        "SELECT COUNT(*) AS n FROM waiting_entry e WHERE e.state IN ('waiting', 'offered') AND NOT EXISTS (
            SELECT 1 FROM appointment a WHERE a.dossier_id = e.dossier_id AND a.state = 'booked')",
    ),
    (
        "a family that is moved as one waits, or is offered one window, as one",
        "SELECT COUNT(*) AS n FROM waiting_entry e LEFT JOIN waiting_offer o ON o.entry_id = e.id AND o.state = 'open'
            LEFT JOIN reservation r ON r.id = o.reservation_id
            JOIN waiting_entry f ON f.family_id = e.family_id AND f.id > e.id AND f.state IN ('waiting', 'offered')
            LEFT JOIN waiting_offer p ON p.entry_id = f.id AND p.state = 'open'
            LEFT JOIN reservation q ON q.id = p.reservation_id
            WHERE e.state IN ('waiting', 'offered') AND (e.state <> f.state
                OR COALESCE(o.expires_at, 0) <> COALESCE(p.expires_at, 0)
                OR COALESCE(r.household_id, '') <> COALESCE(q.household_id, ''))",
    ),
    (
        "a closed tick has no place left",
        "SELECT COUNT(*) AS n FROM slot_tick t WHERE t.closed = 1 AND t.capacity > t.taken",
    ),
    (
        "a tick with more taken than the plan has has no place left",
        "SELECT COUNT(*) AS n FROM slot_tick t WHERE t.excess < 0 OR (t.excess > 0 AND t.capacity > t.taken)",
    ),
    (
        "whoever is in the line with a dossier is at the office",
        "SELECT COUNT(*) AS n FROM queue_ticket t JOIN dossier d ON d.id = t.dossier_id
            WHERE t.state IN ('waiting', 'called', 'serving') AND d.state NOT IN ('checked_in', 'in_intake')",
    ),
    (
        "a day has given as many numbers as it says",
        "SELECT COUNT(*) AS n FROM queue_ticket t LEFT JOIN queue_day q ON q.office_id = t.office_id AND q.day = t.day
            WHERE q.last_number IS NULL OR t.number > q.last_number",
    ),
    (
        "the figures hold as many as were counted",
        "SELECT COUNT(*) AS n FROM figure_head h WHERE h.counted <> (SELECT COUNT(*) FROM figure_counted)
            OR h.counted <> (SELECT COALESCE(SUM(count), 0) FROM figure_day)",
    ),
];

const SQLITE_FOREIGN_KEYS: &str = "SELECT COUNT(*) AS n FROM pragma_foreign_key_check";

impl Store {
    /// Says what is wrong with the data, a line a rule; empty where all is well.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn check_invariants(&self) -> Result<Vec<String>> {
        let mut tx = self.read().await?;
        let mut broken = Vec::new();
        for (rule, statement) in RULES {
            count(&mut tx, rule, statement, &mut broken).await?;
        }
        if self.dialect() == Dialect::Sqlite {
            count(
                &mut tx,
                "every foreign key has its row",
                SQLITE_FOREIGN_KEYS,
                &mut broken,
            )
            .await?;
        }
        Ok(broken)
    }
}

async fn count(tx: &mut Tx, rule: &str, statement: &'static str, broken: &mut Vec<String>) -> Result<()> {
    let row = tx.one(sql(statement)).await?;
    let n = row.map_or(Ok(0), |row| row.int("n"))?;
    if n > 0 {
        broken.push(format!("{rule}: {n} times not"));
    }
    Ok(())
}
