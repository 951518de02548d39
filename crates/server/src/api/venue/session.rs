//! `/api/venue/session`.

use crate::{
    app::{
        audit::{self, Done, Who},
        venues::{self, KIND, NewVenue},
    },
    limits,
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        json::{Json, Nothing},
        once::Mutation,
    },
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::venues::{VenueSignIn, VenueView},
};
use eid_store::venues as stored;

/// Signs a place in. A name that is not registered, a wrong password and a place that may not sign in any more are one
/// answer, after the same work. The answer is never kept for a repeat: it sets a cookie.
///
/// # Errors
/// `sign_in_refused` with the tries left, `locked_out`.
#[utoipa::path(post, path = "/api/venue/session", tag = "venue", request_body = VenueSignIn, responses(
    (status = 200, body = VenueView), (status = 401, body = Problem, description = "`sign_in_refused`"),
    (status = 423, body = Problem, description = "`locked_out`")))]
pub async fn create(
    State(app): State<App>,
    source: Source,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<VenueSignIn>,
) -> Result<Response, ApiError> {
    app.passwords.room()?;
    let now = app.now();
    let name = body.username.trim().to_lowercase();
    let subject = app.keys.blind(KIND, &[&name]);
    let limits = &app.config.limits;
    let mut tx = app.store.begin().await?;
    limits::begin_try(&mut tx, &limits.venue_sign_in_source, &source.0, now).await?;
    let left = limits::begin_try(&mut tx, &limits.venue_sign_in_subject, &subject, now).await?;
    let row = stored::by_username(&mut tx, &name).await?;
    let row = row.filter(|row| venues::may_sign_in(row, now));
    tx.commit().await?;
    let known = row.as_ref().and_then(|row| row.password_hash.as_deref());
    let right = app.passwords.verify(known, &body.password).await?;
    let mut tx = app.store.begin().await?;
    let row = match row.filter(|_| right) {
        // As for staff: dismissed meanwhile, or with another password, it does not open.
        Some(was) => stored::lock(&mut tx, &was.id)
            .await?
            .filter(|is| is.password_hash == was.password_hash && venues::may_sign_in(is, now)),
        None => None,
    };
    let Some(row) = row else {
        return Err(Problem::new(ProblemCode::SignInRefused).tries_left(left).into());
    };
    limits::forget(&mut tx, &limits.venue_sign_in_subject, &subject).await?;
    limits::give_back(&mut tx, &limits.venue_sign_in_source, &source.0, now).await?;
    let cookie = venues::begin(&app, &mut tx, &headers, &row, now).await?;
    let done = Done {
        who: Who::Venue(&row.id),
        action: "venue.signed_in",
        kind: KIND,
        id: &row.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    tx.commit().await?;
    Ok(([(header::SET_COOKIE, cookie)], Json(venues::view(&row)?)).into_response())
}

/// Which place is signed in.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/venue/session", tag = "venue", security(("venue" = [])), responses(
    (status = 200, body = VenueView), (status = 401, body = Problem)))]
pub async fn read(NewVenue(venue): NewVenue) -> Result<Json<VenueView>, ApiError> {
    Ok(Json(venues::view(&venue.row)?))
}

/// Signs out; also fine when nobody is signed in.
///
/// # Errors
/// When the database is out of reach.
#[utoipa::path(delete, path = "/api/venue/session", tag = "venue", responses((status = 204)))]
pub async fn delete(
    State(app): State<App>,
    headers: HeaderMap,
    _: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut tx = app.store.begin().await?;
    let gone = venues::end(&app, &mut tx, &headers).await?;
    tx.commit().await?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, gone)]).into_response())
}
