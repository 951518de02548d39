//! Reads of free days a second, beside an empty handler of the same server: request id, log line, headers and deadline
//! are around both.

use super::{
    CLIENTS, Runtimes,
    figures::{listed, median},
    http,
    http::Link,
    raw, settings,
    supply::{AGE_GROUP, SERVICE, Supply},
};
use axum::{Router, routing::get};
use eid_domain::wire::slots::{Days, SlotQuery};
use eid_server::{
    app::availability::{self, Asking},
    data, router,
    serve::{self, Failure},
    state::App,
};
use eid_store::{Dialect, testing::TestDatabase};
use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{net::TcpListener, task::JoinSet};

/// Rounds of each kind.
const ROUNDS: usize = 9;
const ROUND: Duration = Duration::from_millis(1200);
const WARM_UP: Duration = Duration::from_millis(500);
/// Visits that are booked before, so that there is something to lay over the plan.
const BOOKED: usize = 1200;
/// Cold answers that are timed one by one.
const COLD: u32 = 300;

/// Prints the figure.
pub(crate) fn measure(runtimes: &Runtimes) -> Result<(), Failure> {
    let server = &runtimes.server;
    let database = server.block_on(TestDatabase::empty(Dialect::Sqlite))?;
    let database = database.ok_or("no database")?;
    let app = server.block_on(serve::assemble(settings::config(&database.url)?))?;
    server.block_on(fill(&app))?;
    let (address, task) = server.block_on(listen(&app))?;
    let all = days_of_all()?;
    let one: Vec<Vec<u8>> = all.iter().take(1).cloned().collect();
    let empty = vec![http::get("/bench/empty", "")];
    let outside = vec![http::get("/bench/outside", "")];
    runtimes.clients.block_on(check(address, &all))?;

    let ask = |requests: &[Vec<u8>], status: u16, time: Duration| {
        runtimes
            .clients
            .block_on(round(address, requests.to_vec(), status, time))
    };
    ask(&empty, 200, WARM_UP)?;
    ask(&all, 200, WARM_UP)?;
    let mut rates = Vec::new();
    for _ in 0..ROUNDS {
        rates.push([
            ask(&all, 200, ROUND)?,
            ask(&empty, 200, ROUND)?,
            ask(&one, 200, WARM_UP)?,
            ask(&outside, 200, WARM_UP)?,
        ]);
    }
    let [reads, empty, warm, outside] =
        [0, 1, 2, 3].map(|kind| median(rates.iter().map(|round| round[kind])));
    let ratios: Vec<f64> = rates.iter().map(|[reads, bare, ..]| reads / bare).collect();
    let cold = server.block_on(cold(&app))?;
    println!(
        "# {reads:.0} reads a second over {} questions in turn, {empty:.0} of an empty handler of the same server \
        ({CLIENTS} clients, ratios {})",
        all.len(),
        listed(&ratios)
    );
    println!(
        "# {warm:.0} reads a second of one office alone, {outside:.0} of an empty handler outside of all layers"
    );
    println!(
        "# {:.0} µs to make an answer that is not kept",
        cold.as_secs_f64() * 1e6
    );
    println!("slot_reads {:.3} ratio", median(ratios));
    task.abort();
    server.block_on(app.store.close());
    server.block_on(database.close())?;
    Ok(())
}

async fn fill(app: &App) -> Result<(), Failure> {
    let visits = Supply::of(app)?.take(app, BOOKED).await?;
    let rows: Result<Vec<_>, Failure> = visits.iter().map(|visit| raw::Rows::of(app, visit, 0)).collect();
    raw::round(app.clone(), rows?).await.map(|_| ())
}

async fn listen(app: &App) -> Result<(SocketAddr, tokio::task::JoinHandle<std::io::Result<()>>), Failure> {
    let listener = TcpListener::bind(app.config.listen).await?;
    let address = listener.local_addr()?;
    let inside = Router::new().route("/bench/empty", get(async || ()));
    // Added last, so none of the layers is around it: it tells what the layers cost.
    let service = router::build_with(app.clone(), inside).route("/bench/outside", get(async || ()));
    let service = service.into_make_service_with_connect_info::<SocketAddr>();
    let task = tokio::spawn(async move { axum::serve(listener, service).await });
    Ok((address, task))
}

/// Each office for each kind of visit: every answer is asked for now and then, so in each second each is made
/// anew once.
fn days_of_all() -> Result<Vec<Vec<u8>>, Failure> {
    let offices = data::offices()?;
    let mut requests = Vec::new();
    for service in ["card_and_account", "card", "account"] {
        for age_group in ["from_14_to_59", "from_60", "from_6_to_13"] {
            requests.extend(offices.iter().map(|office| {
                let path = format!(
                    "/api/offices/{}/days?service={service}&age_group={age_group}",
                    office.id.as_str()
                );
                http::get(&path, "")
            }));
        }
    }
    Ok(requests)
}

/// What is measured is the right answer. A small office may have no room for the longest visits, and one that
/// is on the road no days at all; the first in the list has room for everybody.
async fn check(address: SocketAddr, requests: &[Vec<u8>]) -> Result<(), Failure> {
    let mut link = Link::open(address).await?;
    let mut free = Vec::new();
    for request in requests {
        let days: Days = serde_json::from_slice(link.ask(request).await?.ok(200)?)?;
        free.push(days.days.iter().map(|day| usize::from(day.free)).sum::<usize>());
    }
    let some = free.iter().filter(|free| **free > 0).count();
    if some * 2 > free.len() && free.first().is_some_and(|free| *free > 0) {
        Ok(())
    } else {
        Err("the offices are full".into())
    }
}

/// Answers a second.
async fn round(
    address: SocketAddr,
    requests: Vec<Vec<u8>>,
    status: u16,
    time: Duration,
) -> Result<f64, Failure> {
    let requests = Arc::new(requests);
    let mut links = Vec::new();
    for _ in 0..CLIENTS {
        links.push(Link::open(address).await?);
    }
    let started = Instant::now();
    let mut tasks = JoinSet::new();
    for (client, mut link) in links.into_iter().enumerate() {
        let requests = Arc::clone(&requests);
        // Each begins elsewhere in the list.
        let first = client * requests.len() / CLIENTS;
        tasks.spawn(async move {
            let mut count = 0_u32;
            for request in requests.iter().cycle().skip(first) {
                if started.elapsed() >= time {
                    break;
                }
                link.ask(request).await?.ok(status)?;
                count += 1;
            }
            Ok::<u32, Failure>(count)
        });
    }
    let mut answers = 0.0;
    while let Some(count) = tasks.join_next().await {
        answers += f64::from(count??);
    }
    Ok(answers / started.elapsed().as_secs_f64())
}

/// How long the use case takes without the kept answers.
async fn cold(app: &App) -> Result<Duration, Failure> {
    let query = SlotQuery {
        service: SERVICE,
        age_group: AGE_GROUP,
    };
    let offices = data::offices()?;
    let started = Instant::now();
    for office in offices.iter().cycle().take(usize::try_from(COLD)?) {
        let asking = Asking::online(app.now());
        availability::of_days(app, &mut app.store.peek().await?, office, query, asking)
            .await
            .map_err(|error| error.problem().code.as_str())?;
    }
    Ok(started.elapsed() / COLD)
}
