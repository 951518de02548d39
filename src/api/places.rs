//! `/data/*`: places of today and of before, as the data files have them. Only the office finder needs them.

use super::ApiError;
use crate::browser::http;
use eid_domain::office::Positions;
use eid_domain::place::{Commune, PlaceFiles, Places, Province, parse_communes, parse_provinces};

/// Every place we know.
///
/// # Errors
/// [`ApiError::Offline`] where a file did not arrive, [`ApiError::Unexpected`] where one cannot be read.
pub async fn load() -> Result<Places, ApiError> {
    // All on their way before the first is waited for.
    let [provinces, birth_codes, communes, old_units] = ["provinces", "birth-codes", "communes", "old-units"]
        .map(|name| http::fetch_json(&format!("/data/{name}.tsv")));
    let provinces = http::text(provinces).await.ok_or(ApiError::Offline)?;
    let birth_codes = http::text(birth_codes).await.ok_or(ApiError::Offline)?;
    let communes = http::text(communes).await.ok_or(ApiError::Offline)?;
    let old_units = http::text(old_units).await.ok_or(ApiError::Offline)?;
    let files = PlaceFiles {
        provinces: &provinces,
        birth_codes: &birth_codes,
        communes: &communes,
        old_units: &old_units,
    };
    Places::parse(&files).map_err(|_| ApiError::Unexpected)
}

/// Every provincial unit of today.
///
/// # Errors
/// As [`load`].
pub async fn provinces() -> Result<Vec<Province>, ApiError> {
    let text = http::text(http::fetch_json("/data/provinces.tsv"))
        .await
        .ok_or(ApiError::Offline)?;
    parse_provinces("provinces.tsv", &text).map_err(|_| ApiError::Unexpected)
}

/// Every commune of today.
///
/// # Errors
/// As [`load`].
pub async fn communes() -> Result<Vec<Commune>, ApiError> {
    let text = http::text(http::fetch_json("/data/communes.tsv"))
        .await
        .ok_or(ApiError::Offline)?;
    parse_communes("communes.tsv", &text).map_err(|_| ApiError::Unexpected)
}

/// About where offices and provinces lie.
///
/// # Errors
/// As [`load`].
pub async fn positions() -> Result<Positions, ApiError> {
    let text = http::text(http::fetch_json("/data/positions.csv"))
        .await
        .ok_or(ApiError::Offline)?;
    Positions::parse("positions.csv", &text).map_err(|_| ApiError::Unexpected)
}
