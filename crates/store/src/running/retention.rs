//! Removing what is not needed any more.

use crate::{
    error::Result,
    holds,
    row::micros,
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// What ended before these instants goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cutoffs {
    /// Codes, proofs of phones and of work, activations, sessions, access keys: those that lapsed before this.
    /// Limits: those whose window ended before this.
    pub lapsed: Timestamp,
    /// Stored answers to mutations made before this.
    pub answers: Timestamp,
    /// Jobs done, notices made and simulated messages of before this; lists of stops that were over, wishes for a visit
    /// at home that had ended and questions that were answered, data that was put right before this; places on lists of assistance that had ended; addresses of cards that had come to their owners.
    pub messages: Timestamp,
    /// Places that were given back, and empty ticks, of before this.
    pub places: Timestamp,
}

/// At most so many rows a rule in one go: other writers wait meanwhile. Rows are chosen by their whole key: what they
/// belong to may have hundreds of thousands.
const BATCH: i64 = 500;

/// Statements with the cutoff `$1` and the batch `$2`.
type Rule = (fn(&Cutoffs) -> Timestamp, &'static str);

const RULES: &[Rule] = &[
    (
        |c| c.lapsed,
        "DELETE FROM one_time_code WHERE id IN (SELECT id FROM one_time_code WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM phone_proof WHERE hash IN (SELECT hash FROM phone_proof WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM activation WHERE hash IN (SELECT hash FROM activation WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM session WHERE hash IN (SELECT hash FROM session WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM venue_session WHERE hash IN (SELECT hash FROM venue_session WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM venue_check WHERE id IN (SELECT id FROM venue_check WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM stay WHERE id IN (SELECT id FROM stay WHERE ends_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM staff_sign_in WHERE hash IN (SELECT hash FROM staff_sign_in WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM staff_enrolment WHERE staff_id IN (
            SELECT staff_id FROM staff_enrolment WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM passkey_ceremony WHERE hash IN (
            SELECT hash FROM passkey_ceremony WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM recovery WHERE hash IN (SELECT hash FROM recovery WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM phone_change WHERE account_id IN (
            SELECT account_id FROM phone_change WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM lock_link WHERE hash IN (SELECT hash FROM lock_link WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM helper_session WHERE id IN (SELECT id FROM helper_session WHERE asked_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM device_change WHERE hash IN (SELECT hash FROM device_change WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM device_code WHERE account_id IN (
            SELECT account_id FROM device_code WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM access_key WHERE hash IN (SELECT hash FROM access_key WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM rate_limit WHERE window_end < $1 AND (name, key_hash) IN (
            SELECT name, key_hash FROM rate_limit WHERE window_end < $1 LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM spent_proof WHERE id IN (SELECT id FROM spent_proof WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.answers,
        "DELETE FROM idempotency WHERE key_hash IN (
            SELECT key_hash FROM idempotency WHERE created_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM job WHERE id IN (SELECT id FROM job WHERE done_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM notice WHERE id IN (
            SELECT id FROM notice WHERE state <> 'queued' AND created_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM simulated_message WHERE id IN (SELECT id FROM simulated_message WHERE at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM stop_pupil WHERE (stop_id, personal_number) IN (SELECT p.stop_id, p.personal_number
            FROM stop_pupil p JOIN stop s ON s.id = p.stop_id WHERE s.ends_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM attestation WHERE id IN (SELECT id FROM attestation WHERE expires_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM beneficiary WHERE id IN (SELECT id FROM beneficiary WHERE ends_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM wallet_paper WHERE id IN (
            SELECT id FROM wallet_paper WHERE state IN ('refused', 'expired') AND state_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM source_case WHERE id IN (
            SELECT id FROM source_case WHERE next_at IS NULL AND asked_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM child_consent WHERE id IN (SELECT id FROM child_consent WHERE withdrawn_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM representative WHERE id IN (SELECT id FROM representative WHERE ended_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM home_visit WHERE id IN (SELECT id FROM home_visit WHERE ended_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM announcement WHERE id IN (SELECT id FROM announcement WHERE shows_until < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM queue_ticket WHERE id IN (SELECT id FROM queue_ticket WHERE ended_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM ticket WHERE id IN (SELECT id FROM ticket WHERE (kind = 'question' AND answered_at < $1)
            OR closed_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "UPDATE delivery SET line = '' WHERE line <> '' AND dossier_id IN (SELECT v.dossier_id FROM delivery v
            JOIN dossier d ON d.id = v.dossier_id WHERE v.line <> '' AND d.is_open = 0 AND d.state_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "DELETE FROM batch_row WHERE (batch_id, n) IN (SELECT r.batch_id, r.n FROM batch_row r JOIN batch b ON b.id = r.batch_id
            WHERE b.state IN ('done', 'refused', 'discarded', 'uploading') AND b.kind <> 'export' AND b.created_at < $1
            LIMIT $2)",
    ),
    (
        |c| c.lapsed,
        "DELETE FROM batch_row WHERE (batch_id, n) IN (SELECT r.batch_id, r.n FROM batch_row r JOIN batch b ON b.id = r.batch_id
            WHERE b.state IN ('discarded', 'refused', 'uploading') AND b.created_at < $1 LIMIT $2)",
    ),
    (
        |c| c.messages,
        "UPDATE batch_row SET data = '' WHERE (batch_id, n) IN (SELECT r.batch_id, r.n FROM batch_row r
            JOIN batch b ON b.id = r.batch_id WHERE r.data <> '' AND b.kind = 'export' AND b.created_at < $1 LIMIT $2)",
    ),
    (
        |c| c.places,
        "DELETE FROM reservation WHERE id IN (SELECT id FROM reservation r WHERE r.state = 'released'
            AND r.created_at < $1 AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.reservation_id = r.id)
            LIMIT $2)",
    ),
    (
        |c| c.places,
        "DELETE FROM slot_tick WHERE taken = 0 AND (office_id, starts_at) IN (
            SELECT office_id, starts_at FROM slot_tick WHERE taken = 0 AND starts_at < $1 LIMIT $2)",
    ),
];

/// Removes a batch of what is past its time; returns how many rows. Call it again while it removes some.
///
/// # Errors
/// Where the database fails.
pub async fn purge(tx: &mut Tx, cutoffs: &Cutoffs) -> Result<u64> {
    let mut removed = 0;
    for (cutoff, statement) in RULES.iter().copied() {
        removed += tx
            .run(sql(statement).bind(micros(cutoff(cutoffs))).bind(BATCH))
            .await?;
    }
    Ok(removed)
}

/// What hangs on a dossier, in the order in which it can go.
const OF_DOSSIER: &[&str] = &[
    "DELETE FROM stop_pupil WHERE dossier_id = $1",
    "DELETE FROM fee_exemption WHERE dossier_id = $1",
    "DELETE FROM queue_ticket WHERE dossier_id = $1",
    "DELETE FROM home_visit WHERE dossier_id = $1",
    "DELETE FROM waiting_offer WHERE dossier_id = $1",
    "DELETE FROM office_change_moved WHERE entry_id IN (SELECT id FROM waiting_entry WHERE dossier_id = $1)",
    "DELETE FROM holiday_change_moved WHERE entry_id IN (SELECT id FROM waiting_entry WHERE dossier_id = $1)",
    "DELETE FROM waiting_office WHERE entry_id IN (SELECT id FROM waiting_entry WHERE dossier_id = $1)",
    "DELETE FROM waiting_entry WHERE dossier_id = $1",
    "DELETE FROM hand_over WHERE dossier_id = $1",
    "DELETE FROM delivery WHERE dossier_id = $1",
    "DELETE FROM ticket WHERE dossier_id = $1",
    "DELETE FROM notice_wish WHERE dossier_id = $1",
    "DELETE FROM intake WHERE dossier_id = $1",
    "DELETE FROM correction WHERE dossier_id = $1",
    "DELETE FROM staff_reveal WHERE dossier_id = $1",
    "DELETE FROM access_key WHERE dossier_id = $1",
    "DELETE FROM notice WHERE dossier_id = $1",
    "DELETE FROM dossier_event WHERE dossier_id = $1",
    "DELETE FROM appointment WHERE dossier_id = $1",
    "DELETE FROM dossier WHERE id = $1 AND is_open = 0",
];

/// Forgets one dossier, which is closed, with all that hangs on it.
pub(crate) async fn forget_one(tx: &mut Tx, id: &str) -> Result<()> {
    let places = sql("SELECT reservation_id FROM appointment WHERE dossier_id = $1").bind(id.to_owned());
    let places = tx.all(places).await?;
    for place in &places {
        holds::release_booked(tx, &place.text("reservation_id")?).await?;
    }
    for statement in OF_DOSSIER.iter().copied() {
        tx.run(sql(statement).bind(id.to_owned())).await?;
    }
    for place in &places {
        let query = sql("DELETE FROM reservation WHERE id = $1");
        tx.run(query.bind(place.text("reservation_id")?)).await?;
    }
    Ok(())
}
