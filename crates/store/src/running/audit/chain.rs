//! The chain: each entry's hash is that of the entry and of the hash before it, in the order of sealing.
//!
//! Numbers without gaps in one order need one writer at a time. That must not be the transactions of the product, so the
//! entries are sealed after they were committed: [`seal`] locks one row that nothing else touches, and adds what waits.

use super::{Entry, read};
use crate::{
    error::{Result, StoreError},
    row::{Row, micros},
    tx::{Tx, built, locking, placeholders, sql},
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Entries in one statement.
const TOGETHER: usize = 100;
/// Begins every serialisation: another form would have another name.
const FORM: &str = "eid-audit-1";

/// Where the chain ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// How many entries are sealed; the number of the last.
    pub sequence: u64,
    /// The last hash; empty before the first entry.
    pub hash: String,
    /// What the server's key makes of both.
    pub mac: String,
}

/// Signs number and hash of the last entry, so that nobody who only has the database can write the chain anew.
pub type Sign<'a> = &'a (dyn Fn(u64, &str) -> String + Send + Sync);

/// The hash of an entry: SHA-256, in hexadecimal, over the form's name, the hash before, the number, and every column.
/// Each part is preceded by its length in bytes (eight, the lowest first), so no two entries are written alike; a missing
/// value has the length 2^64 - 1 and no bytes.
#[must_use]
pub fn hash(before: &str, sequence: u64, entry: &Entry) -> String {
    let mut hasher = Sha256::new();
    let number = sequence.to_string();
    let at = micros(entry.at).to_string();
    let parts = [
        Some(FORM),
        Some(before),
        Some(&number),
        Some(&entry.id),
        Some(&at),
        Some(&entry.actor_kind),
        Some(&entry.actor_id),
        entry.actor_role.as_deref(),
        entry.actor_office.as_deref(),
        Some(&entry.action),
        Some(&entry.object_kind),
        Some(&entry.object_id),
        Some(&entry.request_id),
        entry.reason.as_deref(),
    ];
    for part in parts {
        let length = part.map_or(u64::MAX, |part| part.len() as u64);
        hasher.update(length.to_le_bytes());
        hasher.update(part.unwrap_or_default());
    }
    let mut text = String::with_capacity(64);
    for byte in hasher.finalize() {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

fn read_head(row: &Row) -> Result<Head> {
    Ok(Head {
        sequence: row.number("sequence")?,
        hash: row.text("hash")?,
        mac: row.text("mac")?,
    })
}

/// Where the chain ends.
///
/// # Errors
/// Where the database fails, or the row is gone.
pub async fn head(tx: &mut Tx) -> Result<Head> {
    let row = tx
        .one(sql("SELECT sequence, hash, mac FROM audit_head WHERE id = 1"))
        .await?;
    read_head(&row.ok_or_else(|| StoreError::corrupt("the audit's chain without an end"))?)
}

/// How many entries wait for their seal, and since when.
///
/// # Errors
/// Where the database fails.
pub async fn waiting(tx: &mut Tx) -> Result<(u64, Option<Timestamp>)> {
    let query = sql("SELECT COUNT(*) AS n, MIN(a.at) AS since FROM audit_unsealed u
        LEFT JOIN audit a ON a.id = u.entry_id");
    let row = tx.one(query).await?;
    let row = row.ok_or_else(|| StoreError::corrupt("a count without a row"))?;
    Ok((row.number("n")?, row.opt_instant("since")?))
}

/// True where something waits; asked before [`seal`], so that a quiet server writes nothing.
///
/// # Errors
/// Where the database fails.
pub async fn has_waiting(tx: &mut Tx) -> Result<bool> {
    let row = tx.one(sql("SELECT entry_id FROM audit_unsealed LIMIT 1")).await?;
    Ok(row.is_some())
}

/// The hash of a sealed entry by its number.
///
/// # Errors
/// Where the database fails.
pub async fn hash_at(tx: &mut Tx, sequence: u64) -> Result<Option<String>> {
    let query = sql("SELECT hash FROM audit_seal WHERE sequence = $1").bind(stored(sequence)?);
    tx.one(query).await?.map(|row| row.text("hash")).transpose()
}

/// Seals what waits, the oldest first, at most `most`; returns how many. Servers that seal at once take turns.
///
/// # Errors
/// Where the database fails.
pub async fn seal(tx: &mut Tx, most: u32, sign: Sign<'_>) -> Result<u32> {
    let query = locking!(
        tx,
        "SELECT sequence, hash, mac FROM audit_head WHERE id = 1",
        "FOR UPDATE",
        ""
    );
    let row = tx.one(query).await?;
    let mut head = read_head(&row.ok_or_else(|| StoreError::corrupt("the audit's chain without an end"))?)?;
    let query = sql(
        "SELECT a.* FROM audit_unsealed u JOIN audit a ON a.id = u.entry_id
        ORDER BY u.entry_id LIMIT $1",
    );
    let rows = tx.all(query.bind(i64::from(most))).await?;
    let entries = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    for some in entries.chunks(TOGETHER) {
        add(tx, &mut head, some).await?;
    }
    if !entries.is_empty() {
        let query = sql("UPDATE audit_head SET sequence = $1, hash = $2, mac = $3 WHERE id = 1");
        let query = query.bind(stored(head.sequence)?).bind(head.hash.clone());
        tx.run(query.bind(sign(head.sequence, &head.hash))).await?;
    }
    Ok(u32::try_from(entries.len()).unwrap_or(most))
}

async fn add(tx: &mut Tx, head: &mut Head, entries: &[Entry]) -> Result<()> {
    let rows: Vec<String> = (0..entries.len())
        .map(|n| format!("({})", placeholders(3 * n + 1, 3)))
        .collect();
    let mut insert = built(format!(
        "INSERT INTO audit_seal (sequence, entry_id, hash) VALUES {}",
        rows.join(", ")
    ));
    let mut delete = built(format!(
        "DELETE FROM audit_unsealed WHERE entry_id IN ({})",
        placeholders(1, entries.len())
    ));
    for entry in entries {
        head.sequence += 1;
        head.hash = hash(&head.hash, head.sequence, entry);
        insert = insert
            .bind(stored(head.sequence)?)
            .bind(entry.id.clone())
            .bind(head.hash.clone());
        delete = delete.bind(entry.id.clone());
    }
    tx.run(insert).await?;
    tx.run(delete).await.map(|_| ())
}

/// A number as the column has it.
pub(super) fn stored(sequence: u64) -> Result<i64> {
    i64::try_from(sequence).map_err(|_| StoreError::corrupt("a number of the audit's chain"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            id: "0001".into(),
            at: Timestamp::UNIX_EPOCH,
            actor_kind: "staff".into(),
            actor_id: "s1".into(),
            actor_role: Some("intake_officer".into()),
            actor_office: Some("hcm-pc06".into()),
            action: "dossier.reveal".into(),
            object_kind: "dossier".into(),
            object_id: "d1".into(),
            request_id: "r1".into(),
            reason: Some("at_counter".into()),
        }
    }

    #[test]
    fn every_part_counts_and_none_runs_into_the_next() {
        let plain = hash("", 1, &entry());
        assert_eq!(plain.len(), 64);
        let changes: [fn(&mut Entry); 11] = [
            |e| e.id.push('x'),
            |e| e.at = Timestamp::MAX,
            |e| e.actor_kind = "system".into(),
            |e| e.actor_id = "s2".into(),
            |e| e.actor_role = None,
            |e| e.actor_office = Some(String::new()),
            |e| e.action.push('x'),
            |e| e.object_kind.push('x'),
            |e| e.object_id.push('x'),
            |e| e.request_id.push('x'),
            |e| e.reason = None,
        ];
        let mut seen = std::collections::BTreeSet::from([
            plain.clone(),
            hash("", 2, &entry()),
            hash(&plain, 1, &entry()),
        ]);
        for change in changes {
            let mut other = entry();
            change(&mut other);
            seen.insert(hash("", 1, &other));
        }
        // What moves from one column into the next is another entry.
        let mut moved = entry();
        moved.object_kind.push('d');
        moved.object_id.remove(0);
        seen.insert(hash("", 1, &moved));
        let mut empty = entry();
        empty.reason = Some(String::new());
        seen.insert(hash("", 1, &empty));
        assert_eq!(seen.len(), 3 + 11 + 2);
    }

    #[test]
    fn the_form_is_the_one_that_is_written_down() {
        // Worked out with Python's hashlib from the description alone.
        assert_eq!(
            hash("", 1, &entry()),
            "f172a48311e2a2cba4120e74bc9312ba3e9417ce0935acafc53301358a031b91"
        );
    }
}
