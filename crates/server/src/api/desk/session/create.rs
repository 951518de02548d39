//! `POST /api/desk/session`.

use super::read;
use crate::{
    app::{second_factor, staff_admin},
    config::SecondFactor,
    limits,
    problem::ApiError,
    state::App,
    web::{client::Source, json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::{
        desk::StaffSignIn,
        second_factor::{SignInNext, StaffSignedIn},
    },
};
use eid_store::{
    factors, passkeys,
    sessions::{Proved, SessionKind},
    staff,
};

/// Signs a member of staff in, or says what is still to come: the code of the second factor, a passkey, or setting one of
/// them up. The answer
/// is never kept for a repeat: it sets a cookie.
///
/// # Errors
/// `sign_in_refused` with the tries left, `locked_out`.
#[utoipa::path(post, path = "/api/desk/session", tag = "desk", request_body = StaffSignIn, responses(
    (status = 200, body = StaffSignedIn), (status = 401, body = Problem, description = "`sign_in_refused`"),
    (status = 423, body = Problem, description = "`locked_out`")))]
pub async fn create(
    State(app): State<App>,
    source: Source,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<StaffSignIn>,
) -> Result<Response, ApiError> {
    app.passwords.room()?;
    let now = app.now();
    let name = body.username.trim().to_lowercase();
    let subject = app.keys.blind("staff", &[&name]);
    let limits = &app.config.limits;
    let mut tx = app.store.begin().await?;
    // Counted before it is judged: as many at once as there are hands are no more than one after the other.
    limits::begin_try(&mut tx, &limits.desk_sign_in_source, &source.0, now).await?;
    let left = limits::begin_try(&mut tx, &limits.desk_sign_in_subject, &subject, now).await?;
    let row = staff::by_username(&mut tx, &name)
        .await?
        .filter(|row| staff_admin::may_sign_in(row, now));
    tx.commit().await?;
    let stored = row.as_ref().map(|row| row.password_hash.as_str());
    let right = app.passwords.verify(stored, &body.password).await?;
    let mut tx = app.store.begin().await?;
    let row = match row.filter(|_| right) {
        // Whoever was dismissed, or given another password, while this one was judged is not let in by it.
        Some(was) => staff::lock(&mut tx, &was.id)
            .await?
            .filter(|is| is.password_hash == was.password_hash && staff_admin::may_sign_in(is, now)),
        None => None,
    };
    let Some(row) = row else {
        tx.commit().await?;
        return Err(Problem::new(ProblemCode::SignInRefused).tries_left(left).into());
    };
    limits::forget(&mut tx, &limits.desk_sign_in_subject, &subject).await?;
    limits::give_back(&mut tx, &limits.desk_sign_in_source, &source.0, now).await?;
    let has_code = factors::of_staff(&mut tx, &row.id).await?.is_some();
    let passkey = !passkeys::of_subject(&mut tx, SessionKind::Staff, &row.id)
        .await?
        .is_empty();
    let next = match app.config.second_factor {
        _ if has_code => SignInNext::Code,
        _ if passkey => SignInNext::Passkey,
        SecondFactor::Required => SignInNext::Enrol,
        SecondFactor::Optional => SignInNext::Done,
    };
    let mut answer = StaffSignedIn {
        next,
        staff: None,
        recovery_left: None,
        passkey,
    };
    let set = if next == SignInNext::Done {
        answer.staff = Some(read::view_of(&row)?);
        second_factor::finish_sign_in(&app, &mut tx, &headers, &row.id, Proved::Password, now)
            .await?
            .to_vec()
    } else {
        vec![second_factor::begin_sign_in(&app, &mut tx, &row.id, now).await?]
    };
    tx.commit().await?;
    let mut response = Json(answer).into_response();
    for cookie in set {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
