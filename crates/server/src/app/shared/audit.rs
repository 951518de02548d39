//! Who did what: one entry in the transaction of each change.

use crate::app::ids;
use crate::{
    problem::ApiError,
    secret::Keys,
    state::App,
    web::{acting, request_id},
};
use eid_store::{
    Tx,
    audit::{self, chain::Head},
    staff,
};
use jiff::Timestamp;

/// Who acted.
#[derive(Clone, Copy, Debug)]
pub enum Who<'a> {
    /// A person, by the id of the dossier or account they proved to be theirs.
    Citizen(&'a str),
    /// A member of staff, by id.
    Staff(&'a str),
    /// The system by itself.
    System,
    /// The ministry.
    Ministry,
    /// A registered place, by id.
    Venue(&'a str),
}

impl<'a> Who<'a> {
    const fn parts(self) -> (&'static str, &'a str) {
        match self {
            Self::Citizen(id) => ("citizen", id),
            Self::Staff(id) => ("staff", id),
            Self::System => ("system", ""),
            Self::Ministry => ("ministry", ""),
            Self::Venue(id) => ("venue", id),
        }
    }
}

/// What was done to which object. No personal data but ids.
#[derive(Clone, Copy, Debug)]
pub struct Done<'a> {
    /// Who did it.
    pub who: Who<'a>,
    /// What, e.g. `dossier.reveal`.
    pub action: &'a str,
    /// Kind of the object, e.g. `dossier`.
    pub kind: &'a str,
    /// Id of the object.
    pub id: &'a str,
    /// Why, where a reason is asked for: a word of a fixed list. What staff have written in words of their own may name
    /// people; it stays with its object.
    pub reason: Option<&'a str>,
}

impl<'a> Done<'a> {
    /// What the owner of a dossier has done to it.
    #[must_use]
    pub const fn by_owner(dossier_id: &'a str, action: &'a str) -> Self {
        Self {
            who: Who::Citizen(dossier_id),
            action,
            kind: "dossier",
            id: dossier_id,
            reason: None,
        }
    }
}

/// Adds an entry.
///
/// # Errors
/// When the database is out of reach.
pub async fn note(app: &App, tx: &mut Tx, now: Timestamp, done: Done<'_>) -> Result<(), ApiError> {
    let acting = acting::staff();
    let who = match (done.who, &acting) {
        (Who::Citizen(_), Some(staff)) => Who::Staff(staff),
        (who, _) => who,
    };
    let (actor_kind, actor_id) = who.parts();
    let (actor_role, actor_office) = match who {
        Who::Staff(id) => staff::by_id(tx, id)
            .await?
            .map(|row| (row.role, row.office_id))
            .unzip(),
        Who::Citizen(_) | Who::System | Who::Ministry | Who::Venue(_) => (None, None),
    };
    let entry = audit::Entry {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        at: now,
        actor_kind: actor_kind.to_owned(),
        actor_id: actor_id.to_owned(),
        actor_role,
        actor_office,
        action: done.action.to_owned(),
        object_kind: done.kind.to_owned(),
        object_id: done.id.to_owned(),
        request_id: request_id::current(),
        reason: done.reason.map(str::to_owned),
    };
    Ok(audit::append(tx, &entry).await?)
}

const CHAIN: &str = "audit-chain";

/// Signs the end of the chain: whoever has only the database cannot write it anew.
#[must_use]
pub fn sign(keys: &Keys, sequence: u64, hash: &str) -> String {
    keys.blind(CHAIN, &[&sequence.to_string(), hash])
}

/// Whether the end of the chain was signed with this key.
#[must_use]
pub fn is_signed(keys: &Keys, head: &Head) -> bool {
    keys.matches(CHAIN, &[&head.sequence.to_string(), &head.hash], &head.mac)
}
