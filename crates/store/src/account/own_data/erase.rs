//! What goes when an account is closed, or a dossier that came to nothing is forgotten. Dossiers that were received stay:
//! the archive rules of the law decide.

use crate::{
    error::Result,
    retention,
    tx::{Tx, sql},
};

/// By the account's id: whatever opens it, what its owner has chosen, and copies of what others keep.
const OF_ACCOUNT: &[&str] = &[
    "DELETE FROM passkey WHERE kind = 'citizen' AND subject_id = $1",
    "DELETE FROM passkey_ceremony WHERE subject_id = $1",
    "DELETE FROM session WHERE kind = 'citizen' AND subject_id = $1",
    "DELETE FROM account_device WHERE account_id = $1",
    "DELETE FROM device_change WHERE account_id = $1",
    "DELETE FROM device_code WHERE account_id = $1",
    "DELETE FROM recovery WHERE account_id = $1",
    "DELETE FROM activation WHERE account_id = $1",
    "DELETE FROM phone_change WHERE account_id = $1",
    "DELETE FROM lock_link WHERE account_id = $1",
    "DELETE FROM security_answer WHERE account_id = $1",
    "DELETE FROM helper_look WHERE helper_session_id IN (SELECT id FROM helper_session WHERE account_id = $1)",
    "DELETE FROM helper_session WHERE account_id = $1",
    "DELETE FROM attestation_check WHERE attestation_id IN (SELECT id FROM attestation WHERE account_id = $1)",
    "DELETE FROM attestation WHERE account_id = $1",
    "DELETE FROM wallet_paper WHERE account_id = $1",
    "DELETE FROM payout_account WHERE account_id = $1",
    "DELETE FROM notice WHERE account_id = $1 AND state <> 'queued'",
];

/// By the personal number: what was given for convenience alone. Wishes of an open dossier stay as long as it is open.
const OF_PERSON: &[&str] = &[
    "UPDATE dossier SET contact_phone = NULL, version = version + 1
        WHERE personal_number = $1 AND contact_phone IS NOT NULL",
    "UPDATE delivery SET line = '' WHERE line <> ''
        AND dossier_id IN (SELECT id FROM dossier WHERE personal_number = $1 AND is_open = 0)",
    "UPDATE notice_wish SET mail = '' WHERE mail <> ''
        AND dossier_id IN (SELECT id FROM dossier WHERE personal_number = $1)",
    "DELETE FROM notice_wish
        WHERE dossier_id IN (SELECT id FROM dossier WHERE personal_number = $1 AND is_open = 0)",
    "DELETE FROM waiting_offer WHERE state <> 'open' AND entry_id IN (SELECT e.id FROM waiting_entry e
        JOIN dossier d ON d.id = e.dossier_id WHERE d.personal_number = $1 AND e.ended_at IS NOT NULL)",
    "DELETE FROM office_change_moved WHERE entry_id IN (SELECT e.id FROM waiting_entry e
        JOIN dossier d ON d.id = e.dossier_id WHERE d.personal_number = $1 AND e.ended_at IS NOT NULL)",
    "DELETE FROM holiday_change_moved WHERE entry_id IN (SELECT e.id FROM waiting_entry e
        JOIN dossier d ON d.id = e.dossier_id WHERE d.personal_number = $1 AND e.ended_at IS NOT NULL)",
    "DELETE FROM waiting_office WHERE entry_id IN (SELECT e.id FROM waiting_entry e
        JOIN dossier d ON d.id = e.dossier_id WHERE d.personal_number = $1 AND e.ended_at IS NOT NULL)",
    "DELETE FROM waiting_entry WHERE ended_at IS NOT NULL
        AND dossier_id IN (SELECT id FROM dossier WHERE personal_number = $1)",
    "DELETE FROM home_visit WHERE personal_number = $1 AND state IN ('refused', 'withdrawn')",
];

/// Removes what need not be kept of who closes an account; returns how many rows. The account itself stays, without anything
/// that opens it.
///
/// # Errors
/// Where the database fails.
pub async fn erase(tx: &mut Tx, account_id: &str, personal_number: &str) -> Result<u64> {
    let mut rows = 0;
    for statement in OF_ACCOUNT.iter().copied() {
        rows += tx.run(sql(statement).bind(account_id.to_owned())).await?;
    }
    for statement in OF_PERSON.iter().copied() {
        rows += tx.run(sql(statement).bind(personal_number.to_owned())).await?;
    }
    Ok(rows)
}

/// Forgets one closed dossier that was never received, with all that hangs on it. False where it is open, or was received.
///
/// # Errors
/// Where the database fails.
pub async fn forget_dossier(tx: &mut Tx, id: &str) -> Result<bool> {
    let query = sql(
        "SELECT id FROM dossier WHERE id = $1 AND is_open = 0 AND received_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM account WHERE dossier_id = $1)",
    );
    if tx.one(query.bind(id.to_owned())).await?.is_none() {
        return Ok(false);
    }
    retention::forget_one(tx, id).await?;
    Ok(true)
}
