//! What happens at an office, told to every screen that looks at it, as it happens.
//!
//! Each office that somebody looks at has one room: a task that works the line out once a change, and a place where the
//! latest picture lies. A screen that is slow misses pictures, never the latest one. The task is woken by changes of this
//! server, and asks the database once a second for those of others; it ends when nobody looks any more.

mod picture;
mod room;
mod stream;

pub use picture::{EVERYWHERE, Kind, Picture};
pub use stream::{Watch, answer};

use crate::state::App;
use room::Room;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::watch;

/// Every room, and who looks.
#[derive(Debug)]
pub struct Live {
    rooms: Mutex<HashMap<String, Room>>,
    open: Mutex<HashMap<String, u32>>,
    closing: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            rooms: Mutex::default(),
            open: Mutex::default(),
            closing: watch::Sender::new(false),
        }
    }
}

/// One of the streams that a source may have open; gives its place back when dropped.
pub struct Open {
    app: App,
    source: String,
}

impl Drop for Open {
    fn drop(&mut self) {
        let mut open = lock(&self.app.live.open);
        if let Some(count) = open.get_mut(&self.source) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.source);
            }
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Live {
    /// Something has changed at an office: it was committed just now.
    pub fn changed(&self, office_id: &str) {
        if let Some(room) = lock(&self.rooms).get(office_id) {
            room.wake.notify_one();
        }
    }

    /// Ends every stream: the server stops.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    /// Turns true when the server stops.
    #[must_use]
    pub fn closing(&self) -> watch::Receiver<bool> {
        self.closing.subscribe()
    }

    /// How many rooms are open; for tests.
    #[must_use]
    pub fn rooms(&self) -> usize {
        lock(&self.rooms).len()
    }

    /// Takes one of the `most` streams that a source may have open at this server; none where all are taken. A stream is
    /// held by one server, so it is counted there and not in the database.
    #[must_use]
    pub fn admit(app: &App, source: &str, most: u32) -> Option<Open> {
        let mut open = lock(&app.live.open);
        let count = open.entry(source.to_owned()).or_insert(0);
        if *count >= most {
            return None;
        }
        *count += 1;
        Some(Open {
            app: app.clone(),
            source: source.to_owned(),
        })
    }

    /// The pictures of an office, from now on. `None` lies there until the first is worked out.
    #[must_use]
    pub fn watch(app: &App, office_id: &str) -> watch::Receiver<Option<Arc<Picture>>> {
        let mut rooms = lock(&app.live.rooms);
        if let Some(room) = rooms.get(office_id) {
            return room.latest.subscribe();
        }
        let room = Room::open();
        let receiver = room.latest.subscribe();
        rooms.insert(office_id.to_owned(), room.clone());
        tokio::spawn(room::work(app.clone(), office_id.to_owned(), room));
        receiver
    }

    /// The latest picture of an office that somebody looks at.
    #[must_use]
    pub fn latest(&self, office_id: &str) -> Option<Arc<Picture>> {
        lock(&self.rooms).get(office_id)?.latest.borrow().clone()
    }

    /// Closes a room where nobody looks; false where somebody does.
    fn leave(&self, office_id: &str) -> bool {
        let mut rooms = lock(&self.rooms);
        // Who comes in does so under this lock.
        let empty = rooms
            .get(office_id)
            .is_none_or(|room| room.latest.receiver_count() == 0);
        if empty {
            rooms.remove(office_id);
        }
        empty
    }
}
