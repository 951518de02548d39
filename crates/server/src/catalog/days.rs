//! The calendar of the country: the data file, and over it what the administrator says.

use super::CatalogError;
use eid_domain::calendar::{Calendar, NationalDay};
use eid_store::{
    Store, Tx,
    holidays::{self, Said},
};
use std::sync::{Arc, PoisonError, RwLock};

/// The calendar as it is now. Cheap to clone; every clone hears of a change.
#[derive(Clone, Debug)]
pub struct Days {
    file: Arc<Calendar>,
    known: Arc<RwLock<Known>>,
}

#[derive(Clone, Debug)]
struct Known {
    version: i64,
    calendar: Arc<Calendar>,
}

impl Days {
    /// The file with what is said in the database.
    pub(super) async fn load(file: Calendar, store: &Store) -> Result<Self, CatalogError> {
        let said = holidays::current(&mut store.peek().await?).await?;
        let calendar = Arc::new(file.saying(&days_of(&said.data)?));
        Ok(Self {
            file: Arc::new(file),
            known: Arc::new(RwLock::new(Known {
                version: said.version,
                calendar,
            })),
        })
    }

    fn known(&self) -> Known {
        self.known.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The calendar.
    #[must_use]
    pub fn now(&self) -> Arc<Calendar> {
        self.known().calendar
    }

    /// The calendar with what is said in a row of the database.
    ///
    /// # Errors
    /// Where the row holds no days.
    pub fn with(&self, said: &Said) -> Result<Calendar, CatalogError> {
        Ok(self.file.saying(&days_of(&said.data)?))
    }

    pub(super) async fn refresh(&self, store: &Store) -> Result<(), CatalogError> {
        let mut tx = store.peek().await?;
        if holidays::mark(&mut tx).await? == self.known().version {
            return Ok(());
        }
        let said = holidays::current(&mut tx).await?;
        let newer = Known {
            version: said.version,
            calendar: Arc::new(self.with(&said)?),
        };
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        // Two may read at once: the later one stays.
        if known.version < newer.version {
            *known = newer;
        }
        Ok(())
    }

    pub(super) async fn seen_by(&self, tx: &mut Tx) -> Result<Arc<Calendar>, CatalogError> {
        let known = self.known();
        if holidays::mark(tx).await? == known.version {
            return Ok(known.calendar);
        }
        let said = holidays::current(tx).await?;
        self.with(&said).map(Arc::new)
    }
}

/// What is stored, as days.
fn days_of(data: &str) -> Result<Vec<NationalDay>, CatalogError> {
    Ok(serde_json::from_str(data)?)
}
