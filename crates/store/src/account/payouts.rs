//! Accounts at banks and wallets that assistance is paid to, one for each person.

use crate::{
    error::Result,
    row::micros,
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A linked account. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Payout {
    /// Whose e-ID account.
    pub account_id: String,
    /// Id of the bank or wallet.
    pub provider: String,
    /// The number, sealed by the caller.
    pub number_sealed: String,
    /// Its last digits.
    pub number_ends: String,
    /// Since when.
    pub linked_at: Timestamp,
}

/// Links an account in the place of the one until now.
///
/// # Errors
/// Where the database fails.
pub async fn put(tx: &mut Tx, payout: &Payout) -> Result<()> {
    let query = sql(
        "INSERT INTO payout_account (account_id, provider, number_sealed, number_ends, linked_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (account_id) DO UPDATE SET provider = excluded.provider,
            number_sealed = excluded.number_sealed, number_ends = excluded.number_ends,
            linked_at = excluded.linked_at",
    );
    let p = payout.clone();
    let query = query
        .bind(p.account_id)
        .bind(p.provider)
        .bind(p.number_sealed)
        .bind(p.number_ends)
        .bind(micros(p.linked_at));
    tx.run(query).await.map(|_| ())
}

/// What is linked.
///
/// # Errors
/// Where the database fails.
pub async fn of_account(tx: &mut Tx, account_id: &str) -> Result<Option<Payout>> {
    let query = sql("SELECT * FROM payout_account WHERE account_id = $1").bind(account_id.to_owned());
    let Some(row) = tx.one(query).await? else {
        return Ok(None);
    };
    Ok(Some(Payout {
        account_id: row.text("account_id")?,
        provider: row.text("provider")?,
        number_sealed: row.text("number_sealed")?,
        number_ends: row.text("number_ends")?,
        linked_at: row.instant("linked_at")?,
    }))
}

/// Links none. False where none was linked.
///
/// # Errors
/// Where the database fails.
pub async fn remove(tx: &mut Tx, account_id: &str) -> Result<bool> {
    let query = sql("DELETE FROM payout_account WHERE account_id = $1").bind(account_id.to_owned());
    Ok(tx.run(query).await? > 0)
}
