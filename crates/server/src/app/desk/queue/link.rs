//! The private link of somebody in the line: its key, and what opens its stream of events.

use crate::{
    app::keys::{self, AccessKey, Link},
    problem::ApiError,
    secret,
    state::App,
};
use eid_domain::{calendar::office_date, problem::ProblemCode, wire::drawn_code::DrawnCode};
use eid_store::{
    Tx,
    queue::{self, Ticket},
};
use jiff::Timestamp;

const STREAM: &str = "queue-stream";

/// What a ticket's key is worked out from.
#[must_use]
pub fn about(ticket_id: &str) -> String {
    Link::Queue.about(ticket_id)
}

/// The key of a ticket. It is kept nowhere.
#[must_use]
pub fn key(app: &App, ticket_id: &str) -> String {
    keys::link_key(app, &about(ticket_id))
}

/// What is stored of it.
#[must_use]
pub fn key_hash(app: &App, ticket_id: &str) -> String {
    secret::digest(&key(app, ticket_id))
}

/// The link drawn as a code, to be scanned from the officer's screen; none where nobody has told us our own address.
#[must_use]
pub fn code(app: &App, key: &str) -> Option<DrawnCode> {
    crate::app::qr::draw(&format!("{}/cho-goi#{key}", keys::origin(app)?))
}

/// What opens the stream of a ticket: good for that alone, so that the key is in no address that a proxy writes down.
#[must_use]
pub fn stream(app: &App, ticket_id: &str) -> String {
    format!("{ticket_id}.{}", app.keys.blind(STREAM, &[ticket_id]))
}

/// The ticket of a key, on its day.
///
/// # Errors
/// `no_match`: no such ticket, or not today's.
pub async fn open(tx: &mut Tx, key: &AccessKey, now: Timestamp) -> Result<Ticket, ApiError> {
    let found = queue::by_key(tx, &key.digest()).await?;
    todays(found, now)
}

/// The ticket of a stream, on its day.
///
/// # Errors
/// `no_match`: not ours, or not today's.
pub async fn open_stream(app: &App, tx: &mut Tx, stream: &str, now: Timestamp) -> Result<Ticket, ApiError> {
    let known = stream
        .split_once('.')
        .filter(|(id, mac)| app.keys.matches(STREAM, &[id], mac));
    match known {
        Some((id, _)) => todays(queue::by_id(tx, id).await?, now),
        None => Err(ProblemCode::NoMatch.into()),
    }
}

fn todays(found: Option<Ticket>, now: Timestamp) -> Result<Ticket, ApiError> {
    found
        .filter(|ticket| ticket.day == office_date(now))
        .ok_or(ProblemCode::NoMatch.into())
}
