//! Who holds the key that may change a dossier: what every such request begins with, in one order.

use crate::app::keys::{self, AccessKey};
use crate::{
    limits,
    problem::ApiError,
    state::App,
    web::{
        acting,
        client::Source,
        once::{Once, Work},
        path::Path,
    },
};
use axum::{extract::FromRequestParts, http::request::Parts, response::Response};
use eid_domain::problem::ProblemCode;
use eid_store::{Tx, dossiers::Dossier, limits::Limit};
use jiff::Timestamp;

/// The reference in the path, the key that came with it, and where it came from. Nothing of it is judged yet.
pub struct Owner {
    reference: String,
    key: AccessKey,
    source: Source,
}

/// What is to be done about a change.
pub enum Begun {
    /// The first time: in this transaction, to this dossier.
    First(Tx, Box<Dossier>),
    /// A repeat: this is the answer.
    Again(Response),
}

impl FromRequestParts<App> for Owner {
    type Rejection = ApiError;

    /// For paths whose one parameter is the reference.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let Path(reference) = Path::from_request_parts(parts, app).await?;
        Ok(Self {
            reference,
            source: Source::from_request_parts(parts, app).await?,
            key: AccessKey::from_request_parts(parts, app).await?,
        })
    }
}

impl Owner {
    /// The dossier, to look at what only its owner may see.
    ///
    /// # Errors
    /// `no_match`: no such reference, or another's key; `not_allowed` for a key that only reads.
    pub async fn look(&self, app: &App) -> Result<(Tx, Dossier), ApiError> {
        let mut tx = app.store.read().await?;
        let dossier = keys::open_to_change(&mut tx, &self.reference, &self.key, app.now()).await?;
        Ok((tx, dossier))
    }

    /// The dossier, to change it once. What counts against a source counts before the key is judged, so that keys cannot be
    /// tried for nothing.
    ///
    /// # Errors
    /// As [`Self::look`]; `too_many_requests`; a repeated key of another request.
    pub async fn begin(
        &self,
        app: &App,
        once: &Once,
        limit: Option<&Limit>,
        now: Timestamp,
    ) -> Result<Begun, ApiError> {
        let mut tx = match once.begin(app, now).await? {
            Work::First(tx) => tx,
            Work::Again(answer) => return Ok(Begun::Again(answer)),
        };
        if let Some(limit) = limit {
            limits::spend(&mut tx, limit, &self.source.0, now).await?;
        }
        let dossier = keys::open_to_change(&mut tx, &self.reference, &self.key, now).await?;
        Ok(Begun::First(tx, Box::new(dossier)))
    }
}

/// Refuses staff who act for a person: what outlives the reason that was given, or shows more than it opened, is the person's
/// own (ADR 0026).
///
/// # Errors
/// `not_allowed`.
pub fn nobody_else() -> Result<(), ApiError> {
    if acting::staff().is_some() {
        return Err(ProblemCode::NotAllowed.into());
    }
    Ok(())
}
