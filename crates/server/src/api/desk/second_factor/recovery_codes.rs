//! `POST /api/desk/second-factor/recovery-codes`.

use crate::{
    api::desk::session::read,
    app::{
        audit::{self, Done, Who},
        second_factor,
        staff::Staff,
    },
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation},
};
use axum::extract::State;
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    wire::second_factor::{GiveCode, RecoveryCodes, TypedCode},
};

/// Ten new recovery codes for a code of the phone; the former ones open nothing any more. The answer is never kept for a
/// repeat.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `code_wrong`, `locked_out`.
#[utoipa::path(post, path = "/api/desk/second-factor/recovery-codes", tag = "desk", request_body = GiveCode,
    security(("staff" = [])), responses((status = 200, body = RecoveryCodes), (status = 401, body = Problem),
    (status = 422, body = Problem, description = "`code_wrong`, `invalid_fields`"),
    (status = 423, body = Problem, description = "`locked_out`")))]
pub async fn recovery_codes(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, .. }: Mutation<GiveCode>,
) -> Result<Json<RecoveryCodes>, ApiError> {
    let typed = TypedCode::parse(&body.code).map_err(|code| ApiError::field("code", code))?;
    // One recovery code must not become ten.
    if matches!(typed, TypedCode::Recovery(_)) {
        return Err(ApiError::field("code", FieldCode::CodeFormat));
    }
    let now = app.now();
    let tx = app.store.begin().await?;
    let (mut tx, _) = second_factor::prove(&app, tx, &staff.id, &typed, now).await?;
    let codes = second_factor::new_recovery(&app, &mut tx, &staff.id).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "staff.recovery_renewed",
        kind: "staff",
        id: &staff.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    tx.commit().await?;
    Ok(Json(RecoveryCodes {
        codes,
        staff: read::of(staff),
    }))
}
