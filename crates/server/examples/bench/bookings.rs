//! Bookings a second, served and raw in turn on one database.

use super::{
    CLIENTS, Runtimes,
    figures::{listed, median},
    raw, served, settings,
    supply::{Supply, Visit},
};
use eid_domain::dossier::State;
use eid_server::{
    serve::{self, Background, Failure},
    state::App,
};
use eid_store::{
    Dialect, dossiers,
    testing::{self, TestDatabase},
};
use std::{
    collections::HashSet,
    net::SocketAddr,
    time::{Duration, Instant},
};

/// Pairs of rounds: many short ones, since other programs disturb disk and processors for seconds at a time.
const FEWEST_PAIRS: usize = 7;
const MOST_PAIRS: usize = 31;
/// No new pair begins after this.
const ENOUGH: Duration = Duration::from_secs(22);
/// Bookings of the two rounds that warm up and show how fast it goes.
const FIRST: usize = 96;
/// About how long a round takes.
const ROUND_S: f64 = 0.35;
const SMALLEST: usize = 64;
const LARGEST: usize = 400;

/// A database that answers before its disk does would make both halves look alike or neither.
const WAITS: &str =
    "DO $$ BEGIN IF current_setting('fsync') = 'off' OR current_setting('synchronous_commit') = 'off'
    THEN RAISE EXCEPTION 'it does not wait for its disk'; END IF; END $$";

/// Served over raw; `None` where PostgreSQL is left out.
pub(crate) fn measure(
    runtimes: &Runtimes,
    dialect: Dialect,
    background: Background,
) -> Result<Option<f64>, Failure> {
    let Some(database) = runtimes.server.block_on(database(dialect))? else {
        return Ok(None);
    };
    let config = settings::config(&database.url)?;
    let running = runtimes.server.block_on(serve::start_with(config, background))?;
    let mut bench = Bench {
        runtimes,
        app: running.app().clone(),
        address: running.address(),
        supply: Supply::of(running.app())?,
        counted: 0,
    };
    let ratio = bench.run(dialect)?;
    drop(bench);
    runtimes.server.block_on(running.stop())?;
    runtimes.server.block_on(database.close())?;
    Ok(Some(ratio))
}

async fn database(dialect: Dialect) -> Result<Option<TestDatabase>, Failure> {
    let Some(database) = TestDatabase::empty(dialect).await? else {
        return Ok(None);
    };
    if dialect == Dialect::Postgres {
        let mut tx = database.store.begin().await?;
        if let Err(error) = testing::script(&mut tx, WAITS).await {
            drop(tx);
            database.close().await?;
            let hint = "set EID_TEST_POSTGRES_URL to a server with fsync on";
            return Err(format!("PostgreSQL: {error}; {hint}").into());
        }
        tx.rollback().await?;
    }
    Ok(Some(database))
}

struct Bench<'a> {
    runtimes: &'a Runtimes,
    app: App,
    address: SocketAddr,
    supply: Supply,
    counted: usize,
}

impl Bench<'_> {
    fn run(&mut self, dialect: Dialect) -> Result<f64, Failure> {
        let slower = self.served(FIRST)?.min(self.raw(FIRST)?);
        // Truncated on purpose: a whole number of bookings.
        let count = ((slower * ROUND_S) as usize).clamp(SMALLEST, LARGEST);
        let started = Instant::now();
        let mut rates = Vec::new();
        while rates.len() < FEWEST_PAIRS || rates.len() < MOST_PAIRS && started.elapsed() < ENOUGH {
            rates.push((self.served(count)?, self.raw(count)?));
        }
        let ratios: Vec<f64> = rates.iter().map(|(served, raw)| served / raw).collect();
        println!(
            "# {dialect:?}: {:.0} bookings a second served, {:.0} raw ({CLIENTS} clients, rounds of {count}, \
            {} bookings in all, ratios {})",
            median(rates.iter().map(|(served, _)| *served)),
            median(rates.iter().map(|(_, raw)| *raw)),
            self.counted,
            listed(&ratios),
        );
        Ok(median(ratios))
    }

    fn served(&mut self, count: usize) -> Result<f64, Failure> {
        let visits = self.take(count)?;
        let round = self
            .runtimes
            .clients
            .block_on(served::round(self.address, visits))?;
        self.judge(round)
    }

    fn raw(&mut self, count: usize) -> Result<f64, Failure> {
        let visits = self.take(count)?;
        let rows: Result<Vec<_>, Failure> = visits
            .iter()
            .enumerate()
            .map(|(n, visit)| raw::Rows::of(&self.app, visit, n % CLIENTS))
            .collect();
        let round = self
            .runtimes
            .server
            .block_on(raw::round(self.app.clone(), rows?))?;
        self.judge(round)
    }

    fn take(&mut self, count: usize) -> Result<Vec<Visit>, Failure> {
        self.runtimes.server.block_on(self.supply.take(&self.app, count))
    }

    /// Bookings a second; each counts only if it is there, and nothing else is.
    fn judge(&mut self, (told, took): (Vec<String>, Duration)) -> Result<f64, Failure> {
        self.counted += told.len();
        let stored = self.runtimes.server.block_on(booked(&self.app))?;
        if let Some(lost) = told.iter().find(|reference| !stored.contains(*reference)) {
            return Err(format!("{lost} was told and is not there").into());
        }
        if stored.len() != self.counted {
            return Err(format!("{} dossiers, {} bookings counted", stored.len(), self.counted).into());
        }
        let broken = self.runtimes.server.block_on(self.app.store.check_invariants())?;
        if broken.is_empty() {
            Ok(told.len() as f64 / took.as_secs_f64())
        } else {
            Err(broken.join("; ").into())
        }
    }
}

/// The references of all dossiers.
async fn booked(app: &App) -> Result<HashSet<String>, Failure> {
    let mut tx = app.store.read().await?;
    let all = dossiers::in_state(&mut tx, State::Booked.as_str(), app.now(), u32::MAX).await?;
    Ok(all.into_iter().map(|dossier| dossier.reference).collect())
}
