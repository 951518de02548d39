//! Is the audit what was written? Every entry is read and hashed again, some thousand at a time, so that memory stays flat
//! and nobody waits.

use super::{
    chain::{self, Head},
    read,
};
use crate::{
    error::Result,
    row::Row,
    tx::{Tx, sql},
};
use std::fmt;

/// What is wrong with it; the first that was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The seal of this number is missing.
    Gap {
        /// The number.
        sequence: u64,
    },
    /// The entry of this number is gone.
    Removed {
        /// The number.
        sequence: u64,
        /// Id of the entry.
        entry_id: String,
    },
    /// The entry of this number is not the one that was sealed: changed, or put in another's place.
    Changed {
        /// The number.
        sequence: u64,
        /// Id of the entry.
        entry_id: String,
    },
    /// The chain does not end where its end says.
    End {
        /// The last number found.
        sequence: u64,
    },
    /// The end was not signed with the server's key: somebody has written the chain anew.
    Signature {
        /// The last number found.
        sequence: u64,
    },
    /// An entry is in no chain and waits for none: it was not written by us.
    Inserted {
        /// Id of the entry.
        entry_id: String,
    },
    /// An entry was removed before it was sealed.
    Lost {
        /// Id of the entry.
        entry_id: String,
    },
}

impl Fault {
    /// The stable name of its kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Gap { .. } => "gap",
            Self::Removed { .. } => "removed",
            Self::Changed { .. } => "changed",
            Self::End { .. } => "end",
            Self::Signature { .. } => "signature",
            Self::Inserted { .. } => "inserted",
            Self::Lost { .. } => "lost",
        }
    }

    /// The number in the chain, where it has one.
    #[must_use]
    pub const fn sequence(&self) -> Option<u64> {
        match self {
            Self::Gap { sequence }
            | Self::Removed { sequence, .. }
            | Self::Changed { sequence, .. }
            | Self::End { sequence }
            | Self::Signature { sequence } => Some(*sequence),
            Self::Inserted { .. } | Self::Lost { .. } => None,
        }
    }

    /// The entry's id, where there is one.
    #[must_use]
    pub fn entry_id(&self) -> Option<&str> {
        match self {
            Self::Removed { entry_id, .. }
            | Self::Changed { entry_id, .. }
            | Self::Inserted { entry_id }
            | Self::Lost { entry_id } => Some(entry_id),
            Self::Gap { .. } | Self::End { .. } | Self::Signature { .. } => None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gap { sequence } => write!(f, "number {sequence} is missing"),
            Self::Removed { sequence, entry_id } => {
                write!(f, "number {sequence}: entry {entry_id} is gone")
            }
            Self::Changed { sequence, entry_id } => {
                write!(
                    f,
                    "number {sequence}: entry {entry_id} is not the one that was sealed"
                )
            }
            Self::End { sequence } => {
                write!(f, "the chain ends at number {sequence}, not where its end says")
            }
            Self::Signature { sequence } => {
                write!(
                    f,
                    "the end, number {sequence}, is not signed with this server's key"
                )
            }
            Self::Inserted { entry_id } => write!(f, "entry {entry_id} is in no chain: inserted"),
            Self::Lost { entry_id } => write!(f, "entry {entry_id} was removed before it was sealed"),
        }
    }
}

/// Where a check stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The chain was read up to this number.
    Chain(u64),
    /// The chain is whole; the entries were compared with it up to this id.
    Entries(String),
}

impl Place {
    /// The beginning.
    #[must_use]
    pub const fn start() -> Self {
        Self::Chain(0)
    }

    /// For somebody who carries it on later.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Chain(sequence) => format!("c{sequence}"),
            Self::Entries(id) => format!("e{id}"),
        }
    }

    /// From such a text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match (text.get(..1)?, text.get(1..)?) {
            ("c", number) => number.parse().ok().map(Self::Chain),
            ("e", id) => Some(Self::Entries(id.to_owned())),
            _ => None,
        }
    }
}

/// What one step found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Sound so far; go on here.
    More(Place),
    /// Everything was read and is sound, up to here.
    Sound(Head),
    /// It is not.
    Broken(Fault),
}

/// Whether number, hash and signature belong together under the server's key.
pub type Signed<'a> = &'a (dyn Fn(&Head) -> bool + Send + Sync);

