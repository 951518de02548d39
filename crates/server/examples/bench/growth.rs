//! What years of visits cost: bookings and reads of free days with a large store, over the same with a small one. Both
//! are asked in turn, so that whatever else the machine does disturbs them alike.

use super::{
    Runtimes,
    figures::{listed, median},
    served, settings,
    supply::{AGE_GROUP, SERVICE, Supply},
};
use eid_domain::{calendar::office_timestamp, wire::slots::SlotQuery};
use eid_server::{
    app::availability::{self, Asking},
    data,
    serve::{self, Background, Failure, Running},
};
use eid_store::{
    Dialect, dossiers,
    testing::{TestDatabase, history},
};
use jiff::civil::Time;
use std::time::{Duration, Instant};

/// Visits stored.
const SMALL: u64 = 10_000;
const LARGE: u64 = 10_000_000;
/// Pairs of rounds: many short ones, since other programs disturb disk and processors for seconds at a time.
const PAIRS: usize = 61;
/// Rounds that warm up: the first bookings bring the inner pages of the large indexes into memory.
const WARM_UP: usize = 4;
/// Bookings of a round.
const BOOKINGS: usize = 32;
/// Answers about free days, and about one day, of a round: each is made anew, none is a kept one.
const READS: usize = 60;
/// So much must be free: for the files of the large store, and what making its indexes needs for a while.
const ROOM_GB: f64 = 16.0;

/// Measures one database; prints nothing where PostgreSQL is left out.
pub(crate) fn measure(runtimes: &Runtimes, dialect: Dialect, name: &str) -> Result<(), Failure> {
    let large: u64 = match std::env::var("EID_GROWTH_VISITS") {
        Ok(told) => told.parse()?,
        Err(_) => LARGE,
    };
    let Some(mut small) = Grown::make(runtimes, dialect, SMALL)? else {
        println!("# {name}: left out, EID_SKIP_POSTGRES=1");
        return Ok(());
    };
    let Some(mut large) = Grown::make(runtimes, dialect, large)? else {
        return Ok(());
    };
    for grown in [&mut small, &mut large] {
        for _ in 0..WARM_UP {
            grown.books(runtimes)?;
            grown.reads(runtimes)?;
        }
    }
    let (mut booking, mut reading) = (Vec::new(), Vec::new());
    for pair in 0..PAIRS {
        let (a, b) = if pair % 2 == 0 {
            let few = (small.books(runtimes)?, small.reads(runtimes)?);
            (few, (large.books(runtimes)?, large.reads(runtimes)?))
        } else {
            let many = (large.books(runtimes)?, large.reads(runtimes)?);
            ((small.books(runtimes)?, small.reads(runtimes)?), many)
        };
        booking.push((a.0, b.0));
        reading.push((a.1, b.1));
    }
    for (what, times, each) in [("booking", booking, BOOKINGS), ("reads", reading, READS)] {
        let ratios: Vec<f64> = times
            .iter()
            .map(|(few, many)| many.as_secs_f64() / few.as_secs_f64())
            .collect();
        let of = |pick: fn(&(Duration, Duration)) -> Duration| {
            median(times.iter().map(|pair| pick(pair).as_secs_f64())) / each as f64 * 1e6
        };
        println!(
            "# {name} {what}: {:.0} µs each with {} visits, {:.0} µs with {} (ratios {})",
            of(|pair| pair.0),
            small.visits,
            of(|pair| pair.1),
            large.visits,
            listed(&ratios)
        );
        println!("growth_{what}_{name} {:.3} ratio", median(ratios));
    }
    small.close(runtimes)?;
    large.close(runtimes)
}

/// A server on a store of some age.
struct Grown {
    running: Running,
    database: TestDatabase,
    supply: Supply,
    visits: u64,
}

impl Grown {
    fn make(runtimes: &Runtimes, dialect: Dialect, visits: u64) -> Result<Option<Self>, Failure> {
        let server = &runtimes.server;
        let Some(database) = server.block_on(TestDatabase::new(dialect))? else {
            return Ok(None);
        };
        server.block_on(database.store.close());
        if visits >= LARGE {
            has_room()?;
        }
        let config = settings::config(&database.url)?;
        let now = config.demo_start.ok_or("the bench has a clock of its own")?;
        let today = office_timestamp(eid_domain::calendar::office_date(now).to_datetime(Time::midnight()));
        let offices = data::offices()?;
        let ids: Vec<&str> = offices.iter().map(|office| office.id.as_str()).collect();
        let started = Instant::now();
        let filled = server.block_on(history::fill(&database.url, dialect, visits, &ids, today))?;
        println!(
            "# {dialect:?}: {} visits at {} offices, {:.2} GB, made in {:.0} s",
            filled.visits,
            ids.len(),
            filled.bytes as f64 / 1e9,
            started.elapsed().as_secs_f64()
        );
        let running = server.block_on(serve::start_with(config, Background::Nothing))?;
        let supply = Supply::of(running.app())?;
        Ok(Some(Self {
            running,
            database,
            supply,
            visits: filled.visits,
        }))
    }

    /// Books through HTTP: a hold, then the booking. Each counts only if it is there.
    fn books(&mut self, runtimes: &Runtimes) -> Result<Duration, Failure> {
        let app = self.running.app();
        let visits = runtimes.server.block_on(self.supply.take(app, BOOKINGS))?;
        let (told, took) = runtimes
            .clients
            .block_on(served::round(self.running.address(), visits))?;
        let stored = runtimes.server.block_on(async {
            let mut tx = app.store.read().await?;
            let mut stored = 0;
            for reference in &told {
                stored += usize::from(dossiers::by_reference(&mut tx, reference).await?.is_some());
            }
            Ok::<usize, Failure>(stored)
        })?;
        if stored == BOOKINGS {
            Ok(took)
        } else {
            Err(format!("{stored} of {BOOKINGS} bookings are there").into())
        }
    }

    /// Makes answers about the free days of an office, and about one of its days.
    fn reads(&self, runtimes: &Runtimes) -> Result<Duration, Failure> {
        let app = self.running.app();
        let query = SlotQuery {
            service: SERVICE,
            age_group: AGE_GROUP,
        };
        let offices = data::offices()?;
        runtimes.server.block_on(async {
            let started = Instant::now();
            for office in offices.iter().cycle().take(READS / 2) {
                let asking = Asking::online(app.now());
                let mut tx = app.store.peek().await?;
                let failed = |error: eid_server::problem::ApiError| error.problem().code.as_str();
                let days = availability::of_days(app, &mut tx, office, query, asking)
                    .await
                    .map_err(failed)?;
                let date = days.days.first().map_or_else(|| app.today(), |day| day.date);
                availability::of_day(app, &mut tx, office, date, query, asking)
                    .await
                    .map_err(failed)?;
            }
            Ok(started.elapsed())
        })
    }

    fn close(self, runtimes: &Runtimes) -> Result<(), Failure> {
        runtimes.server.block_on(self.running.stop())?;
        Ok(runtimes.server.block_on(self.database.close())?)
    }
}

/// The large store must not fill the disk of whoever measures.
fn has_room() -> Result<(), Failure> {
    let told = std::process::Command::new("df")
        .args(["-Pk"])
        .arg(std::env::temp_dir())
        .output()?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let free = told
        .lines()
        .nth(1)
        .and_then(|line| line.split_whitespace().nth(3));
    let free: f64 = free.ok_or("df tells nothing")?.parse::<f64>()? * 1024.0 / 1e9;
    if free < ROOM_GB {
        return Err(format!("{free:.0} GB are free, {ROOM_GB:.0} are needed").into());
    }
    Ok(())
}
