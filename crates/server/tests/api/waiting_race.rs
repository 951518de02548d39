//! Those who wait beside those who book, and a server that dies: every place goes to exactly one.

use crate::{
    support::{both, flow::*},
    waiting::{FREED, at, fill, free, offer, waits},
};
use eid_store::{holds, slots};
use serde_json::json;
use std::{future::Future, pin::pin, task::Poll};

/// Works until it has waited `most` times, and drops the rest. None where it did not come to its end.
async fn cut_off<F: Future>(work: F, most: u32) -> Option<F::Output> {
    let (mut work, mut waited) = (pin!(work), 0);
    std::future::poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending if waited == most => Poll::Ready(None),
        Poll::Pending => {
            waited += 1;
            Poll::Pending
        }
    })
    .await
}

both! {
    async fn the_race_of_those_who_wait_and_those_who_book(app) {
        const WAITING: u32 = 12;
        const PLACES: u64 = 8;
        fill(app).await;
        let mut queue = Vec::new();
        for n in 0..WAITING {
            let (hour, half) = (8 + n / 4, (n % 4) * 10);
            app.pass(1).await;
            queue.push(waits(app, n, &format!("{hour:02}:{half:02}")).await);
        }
        app.work().await;
        free(app, u16::try_from(PLACES).unwrap()).await;
        // Two servers offer while ordinary people book.
        let mut tasks = Vec::new();
        for n in 0..20 {
            let (client, inside) = (app.client(), app.inside().clone());
            tasks.push(tokio::spawn(async move {
                if n % 5 == 0 {
                    for _ in 0..6 {
                        let now = inside.now();
                        // Whoever runs into another tries again.
                        let _ = eid_server::jobs::offers::office(&inside, OFFICE, now).await;
                    }
                    return 0;
                }
                u64::from(client.post("/api/holds", &hold_body("07:30")).await.status == 201)
            }));
        }
        let mut booked = 0;
        for task in tasks {
            booked += task.await.unwrap();
        }
        app.pass(1).await;
        let now = app.inside().now();
        eid_server::jobs::offers::office(app.inside(), OFFICE, now).await.unwrap();
        let mut offered = Vec::new();
        for (client, _, path) in &queue {
            offered.push(offer(client, path).await.is_some());
        }
        let count = offered.iter().filter(|one| **one).count() as u64;
        assert_eq!(count + booked, PLACES, "every place went to exactly one: {offered:?}");
        // Fair: the first in the queue have one, the last have none.
        assert!(offered.windows(2).all(|pair| pair[0] >= pair[1]), "{offered:?}");
        let mut tx = app.inside().store.read().await.unwrap();
        let ticks = slots::touched(&mut tx, OFFICE, at(FREED), at("2026-11-25T01:00:00Z"), now).await.unwrap();
        assert!(ticks.iter().all(|tick| tick.free() == 0 && u64::from(tick.taken) == PLACES), "{ticks:?}");
    }

    async fn a_server_that_dies_loses_no_place(app) {
        fill(app).await;
        free(app, 1).await;
        let (first, _, first_path) = waits(app, 1, "08:00").await;
        app.pass(5).await;
        let (second, _, second_path) = waits(app, 2, "08:30").await;
        app.work().await;
        assert!(offer(&first, &first_path).await.is_some());
        // The passing on is cut off at every moment: nothing of it is stored.
        app.client().post("/api/dev/clock", &json!({ "seconds": 1_801 })).await.ok(204);
        let now = app.inside().now();
        let mut cut = 0;
        loop {
            let whole = cut_off(eid_server::jobs::offers::lapse(app.inside(), now), cut).await;
            assert_eq!(app.inside().store.check_invariants().await.unwrap(), Vec::<String>::new());
            let mut tx = app.inside().store.read().await.unwrap();
            let ticks = slots::touched(&mut tx, OFFICE, at(FREED), at("2026-11-25T01:00:00Z"), now).await.unwrap();
            assert!(ticks.iter().all(|tick| tick.taken == 1), "always kept for one of them: {ticks:?}");
            if let Some(done) = whole {
                done.unwrap();
                break;
            }
            cut += 1;
        }
        assert!(cut > 5, "cut off {cut} times only");
        app.work().await;
        assert!(offer(&second, &second_path).await.is_some());
        // All servers are away until the hold has lapsed too: then the place is everybody's, and nobody's is lost.
        app.client().post("/api/dev/clock", &json!({ "seconds": 3_600 })).await.ok(204);
        let mut tx = app.inside().store.begin().await.unwrap();
        while holds::expire_due(&mut tx, app.inside().now()).await.unwrap() > 0 {}
        tx.commit().await.unwrap();
        app.client().post("/api/holds", &hold_body("07:30")).await.ok(201);
        app.work().await;
        let seen = second.get(&second_path).await.ok(200);
        assert!(seen.json["offer"].is_null() && seen.json["waiting"]["silent"] == 1, "{}", seen.text);
    }
}
