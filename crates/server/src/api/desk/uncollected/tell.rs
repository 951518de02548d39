//! `POST /api/desk/uncollected/messages`.

use super::MOST;
use crate::{
    app::{
        audit::{self, Done, Who},
        dossiers as cases,
        staff::{Right, Staff},
        uncollected,
    },
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    reference::Reference,
    wire::batches::{TellUncollected, ToldUncollected},
};
use eid_store::dossiers;

/// One message to each of these people whose card waits at the own office; who was told less than a week ago is left out.
///
/// # Errors
/// `invalid_fields` at `references`.
#[utoipa::path(post, path = "/api/desk/uncollected/messages", tag = "desk", request_body = TellUncollected,
    security(("staff" = [])), responses((status = 200, body = ToldUncollected), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn tell(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<TellUncollected>,
) -> Result<Response, ApiError> {
    staff.need(Right::Batches)?;
    if body.references.is_empty() || body.references.len() > MOST as usize {
        return Err(ApiError::field("references", FieldCode::Required));
    }
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut told = ToldUncollected {
        written: 0,
        left_out: 0,
    };
    for typed in &body.references {
        let found = match Reference::parse(typed) {
            Ok(reference) => dossiers::by_reference(&mut tx, reference.as_str()).await?,
            Err(_) => None,
        };
        let own = found.filter(|dossier| dossier.office_id == staff.office_id);
        let written = match own {
            Some(dossier) if uncollected::waits(cases::state_of(&dossier)?) => {
                let written = uncollected::tell(&app, &mut tx, &dossier, now).await?;
                if written {
                    let done = Done {
                        who: Who::Staff(&staff.id),
                        action: "uncollected.tell",
                        kind: "dossier",
                        id: &dossier.id,
                        reason: None,
                    };
                    audit::note(&app, &mut tx, now, done).await?;
                }
                written
            }
            _ => false,
        };
        if written {
            told.written += 1;
        } else {
            told.left_out += 1;
        }
    }
    let answer = once.finish(tx, StatusCode::OK, &told).await;
    app.wake.notify_one();
    answer
}
