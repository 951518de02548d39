//! What the screens of an office show, worked out once for all of them.

use crate::{
    app::queue::{line::Line, view},
    problem::ApiError,
    state::App,
};
use axum::body::Bytes;
use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use std::collections::HashMap;

/// Which screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Staff's.
    Desk,
    /// The hall's.
    Hall,
    /// That of whoever holds the ticket with this id.
    Place(String),
}

/// The line of an office's day as the JSON of each screen.
#[derive(Debug)]
pub struct Picture {
    /// The day.
    pub day: Date,
    /// The day's version.
    pub version: i64,
    /// See [`crate::app::queue::news`].
    pub news: i64,
    desk: Bytes,
    hall: Bytes,
    places: HashMap<String, Bytes>,
}

impl Picture {
    /// Works it out.
    ///
    /// # Errors
    /// When the database is out of reach.
    pub async fn take(app: &App, office_id: &str, now: Timestamp) -> Result<Self, ApiError> {
        let mut tx = app.store.read().await?;
        let line = Line::load(app, &mut tx, office_id, now).await?;
        drop(tx);
        let order = line.order();
        let mut places = HashMap::with_capacity(line.seen.len());
        for (index, seen) in line.seen.iter().enumerate() {
            let stands = order.iter().enumerate().find(|(_, placed)| placed.index == index);
            let own = view::place(app, &line, &seen.ticket, stands);
            places.insert(seen.ticket.id.clone(), json(&own)?);
        }
        Ok(Self {
            day: line.day,
            version: line.state.version,
            news: line.news,
            desk: json(&view::desk(&line)?)?,
            hall: json(&view::hall(&line))?,
            places,
        })
    }

    /// What one screen shows. A ticket of another day is on none.
    #[must_use]
    pub fn of(&self, kind: &Kind) -> Option<&Bytes> {
        match kind {
            Kind::Desk => Some(&self.desk),
            Kind::Hall => Some(&self.hall),
            Kind::Place(ticket_id) => self.places.get(ticket_id),
        }
    }

    /// Whether every screen would show the same.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.desk == other.desk && self.hall == other.hall && self.places == other.places
    }
}

fn json(value: &impl Serialize) -> Result<Bytes, ApiError> {
    Ok(Bytes::from(serde_json::to_vec(value)?))
}
