//! The loop.

use super::{
    account, batches, figures, offers, seal, send, submit, sweep, tell,
    work::{self, Work},
};
use crate::{app::queue::follow, authority, authority::Subject, problem::ApiError, sources, state::App};
use eid_store::{
    holds,
    jobs::{self, Job},
    retention::{self, Cutoffs},
};
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;
use tokio::{sync::watch, time::Instant};

const PAUSE: Duration = Duration::from_secs(1);
const CLAIM: SignedDuration = SignedDuration::from_secs(60);
const BATCH: u32 = 20;
const MINUTE_S: i64 = 60;
const HOUR_S: i64 = 3600;
const DAY_S: i64 = 86_400;

/// Works until told to stop. What goes wrong is logged and tried again.
pub async fn forever(app: App, mut stop: watch::Receiver<bool>) {
    let mut sealed_at = Instant::now();
    while !*stop.borrow() {
        // Errors were logged where they arose, under what was being done.
        let _ = round(&app).await;
        // Every booking wakes this loop; a seal for each of them would be a second write for each.
        if sealed_at.elapsed() >= PAUSE {
            let _ = seal::round(&app).await;
            let _ = figures::round(&app).await;
            sealed_at = Instant::now();
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            () = app.wake.notified() => {}
            _ = stop.changed() => {}
        }
    }
    // What the last requests have written.
    let _ = seal::round(&app).await;
}

/// One round of everything. Public so that a test need not wait.
///
/// # Errors
/// When the database is out of reach.
pub async fn round(app: &App) -> Result<(), ApiError> {
    refresh(app).await?;
    // Before the holds: a place that was kept for one who waits goes to the next of them, not to all.
    while offers::lapse(app, app.now()).await? {}
    expire_holds(app).await?;
    queue_sweeps(app).await?;
    while work_off(app).await? {}
    authority::apply::round(app).await?;
    sources::apply::round(app).await?;
    while send::round(app).await? {}
    batches::round(app).await
}

/// Offices, stops and announcements that another server has changed, and stops whose day can be booked since a moment ago.
async fn refresh(app: &App) -> Result<(), ApiError> {
    app.catalog.refresh(&app.store, app.now()).await?;
    Ok(app.news.refresh(&app.store, app.now()).await?)
}

async fn expire_holds(app: &App) -> Result<(), ApiError> {
    const FULL: u64 = 100;
    loop {
        let mut tx = app.store.begin().await?;
        let count = holds::expire_due(&mut tx, app.now()).await?;
        tx.commit().await?;
        if count < FULL {
            return Ok(());
        }
    }
}

/// A sweep a minute and a purge an hour, whichever server is first.
async fn queue_sweeps(app: &App) -> Result<(), ApiError> {
    let now = app.now();
    let mut tx = app.store.begin().await?;
    for (what, seconds) in [(Work::Sweep, MINUTE_S), (Work::Purge, HOUR_S)] {
        let key = format!("{}:{}", what.as_str(), now.as_second().div_euclid(seconds));
        work::enqueue(app, &mut tx, what, &key, "", now).await?;
    }
    Ok(tx.commit().await?)
}

async fn work_off(app: &App) -> Result<bool, ApiError> {
    let now = app.now();
    let mut tx = app.store.begin().await?;
    let until = now.saturating_add(CLAIM).unwrap_or(now);
    let claimed = jobs::claim_due(&mut tx, now, until, BATCH).await?;
    tx.commit().await?;
    for job in &claimed {
        if let Err(error) = work(app, job, now).await {
            let code = error.problem().code.as_str();
            tracing::warn!(kind = %job.kind, attempt = job.attempts, code, "a job went wrong");
            let mut tx = app.store.begin().await?;
            jobs::fail(&mut tx, job, now, code).await?;
            tx.commit().await?;
        }
    }
    Ok(!claimed.is_empty())
}

async fn work(app: &App, job: &Job, now: Timestamp) -> Result<(), ApiError> {
    let what = Work::parse(&job.kind);
    let mut handed = false;
    match what {
        Some(Work::SubmitCard) => handed = submit::hand_over(app, &job.payload, Subject::Card, now).await?,
        Some(Work::SubmitAccount) => {
            submit::hand_over(app, &job.payload, Subject::Account, now).await?;
        }
        Some(Work::Purge) => {
            purge(app, now).await?;
            seal::note_end(app).await?;
        }
        Some(Work::OfferPlaces) => offers::office(app, &job.payload, now).await?,
        Some(Work::AskSource) => sources::apply::ask(app, &job.payload, now).await?,
        Some(Work::Sweep) => {
            offers::everywhere(app, now).await?;
            follow::days_over(app, now).await?;
        }
        _ => {}
    }
    let mut tx = app.store.begin().await?;
    match what {
        Some(Work::SubmitCard) if handed => submit::note_sent(app, &mut tx, &job.payload, now).await?,
        Some(Work::TellCardReady) => tell::card_ready(app, &mut tx, &job.payload, now).await?,
        Some(Work::Sweep) => sweep::run(app, &mut tx, now).await?,
        Some(Work::RemindActivate) => account::remind(app, &mut tx, &job.payload, now).await?,
        Some(Work::RemindCollect) => tell::collect(app, &mut tx, &job.payload, now).await?,
        Some(Work::SubmitCard | Work::SubmitAccount | Work::Purge | Work::OfferPlaces | Work::AskSource) => {}
        None => tracing::error!(kind = %job.kind, "an unknown kind of job"),
    }
    if jobs::finish(&mut tx, job, now).await? {
        tx.commit().await?;
    }
    Ok(())
}

/// The retention table of docs/PRIVACY.md, as code.
async fn purge(app: &App, now: Timestamp) -> Result<(), ApiError> {
    let ago = |seconds| {
        now.saturating_sub(SignedDuration::from_secs(seconds))
            .unwrap_or(Timestamp::MIN)
    };
    let cutoffs = Cutoffs {
        lapsed: ago(DAY_S),
        answers: ago(DAY_S),
        messages: ago(90 * DAY_S),
        places: ago(7 * DAY_S),
    };
    loop {
        let mut tx = app.store.begin().await?;
        let removed = retention::purge(&mut tx, &cutoffs).await?;
        tx.commit().await?;
        if removed == 0 {
            return Ok(());
        }
    }
}
