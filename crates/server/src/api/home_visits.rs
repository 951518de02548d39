//! `/api/home-visits`: who cannot walk asks for a team to come.

pub mod create;
pub mod read;
pub mod withdraw;

use crate::{
    app::keys::{self, AccessKey, Link},
    problem::ApiError,
    secret,
    state::App,
};
use eid_domain::{
    calendar::office_now,
    campaign::{Cause, HomeVisitState},
    problem::ProblemCode,
    reference::Reference,
    wire::home_visits::{HomeVisitDate, HomeVisitView},
};
use eid_store::{
    Tx, appointments, dossiers,
    home_visits::{self, HomeVisit},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(create::create))
        .routes(routes!(read::read))
        .routes(routes!(withdraw::withdraw))
}

/// The wish of a reference. No such reference and a wrong key are one answer.
///
/// # Errors
/// `no_match`.
async fn open(tx: &mut Tx, reference: &str, key: &AccessKey) -> Result<HomeVisit, ApiError> {
    let no_match = || ApiError::from(ProblemCode::NoMatch);
    let reference = Reference::parse(reference).map_err(|_| no_match())?;
    let wish = home_visits::by_id(tx, reference.as_str()).await?;
    wish.filter(|wish| secret::same(wish.key_hash.as_bytes(), key.digest().as_bytes()))
        .ok_or_else(no_match)
}

/// A wish as its owner sees it.
///
/// # Errors
/// When the database is out of reach or holds a word that is none of ours.
async fn view(app: &App, tx: &mut Tx, wish: &HomeVisit) -> Result<HomeVisitView, ApiError> {
    let wrong = || ApiError::internal("home visit", &wish.state.as_str());
    let dossier = match &wish.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    };
    let visit = match dossier {
        Some(dossier) => appointments::latest_of_dossier(tx, &dossier.id)
            .await?
            .map(|visit| HomeVisitDate {
                key: keys::link_key(app, &Link::Receipt.about(&dossier.id)),
                reference: dossier.reference,
                at: office_now(visit.starts_at),
            }),
        None => None,
    };
    Ok(HomeVisitView {
        reference: wish.id.clone(),
        state: HomeVisitState::parse(wish.state.as_str()).ok_or_else(wrong)?,
        cause: Cause::parse(&wish.cause).ok_or_else(wrong)?,
        name_masked: crate::app::desk::masked_name(&wish.full_name),
        commune: wish.commune.clone(),
        phone_ends: crate::app::view::phone_ends(&wish.phone),
        created_at: wish.created_at,
        reason: wish.reason.clone(),
        visit,
    })
}
