//! What an office decides about itself: seen before it is changed, its people moved first, taken back again.

mod apply;
mod plan;
mod preview;
mod settle;
mod wish;

pub use apply::{Change, make, told};
pub use plan::{Plan, Standing, bring};
pub(super) use preview::count;
pub use preview::{compare, preview};
pub use settle::{Written, settle};
pub use wish::{taken_back, wanted};

use crate::{problem::ApiError, state::App};
use eid_domain::office::Office;
use eid_store::{
    Tx,
    offices::{self, OfficeRow},
};
use std::sync::Arc;

/// The record of a stored office.
///
/// # Errors
/// When what is stored is none.
pub fn record(data: &str) -> Result<Office, ApiError> {
    Ok(serde_json::from_str(data)?)
}

/// A place by the plan of now, locked where it is an office that stays: a stop's plan does not change.
///
/// # Errors
/// When the database is out of reach.
pub async fn current(app: &App, tx: &mut Tx, id: &str) -> Result<Option<Arc<Office>>, ApiError> {
    let row: Option<OfficeRow> = offices::lock(tx, id).await?;
    match row {
        Some(row) => Ok(Some(Arc::new(record(&row.data)?))),
        None => Ok(app.catalog.office(id)),
    }
}
