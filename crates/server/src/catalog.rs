//! What changes rarely and is asked for always, in memory: the calendar; the offices, and the stops of teams, which are
//! offices for one day. All are read again whenever one of them has changed, also by another server.

mod days;
mod known;

pub use days::Days;
pub use known::Stop;

use crate::{data, problem::ApiError, web::packed::Packed};
use eid_domain::{
    calendar::Calendar,
    capacity::VisitLengths,
    office::{Office, OfficeId},
    problem::ProblemCode,
};
use eid_store::{Store, Tx};
use jiff::Timestamp;
use known::Known;
use std::sync::{Arc, PoisonError, RwLock};

/// Offices, stops and calendar.
#[derive(Debug)]
pub struct Catalog {
    days: Days,
    known: RwLock<Arc<Known>>,
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

impl From<CatalogError> for ApiError {
    fn from(error: CatalogError) -> Self {
        match error {
            CatalogError::Store(error) => error.into(),
            CatalogError::Data(_) | CatalogError::Office(_) => Self::internal("catalogue", &error),
        }
    }
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
    /// Reads the offices from the database, and the calendar from its file and from what was said over it.
    ///
    /// # Errors
    /// When either cannot be read.
    pub async fn load(store: &Store, now: Timestamp) -> Result<Self, CatalogError> {
        data::check_fees()?;
        Ok(Self {
            days: Days::load(data::calendar()?, store).await?,
            known: RwLock::new(Arc::new(Known::load(store, now).await?)),
        })
    }

    /// Reads the calendar, offices and stops again where any has changed, also by another server, and lists those that can be
    /// booked now.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn refresh(&self, store: &Store, now: Timestamp) -> Result<(), CatalogError> {
        self.days.refresh(store).await?;
        if let Some(newer) = self.known().newer(store, now).await? {
            *self.known.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(newer);
        }
        Ok(())
    }

    /// Holidays and swap days as they are now.
    #[must_use]
    pub fn calendar(&self) -> Arc<Calendar> {
        self.days.now()
    }

    /// The same for who keeps it and must hear of every change.
    #[must_use]
    pub fn days(&self) -> Days {
        self.days.clone()
    }

    /// The calendar as a transaction sees it: newer than [`Catalog::calendar`] for a moment after another server changed it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn calendar_in(&self, tx: &mut Tx) -> Result<Arc<Calendar>, CatalogError> {
        self.days.seen_by(tx).await
    }

    fn known(&self) -> Arc<Known> {
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Every office that stays.
    #[must_use]
    pub fn offices(&self) -> Vec<Arc<Office>> {
        self.known().offices.values().map(Arc::clone).collect()
    }

    /// An office that stays, by its id; no stop.
    #[must_use]
    pub fn lasting(&self, id: &str) -> Option<Arc<Office>> {
        self.known().offices.get(id).map(Arc::clone)
    }

    /// A place by its id: an office, or a stop whatever became of it.
    #[must_use]
    pub fn office(&self, id: &str) -> Option<Arc<Office>> {
        let office = self.lasting(id);
        office.or_else(|| self.stop(id).map(|stop| stop.office))
    }

    /// How long visits take at a place.
    #[must_use]
    pub fn lengths_at(&self, id: &str) -> VisitLengths {
        self.office(id)
            .map_or(VisitLengths::USUAL, |office| office.visit_lengths)
    }

    /// A stop by its id, whatever became of it.
    #[must_use]
    pub fn stop(&self, id: &str) -> Option<Stop> {
        self.known().stop(id).cloned()
    }

    /// A place that anybody can book: an office, or a stop that is public and takes place.
    #[must_use]
    pub fn open_to_all(&self, id: &str) -> Option<Arc<Office>> {
        let office = self.lasting(id);
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
            let office = self.lasting(id.as_str());
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
        let known = self.known();
        let own = known
            .all_stops()
            .filter(|stop| stop.run_by == office_id && stop.office.valid_from == date);
        own.map(|stop| Arc::clone(&stop.office)).collect()
    }

    /// The answer to `GET /api/offices`.
    #[must_use]
    pub fn listing(&self) -> Listing {
        self.known().listing.clone()
    }
}
