//! Agencies that are not there: they take requests and answer each once, over a table of their own, at the pace of the
//! simulated ministry.
//!
//! Everybody has the usual papers and none of the others. Some endings of the personal number let the other ways be seen,
//! see [`answers`].

pub mod answers;

use super::contract::{Later, PaperSources, Reply, Request, SourceError};
use crate::{authority::simulated::pace, catalog::Days};
use eid_domain::calendar::office_date;
use eid_store::{
    Store, StoreError,
    sources::{self, SourceCase},
};
use jiff::Timestamp;

/// The simulated agencies.
pub struct SimulatedSources {
    store: Store,
    days: Days,
}

impl SimulatedSources {
    /// Keeps its cases in this database.
    #[must_use]
    pub fn new(store: Store, days: Days) -> Self {
        Self { store, days }
    }

    async fn take(&self, request: &Request, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = self.store.begin().await?;
        let pace = pace::current(&mut tx).await?;
        let case = SourceCase {
            id: request.key.clone(),
            personal_number: request.personal_number.clone(),
            kind: request.kind.clone(),
            attempt: 1,
            asked_at: now,
            next_at: Some(pace::next(&self.days.now(), pace, now)),
        };
        sources::insert(&mut tx, &case).await?;
        tx.commit().await
    }

    async fn due(&self, now: Timestamp, limit: u32) -> Result<Vec<Reply>, StoreError> {
        let cases = sources::due(&mut self.store.peek().await?, now, limit).await?;
        Ok(cases.iter().map(reply).collect())
    }

    async fn known(&self, id: &str) -> Result<(), StoreError> {
        let mut tx = self.store.begin().await?;
        sources::answered(&mut tx, id).await?;
        tx.commit().await
    }
}

/// The day of the answer is when it was due, so that it is the same however often it is fetched.
fn reply(case: &SourceCase) -> Reply {
    let on = office_date(case.next_at.unwrap_or(case.asked_at));
    Reply {
        id: case.id.clone(),
        key: case.id.clone(),
        answer: answers::answer(&case.kind, &case.personal_number, case.attempt, on),
    }
}

fn told<T>(done: Result<T, StoreError>) -> Result<T, SourceError> {
    done.map_err(|error| SourceError::Unavailable(error.to_string()))
}

impl PaperSources for SimulatedSources {
    fn ask<'a>(&'a self, request: &'a Request, now: Timestamp) -> Later<'a, ()> {
        Box::pin(async move { told(self.take(request, now).await) })
    }

    fn replies(&self, now: Timestamp, limit: u32) -> Later<'_, Vec<Reply>> {
        Box::pin(async move { told(self.due(now, limit).await) })
    }

    fn acknowledge<'a>(&'a self, reply_id: &'a str, _: Timestamp) -> Later<'a, ()> {
        Box::pin(async move { told(self.known(reply_id).await) })
    }
}
