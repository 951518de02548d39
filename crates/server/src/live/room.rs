//! The task that keeps the picture of one office fresh while somebody looks at it.

use super::{EVERYWHERE, Picture, picture};
use crate::{app::queue::news, problem::ApiError, state::App};
use eid_domain::{calendar::office_date, wire::queue::DeskNews};
use eid_store::queue;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::sync::{Notify, watch};

/// How often the database is asked whether another server has changed something.
const ASK: Duration = Duration::from_secs(1);
/// A picture is worked out anew after this time, changed or not: waits grow shorter, and people's time comes.
const AGES: Duration = Duration::from_secs(10);
/// Changes that come one upon the other make one picture.
const GATHER: Duration = Duration::from_millis(25);

/// An office that somebody looks at.
#[derive(Clone, Debug)]
pub(super) struct Room {
    pub(super) latest: Arc<watch::Sender<Option<Arc<Picture>>>>,
    pub(super) wake: Arc<Notify>,
}

impl Room {
    pub(super) fn open() -> Self {
        Self {
            latest: Arc::new(watch::Sender::new(None)),
            wake: Arc::new(Notify::new()),
        }
    }
}

/// Works until nobody looks any more, or the server stops.
pub(super) async fn work(app: App, office_id: String, room: Room) {
    let mut closing = app.live.closing();
    let mut taken = Instant::now();
    let mut woken = true;
    while !*closing.borrow() {
        let old = taken.elapsed() >= AGES;
        // What goes wrong was logged where it arose; the next round tries again.
        if (woken || old || is_changed(&app, &office_id, &room).await.unwrap_or(false))
            && let Ok(picture) = Picture::take(&app, &office_id, app.now()).await
        {
            taken = Instant::now();
            show(&room, picture);
        }
        tokio::select! {
            () = room.wake.notified() => {
                woken = true;
                tokio::time::sleep(GATHER).await;
            }
            () = tokio::time::sleep(ASK) => woken = false,
            _ = closing.changed() => return,
        }
        if room.latest.receiver_count() == 0 && app.live.leave(&office_id) {
            return;
        }
    }
}

/// Puts a picture up; nobody is told of one that shows the same.
fn show(room: &Room, picture: Picture) {
    room.latest.send_if_modified(|latest| {
        let news = latest.as_ref().is_none_or(|latest| !latest.is_like(&picture));
        *latest = Some(Arc::new(picture));
        news
    });
}

async fn is_changed(app: &App, office_id: &str, room: &Room) -> Result<bool, ApiError> {
    let today = office_date(app.now());
    let known = room.latest.borrow().as_ref().map(|picture| picture.news);
    let mut tx = app.store.peek().await?;
    let now = if office_id == EVERYWHERE {
        picture::everywhere(&mut tx, today).await?
    } else {
        DeskNews {
            day: today,
            version: queue::of_office(&mut tx, office_id, today).await?.version,
            news: news(&mut tx, office_id, app.now()).await?,
        }
    };
    Ok(known != Some(now))
}
