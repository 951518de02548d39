//! `POST /api/desk/search`.

use crate::{
    app::{
        audit::{self, Done, Who},
        desk::masked_name,
        dossiers as cases,
        staff::{Right, Staff},
    },
    limits,
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::{office_date, office_now},
    problem::Problem,
    wire::search::{MOST_ROWS, Search, SearchResult, SearchRow, Wanted},
};
use eid_store::{
    Tx, appointments,
    dossiers::{self, Dossier, Part},
};

/// Finds dossiers of the own office, for the help desk of any, by what a person without a reference knows. Masked; that it
/// was looked for is in the audit, what was looked for is not.
///
/// # Errors
/// `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/search", tag = "desk", request_body = Search, security(("staff" = [])),
    responses((status = 200, body = SearchResult), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn search(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<Search>,
) -> Result<Response, ApiError> {
    staff.need(Right::Look)?;
    let now = app.now();
    let wanted = body.parse(office_date(now))?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.desk_search_staff, &staff.id, now).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "dossier.search",
        kind: "search",
        id: "",
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    let mut found = find(&mut tx, &staff, &wanted).await?;
    let more = found.len() > MOST_ROWS as usize;
    found.truncate(MOST_ROWS as usize);
    let mut rows = Vec::with_capacity(found.len());
    for dossier in found {
        rows.push(row(&mut tx, &dossier).await?);
    }
    once.finish(tx, StatusCode::OK, &SearchResult { rows, more })
        .await
}

async fn find(tx: &mut Tx, staff: &Staff, wanted: &Wanted) -> Result<Vec<Dossier>, ApiError> {
    let office = (!staff.is_everywhere()).then_some(staff.office_id.as_str());
    let part = |tx, part, birth| dossiers::search(tx, birth, part, office, MOST_ROWS + 1);
    let mut found = match wanted {
        Wanted::Code(code) => dossiers::by_code(tx, code).await?.into_iter().collect(),
        Wanted::Number(number) => dossiers::by_person(tx, number).await?,
        Wanted::Name(key, birth) => part(tx, Part::Name(key), birth).await?,
        Wanted::Phone(digits, birth) => part(tx, Part::PhoneEnd(digits), birth).await?,
    };
    found.retain(|dossier| office.is_none_or(|office| dossier.office_id == office));
    Ok(found)
}

async fn row(tx: &mut Tx, dossier: &Dossier) -> Result<SearchRow, ApiError> {
    let visit = appointments::latest_of_dossier(tx, &dossier.id).await?;
    Ok(SearchRow {
        reference: dossier.reference.clone(),
        name_masked: masked_name(&dossier.full_name),
        birth_year: dossier.birth_date.get(..4).unwrap_or_default().to_owned(),
        state: cases::state_of(dossier)?,
        service: cases::service_of(dossier)?,
        visit_at: visit.map(|visit| office_now(visit.starts_at)),
    })
}
