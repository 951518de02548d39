//! `/api/account/data`: what is held about who is signed in.

use crate::{
    app::{
        accounts as steps,
        audit::Who,
        citizens::Citizen,
        own_data::{self, About},
        passcodes,
    },
    limits,
    problem::ApiError,
    state::App,
    web::{client::Source, json::Json, once::Mutation},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    wire::own_data::{ExportData, OwnDataView},
};
use eid_store::{Tx, accounts::Account, dossiers, own_data as stored};

async fn about(tx: &mut Tx, account: &Account) -> Result<About, ApiError> {
    Ok(About {
        account: Some((account.id.clone(), account.personal_number.clone())),
        dossiers: stored::dossiers_of(tx, &account.personal_number).await?,
    })
}

/// How much is held, by kind.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/account/data", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = OwnDataView), (status = 401, body = Problem)))]
pub async fn read(State(app): State<App>, citizen: Citizen) -> Result<Json<OwnDataView>, ApiError> {
    let account = &citizen.account;
    let mut tx = app.store.read().await?;
    let about = about(&mut tx, account).await?;
    let held = own_data::held(&mut tx, &about).await?;
    let open = dossiers::open_by_person(&mut tx, &account.personal_number).await?;
    Ok(Json(OwnDataView {
        held,
        open_dossier: open.is_some(),
    }))
}

/// All of it as one file, while it is read: a JSON object with a list for each kind, named as the database's tables are
/// described in the docs. No secret is in it, no digest, and nothing about somebody else. The answer is never kept for a
/// repeat.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `locked_out`: five wrong passcodes lock until midnight; `too_many_requests`.
#[utoipa::path(post, path = "/api/account/data/export", tag = "account", security(("citizen" = [])),
    request_body = ExportData, responses((status = 200, body = serde_json::Value), (status = 401, body = Problem),
    (status = 422, body = Problem), (status = 423, body = Problem), (status = 429, body = Problem)))]
pub async fn export(
    State(app): State<App>,
    source: Source,
    citizen: Citizen,
    Mutation { body, .. }: Mutation<ExportData>,
) -> Result<Response, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    if body.passcode.trim().is_empty() {
        return Err(ApiError::field("passcode", FieldCode::Required));
    }
    passcodes::prove(&app, &source, account, &body.passcode, now).await?;
    let mut tx = app.store.begin().await?;
    let subject = app.keys.blind("export", &[&account.id]);
    limits::spend(&mut tx, &app.config.limits.export_subject, &subject, now).await?;
    let who = Who::Citizen(&account.id);
    steps::note(&app, &mut tx, account, "account.data_exported", who, now).await?;
    let about = about(&mut tx, account).await?;
    tx.commit().await?;
    Ok(own_data::file(&app, about))
}
