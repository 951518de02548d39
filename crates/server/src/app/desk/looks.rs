//! Looks by staff at a person's data, as the person is told of them.

use crate::{problem::ApiError, state::App};
use eid_domain::wire::{
    desk::{LookReason, Role},
    looks::Look,
};
use eid_store::{
    Tx,
    audit::{self, Seen},
};

/// More than any person has seen.
const MOST: u32 = 100;
const LOOKED: &str = "dossier.reveal";
const ACTED: &str = "dossier.act";

/// Newest first: at one dossier, or at whatever dossier of a person.
///
/// # Errors
/// When the database is out of reach.
pub async fn of(app: &App, tx: &mut Tx, seen: Seen<'_>) -> Result<Vec<Look>, ApiError> {
    let mut entries = audit::looks(tx, seen, LOOKED, MOST).await?;
    entries.extend(audit::looks(tx, seen, ACTED, MOST).await?);
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    Ok(entries.iter().filter_map(|entry| look(app, entry)).collect())
}

fn look(app: &App, entry: &audit::Entry) -> Option<Look> {
    let word = entry.actor_role.as_deref()?;
    let role = Role::parse(word)?;
    let office = entry
        .actor_office
        .as_deref()
        // The help desk has a desk somewhere, but works for every office.
        .filter(|_| role != Role::HelpDesk)
        .and_then(|id| app.catalog.office(id));
    let name = office.map(|office| office.name.clone());
    Some(Look {
        at: entry.at,
        office: name.as_ref().map(|name| name.vi.clone()).unwrap_or_default(),
        office_en: name.map(|name| name.en).unwrap_or_default(),
        role,
        reason: LookReason::parse(entry.reason.as_deref()?)?,
        acted: entry.action == ACTED,
    })
}
