//! A ministry that is not there: it takes dossiers, and decides a step at a time, over tables of its own.
//!
//! Every dossier is approved, but for two endings of the personal number that let the other ways be seen:
//! `…0403` is refused, `…0404` must be corrected once.

pub mod files;
pub mod pace;
pub mod steps;

use super::contract::{Authority, AuthorityError, Decision, Later, Request, Subject};
use crate::catalog::Days;
use eid_store::{
    Store, StoreError,
    ministry::{self, Case, CaseKind},
};
use jiff::Timestamp;
use steps::Step;

/// The simulated ministry.
pub struct SimulatedMinistry {
    store: Store,
    days: Days,
}

impl SimulatedMinistry {
    /// Keeps its cases in this database.
    #[must_use]
    pub fn new(store: Store, days: Days) -> Self {
        Self { store, days }
    }

    async fn take(&self, request: &Request, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = self.store.begin().await?;
        let pace = pace::current(&mut tx).await?;
        let next_at = Some(pace::next(&self.days.now(), pace, now));
        let kind = kind_of(request.subject);
        let mut payload =
            serde_json::to_value(request).map_err(|error| StoreError::Other(error.to_string()))?;
        let case = Case {
            id: format!("{}:{}", kind.as_str(), request.dossier_code),
            dossier_code: request.dossier_code.clone(),
            kind,
            step: Step::Submitted.as_str().to_owned(),
            next_at,
            payload: payload.to_string(),
        };
        if !ministry::insert(&mut tx, &case).await?
            && let Some(known) = ministry::by_code(&mut tx, &request.dossier_code, kind).await?
            && known.step == Step::NeedsCorrection.as_str()
        {
            payload["corrected"] = serde_json::Value::Bool(true);
            let again = Case {
                payload: payload.to_string(),
                ..case
            };
            ministry::advance(&mut tx, &known.step, &again).await?;
        }
        tx.commit().await
    }

    async fn decided(&self, now: Timestamp, limit: u32) -> Result<Vec<Decision>, StoreError> {
        let cases = ministry::due(&mut self.store.peek().await?, now, limit).await?;
        Ok(cases.iter().filter_map(decision).collect())
    }

    async fn known(&self, decision_id: &str, now: Timestamp) -> Result<(), StoreError> {
        let mut parts = decision_id.splitn(3, ':');
        let (Some(kind), Some(step), Some(code)) = (parts.next(), parts.next(), parts.next()) else {
            return Ok(());
        };
        let (Some(kind), Some(step)) = (CaseKind::parse(kind), Step::parse(step)) else {
            return Ok(());
        };
        let mut tx = self.store.begin().await?;
        let Some(mut case) = ministry::by_code(&mut tx, code, kind).await? else {
            return Ok(());
        };
        let from = case.step.clone();
        if steps::next(&case) != Some(step) {
            // Acknowledged before.
            return Ok(());
        }
        step.as_str().clone_into(&mut case.step);
        let pace = pace::current(&mut tx).await?;
        case.next_at = steps::next(&case).map(|_| pace::next(&self.days.now(), pace, now));
        ministry::advance(&mut tx, &from, &case).await?;
        tx.commit().await
    }
}

const fn kind_of(subject: Subject) -> CaseKind {
    match subject {
        Subject::Card => CaseKind::Card,
        Subject::Account => CaseKind::Account,
    }
}

fn decision(case: &Case) -> Option<Decision> {
    let step = steps::next(case)?;
    Some(Decision {
        id: format!("{}:{}:{}", case.kind.as_str(), step.as_str(), case.dossier_code),
        dossier_code: case.dossier_code.clone(),
        subject: match case.kind {
            CaseKind::Card => Subject::Card,
            CaseKind::Account => Subject::Account,
        },
        outcome: step.outcome()?,
        at: case.next_at?,
    })
}

fn unavailable(error: &StoreError) -> AuthorityError {
    AuthorityError::Unavailable(error.to_string())
}

impl Authority for SimulatedMinistry {
    fn submit<'a>(&'a self, request: &'a Request, now: Timestamp) -> Later<'a, ()> {
        Box::pin(async move { self.take(request, now).await.map_err(|error| unavailable(&error)) })
    }

    fn decisions(&self, now: Timestamp, limit: u32) -> Later<'_, Vec<Decision>> {
        Box::pin(async move {
            self.decided(now, limit)
                .await
                .map_err(|error| unavailable(&error))
        })
    }

    fn acknowledge<'a>(&'a self, decision_id: &'a str, now: Timestamp) -> Later<'a, ()> {
        Box::pin(async move {
            self.known(decision_id, now)
                .await
                .map_err(|error| unavailable(&error))
        })
    }
}
