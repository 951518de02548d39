//! `GET /api/config`.

use crate::{data, problem::ApiError, state::App, web::packed::Packed};
use axum::{extract::State, http::HeaderMap, response::Response};
use eid_domain::{
    account::{ACCOUNT_WORKING_DAYS, ACTIVATE_WITHIN_DAYS},
    booking::HORIZON_LAST_DAY,
    calendar::office_date,
    dossier::CARD_WORKING_DAYS,
    wire::config::ClientConfig,
};

/// What a client must know before it starts.
///
/// # Errors
/// When it cannot be written as JSON.
#[utoipa::path(get, path = "/api/config", tag = "config", responses((status = 200, body = ClientConfig)))]
pub async fn read(State(app): State<App>, headers: HeaderMap) -> Result<Response, ApiError> {
    let now = app.now();
    let config = ClientConfig {
        now,
        today: office_date(now),
        demo: app.config.demo,
        activate_within_days: ACTIVATE_WITHIN_DAYS,
        card_working_days: CARD_WORKING_DAYS,
        account_working_days: ACCOUNT_WORKING_DAYS,
        horizon_days: u16::from(HORIZON_LAST_DAY),
        hotline: app.config.hotline.clone(),
        fees: data::FEES.to_owned(),
    };
    Ok(Packed::fast(serde_json::to_vec(&config)?).answer(&headers))
}
