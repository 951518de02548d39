//! Looks by staff at a person's data, as the person is told of them.

use crate::{problem::ApiError, state::App};
use eid_domain::campaign::HomeLook;
use eid_domain::wire::{
    desk::{LookReason, Role},
    looks::{Look, LookAtHome},
};
use eid_store::{
    Tx,
    audit::{self, Seen},
};

/// More than any person has seen.
const MOST: u32 = 100;
const LOOKED: &str = "dossier.reveal";
const ACTED: &str = "dossier.act";
/// Of the audit, at a wish for a visit at home.
pub const LOOKED_AT_HOME: &str = "home_visit.reveal";

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

/// Newest first: at the wishes for a visit at home under a personal number, whoever wrote them.
///
/// # Errors
/// When the database is out of reach.
pub async fn at_home(app: &App, tx: &mut Tx, personal_number: &str) -> Result<Vec<LookAtHome>, ApiError> {
    let entries = audit::looks(tx, Seen::AtHome(personal_number), LOOKED_AT_HOME, MOST).await?;
    Ok(entries
        .iter()
        .filter_map(|entry| look_at_home(app, entry))
        .collect())
}

fn look_at_home(app: &App, entry: &audit::Entry) -> Option<LookAtHome> {
    let (role, office, office_en) = by(app, entry)?;
    Some(LookAtHome {
        at: entry.at,
        office,
        office_en,
        role,
        reason: HomeLook::parse(entry.reason.as_deref()?)?,
    })
}

/// In which part, and the office's name in both languages.
fn by(app: &App, entry: &audit::Entry) -> Option<(Role, String, String)> {
    let word = entry.actor_role.as_deref()?;
    let role = Role::parse(word)?;
    let office = entry
        .actor_office
        .as_deref()
        // The help desk has a desk somewhere, but works for every office.
        .filter(|_| role != Role::HelpDesk)
        .and_then(|id| app.catalog.office(id));
    let name = office.map(|office| office.name.clone());
    let (vi, en) = name.map(|name| (name.vi, name.en)).unwrap_or_default();
    Some((role, vi, en))
}

fn look(app: &App, entry: &audit::Entry) -> Option<Look> {
    let (role, office, office_en) = by(app, entry)?;
    Some(Look {
        at: entry.at,
        office,
        office_en,
        role,
        reason: LookReason::parse(entry.reason.as_deref()?)?,
        acted: entry.action == ACTED,
    })
}
