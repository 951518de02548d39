//! `/api/desk/announcements`: what is said above every page. A manager speaks for the own office, an administrator
//! everywhere and for every office.

pub mod change;
pub mod create;
pub mod list;
pub mod withdraw;

use crate::{
    app::{
        audit::{self, Done, Who},
        staff::Staff,
    },
    news::told,
    problem::ApiError,
    state::App,
};
use eid_domain::{
    announcement::AnnouncementKind, calendar::office_now, problem::ProblemCode,
    wire::announcements::AnnouncementRow, wire::desk::Role,
};
use eid_store::{
    Tx,
    announcements::{self, Announcement, Kind},
};
use jiff::Timestamp;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(change::change))
        .routes(routes!(withdraw::withdraw))
}

/// Whether a role speaks everywhere and for every office.
const fn is_everywhere(role: Role) -> bool {
    matches!(role, Role::Administrator)
}

const fn stored(kind: AnnouncementKind) -> Kind {
    match kind {
        AnnouncementKind::Info => Kind::Info,
        AnnouncementKind::Warning => Kind::Warning,
        AnnouncementKind::Outage => Kind::Outage,
    }
}

/// One that this member of staff may change, as they saw it.
///
/// # Errors
/// `not_found`: no such announcement, or another office's; `state_conflict`: it was changed since, or taken back.
async fn own(tx: &mut Tx, staff: &Staff, id: &str, version: i64) -> Result<Announcement, ApiError> {
    let found = announcements::by_id(tx, id).await?;
    let found = found
        .filter(|one| is_everywhere(staff.role) || one.office_id.as_deref() == Some(&staff.office_id))
        .ok_or(ApiError::from(ProblemCode::NotFound))?;
    if found.version == version && found.withdrawn_at.is_none() {
        Ok(found)
    } else {
        Err(ProblemCode::StateConflict.into())
    }
}

fn row(app: &App, one: Announcement) -> AnnouncementRow {
    let office = one.office_id.as_deref().and_then(|id| app.catalog.lasting(id));
    AnnouncementRow {
        id: one.id,
        office: office.map(|office| office.name.clone()),
        office_id: one.office_id,
        kind: told(one.kind),
        vi: one.vi,
        en: one.en,
        from: office_now(one.from),
        until: office_now(one.until),
        withdrawn: one.withdrawn_at.is_some(),
        version: one.version,
    }
}

async fn note(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    action: &str,
    id: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    let done = Done {
        who: Who::Staff(&staff.id),
        action,
        kind: "announcement",
        id,
        reason: None,
    };
    audit::note(app, tx, now, done).await
}

/// It is shown, or shown no more, from the next page on.
async fn show(app: &App) {
    // The change is stored; where reading fails now, the jobs read it again in a second.
    let _ = app.news.refresh(&app.store, app.now()).await;
    app.days.clear();
}
