//! What every request can reach.

use crate::{
    app::availability::DaysCache,
    authority::Authority,
    catalog::Catalog,
    clock::{Clock, DemoClock, SystemClock},
    config::Config,
    live::Live,
    news::News,
    notices::gateway::Gateway,
    passkeys::Passkeys,
    password::Passwords,
    rescue::Rescue,
    rng::Rng,
    secret::Keys,
    slip_keys::SlipKeys,
    sources::PaperSources,
    wallet::WalletKinds,
};
use eid_domain::figures::Reported;
use eid_store::Store;
use jiff::{Timestamp, civil::Date};
use std::{ops::Deref, sync::Arc};
use tokio::sync::Notify;

/// The running product. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// Its parts.
pub struct Parts {
    /// Settings.
    pub config: Config,
    /// The database.
    pub store: Store,
    /// The product's time.
    pub clock: Arc<dyn Clock>,
    /// The same clock where it can be moved: in a demo.
    pub demo_clock: Option<Arc<DemoClock>>,
    /// Random bytes.
    pub rng: Arc<dyn Rng>,
    /// Key of every keyed digest.
    pub keys: Keys,
    /// What slips are signed and checked with.
    pub slip_keys: SlipKeys,
    /// Offices and calendar.
    pub catalog: Catalog,
    /// Argon2id.
    pub passwords: Passwords,
    /// The relying party of passkeys.
    pub passkeys: Passkeys,
    /// Free days, kept for a moment.
    pub days: DaysCache,
    /// Who decides.
    pub authority: Arc<dyn Authority>,
    /// Who keeps people's other papers.
    pub sources: Arc<dyn PaperSources>,
    /// Who sends messages.
    pub gateway: Arc<dyn Gateway>,
    /// Who looks at an office, and what they are shown.
    pub live: Live,
    /// What is said above every page now.
    pub news: News,
    /// What was reported before anything was counted here.
    pub reported: Vec<Reported>,
    /// What to do when the account cannot be used.
    pub rescue: Rescue,
    /// Which papers can be integrated into an account.
    pub wallet: WalletKinds,
    /// Wakes the jobs: something was queued.
    pub wake: Notify,
}

impl App {
    /// From its parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The machine's time, wherever a demo's clock was moved to: phones make their codes by it.
    #[must_use]
    pub fn machine_now(&self) -> Timestamp {
        SystemClock.now()
    }

    /// The date at every office now.
    #[must_use]
    pub fn today(&self) -> Date {
        eid_domain::calendar::office_date(self.now())
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
