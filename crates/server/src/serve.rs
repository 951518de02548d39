//! From settings to a running server, and back to a stopped one.

use crate::{
    authority::simulated::SimulatedMinistry,
    catalog::Catalog,
    clock::{Clock, DemoClock, SystemClock},
    config::Config,
    data, jobs,
    news::News,
    notices::{
        gateway::{Gateway, SimulatedGateway},
        webhook::WebhookGateway,
    },
    passkeys::Passkeys,
    password::Passwords,
    rescue::Rescue,
    rng::{Rng, SystemRng},
    router,
    secret::Keys,
    seed,
    slip_keys::SlipKeys,
    sources::simulated::SimulatedSources,
    state::{App, Parts},
    wallet::WalletKinds,
};
use eid_store::{Options, Store, settings};
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

/// What stops a start.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How long requests under way may take after a stop was asked for.
const GRACE: Duration = Duration::from_secs(8);

/// A server that runs.
pub struct Running {
    app: App,
    address: SocketAddr,
    stop: watch::Sender<bool>,
    server: JoinHandle<std::io::Result<()>>,
    jobs: JoinHandle<()>,
}

/// Opens the database, brings it up to date, and serves.
///
/// # Errors
/// A setting, a data file, the database or the port that cannot be used.
pub async fn start(config: Config) -> Result<Running, Failure> {
    start_with(config, Background::Jobs).await
}

/// What works beside the requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    /// The jobs.
    Jobs,
    /// Nothing: whoever started it calls [`jobs::run::round`].
    Nothing,
}

/// As [`start`], choosing what works beside the requests.
///
/// # Errors
/// As [`start`].
pub async fn start_with(config: Config, background: Background) -> Result<Running, Failure> {
    let app = assemble(config).await?;
    let listener = TcpListener::bind(app.config.listen).await?;
    let address = listener.local_addr()?;
    let (stop, stopped) = watch::channel(false);
    let service = router::build(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let mut told = stopped.clone();
    let looked_at = app.clone();
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        // An error means that the sender is gone, which is a stop too.
        let _ = told.wait_for(|stop| *stop).await;
        // Streams of events end only when they are told to.
        looked_at.live.close();
    });
    let jobs = match background {
        Background::Jobs => tokio::spawn(jobs::run::forever(app.clone(), stopped)),
        Background::Nothing => tokio::spawn(async {}),
    };
    if !app.config.dist.join("index.html").is_file() {
        let dist = app.config.dist.display();
        tracing::warn!(%dist, "there is no client in this folder; the pages answer 404");
    }
    tracing::info!(%address, demo = app.config.demo, "serving");
    Ok(Running {
        app,
        address,
        stop,
        server: tokio::spawn(server.into_future()),
        jobs,
    })
}

impl Running {
    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// What its requests reach.
    #[must_use]
    pub const fn app(&self) -> &App {
        &self.app
    }

    /// Takes no more requests, lets those under way end, and closes the database.
    ///
    /// # Errors
    /// When the server had failed.
    pub async fn stop(self) -> Result<(), Failure> {
        // An error means that nobody listens any more.
        let _ = self.stop.send(true);
        if let Ok(ended) = tokio::time::timeout(GRACE, self.server).await {
            ended??;
        }
        if let Ok(ended) = tokio::time::timeout(GRACE, self.jobs).await {
            ended?;
        }
        self.app.store.close().await;
        Ok(())
    }
}

