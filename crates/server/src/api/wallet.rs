//! `/api/wallet/{lang}`.

use crate::{problem::ApiError, state::App, web::path::Path};
use axum::{extract::State, http::HeaderMap, response::Response};
use eid_domain::{
    problem::Problem,
    wire::{Lang, wallet::WalletKinds},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoint of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(kinds))
}

/// Which papers can be integrated, and who keeps them, in one language. The same for everybody.
///
/// # Errors
/// `not_found` for another language.
#[utoipa::path(get, path = "/api/wallet/{lang}", tag = "account", params(("lang" = Lang, Path)),
    responses((status = 200, body = WalletKinds), (status = 404, body = Problem)))]
pub async fn kinds(
    State(app): State<App>,
    Path(lang): Path<Lang>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    Ok(app.wallet.in_lang(lang).answer(&headers))
}
