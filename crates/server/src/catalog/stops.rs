//! The stops as they were when last looked at.

use super::{CatalogError, Listing};
use crate::{secret, web::packed::Packed};
use eid_domain::{capacity::is_released, office::Office};
use eid_store::{
    Store,
    stops::{self, StopState},
};
use jiff::Timestamp;
use std::{collections::BTreeMap, sync::Arc};

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

#[derive(Debug)]
pub(super) struct Stops {
    mark: (i64, i64),
    by_id: BTreeMap<String, Stop>,
    /// Ids of those that are listed.
    listed: Vec<String>,
    pub(super) listing: Listing,
}

type Offices = BTreeMap<String, Arc<Office>>;

impl Stops {
    pub(super) async fn load(store: &Store, offices: &Offices, now: Timestamp) -> Result<Self, CatalogError> {
        let mut tx = store.read().await?;
        let mark = stops::mark(&mut tx).await?;
        let mut by_id = BTreeMap::new();
        for row in stops::list(&mut tx).await? {
            let stop = Stop {
                office: Arc::new(serde_json::from_str(&row.data)?),
                run_by: row.office_id,
                is_public: row.is_public,
                is_planned: row.state == StopState::Planned,
            };
            by_id.insert(row.id, stop);
        }
        Self::of(mark, by_id, offices, now)
    }

    /// What has changed since: `None` for nothing.
    pub(super) async fn newer(
        &self,
        store: &Store,
        offices: &Offices,
        now: Timestamp,
    ) -> Result<Option<Self>, CatalogError> {
        if stops::mark(&mut store.peek().await?).await? != self.mark {
            return Self::load(store, offices, now).await.map(Some);
        }
        if listed(&self.by_id, now) == self.listed {
            return Ok(None);
        }
        Self::of(self.mark, self.by_id.clone(), offices, now).map(Some)
    }

    fn of(
        mark: (i64, i64),
        by_id: BTreeMap<String, Stop>,
        offices: &Offices,
        now: Timestamp,
    ) -> Result<Self, CatalogError> {
        let listed = listed(&by_id, now);
        let stops = listed
            .iter()
            .filter_map(|id| by_id.get(id))
            .map(|stop| &stop.office);
        let all: Vec<&Office> = offices.values().chain(stops).map(Arc::as_ref).collect();
        let json = serde_json::to_string(&serde_json::json!({ "offices": all }))?;
        let listing = Listing {
            etag: format!("W/\"{}\"", secret::digest(&json).get(..20).unwrap_or_default()),
            json: Packed::best(json),
        };
        Ok(Self {
            mark,
            by_id,
            listed,
            listing,
        })
    }

    pub(super) fn get(&self, id: &str) -> Option<&Stop> {
        self.by_id.get(id)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Stop> {
        self.by_id.values()
    }
}

/// Public, not cancelled, and its day can be booked: one that cannot be booked would only disappoint.
fn listed(by_id: &BTreeMap<String, Stop>, now: Timestamp) -> Vec<String> {
    let open = by_id.iter().filter(|(id, stop)| {
        stop.is_public && stop.is_planned && is_released(id, stop.office.valid_from, now)
    });
    open.map(|(id, _)| id.clone()).collect()
}
