//! The same bookings without the server: the statements of `POST /api/holds` and `POST /api/bookings`, in
//! the same two transactions, with everything that is stored made up beforehand.

mod rows;

pub(crate) use rows::Rows;

use super::CLIENTS;
use eid_server::{serve::Failure, state::App};
use eid_store::{
    Tx, access_keys, appointments, audit, dossiers, events,
    holds::{self, Taken},
    idempotency::{self, Begun},
    limits, notices, proofs,
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::task::JoinSet;

/// Books; returns the references stored, and how long it took.
pub(crate) async fn round(app: App, rows: Vec<Rows>) -> Result<(Vec<String>, Duration), Failure> {
    let queue = Arc::new((rows, AtomicUsize::new(0)));
    let mut tasks = JoinSet::new();
    let started = Instant::now();
    for _ in 0..CLIENTS {
        tasks.spawn(one_client(app.clone(), Arc::clone(&queue)));
    }
    let mut references = Vec::new();
    while let Some(stored) = tasks.join_next().await {
        references.extend(stored??);
    }
    Ok((references, started.elapsed()))
}

async fn one_client(app: App, queue: Arc<(Vec<Rows>, AtomicUsize)>) -> Result<Vec<String>, Failure> {
    let (all, next) = queue.as_ref();
    let mut references = Vec::new();
    while let Some(rows) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
        hold(&app, rows).await?;
        book(&app, rows).await?;
        references.push(rows.dossier.reference.clone());
    }
    Ok(references)
}

async fn hold(app: &App, rows: &Rows) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    begin(&mut tx, &rows.hold_key, rows).await?;
    limits::hit(&mut tx, &app.config.limits.hold_source, &rows.source, rows.now).await?;
    let place = holds::NewHold {
        id: &rows.appointment.reservation_id,
        office_id: &rows.appointment.office_id,
        starts_at: rows.appointment.starts_at,
        capacities: &rows.capacities,
        service: &rows.dossier.service,
        age_group: &rows.age_group,
        expires_at: rows.hold_until,
        source_hash: &rows.source,
        now: rows.now,
    };
    let Taken::Held(_) = holds::create(&mut tx, &place).await? else {
        return Err("the place is taken".into());
    };
    idempotency::finish(&mut tx, &rows.hold_key, &rows.held).await?;
    Ok(tx.commit().await?)
}

async fn book(app: &App, rows: &Rows) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    begin(&mut tx, &rows.booking_key, rows).await?;
    limits::hit(&mut tx, &app.config.limits.booking_source, &rows.source, rows.now).await?;
    proofs::phone(&mut tx, &rows.proof, rows.now)
        .await?
        .ok_or("no proof")?;
    let dossier = &rows.dossier;
    if dossiers::open_by_person(&mut tx, &dossier.personal_number)
        .await?
        .is_some()
    {
        return Err("the person has an open dossier".into());
    }
    dossiers::count_booked_of_phone(&mut tx, &dossier.otp_phone).await?;
    let held = &rows.appointment.reservation_id;
    holds::book(&mut tx, held, rows.now)
        .await?
        .ok_or("the hold lapsed")?;
    proofs::consume(&mut tx, &rows.proof, rows.now).await?;
    dossiers::insert(&mut tx, dossier).await?;
    events::insert(&mut tx, &rows.event).await?;
    audit::append(&mut tx, &rows.audit).await?;
    appointments::insert(&mut tx, &rows.appointment).await?;
    access_keys::insert(&mut tx, &rows.access_key).await?;
    notices::queue(&mut tx, &rows.notice).await?;
    idempotency::finish(&mut tx, &rows.booking_key, &rows.booked).await?;
    Ok(tx.commit().await?)
}

async fn begin(tx: &mut Tx, key: &str, rows: &Rows) -> Result<(), Failure> {
    let begun = idempotency::begin(tx, key, &rows.scope, &rows.request, rows.now, rows.stale).await?;
    if begun == Begun::Fresh {
        Ok(())
    } else {
        Err("the key was used".into())
    }
}
