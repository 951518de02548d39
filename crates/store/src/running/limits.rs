//! Named limits, kept in the database so that more servers do not multiply them.

use crate::{
    error::{Result, StoreError},
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::{SignedDuration, Timestamp};

/// A limit: so many in so long. The window begins with the first hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Its name, e.g. `phone_code_phone`.
    pub name: &'static str,
    /// Allowed hits in one window.
    pub most: u32,
    /// Length of the window.
    pub window: SignedDuration,
    /// The hit that uses the limit up begins the window anew: a lock of the full length, however long the
    /// hits took.
    pub locks: bool,
}

/// What a limit says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Hits in this window; not counted further than one above the limit.
    pub count: u32,
    /// Whether this one (for [`state`]: one more) is allowed.
    pub allowed: bool,
    /// How long until the window ends; zero where it is allowed.
    pub retry_after: SignedDuration,
}

fn read(row: &Row, now: Timestamp, allowed: impl FnOnce(u32) -> bool) -> Result<Hit> {
    let count = row.number("count")?;
    let allowed = allowed(count);
    let left = row.instant("window_end")?.duration_since(now);
    Ok(Hit {
        count,
        allowed,
        retry_after: if allowed { SignedDuration::ZERO } else { left },
    })
}

/// Counts a hit and says whether it is allowed. Commit it, whatever becomes of the request.
///
/// # Errors
/// Where the database fails.
pub async fn hit(tx: &mut Tx, limit: &Limit, key_hash: &str, now: Timestamp) -> Result<Hit> {
    let query = sql(
        "INSERT INTO rate_limit (name, key_hash, window_start, window_end, count)
        VALUES ($1, $2, $3, $4, 1) ON CONFLICT (name, key_hash) DO UPDATE SET
            window_start = CASE WHEN rate_limit.window_end <= $3 THEN $3 ELSE rate_limit.window_start END,
            window_end = CASE WHEN rate_limit.window_end <= $3 OR ($6 = 1 AND rate_limit.count + 1 = $5)
                THEN $4 ELSE rate_limit.window_end END,
            count = CASE WHEN rate_limit.window_end <= $3 THEN 1
                WHEN rate_limit.count <= $5 THEN rate_limit.count + 1 ELSE rate_limit.count END
        RETURNING count, window_end",
    );
    let query = query
        .bind(limit.name)
        .bind(key_hash.to_owned())
        .bind(micros(now))
        .bind(micros(now.saturating_add(limit.window).unwrap_or(Timestamp::MAX)))
        .bind(i64::from(limit.most))
        .bind(i64::from(limit.locks));
    let row = tx
        .one(query)
        .await?
        .ok_or_else(|| StoreError::corrupt("a limit without a row"))?;
    read(&row, now, |count| count <= limit.most)
}

/// Says whether one more hit would be allowed, and counts nothing.
///
/// # Errors
/// Where the database fails.
pub async fn state(tx: &mut Tx, limit: &Limit, key_hash: &str, now: Timestamp) -> Result<Hit> {
    let query = sql("SELECT count, window_end FROM rate_limit
        WHERE name = $1 AND key_hash = $2 AND window_end > $3");
    let query = query.bind(limit.name).bind(key_hash.to_owned()).bind(micros(now));
    match tx.one(query).await? {
        Some(row) => read(&row, now, |count| count < limit.most),
        None => Ok(Hit {
            count: 0,
            allowed: limit.most > 0,
            retry_after: SignedDuration::ZERO,
        }),
    }
}

/// Takes one hit back: it was none of those that the limit is for. Those of others stay.
///
/// # Errors
/// Where the database fails.
pub async fn give_back(tx: &mut Tx, limit: &Limit, key_hash: &str, now: Timestamp) -> Result<()> {
    // What was refused is counted as one above the limit, and must not make room.
    let query = sql(
        "UPDATE rate_limit SET count = CASE WHEN count > $4 THEN $4 - 1 ELSE count - 1 END
        WHERE name = $1 AND key_hash = $2 AND window_end > $3 AND count > 0",
    );
    let query = query.bind(limit.name).bind(key_hash.to_owned());
    let query = query.bind(micros(now)).bind(i64::from(limit.most));
    tx.run(query).await.map(|_| ())
}

/// Forgets the hits of a key, e.g. after a right password.
///
/// # Errors
/// Where the database fails.
pub async fn clear(tx: &mut Tx, limit: &Limit, key_hash: &str) -> Result<()> {
    let query = sql("DELETE FROM rate_limit WHERE name = $1 AND key_hash = $2");
    tx.run(query.bind(limit.name).bind(key_hash.to_owned()))
        .await
        .map(|_| ())
}
