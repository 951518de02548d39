//! `PUT /api/desk/password`.

use crate::{
    app::{
        audit::{self, Done, Who},
        staff::Newcomer,
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
use eid_store::{
    sessions::{self, SessionKind},
    staff,
};

/// Changes one's own password; whoever else is signed in under this name is not any more.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, also where it is the same; `sign_in_refused` with the tries left where the present one is wrong; `locked_out`.
#[utoipa::path(put, path = "/api/desk/password", tag = "desk", security(("staff" = [])), request_body = ChangePassword,
    responses((status = 204), (status = 401, body = Problem), (status = 422, body = Problem),
    (status = 423, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    Newcomer(member): Newcomer,
    Mutation { body, once }: Mutation<ChangePassword>,
) -> Result<Response, ApiError> {
    check_password(&body.new).map_err(|code| ApiError::field("new", code))?;
    // Else the one that an administrator knows would stay.
    if body.new == body.current {
        return Err(ApiError::field("new", FieldCode::StaffPasswordSame));
    }
    let now = app.now();
    let none = || ApiError::from(ProblemCode::NotSignedIn);
    let mut tx = app.store.begin().await?;
    let row = staff::by_id(&mut tx, &member.id).await?.ok_or_else(none)?;
    let limit = &app.config.limits.desk_sign_in_subject;
    let subject = app.keys.blind("staff", &[&row.username]);
    let left = limits::begin_try(&mut tx, limit, &subject, now).await?;
    tx.commit().await?;
    if !app
        .passwords
        .verify(Some(&row.password_hash), &body.current)
        .await?
    {
        return Err(Problem::new(ProblemCode::SignInRefused).tries_left(left).into());
    }
    let hash = app.passwords.hash(app.rng.as_ref(), &body.new).await?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::forget(&mut tx, limit, &subject).await?;
    // Whoever was dismissed, or given another password, while this one was hashed is not let in again by it.
    let mut row = staff::lock(&mut tx, &member.id)
        .await?
        .filter(|new| !new.disabled && new.password_hash == row.password_hash)
        .ok_or_else(none)?;
    row.password_hash = hash;
    row.password_until = None;
    staff::put(&mut tx, &row).await?;
    sessions::delete_others(&mut tx, SessionKind::Staff, &member.id, &member.session_hash).await?;
    let done = Done {
        who: Who::Staff(&member.id),
        action: "staff.password_changed",
        kind: "staff",
        id: &member.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    once.finish_empty(tx).await
}