/// Reads on from `place`, at most `most` rows. Best in a reading transaction of its own for each step: it sees one state.
///
/// # Errors
/// Where the database fails.
pub async fn step(tx: &mut Tx, place: &Place, most: u32, signed: Signed<'_>) -> Result<Step> {
    match place {
        Place::Chain(after) => of_chain(tx, *after, most, signed).await,
        Place::Entries(after) => of_entries(tx, after, most).await,
    }
}

async fn of_chain(tx: &mut Tx, after: u64, most: u32, signed: Signed<'_>) -> Result<Step> {
    let mut sequence = after;
    let mut before = match after {
        0 => String::new(),
        _ => match chain::hash_at(tx, after).await? {
            Some(hash) => hash,
            None => return Ok(Step::Broken(Fault::Gap { sequence: after })),
        },
    };
    let query = sql(
        "SELECT s.sequence AS sequence, s.entry_id AS entry_id, s.hash AS hash, a.id AS id, a.at AS at,
            a.actor_kind AS actor_kind, a.actor_id AS actor_id, a.actor_role AS actor_role,
            a.actor_office AS actor_office, a.action AS action, a.object_kind AS object_kind,
            a.object_id AS object_id, a.request_id AS request_id, a.reason AS reason
        FROM audit_seal s LEFT JOIN audit a ON a.id = s.entry_id
        WHERE s.sequence > $1 ORDER BY s.sequence LIMIT $2",
    );
    let rows = tx
        .all(query.bind(chain::stored(after)?).bind(i64::from(most)))
        .await?;
    for row in &rows {
        sequence += 1;
        match judge(row, &before, sequence)? {
            Ok(hash) => before = hash,
            Err(fault) => return Ok(Step::Broken(fault)),
        }
    }
    if !rows.is_empty() {
        return Ok(Step::More(Place::Chain(sequence)));
    }
    let head = chain::head(tx).await?;
    if head.sequence != sequence || head.hash != before {
        return Ok(Step::Broken(Fault::End { sequence }));
    }
    // Before the first entry nothing was signed.
    if sequence > 0 && !signed(&head) {
        return Ok(Step::Broken(Fault::Signature { sequence }));
    }
    Ok(Step::More(Place::Entries(String::new())))
}

fn judge(row: &Row, before: &str, sequence: u64) -> Result<Result<String, Fault>> {
    let (stored, entry_id) = (row.text("hash")?, row.text("entry_id")?);
    if row.number::<u64>("sequence")? != sequence {
        return Ok(Err(Fault::Gap { sequence }));
    }
    if row.opt_text("id")?.is_none() {
        return Ok(Err(Fault::Removed { sequence, entry_id }));
    }
    if chain::hash(before, sequence, &read(row)?) != stored {
        return Ok(Err(Fault::Changed { sequence, entry_id }));
    }
    Ok(Ok(stored))
}

async fn of_entries(tx: &mut Tx, after: &str, most: u32) -> Result<Step> {
    let query = sql(
        "SELECT a.id AS id, s.entry_id AS sealed, u.entry_id AS unsealed FROM audit a
        LEFT JOIN audit_seal s ON s.entry_id = a.id LEFT JOIN audit_unsealed u ON u.entry_id = a.id
        WHERE a.id > $1 ORDER BY a.id LIMIT $2",
    );
    let rows = tx.all(query.bind(after.to_owned()).bind(i64::from(most))).await?;
    let mut last = None;
    for row in &rows {
        let entry_id = row.text("id")?;
        if row.opt_text("sealed")?.is_none() && row.opt_text("unsealed")?.is_none() {
            return Ok(Step::Broken(Fault::Inserted { entry_id }));
        }
        last = Some(entry_id);
    }
    if let Some(last) = last {
        return Ok(Step::More(Place::Entries(last)));
    }
    let query = sql("SELECT u.entry_id AS entry_id FROM audit_unsealed u
        LEFT JOIN audit a ON a.id = u.entry_id WHERE a.id IS NULL ORDER BY u.entry_id LIMIT 1");
    match tx.one(query).await? {
        Some(row) => Ok(Step::Broken(Fault::Lost {
            entry_id: row.text("entry_id")?,
        })),
        None => Ok(Step::Sound(chain::head(tx).await?)),
    }
}
