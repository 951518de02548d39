//! A family whose time was closed: its entries wait as one, are offered one window, and answer once. Whatever happens to
//! one of their offers happens to all in the same transaction, so no member ever has a place that the others have not.

use super::{
    entries::{Entry, EntryState, whole},
    offers::{self, Offer, OfferState, Whose},
};
use crate::{
    error::{Result, StoreError},
    holds::{self, NewGroup, Way},
    row::micros,
    tx::{Tx, built, locking, placeholders, sql},
};
use jiff::Timestamp;

/// Those of a family who still wait or have an offer, in order of their visits.
///
/// # Errors
/// Where the database fails.
pub async fn family(tx: &mut Tx, family_id: &str) -> Result<Vec<Entry>> {
    let query = sql(
        "SELECT * FROM waiting_entry WHERE family_id = $1 AND state IN ('waiting', 'offered')
        ORDER BY visit_at, id",
    );
    let mut entries = Vec::new();
    for row in tx.all(query.bind(family_id.to_owned())).await? {
        entries.extend(whole(tx, Some(row)).await?);
    }
    Ok(entries)
}

async fn lock(tx: &mut Tx, family_id: &str) -> Result<()> {
    let query = locking!(
        tx,
        "SELECT id FROM waiting_entry WHERE family_id = $1 AND state IN ('waiting', 'offered') ORDER BY id",
        "FOR UPDATE",
        ""
    );
    tx.all(query.bind(family_id.to_owned())).await.map(|_| ())
}

/// All of a family are offered something now. False where one of them does not wait: leave the family out, and drop the
/// transaction.
///
/// # Errors
/// Where the database fails.
pub async fn claim_family(tx: &mut Tx, family_id: &str) -> Result<bool> {
    lock(tx, family_id).await?;
    let members = family(tx, family_id).await?;
    if members.is_empty() || members.iter().any(|entry| entry.state != EntryState::Waiting) {
        return Ok(false);
    }
    let query = sql("UPDATE waiting_entry SET state = 'offered' WHERE family_id = $1 AND state = 'waiting'");
    let claimed = tx.run(query.bind(family_id.to_owned())).await?;
    Ok(usize::try_from(claimed).is_ok_and(|claimed| claimed == members.len()))
}

/// Keeps a window for a family that was claimed: everybody's place, in the order of `group.visits`, each with an offer.
/// False where the window has gone; roll back then.
///
/// # Errors
/// Where the database fails.
pub async fn keep_family(
    tx: &mut Tx,
    group: &NewGroup<'_>,
    way: &Way<'_>,
    whose: &[Whose<'_>],
    expires_at: Timestamp,
) -> Result<bool> {
    let Some(places) = holds::create_group_by(tx, group, way).await? else {
        return Ok(false);
    };
    if places.len() != whose.len() {
        return Err(StoreError::corrupt("a window for another family"));
    }
    for (place, whose) in places.iter().zip(whose) {
        offers::note(tx, *whose, place, expires_at, group.now).await?;
    }
    Ok(true)
}

/// Ends the open offers of a family, all of them; everybody waits again unless they were taken: then [`super::end`] each
/// entry. Returns them; none where they were settled before. The places are the caller's business.
///
/// # Errors
/// Where the database fails.
pub async fn settle_family(
    tx: &mut Tx,
    family_id: &str,
    state: OfferState,
    now: Timestamp,
) -> Result<Vec<Offer>> {
    lock(tx, family_id).await?;
    let query = sql(
        "UPDATE waiting_offer SET state = $2, answered_at = $3 WHERE state = 'open' AND entry_id IN (
            SELECT id FROM waiting_entry WHERE family_id = $1) RETURNING *",
    );
    let query = query
        .bind(family_id.to_owned())
        .bind(state.as_str())
        .bind(micros(now));
    let mut settled = Vec::new();
    for row in &tx.all(query).await? {
        settled.push(offers::read(row)?);
    }
    settled.sort_by(|one, other| (one.starts_at, &one.id).cmp(&(other.starts_at, &other.id)));
    let query = sql("UPDATE waiting_entry SET state = 'waiting' WHERE family_id = $1 AND state = 'offered'");
    tx.run(query.bind(family_id.to_owned())).await?;
    Ok(settled)
}

/// Gives the places of settled offers back, in the order in which everybody locks them.
///
/// # Errors
/// Where the database fails.
pub async fn give_back(tx: &mut Tx, settled: &[Offer]) -> Result<()> {
    let mut places: Vec<&str> = settled
        .iter()
        .map(|offer| offer.reservation_id.as_str())
        .collect();
    places.sort_unstable();
    holds::lock_places(tx, &places).await?;
    for place in places {
        holds::release(tx, place).await?;
    }
    Ok(())
}

/// The families that wait at an office and were not told yet that there is nothing for all of them.
///
/// # Errors
/// Where the database fails.
pub async fn untold_families(tx: &mut Tx, office_id: &str) -> Result<Vec<String>> {
    let query = sql(
        "SELECT DISTINCT e.family_id FROM waiting_entry e JOIN waiting_office o ON o.entry_id = e.id
        WHERE o.office_id = $1 AND e.state = 'waiting' AND e.family_id IS NOT NULL AND e.none_told_at IS NULL
        ORDER BY e.family_id",
    );
    tx.all(query.bind(office_id.to_owned()))
        .await?
        .iter()
        .map(|row| row.text("family_id"))
        .collect()
}

/// A family is told now that there is nothing for all of them. False where it was told before, or has an offer by now.
///
/// # Errors
/// Where the database fails.
pub async fn tell_none(tx: &mut Tx, family_id: &str, now: Timestamp) -> Result<bool> {
    lock(tx, family_id).await?;
    let query = sql(
        "UPDATE waiting_entry SET none_told_at = $2 WHERE family_id = $1 AND state = 'waiting'
        AND none_told_at IS NULL",
    );
    let told = tx.run(query.bind(family_id.to_owned()).bind(micros(now))).await?;
    Ok(told > 0)
}

/// Locks the open entries of these dossiers and of the families they wait with; returns the places kept for all of them.
pub(super) async fn lock_entries(tx: &mut Tx, dossier_ids: &[&str]) -> Result<Vec<String>> {
    if dossier_ids.is_empty() {
        return Ok(Vec::new());
    }
    let many = placeholders(1, dossier_ids.len());
    let lock = match tx.dialect() {
        crate::tx::Dialect::Sqlite => "",
        crate::tx::Dialect::Postgres => "FOR UPDATE",
    };
    // An open entry of theirs, or of a family that one of them waits with.
    let mut query = built(format!(
        "SELECT id FROM waiting_entry WHERE state IN ('waiting', 'offered') AND (dossier_id IN ({many})
            OR family_id IN (SELECT family_id FROM waiting_entry
                WHERE state IN ('waiting', 'offered') AND dossier_id IN ({many}) AND family_id IS NOT NULL))
        ORDER BY id {lock}"
    ));
    for id in dossier_ids {
        query = query.bind((*id).to_owned());
    }
    let mut kept = Vec::new();
    for row in tx.all(query).await? {
        let offer = offers::open_offer(tx, &row.text("id")?).await?;
        kept.extend(offer.map(|offer| offer.reservation_id));
    }
    Ok(kept)
}
