//! `GET /api/desk/audit/check`.

use super::note_reading;
use crate::{
    app::{
        audit::is_signed,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, query::Query},
};
use axum::extract::State;
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    wire::audit::{ChainCheck, ChainFault, CheckState, FaultKind},
};
use eid_store::audit::{
    chain::Head,
    check::{self as stored, Place, Step},
    search::Wanted,
};
use serde::Deserialize;

/// Rows of one part: some tenths of a second.
const ROWS: u32 = 10_000;

/// Where to go on.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct CheckQuery {
    /// `next` of the part before; empty at the beginning.
    #[serde(default)]
    pub cursor: String,
}

/// Reads the chain again, a part at a time: whoever asks carries `next` on until it is sound or broken.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`.
#[utoipa::path(get, path = "/api/desk/audit/check", tag = "desk", params(CheckQuery), security(("staff" = [])),
    responses((status = 200, body = ChainCheck), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 422, body = Problem)))]
pub async fn check(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<CheckQuery>,
) -> Result<Json<ChainCheck>, ApiError> {
    staff.need(Right::Audit)?;
    let place = if query.cursor.is_empty() {
        let mut tx = app.store.begin().await?;
        note_reading(
            &app,
            &mut tx,
            &staff,
            "audit.check",
            &Wanted::default(),
            app.now(),
        )
        .await?;
        tx.commit().await?;
        Place::start()
    } else {
        Place::parse(&query.cursor).ok_or_else(|| ApiError::field("cursor", FieldCode::ChoiceUnknown))?
    };
    let signed = |head: &Head| is_signed(&app.keys, head);
    let mut tx = app.store.read().await?;
    let step = stored::step(&mut tx, &place, ROWS, &signed).await?;
    Ok(Json(answer(step)?))
}

fn answer(step: Step) -> Result<ChainCheck, ApiError> {
    let plain = |state, checked, next| ChainCheck {
        state,
        checked,
        next,
        fault: None,
    };
    Ok(match step {
        Step::More(place) => {
            let checked = match &place {
                Place::Chain(sequence) => *sequence,
                Place::Entries(_) => 0,
            };
            plain(CheckState::Running, checked, Some(place.text()))
        }
        Step::Sound(head) => plain(CheckState::Sound, head.sequence, None),
        Step::Broken(fault) => {
            let kind = FaultKind::parse(fault.kind());
            let kind = kind.ok_or_else(|| ApiError::internal("audit fault", &fault))?;
            tracing::error!(%fault, "the audit is broken");
            ChainCheck {
                fault: Some(ChainFault {
                    kind,
                    sequence: fault.sequence(),
                    entry_id: fault.entry_id().map(str::to_owned),
                }),
                ..plain(CheckState::Broken, fault.sequence().unwrap_or(0), None)
            }
        }
    })
}
