//! `/api/desk/audit`: who did what, for the auditor alone. Reading it is written into it.

pub mod chain;
pub mod check;
pub mod export;
pub mod people;
pub mod search;

use crate::{
    app::{
        audit::{self, Done, Who},
        staff::Staff,
    },
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::office_timestamp, field::FieldCode, reference::Reference, wire::audit::ActorKind,
    wire::desk::Role,
};
use eid_store::{
    Tx,
    audit::search::{Cursor, Found, Wanted},
    dossiers,
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use serde::Deserialize;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(search::search))
        .routes(routes!(people::people))
        .routes(routes!(chain::chain))
        .routes(routes!(check::check))
        .routes(routes!(export::export))
}

/// What is looked for; nothing given means everything.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct AuditQuery {
    /// First day, at the offices.
    #[param(value_type = Option<String>)]
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day.
    #[param(value_type = Option<String>)]
    #[serde(default)]
    pub to: Option<Date>,
    /// Id of a member of staff.
    #[serde(default)]
    pub staff: String,
    /// An action, e.g. `dossier.reveal`.
    #[serde(default)]
    pub action: String,
    /// Reference of a dossier, in any form that people type.
    #[serde(default)]
    pub dossier: String,
    /// `next` of the page before.
    #[serde(default)]
    pub cursor: String,
}

/// What is looked for in terms of the store. `None`: there is no such dossier, so nothing can be found.
///
/// # Errors
/// `invalid_fields`.
async fn wanted(tx: &mut Tx, query: &AuditQuery) -> Result<Option<Wanted>, ApiError> {
    let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let midnight = |date: Date| office_timestamp(date.to_datetime(Time::midnight()));
    if query.from.zip(query.to).is_some_and(|(from, to)| to < from) {
        return Err(ApiError::field("to", FieldCode::DateImpossible));
    }
    let mut found = Wanted {
        from: query.from.map(midnight),
        to: query.to.and_then(|to| to.tomorrow().ok()).map(midnight),
        staff_id: text(&query.staff),
        action: text(&query.action),
        dossier_id: None,
        before: text(&query.cursor)
            .map(|cursor| {
                cursor_of(&cursor).ok_or_else(|| ApiError::field("cursor", FieldCode::ChoiceUnknown))
            })
            .transpose()?,
    };
    if let Some(typed) = text(&query.dossier) {
        let reference = Reference::parse(&typed).map_err(|code| ApiError::field("dossier", code))?;
        match dossiers::by_reference(tx, reference.as_str()).await? {
            Some(dossier) => found.dossier_id = Some(dossier.id),
            None => return Ok(None),
        }
    }
    Ok(Some(found))
}

fn cursor_of(text: &str) -> Option<Cursor> {
    let (at, id) = text.split_once('.')?;
    let at = Timestamp::from_microsecond(at.parse().ok()?).ok()?;
    Some(Cursor {
        at,
        id: id.to_owned(),
    })
}

fn cursor_text(found: &Found) -> String {
    format!("{}.{}", found.entry.at.as_microsecond(), found.entry.id)
}

/// Writes into the audit that it was read: what was looked for, in ids.
async fn note_reading(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    action: &str,
    wanted: &Wanted,
    now: Timestamp,
) -> Result<(), ApiError> {
    let parts = [
        ("from", wanted.from.map(|at| at.to_string())),
        ("to", wanted.to.map(|at| at.to_string())),
        ("staff", wanted.staff_id.clone()),
        ("action", wanted.action.clone()),
    ];
    let parts = parts
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", value?)));
    let said: String = parts.collect::<Vec<_>>().join(" ").chars().take(300).collect();
    let (kind, id) = match &wanted.dossier_id {
        Some(id) => ("dossier", id.as_str()),
        None => ("audit", ""),
    };
    let done = Done {
        who: Who::Staff(&staff.id),
        action,
        kind,
        id,
        reason: Some(said.as_str()).filter(|said| !said.is_empty()),
    };
    audit::note(app, tx, now, done).await
}

fn actor_of(found: &Found) -> Result<ActorKind, ApiError> {
    let kind = &found.entry.actor_kind;
    ActorKind::parse(kind).ok_or_else(|| ApiError::internal("audit actor", kind))
}

fn role_of(found: &Found) -> Option<Role> {
    let word = found.entry.actor_role.as_deref()?;
    Role::parse(word)
}

/// What the object is called: never anything of a person but the dossier's reference.
fn object_of(found: &Found) -> String {
    let named = found.reference.clone().or_else(|| found.object_name.clone());
    named.unwrap_or_else(|| found.entry.object_id.clone())
}
