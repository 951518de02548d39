//! What the counting of figures takes from those who book: bookings a second while the job works off a backlog in the
//! product's own rhythm, over the same without it.

use super::{
    Runtimes,
    figures::{listed, median},
    served, settings,
    supply::Supply,
};
use eid_domain::dossier::State;
use eid_server::{
    jobs::figures as job,
    serve::{self, Background, Failure, Running},
};
use eid_store::{Dialect, dossiers, figures, testing::TestDatabase};
use std::time::Duration;

/// Pairs of rounds, in turn with the job first and last.
const PAIRS: usize = 9;
/// Bookings of the round that warms up and shows how fast it goes.
const FIRST: usize = 200;
/// About how long a round takes: the job runs once or twice in it.
const ROUND_S: f64 = 1.2;
const SMALLEST: usize = 150;
const LARGEST: usize = 1_000;
/// The rhythm of the server's loop.
const RHYTHM: Duration = Duration::from_secs(1);
/// Events that wait at first: more than are counted meanwhile.
const BACKLOG: usize = 30_000;

/// With the job over without; `None` where PostgreSQL is left out.
pub(crate) fn measure(runtimes: &Runtimes, dialect: Dialect) -> Result<Option<f64>, Failure> {
    let Some(database) = runtimes.server.block_on(TestDatabase::empty(dialect))? else {
        return Ok(None);
    };
    let config = settings::config(&database.url)?;
    let running = runtimes
        .server
        .block_on(serve::start_with(config, Background::Nothing))?;
    let mut supply = Supply::of(running.app())?;
    let first = round(runtimes, &running, &mut supply, FIRST, false)?;
    runtimes.server.block_on(backlog(&running))?;
    // Truncated on purpose: a whole number of bookings.
    let count = ((first * ROUND_S) as usize).clamp(SMALLEST, LARGEST);
    let mut rates = Vec::new();
    for pair in 0..PAIRS {
        let mut one = |counting| round(runtimes, &running, &mut supply, count, counting);
        let (with, without) = if pair % 2 == 0 {
            let with = one(true)?;
            (with, one(false)?)
        } else {
            let without = one(false)?;
            (one(true)?, without)
        };
        rates.push((with, without));
    }
    let (counted, left) = runtimes.server.block_on(async {
        let mut tx = running.app().store.read().await?;
        Ok::<_, Failure>((
            figures::head(&mut tx).await?.counted,
            figures::waiting(&mut tx).await?,
        ))
    })?;
    if counted == 0 || left == 0 {
        return Err(format!("{counted} counted, {left} left: the job had no work all the time").into());
    }
    let ratios: Vec<f64> = rates.iter().map(|(with, without)| with / without).collect();
    println!(
        "# {dialect:?}: {:.0} bookings a second beside the job, {:.0} without it ({counted} events counted, rounds of \
        {count}, ratios {})",
        median(rates.iter().map(|(with, _)| *with)),
        median(rates.iter().map(|(_, without)| *without)),
        listed(&ratios),
    );
    runtimes.server.block_on(running.stop())?;
    runtimes.server.block_on(database.close())?;
    Ok(Some(median(ratios)))
}

/// Bookings a second.
fn round(
    runtimes: &Runtimes,
    running: &Running,
    supply: &mut Supply,
    count: usize,
    counting: bool,
) -> Result<f64, Failure> {
    let app = running.app().clone();
    let visits = runtimes.server.block_on(supply.take(&app, count))?;
    let job = counting.then(|| {
        runtimes.server.spawn(async move {
            loop {
                if job::round(&app).await.is_err() {
                    return;
                }
                tokio::time::sleep(RHYTHM).await;
            }
        })
    });
    let (told, took) = runtimes
        .clients
        .block_on(served::round(running.address(), visits))?;
    if let Some(job) = job {
        if job.is_finished() {
            return Err("the job has failed".into());
        }
        job.abort();
    }
    Ok(told.len() as f64 / took.as_secs_f64())
}

/// Events of dossiers that are there.
async fn backlog(running: &Running) -> Result<(), Failure> {
    let app = running.app();
    let mut tx = app.store.begin().await?;
    let booked = dossiers::in_state(&mut tx, State::Booked.as_str(), app.now(), u32::MAX).await?;
    for (n, dossier) in booked.iter().cycle().take(BACKLOG).enumerate() {
        figures::put(
            &mut tx,
            &format!("bench-{n:08}"),
            "received",
            &dossier.id,
            app.now(),
        )
        .await?;
    }
    tx.commit().await?;
    Ok(())
}
