//! What is said above every page now. It is put into the pages themselves: it stands there before any script has come, and a
//! page without news is the file as it lies on the disk.

mod page;

use eid_domain::{
    announcement::AnnouncementKind,
    office::Localised,
    wire::announcements::{self as wire, OfficeNews},
};
use eid_store::{
    Store, StoreError,
    announcements::{self, Announcement, Kind},
};
use jiff::Timestamp;
use page::Pages;
use std::sync::{Arc, PoisonError, RwLock};

/// The announcements that are not over yet, and the pages they are in.
#[derive(Default)]
pub struct News {
    known: RwLock<Arc<Vec<Announcement>>>,
    pages: Pages,
}

impl News {
    /// Reads them again; also what other servers have changed.
    ///
    /// # Errors
    /// When the database is out of reach.
    pub async fn refresh(&self, store: &Store, now: Timestamp) -> Result<(), StoreError> {
        let found = announcements::to_show(&mut store.peek().await?, now).await?;
        if *self.known() != found {
            *self.known.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(found);
        }
        Ok(())
    }

    fn known(&self) -> Arc<Vec<Announcement>> {
        Arc::clone(&self.known.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What is said about any office now.
    #[must_use]
    pub fn of_offices(&self, now: Timestamp) -> Vec<OfficeNews> {
        let known = self.known();
        let shown = known.iter().filter(|one| is_shown(one, now));
        let of_office = |one: &Announcement| {
            Some(OfficeNews {
                office_id: one.office_id.clone()?,
                kind: told(one.kind),
                said: Localised {
                    vi: one.vi.clone(),
                    en: one.en.clone(),
                },
            })
        };
        shown.filter_map(of_office).collect()
    }

    /// What is said about an office now.
    #[must_use]
    pub fn at(&self, office_id: &str, now: Timestamp) -> Vec<wire::News> {
        let known = self.known();
        let here = known
            .iter()
            .filter(|one| is_shown(one, now) && one.office_id.as_deref() == Some(office_id));
        here.map(said).collect()
    }
}

/// How urgent it is, in the words of the wire.
#[must_use]
pub const fn told(kind: Kind) -> AnnouncementKind {
    match kind {
        Kind::Info => AnnouncementKind::Info,
        Kind::Warning => AnnouncementKind::Warning,
        Kind::Outage => AnnouncementKind::Outage,
    }
}

fn said(one: &Announcement) -> wire::News {
    wire::News {
        kind: told(one.kind),
        vi: one.vi.clone(),
        en: one.en.clone(),
    }
}

fn is_shown(one: &Announcement, now: Timestamp) -> bool {
    one.from <= now && now < one.until
}
