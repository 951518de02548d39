//! What waits to be exported, and what a file's rows are about.

use crate::{
    accounts, dossiers,
    error::Result,
    tx::{Tx, even, kept, placeholders, sql},
};
use std::collections::BTreeMap;

/// Values a list.
const LIST: usize = 200;

/// Dossiers of an office whose account was asked for and has not gone out by file since, the longest waiting first, at
/// most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn accounts_to_send(tx: &mut Tx, office_id: &str, limit: u32) -> Result<Vec<dossiers::Dossier>> {
    let query = sql(
        "SELECT d.* FROM dossier d JOIN account a ON a.dossier_id = d.id
        WHERE d.office_id = $1 AND a.state = 'l2_requested' AND d.code IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM batch_row r WHERE r.code = d.code AND r.subject = 'account' AND r.state = 'sent')
        ORDER BY d.received_at, d.id LIMIT $2",
    );
    let query = query.bind(office_id.to_owned()).bind(i64::from(limit));
    tx.all(query).await?.iter().map(dossiers::read).collect()
}

/// How many requests of an office wait to be exported: cards and accounts.
///
/// # Errors
/// Where the database fails.
pub async fn count_to_send(tx: &mut Tx, office_id: &str) -> Result<u32> {
    let cards = sql("SELECT COUNT(*) AS n FROM dossier WHERE office_id = $1 AND state = 'received'");
    let cards = tx.one(cards.bind(office_id.to_owned())).await?;
    let accounts = sql(
        "SELECT COUNT(*) AS n FROM dossier d JOIN account a ON a.dossier_id = d.id
        WHERE d.office_id = $1 AND a.state = 'l2_requested' AND d.code IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM batch_row r WHERE r.code = d.code AND r.subject = 'account' AND r.state = 'sent')",
    );
    let accounts = tx.one(accounts.bind(office_id.to_owned())).await?;
    let number = |row: Option<crate::row::Row>| row.map_or(Ok(0_u32), |row| row.number("n"));
    Ok(number(cards)?.saturating_add(number(accounts)?))
}

/// Dossiers by their codes.
///
/// # Errors
/// Where the database fails.
pub async fn by_codes(tx: &mut Tx, codes: &[&str]) -> Result<BTreeMap<String, dossiers::Dossier>> {
    let mut found = BTreeMap::new();
    for codes in even(codes, LIST) {
        let mut query = kept(format!(
            "SELECT * FROM dossier WHERE code IN ({})",
            placeholders(1, LIST)
        ));
        for code in codes {
            query = query.bind(code.to_owned());
        }
        for row in tx.all(query).await? {
            found.insert(row.text("code")?, dossiers::read(&row)?);
        }
    }
    Ok(found)
}

/// States of the accounts of dossiers, by the dossier's id.
///
/// # Errors
/// Where the database fails.
pub async fn account_states(tx: &mut Tx, dossier_ids: &[&str]) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for id in dossier_ids {
        if let Some(account) = accounts::by_dossier(tx, id).await? {
            found.insert((*id).to_owned(), account.state);
        }
    }
    Ok(found)
}

/// Dossiers of all offices whose account was asked for and has not gone out by file, the longest waiting first, at most
/// `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn accounts_waiting(tx: &mut Tx, limit: u32) -> Result<Vec<dossiers::Dossier>> {
    let query = sql(
        "SELECT d.* FROM dossier d JOIN account a ON a.dossier_id = d.id
        WHERE a.state = 'l2_requested' AND d.code IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM batch_row r WHERE r.code = d.code AND r.subject = 'account' AND r.state = 'sent')
        ORDER BY d.received_at, d.id LIMIT $1",
    );
    tx.all(query.bind(i64::from(limit)))
        .await?
        .iter()
        .map(dossiers::read)
        .collect()
}
