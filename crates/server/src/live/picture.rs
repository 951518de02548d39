//! What the screens of an office show, worked out once for all of them.

use crate::{
    app::queue::{self, line::Line, view},
    problem::ApiError,
    state::App,
};
use axum::body::Bytes;
use eid_domain::{calendar::office_date, wire::queue::DeskNews};
use eid_store::Tx;
use jiff::{Timestamp, civil::Date};
use serde::Serialize;
use std::collections::HashMap;

/// Which screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Staff's line.
    Desk,
    /// Staff's pages that ask for more themselves.
    News,
    /// The hall's.
    Hall,
    /// That of whoever holds the ticket with this id.
    Place(String),
}

/// The name of the room that belongs to no office: what people of all offices ask.
pub const EVERYWHERE: &str = "";

/// The line of an office's day as the JSON of each screen.
#[derive(Debug)]
pub struct Picture {
    /// By which one picture is told from the next: see [`crate::app::queue::news`].
    pub news: DeskNews,
    told: Bytes,
    line: Option<Shown>,
}

/// A line, as screens show it.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    desk: Bytes,
    hall: Bytes,
    places: HashMap<String, Bytes>,
}

/// What is true now in a room that has no line.
///
/// # Errors
/// When the database is out of reach.
pub(super) async fn everywhere(tx: &mut Tx, today: Date) -> Result<DeskNews, ApiError> {
    Ok(DeskNews {
        day: today,
        version: 0,
        news: queue::everywhere(tx).await?,
    })
}

impl Picture {
    /// Works it out.
    ///
    /// # Errors
    /// When the database is out of reach.
    pub async fn take(app: &App, office_id: &str, now: Timestamp) -> Result<Self, ApiError> {
        let mut tx = app.store.read().await?;
        if office_id == EVERYWHERE {
            return Self::of_news(everywhere(&mut tx, office_date(now)).await?, None);
        }
        let line = Line::load(app, &mut tx, office_id, now).await?;
        drop(tx);
        let order = line.order();
        let mut places = HashMap::with_capacity(line.seen.len());
        for (index, seen) in line.seen.iter().enumerate() {
            let stands = order.iter().enumerate().find(|(_, placed)| placed.index == index);
            let own = view::place(app, &line, &seen.ticket, stands);
            places.insert(seen.ticket.id.clone(), json(&own)?);
        }
        let news = DeskNews {
            day: line.day,
            version: line.state.version,
            news: line.news,
        };
        let shown = Shown {
            desk: json(&view::desk(&line)?)?,
            hall: json(&view::hall(&line))?,
            places,
        };
        Self::of_news(news, Some(shown))
    }

    fn of_news(news: DeskNews, line: Option<Shown>) -> Result<Self, ApiError> {
        let told = json(&news)?;
        Ok(Self { news, told, line })
    }

    /// What one screen shows. A ticket of another day is on none.
    #[must_use]
    pub fn of(&self, kind: &Kind) -> Option<&Bytes> {
        let line = self.line.as_ref();
        match kind {
            Kind::News => Some(&self.told),
            Kind::Desk => line.map(|line| &line.desk),
            Kind::Hall => line.map(|line| &line.hall),
            Kind::Place(ticket_id) => line?.places.get(ticket_id),
        }
    }

    /// Whether every screen would show the same.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.news == other.news && self.line == other.line
    }
}

fn json(value: &impl Serialize) -> Result<Bytes, ApiError> {
    Ok(Bytes::from(serde_json::to_vec(value)?))
}
