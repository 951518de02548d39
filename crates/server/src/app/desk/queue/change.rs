//! Changing the line: one transaction, which holds the office's day from its beginning, so that two who call at once get
//! two people.

use super::{line::Line, view};
use crate::{
    app::{
        audit::{self, Done, Who},
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::once::{Once, Work},
};
use axum::{http::StatusCode, response::Response};
use eid_domain::{calendar::office_date, field::FieldCode, problem::ProblemCode, wire::queue::QueueView};
use eid_store::{
    Constraint, StoreError, Tx,
    queue::{self, Ticket, TicketState},
};
use jiff::Timestamp;

/// The line of the officer's office in their hands.
pub struct Change {
    /// The transaction.
    pub tx: Tx,
    /// The line as it was found.
    pub line: Line,
    /// The time of the request.
    pub now: Timestamp,
}

/// A line, or the first answer where the request is a repeat.
pub enum Opened {
    /// The first time.
    Change(Box<Change>),
    /// A repeat.
    Again(Response),
}

impl Change {
    /// Opens the line of the officer's office.
    ///
    /// # Errors
    /// `not_allowed`.
    pub async fn open(app: &App, once: &Once, staff: &Staff) -> Result<Opened, ApiError> {
        staff.need(Right::Receive)?;
        let now = app.now();
        let mut tx = match once.begin(app, now).await? {
            Work::First(tx) => tx,
            Work::Again(answer) => return Ok(Opened::Again(answer)),
        };
        queue::bump(&mut tx, &staff.office_id, office_date(now)).await?;
        let line = Line::load(app, &mut tx, &staff.office_id, now).await?;
        Ok(Opened::Change(Box::new(Self { tx, line, now })))
    }

    /// A ticket of today, in one of these states.
    ///
    /// # Errors
    /// `no_match`; `state_conflict` in another state.
    pub fn ticket(&self, id: &str, states: &[TicketState]) -> Result<Ticket, ApiError> {
        let mut all = self.line.seen.iter().map(|seen| &seen.ticket);
        let ticket = all
            .find(|ticket| ticket.id == id)
            .ok_or(ApiError::from(ProblemCode::NoMatch))?;
        if states.contains(&ticket.state) {
            Ok(ticket.clone())
        } else {
            Err(ProblemCode::StateConflict.into())
        }
    }

    /// Whether the office has such a station.
    ///
    /// # Errors
    /// `invalid_fields` at `station`.
    pub fn known_station(&self, station: u8) -> Result<(), ApiError> {
        if (1..=self.line.office.stations).contains(&station) {
            Ok(())
        } else {
            Err(ApiError::field("station", FieldCode::ChoiceUnknown))
        }
    }

    /// Stores a changed ticket, and who changed it.
    ///
    /// # Errors
    /// `state_conflict` where somebody else is at the station.
    pub async fn store(
        &mut self,
        app: &App,
        staff: &Staff,
        ticket: &mut Ticket,
        action: &str,
    ) -> Result<(), ApiError> {
        match queue::update(&mut self.tx, ticket).await {
            Err(StoreError::Constraint(
                Constraint::QueueTicketOnePerStation | Constraint::QueueTicketOneLivePerDossier,
            )) => return Err(ProblemCode::StateConflict.into()),
            stored => stored?,
        }
        let done = Done {
            who: Who::Staff(&staff.id),
            action,
            kind: "queue_ticket",
            id: &ticket.id,
            reason: None,
        };
        audit::note(app, &mut self.tx, self.now, done).await
    }

    /// The line as it is now.
    ///
    /// # Errors
    /// When the database is out of reach.
    pub async fn view(&mut self, app: &App) -> Result<QueueView, ApiError> {
        let office_id = self.line.office.id.as_str().to_owned();
        view::desk(&Line::load(app, &mut self.tx, &office_id, self.now).await?)
    }

    /// Answers with the line as it is now, commits, and tells everybody who looks at it.
    ///
    /// # Errors
    /// When the database is out of reach.
    pub async fn answer(mut self, app: &App, once: &Once, staff: &Staff) -> Result<Response, ApiError> {
        let seen = self.view(app).await?;
        let answer = once.finish(self.tx, StatusCode::OK, &seen).await;
        app.live.changed(&staff.office_id);
        app.wake.notify_one();
        answer
    }
}
