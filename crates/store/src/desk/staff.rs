//! Members of staff.

use crate::{
    error::Result,
    row::{Row, opt_micros},
    tx::{Tx, locking, sql},
};
use jiff::Timestamp;

/// A member of staff.
#[derive(Clone, PartialEq, Eq)]
pub struct Staff {
    /// Internal id.
    pub id: String,
    /// What they sign in with.
    pub username: String,
    /// Shown in the header.
    pub name: String,
    /// The domain's `Role` as a word.
    pub role: String,
    /// Where they work.
    pub office_id: String,
    /// Argon2id in PHC form.
    pub password_hash: String,
    /// May not sign in any more.
    pub disabled: bool,
    /// Until when a password that somebody else has set opens the desk; none where its owner chose it.
    pub password_until: Option<Timestamp>,
}

fn read(row: &Row) -> Result<Staff> {
    Ok(Staff {
        id: row.text("id")?,
        username: row.text("username")?,
        name: row.text("name")?,
        role: row.text("role")?,
        office_id: row.text("office_id")?,
        password_hash: row.text("password_hash")?,
        disabled: row.flag("disabled")?,
        password_until: row.opt_instant("password_until")?,
    })
}

/// Stores a member of staff, in the place of the one with the same id where there is one.
///
/// # Errors
/// [`crate::StoreError::Constraint`] with `StaffUsernameUnique` where another has this user name.
pub async fn put(tx: &mut Tx, staff: &Staff) -> Result<()> {
    let query = sql(
        "INSERT INTO staff (id, username, name, role, office_id, password_hash, disabled, password_until)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET username = excluded.username,
        name = excluded.name, role = excluded.role, office_id = excluded.office_id,
        password_hash = excluded.password_hash, disabled = excluded.disabled,
        password_until = excluded.password_until",
    );
    let s = staff.clone();
    let query = query
        .bind(s.id)
        .bind(s.username)
        .bind(s.name)
        .bind(s.role)
        .bind(s.office_id)
        .bind(s.password_hash)
        .bind(i64::from(s.disabled))
        .bind(opt_micros(s.password_until));
    tx.run(query).await.map(|_| ())
}

/// By internal id.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Staff>> {
    tx.one(sql("SELECT * FROM staff WHERE id = $1").bind(id.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// By internal id, and nobody else changes them until the transaction ends: read so before [`put`].
///
/// # Errors
/// Where the database fails.
pub async fn lock(tx: &mut Tx, id: &str) -> Result<Option<Staff>> {
    let query = locking!(tx, "SELECT * FROM staff WHERE id = $1", "FOR UPDATE", "");
    let row = tx.one(query.bind(id.to_owned())).await?;
    row.as_ref().map(read).transpose()
}

/// By user name, as typed.
///
/// # Errors
/// Where the database fails.
pub async fn by_username(tx: &mut Tx, username: &str) -> Result<Option<Staff>> {
    let query = sql("SELECT * FROM staff WHERE username = $1").bind(username.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Everybody, by user name.
///
/// # Errors
/// Where the database fails.
pub async fn list(tx: &mut Tx) -> Result<Vec<Staff>> {
    tx.all(sql("SELECT * FROM staff ORDER BY username"))
        .await?
        .iter()
        .map(read)
        .collect()
}
