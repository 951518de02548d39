//! Server-sent events: the picture of one screen, whenever it has changed.
//!
//! A sign of life goes out every fifteen seconds, as an event and not as a comment, so that the page too can tell a silent
//! office from a dead connection.

use super::{Kind, Live, Open, Picture};
use crate::{app::sessions, problem::ApiError, state::App};
use axum::{
    body::{Body, Bytes},
    http::{HeaderName, HeaderValue, header},
    response::Response,
};
use eid_domain::problem::ProblemCode;
use futures_util::stream;
use std::{convert::Infallible, sync::Arc, time::Duration};
use tokio::{sync::watch, time::Interval};

const BEAT: Duration = Duration::from_secs(15);
/// How long a browser waits before it comes back by itself.
const HELLO: &[u8] = b"retry: 1000\n\n";
const SIGN_OF_LIFE: &[u8] = b"event: beat\ndata: 1\n\n";

/// Who looks, and at what.
pub struct Watch {
    /// The office.
    pub office_id: String,
    /// The screen.
    pub kind: Kind,
    /// Whose stream it counts as.
    pub source: String,
    /// So many may be open at once.
    pub most: u32,
    /// Digest of the session of staff with which it ends. Looking on keeps no session alive.
    pub session: Option<String>,
}

struct Stream {
    app: App,
    pictures: watch::Receiver<Option<Arc<Picture>>>,
    closing: watch::Receiver<bool>,
    beat: Interval,
    last: Option<Bytes>,
    kind: Kind,
    session: Option<String>,
    greeted: bool,
    /// Held as long as the stream.
    _open: Open,
}

/// The answer that never ends by itself: only with the session, with the server, or when the reader goes.
///
/// # Errors
/// `too_many_requests` where the source has as many streams open as it may.
pub fn answer(app: &App, watch: Watch) -> Result<Response, ApiError> {
    let open =
        Live::admit(app, &watch.source, watch.most).ok_or(ApiError::from(ProblemCode::TooManyRequests))?;
    let mut beat = tokio::time::interval_at(tokio::time::Instant::now() + BEAT, BEAT);
    beat.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let stream = Stream {
        app: app.clone(),
        pictures: Live::watch(app, &watch.office_id),
        closing: app.live.closing(),
        beat,
        last: None,
        kind: watch.kind,
        session: watch.session,
        greeted: false,
        _open: open,
    };
    let events = stream::unfold(stream, |mut stream| async move {
        let event = stream.next().await?;
        Some((Ok::<_, Infallible>(event), stream))
    });
    let mut response = Response::new(Body::from_stream(events));
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/event-stream"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // A proxy that gathers answers before it passes them on would keep the news to itself.
    headers.insert(
        HeaderName::from_static("x-accel-buffering"),
        HeaderValue::from_static("no"),
    );
    Ok(response)
}

impl Stream {
    async fn next(&mut self) -> Option<Bytes> {
        if !self.greeted {
            self.greeted = true;
            return Some(Bytes::from_static(HELLO));
        }
        loop {
            if *self.closing.borrow() {
                return None;
            }
            if let Some(event) = self.news() {
                return Some(event);
            }
            tokio::select! {
                changed = self.pictures.changed() => changed.ok()?,
                _ = self.closing.changed() => return None,
                _ = self.beat.tick() => {
                    return self.goes_on().await.then(|| Bytes::from_static(SIGN_OF_LIFE));
                }
            }
        }
    }

    /// The picture, where it is not the one that was sent last.
    fn news(&mut self) -> Option<Bytes> {
        let latest = self.pictures.borrow_and_update().clone()?;
        let json = latest.of(&self.kind)?;
        if self.last.as_ref() == Some(json) {
            return None;
        }
        self.last = Some(json.clone());
        let mut event = Vec::with_capacity(json.len() + 8);
        event.extend_from_slice(b"data: ");
        event.extend_from_slice(json);
        event.extend_from_slice(b"\n\n");
        Some(event.into())
    }

    /// Whether the session that it belongs to is still there.
    async fn goes_on(&self) -> bool {
        match &self.session {
            Some(session) => sessions::is_live(&self.app, session).await.unwrap_or(true),
            None => true,
        }
    }
}
