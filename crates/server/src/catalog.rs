//! What changes rarely and is asked for always: the offices and the calendar, parsed once, in memory.

use crate::{data, problem::ApiError, secret, web::packed::Packed};
use eid_domain::{
    calendar::Calendar,
    office::{Office, OfficeId},
    problem::ProblemCode,
};
use eid_store::{Store, offices};
use std::collections::BTreeMap;

/// Offices and calendar.
#[derive(Debug)]
pub struct Catalog {
    offices: BTreeMap<String, Office>,
    /// Holidays and swap days.
    pub calendar: Calendar,
    /// The answer to `GET /api/offices`.
    pub offices_json: Packed,
    /// Its entity tag; weak, as it is one for the plain and the packed answer.
    pub offices_etag: String,
}

/// Why the catalogue cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// A built-in file.
    #[error(transparent)]
    Data(#[from] eid_domain::data_error::DataError),
    /// The database.
    #[error(transparent)]
    Store(#[from] eid_store::StoreError),
    /// An office in the database.
    #[error("office: {0}")]
    Office(#[from] serde_json::Error),
}

impl Catalog {
    /// Reads the offices from the database and the calendar from its file.
    ///
    /// # Errors
    /// When either cannot be read.
    pub async fn load(store: &Store) -> Result<Self, CatalogError> {
        data::check_fees()?;
        let rows = offices::list(&mut store.peek().await?).await?;
        let parsed: Result<Vec<Office>, _> = rows.iter().map(|row| serde_json::from_str(&row.data)).collect();
        Self::new(parsed?, data::calendar()?)
    }

    fn new(list: Vec<Office>, calendar: Calendar) -> Result<Self, CatalogError> {
        let json = serde_json::to_string(&serde_json::json!({ "offices": list }))?;
        let etag = format!("W/\"{}\"", secret::digest(&json).get(..20).unwrap_or_default());
        let offices = list
            .into_iter()
            .map(|office| (office.id.as_str().to_owned(), office))
            .collect();
        Ok(Self {
            offices,
            calendar,
            offices_json: Packed::best(json),
            offices_etag: etag,
        })
    }

    /// Every office.
    pub fn offices(&self) -> impl Iterator<Item = &Office> {
        self.offices.values()
    }

    /// An office by its id.
    #[must_use]
    pub fn office(&self, id: &str) -> Option<&Office> {
        self.offices.get(id)
    }

    /// An office by the id of a path.
    ///
    /// # Errors
    /// `not_found`.
    pub fn office_of_path(&self, id: &str) -> Result<&Office, ApiError> {
        OfficeId::parse(id)
            .ok()
            .and_then(|id| self.office(id.as_str()))
            .ok_or(ProblemCode::NotFound.into())
    }
}
