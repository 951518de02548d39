//! Bookings through HTTP: hold, then book.

use super::{
    CLIENTS, http,
    http::Link,
    people, settings,
    supply::{AGE_GROUP, SERVICE, Visit},
};
use eid_domain::wire::{
    Lang,
    bookings::{Booked, NewBooking},
    holds::{Hold, NewHold},
};
use eid_server::serve::Failure;
use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::task::JoinSet;

/// Books the visits; returns the references told, and how long it took. The connections are opened before.
pub(crate) async fn round(
    address: SocketAddr,
    visits: Vec<Visit>,
) -> Result<(Vec<String>, Duration), Failure> {
    let mut links = Vec::new();
    for _ in 0..CLIENTS {
        links.push(Link::open(address).await?);
    }
    let queue = Arc::new((visits, AtomicUsize::new(0)));
    let mut tasks = JoinSet::new();
    let started = Instant::now();
    for (client, link) in links.into_iter().enumerate() {
        tasks.spawn(one_client(link, settings::source(client), Arc::clone(&queue)));
    }
    let mut references = Vec::new();
    while let Some(told) = tasks.join_next().await {
        references.extend(told??);
    }
    Ok((references, started.elapsed()))
}

async fn one_client(
    mut link: Link,
    source: String,
    queue: Arc<(Vec<Visit>, AtomicUsize)>,
) -> Result<Vec<String>, Failure> {
    let (visits, next) = queue.as_ref();
    let mut references = Vec::new();
    while let Some(visit) = visits.get(next.fetch_add(1, Ordering::Relaxed)) {
        references.push(book(&mut link, &source, visit).await?);
    }
    Ok(references)
}

async fn book(link: &mut Link, source: &str, visit: &Visit) -> Result<String, Failure> {
    let wanted = NewHold {
        office_id: visit.place.office.clone(),
        starts_at: visit.place.starts_at,
        service: SERVICE,
        age_group: AGE_GROUP,
    };
    let key = format!("bench-hold-{:08}", visit.person);
    let request = http::post("/api/holds", &key, source, &serde_json::to_string(&wanted)?);
    let held: Hold = serde_json::from_slice(link.ask(&request).await?.ok(201)?)?;
    let wanted = NewBooking {
        hold_id: held.id,
        reason: Some(people::REASON),
        service: SERVICE,
        applicant: people::applicant(visit.person),
        phone_proof: people::proof(visit.person),
        lang: Lang::Vi,
        declared: true,
    };
    let key = format!("bench-book-{:08}", visit.person);
    let request = http::post("/api/bookings", &key, source, &serde_json::to_string(&wanted)?);
    let booked: Booked = serde_json::from_slice(link.ask(&request).await?.ok(201)?)?;
    Ok(booked.reference)
}
