//! The owner of an account lets the help desk look along.

use crate::{
    error::Result,
    row::{Row, micros, words},
    tx::{Tx, sql},
};
use jiff::Timestamp;

words! {
    /// Who has ended it.
    End {
        /// The owner.
        Citizen = "citizen",
        /// The helper.
        Helper = "helper",
        /// Nobody.
        Time = "time",
    }
}

/// A helper, once one has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helper {
    /// Which member of staff.
    pub staff_id: String,
    /// Their role at that time.
    pub role: String,
    /// Digest of their session's token.
    pub session: String,
    /// Until when they may look.
    pub ends_at: Timestamp,
}

/// One that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelperSession {
    /// Its id.
    pub id: String,
    /// Whose account.
    pub account_id: String,
    /// Digest of the owner's session's token.
    pub citizen_session: String,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Until when the code is good.
    pub code_until: Timestamp,
    /// Who has used the code.
    pub helper: Option<Helper>,
    /// When and by whom it was ended; time alone leaves no mark.
    pub ended: Option<(Timestamp, End)>,
}

fn read(row: &Row) -> Result<HelperSession> {
    let parts = (
        row.opt_text("staff_id")?,
        row.opt_text("staff_role")?,
        row.opt_text("staff_session")?,
        row.opt_instant("ends_at")?,
    );
    let helper = match parts {
        (Some(staff_id), role, Some(session), Some(ends_at)) => Some(Helper {
            staff_id,
            role: role.unwrap_or_default(),
            session,
            ends_at,
        }),
        _ => None,
    };
    let ended = match row.opt_instant("ended_at")? {
        Some(at) => Some((at, row.word("ended_by", End::parse)?)),
        None => None,
    };
    Ok(HelperSession {
        id: row.text("id")?,
        account_id: row.text("account_id")?,
        citizen_session: row.text("citizen_session")?,
        asked_at: row.instant("asked_at")?,
        code_until: row.instant("code_until")?,
        helper,
        ended,
    })
}

/// Stores one that waits for its helper. False where the same code waits for somebody else, or the account has one that was
/// not ended.
///
/// # Errors
/// Where the database fails.
pub async fn ask(tx: &mut Tx, asked: &HelperSession, mac: &str) -> Result<bool> {
    let query = sql(
        "INSERT INTO helper_session (id, account_id, citizen_session, mac, asked_at, code_until)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
    );
    let a = asked.clone();
    let query = query.bind(a.id).bind(a.account_id).bind(a.citizen_session);
    let query = query.bind(mac.to_owned());
    let query = query.bind(micros(a.asked_at)).bind(micros(a.code_until));
    Ok(tx.run(query).await? == 1)
}

/// Ends what is open of an account; its code is good for nothing from then on. Returns how many.
///
/// # Errors
/// Where the database fails.
pub async fn end_of_account(tx: &mut Tx, account_id: &str, by: End, now: Timestamp) -> Result<u64> {
    let query = sql(
        "UPDATE helper_session SET ended_at = $2, ended_by = $3, mac = NULL
        WHERE account_id = $1 AND ended_at IS NULL",
    );
    let query = query.bind(account_id.to_owned()).bind(micros(now));
    tx.run(query.bind(by.as_str())).await
}

/// Uses up a code: who has it can look from now on. `None` where there is no such code, or not any more.
///
/// # Errors
/// Where the database fails.
pub async fn begin(tx: &mut Tx, mac: &str, helper: &Helper, now: Timestamp) -> Result<Option<HelperSession>> {
    let query = sql(
        "UPDATE helper_session SET mac = NULL, staff_id = $3, staff_role = $4, staff_session = $5, begun_at = $2,
        ends_at = $6 WHERE mac = $1 AND code_until > $2 AND ended_at IS NULL RETURNING *",
    );
    let h = helper.clone();
    let query = query.bind(mac.to_owned()).bind(micros(now));
    let query = query.bind(h.staff_id).bind(h.role).bind(h.session);
    let row = tx.one(query.bind(micros(h.ends_at))).await?;
    row.as_ref().map(read).transpose()
}

/// By id.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<HelperSession>> {
    let query = sql("SELECT * FROM helper_session WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The last one of an account, asked for after `since`.
///
/// # Errors
/// Where the database fails.
pub async fn last_of_account(
    tx: &mut Tx,
    account_id: &str,
    since: Timestamp,
) -> Result<Option<HelperSession>> {
    let query = sql(
        "SELECT * FROM helper_session WHERE account_id = $1 AND asked_at > $2
        ORDER BY asked_at DESC, id DESC LIMIT 1",
    );
    let query = query.bind(account_id.to_owned()).bind(micros(since));
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// A look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Its id; time-ordered.
    pub id: String,
    /// In which session.
    pub helper_session_id: String,
    /// When.
    pub at: Timestamp,
    /// At what.
    pub part: String,
}

/// Notes a look.
///
/// # Errors
/// Where the database fails.
pub async fn note_look(tx: &mut Tx, look: &Look) -> Result<()> {
    let query = sql("INSERT INTO helper_look (id, helper_session_id, at, part) VALUES ($1, $2, $3, $4)");
    let l = look.clone();
    let query = query.bind(l.id).bind(l.helper_session_id);
    tx.run(query.bind(micros(l.at)).bind(l.part)).await.map(|_| ())
}

/// The looks of one, newest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn looks(tx: &mut Tx, id: &str, limit: u32) -> Result<Vec<Look>> {
    let query =
        sql("SELECT * FROM helper_look WHERE helper_session_id = $1 ORDER BY at DESC, id DESC LIMIT $2");
    let rows = tx.all(query.bind(id.to_owned()).bind(i64::from(limit))).await?;
    let read = |row: &Row| {
        Ok(Look {
            id: row.text("id")?,
            helper_session_id: row.text("helper_session_id")?,
            at: row.instant("at")?,
            part: row.text("part")?,
        })
    };
    rows.iter().map(read).collect()
}
