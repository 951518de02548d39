//! `PUT /api/venue/password`.

use crate::{
    app::{
        audit::{self, Done, Who},
        venues::{KIND, NewVenue},
    },
    limits,
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::{Problem, ProblemCode},
    wire::staff_admin::{ChangePassword, check_password},
};
use eid_store::venues;

/// Chooses another password; whoever else is signed in for this place is not any more.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, also where it is the same; `sign_in_refused` with the tries left where the present one
/// is wrong; `locked_out`.
#[utoipa::path(put, path = "/api/venue/password", tag = "venue", security(("venue" = [])),
    request_body = ChangePassword, responses((status = 204), (status = 401, body = Problem),
    (status = 422, body = Problem), (status = 423, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    NewVenue(venue): NewVenue,
    Mutation { body, once }: Mutation<ChangePassword>,
) -> Result<Response, ApiError> {
    check_password(&body.new).map_err(|code| ApiError::field("new", code))?;
    // Else the one that an administrator knows would stay.
    if body.new == body.current {
        return Err(ApiError::field("new", FieldCode::StaffPasswordSame));
    }
    let (row, now) = (&venue.row, app.now());
    let limit = &app.config.limits.venue_sign_in_subject;
    let subject = app.keys.blind(KIND, &[&row.username]);
    let mut tx = app.store.begin().await?;
    let left = limits::begin_try(&mut tx, limit, &subject, now).await?;
    tx.commit().await?;
    let known = row.password_hash.as_deref();
    if !app.passwords.verify(known, &body.current).await? {
        return Err(Problem::new(ProblemCode::SignInRefused).tries_left(left).into());
    }
    let hash = app.passwords.hash(app.rng.as_ref(), &body.new).await?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::forget(&mut tx, limit, &subject).await?;
    let none = || ApiError::from(ProblemCode::NotSignedIn);
    // Whoever was dismissed, or given another password, while this one was hashed is not let in again by it.
    let mut row = venues::lock(&mut tx, &row.id)
        .await?
        .filter(|new| !new.disabled && new.password_hash == row.password_hash)
        .ok_or_else(none)?;
    row.password_hash = Some(hash);
    row.password_until = None;
    venues::put(&mut tx, &row).await?;
    venues::end_sessions(&mut tx, &row.id, &venue.session_hash).await?;
    let done = Done {
        who: Who::Venue(&row.id),
        action: "venue.password_changed",
        kind: KIND,
        id: &row.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    once.finish_empty(tx).await
}
