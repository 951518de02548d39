//! What changes rarely and is asked for always: the offices and the calendar, parsed once, in memory; and the stops of
//! teams, which are offices for one day and are read again whenever one of them has changed.

mod stops;

pub use stops::Stop;

use crate::{data, problem::ApiError, web::packed::Packed};
use eid_domain::{
    calendar::Calendar,
    office::{Office, OfficeId},
    problem::ProblemCode,
};
use eid_store::{Store, offices};
use jiff::Timestamp;
use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};
use stops::Stops;

/// Offices, stops and calendar.
#[derive(Debug)]
pub struct Catalog {
    offices: BTreeMap<String, Arc<Office>>,
    /// Holidays and swap days.
    pub calendar: Calendar,
    stops: RwLock<Arc<Stops>>,
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

/// The answer to `GET /api/offices`.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The offices, and the stops that anybody can book now.
    pub json: Packed,
    /// Its entity tag; weak, as it is one for the plain and the packed answer.
    pub etag: String,
}

impl Catalog {
    /// Reads the offices from the database and the calendar from its file.
    ///
    /// # Errors
    /// When either cannot be read.
    pub async fn load(store: &Store, now: Timestamp) -> Result<Self, CatalogError> {
        data::check_fees()?;
        let rows = offices::list(&mut store.peek().await?).await?;
        let parsed: Result<Vec<Office>, _> = rows.iter().map(|row| serde_json::from_str(&row.data)).collect();
        let offices: BTreeMap<String, Arc<Office>> = parsed?
            .into_iter()
            .map(|office| (office.id.as_str().to_owned(), Arc::new(office)))
            .collect();
        let stops = Stops::load(store, &offices, now).await?;
        Ok(Self {
            offices,
            calendar: data::calendar()?,
            stops: RwLock::new(Arc::new(stops)),
        })
    }

    /// Reads the stops again where any has changed, also by another server, and lists those that can be booked now.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn refresh(&self, store: &Store, now: Timestamp) -> Result<(), CatalogError> {
        if let Some(newer) = self.stops().newer(store, &self.offices, now).await? {
            *self.stops.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(newer);
        }
        Ok(())
    }

    fn stops(&self) -> Arc<Stops> {
        Arc::clone(&self.stops.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Every office that stays.
    pub fn offices(&self) -> impl Iterator<Item = &Office> {
        self.offices.values().map(Arc::as_ref)
    }

    /// A place by its id: an office, or a stop whatever became of it.
    #[must_use]
    pub fn office(&self, id: &str) -> Option<Arc<Office>> {
        let office = self.offices.get(id).map(Arc::clone);
        office.or_else(|| self.stop(id).map(|stop| stop.office))
    }

    /// A stop by its id, whatever became of it.
    #[must_use]
    pub fn stop(&self, id: &str) -> Option<Stop> {
        self.stops().get(id).cloned()
    }

    /// A place that anybody can book: an office, or a stop that is public and takes place.
    #[must_use]
    pub fn open_to_all(&self, id: &str) -> Option<Arc<Office>> {
        let office = self.offices.get(id).map(Arc::clone);
        let stop = || self.stop(id).filter(|stop| stop.is_public && stop.is_planned);
        office.or_else(|| stop().map(|stop| stop.office))
    }

    /// A place by the id of a path. A stop that is not public is found by who was given its id: it cannot be guessed.
    ///
    /// # Errors
    /// `not_found`.
    pub fn office_of_path(&self, id: &str) -> Result<Arc<Office>, ApiError> {
        let id = OfficeId::parse(id).ok();
        let place = id.and_then(|id| {
            let office = self.offices.get(id.as_str()).map(Arc::clone);
            let stop = || self.stop(id.as_str()).filter(|stop| stop.is_planned);
            office.or_else(|| stop().map(|stop| stop.office))
        });
        place.ok_or(ProblemCode::NotFound.into())
    }

    /// The office whose desk looks after visits at a place: of a stop the one that runs it.
    #[must_use]
    pub fn home_of(&self, id: &str) -> String {
        self.stop(id).map_or_else(|| id.to_owned(), |stop| stop.run_by)
    }

    /// The stops that an office runs on a day.
    #[must_use]
    pub fn stops_of(&self, office_id: &str, date: jiff::civil::Date) -> Vec<Arc<Office>> {
        let stops = self.stops();
        let own = stops
            .all()
            .filter(|stop| stop.run_by == office_id && stop.office.valid_from == date);
        own.map(|stop| Arc::clone(&stop.office)).collect()
    }

    /// The answer to `GET /api/offices`.
    #[must_use]
    pub fn listing(&self) -> Listing {
        self.stops().listing.clone()
    }
}