/// Everything but the port.
///
/// # Errors
/// As [`start`].
pub async fn assemble(config: Config) -> Result<App, Failure> {
    let store = Store::open(&config.database, &Options::default()).await?;
    store.migrate().await?;
    seed::offices(&store).await?;
    let rng: Arc<dyn Rng> = Arc::new(SystemRng);
    let passwords = Passwords::new(rng.as_ref()).map_err(|_| "no password hashing")?;
    if !config.demo
        && (seed::has_demo_staff(&store, &passwords)
            .await
            .map_err(|_| "cannot look for demo staff")?
            || seed::family::has_demo_family(&store, &passwords)
                .await
                .map_err(|_| "cannot look for the demo's family")?)
    {
        return Err(
            "the demo's staff, or its family, can sign in to this database: disable the staff or give them \
             other passwords (eid-server staff), and close the family's account"
                .into(),
        );
    }
    if config.demo {
        seed::demo_staff(&store, &passwords, rng.as_ref())
            .await
            .map_err(|_| "no demo staff")?;
    }
    let keys = keys(&config, &store, rng.as_ref()).await?;
    let slip_keys = slip_keys(&config, &store, rng.as_ref()).await?;
    let demo_clock = if config.demo {
        Some(demo_clock(&config, &store).await?)
    } else {
        None
    };
    let clock: Arc<dyn Clock> = match &demo_clock {
        Some(clock) => Arc::clone(clock) as Arc<dyn Clock>,
        None => Arc::new(SystemClock),
    };
    let catalog = Catalog::load(&store, clock.now()).await?;
    let news = News::default();
    news.refresh(&store, clock.now()).await?;
    let authority = Arc::new(SimulatedMinistry::new(store.clone(), catalog.days()));
    let sources = Arc::new(SimulatedSources::new(store.clone(), catalog.days()));
    let gateway: Arc<dyn Gateway> = match &config.sms_webhook {
        Some(url) => {
            Arc::new(WebhookGateway::parse(url).ok_or("sms_webhook: an address like http://host:port/path")?)
        }
        None => Arc::new(SimulatedGateway::new(store.clone())),
    };
    let passkeys = Passkeys::new(&config)?;
    Ok(App::new(Parts {
        config,
        store,
        clock,
        demo_clock,
        rng,
        keys,
        slip_keys,
        catalog,
        passwords,
        passkeys,
        days: Default::default(),
        authority,
        sources,
        gateway,
        live: Default::default(),
        news,
        reported: data::reported()?,
        rescue: Rescue::load()?,
        wallet: WalletKinds::load()?,
        wake: Default::default(),
    }))
}

async fn keys(config: &Config, store: &Store, rng: &dyn Rng) -> Result<Keys, Failure> {
    let hex = given_or_kept(config.server_key.as_ref(), seed::KEY_SETTING, store, rng).await?;
    Keys::parse(&hex).ok_or_else(|| "server_key: 64 hex digits".into())
}

async fn slip_keys(config: &Config, store: &Store, rng: &dyn Rng) -> Result<SlipKeys, Failure> {
    let hex = given_or_kept(config.slip_key.as_ref(), seed::SLIP_KEY_SETTING, store, rng).await?;
    Ok(SlipKeys::load(&hex, &config.slip_old_keys)?)
}

/// A configured key, or the demo's own, which it makes once.
async fn given_or_kept(
    given: Option<&String>,
    setting: &str,
    store: &Store,
    rng: &dyn Rng,
) -> Result<String, Failure> {
    if let Some(hex) = given {
        return Ok(hex.clone());
    }
    let (_, fresh) = Keys::generate(rng)?;
    let mut tx = store.begin().await?;
    let kept = settings::get_or_insert(&mut tx, setting, &fresh).await?;
    tx.commit().await?;
    Ok(kept)
}

/// The clock goes on where it stood when the demo was stopped.
async fn demo_clock(config: &Config, store: &Store) -> Result<Arc<DemoClock>, Failure> {
    let first = config
        .demo_start
        .map_or_else(DemoClock::default, DemoClock::starting_at);
    let mut tx = store.begin().await?;
    let kept = settings::get_or_insert(&mut tx, seed::CLOCK_SETTING, &first.offset_s().to_string()).await?;
    tx.commit().await?;
    Ok(Arc::new(DemoClock::ahead_by(kept.parse().unwrap_or(0))))
}
