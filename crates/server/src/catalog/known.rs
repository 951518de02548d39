//! Offices and stops as they were when last looked at.

use super::{CatalogError, Listing};
use crate::{secret, web::packed::Packed};
use eid_domain::{
    calendar::office_date,
    capacity::is_released,
    office::{Office, OfficeSettings},
};
use eid_store::{
    Store, Tx, offices,
    stops::{self, StopState},
};
use jiff::{Timestamp, civil::Date};
use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

/// A stop.
#[derive(Clone, Debug)]
pub struct Stop {
    /// What can be booked: an office of one day.
    pub office: Arc<Office>,
    /// The office that runs it.
    pub run_by: String,
    /// Whether anybody may book there.
    pub is_public: bool,
    /// Not cancelled.
    pub is_planned: bool,
}

/// Changes whenever an office or a stop does.
type Mark = [(i64, i64); 2];

type Offices = BTreeMap<String, Arc<Office>>;
type ById = BTreeMap<String, Stop>;

#[derive(Debug)]
pub(super) struct Known {
    mark: Mark,
    pub(super) offices: Arc<Offices>,
    stops: ById,
    /// Ids of the stops that are listed.
    listed: Vec<String>,
    /// For which day: what was different before it is not listed.
    today: Date,
    pub(super) listing: Listing,
}

impl Known {
    pub(super) async fn load(store: &Store, now: Timestamp) -> Result<Self, CatalogError> {
        let mut tx = store.read().await?;
        let mark = mark(&mut tx).await?;
        let mut all = Offices::new();
        for row in offices::list(&mut tx).await? {
            all.insert(row.id, Arc::new(serde_json::from_str(&row.data)?));
        }
        let mut by_id = ById::new();
        for row in stops::list(&mut tx).await? {
            let stop = Stop {
                office: Arc::new(serde_json::from_str(&row.data)?),
                run_by: row.office_id,
                is_public: row.is_public,
                is_planned: row.state == StopState::Planned,
            };
            by_id.insert(row.id, stop);
        }
        Self::of(mark, Arc::new(all), by_id, now)
    }

    /// What has changed since: `None` for nothing.
    pub(super) async fn newer(&self, store: &Store, now: Timestamp) -> Result<Option<Self>, CatalogError> {
        if mark(&mut store.peek().await?).await? != self.mark {
            return Self::load(store, now).await.map(Some);
        }
        let other_day = self.today != office_date(now)
            && self.offices.values().any(|office| !office.exceptions.is_empty());
        if !other_day && listed(&self.stops, now) == self.listed {
            return Ok(None);
        }
        Self::of(self.mark, Arc::clone(&self.offices), self.stops.clone(), now).map(Some)
    }

    fn of(mark: Mark, offices: Arc<Offices>, stops: ById, now: Timestamp) -> Result<Self, CatalogError> {
        let (listed, today) = (listed(&stops, now), office_date(now));
        let public = listed
            .iter()
            .filter_map(|id| stops.get(id))
            .map(|stop| &stop.office);
        let all: Vec<Cow<'_, Office>> = offices
            .values()
            .chain(public)
            .map(|office| to_come(office, today))
            .collect();
        let json = serde_json::to_string(&serde_json::json!({ "offices": all }))?;
        let listing = Listing {
            etag: format!("W/\"{}\"", secret::digest(&json).get(..20).unwrap_or_default()),
            json: Packed::best(json),
        };
        Ok(Self {
            mark,
            offices,
            stops,
            listed,
            today,
            listing,
        })
    }

    pub(super) fn stop(&self, id: &str) -> Option<&Stop> {
        self.stops.get(id)
    }

    pub(super) fn all_stops(&self) -> impl Iterator<Item = &Stop> {
        self.stops.values()
    }
}

async fn mark(tx: &mut Tx) -> Result<Mark, CatalogError> {
    Ok([offices::mark(tx).await?, stops::mark(tx).await?])
}

/// The record without the days that differed before today.
fn to_come(office: &Office, today: Date) -> Cow<'_, Office> {
    if office.exceptions.iter().all(|day| day.date >= today) {
        return Cow::Borrowed(office);
    }
    let settings = OfficeSettings::of(office).after(today.yesterday().unwrap_or(today));
    Cow::Owned(settings.put_into(office.clone()))
}

/// Public, not cancelled, and its day can be booked: one that cannot be booked would only disappoint.
fn listed(stops: &ById, now: Timestamp) -> Vec<String> {
    let open = stops.iter().filter(|(id, stop)| {
        stop.is_public && stop.is_planned && is_released(id, stop.office.valid_from, now)
    });
    open.map(|(id, _)| id.clone()).collect()
}
