//! The plan of an office changes while people book.

use crate::{
    office_changes::{gives_back, holds_one, target},
    support::{OFFICE, book, both, clock, hold, places, tick},
};
use eid_store::{
    Retryable, Store, StoreError,
    holds::{self, Taken},
    replan::{self, Target, Who},
};

both! {
    async fn the_plan_changes_while_people_book_and_cancel(db) {
        // Twelve ticks; the plan goes from four places to one and back while sixty people hold, book and give back.
        const TICKS: i64 = 12;
        let people: Vec<_> = (0..60_usize)
            .map(|n| {
                let store = db.store.clone();
                tokio::spawn(async move { life(&store, n).await })
            })
            .collect();
        let plans = {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut moved = 0;
                for round in 0..12_u16 {
                    let capacity = if round % 2 == 0 { 1 } else { 4 };
                    moved += replanned(&store, capacity, TICKS).await;
                    tokio::task::yield_now().await;
                }
                // Ends with one place each.
                moved + replanned(&store, 1, TICKS).await
            })
        };
        let mut visits = 0;
        for one in people {
            visits += usize::from(one.await.unwrap());
        }
        plans.await.unwrap();
        assert_eq!(db.store.check_invariants().await.unwrap(), Vec::<String>::new());
        // Nobody is lost: who was told that they are booked is, at the place that they were given.
        let mut tx = db.store.read().await.unwrap();
        let takers = replan::takers(&mut tx, OFFICE, tick(0), clock(50_000)).await.unwrap();
        assert_eq!(takers.len(), visits);
        drop(tx);
        // And once the last plan has seen everybody: what is over it is marked and goes to nobody.
        replanned(&db.store, 1, TICKS).await;
        for (capacity, taken) in places(&db.store, clock(50_000)).await {
            assert_eq!(capacity, taken.max(1));
        }
        for n in 100..112_usize {
            let at = (n - 100) as i64;
            let free = places(&db.store, clock(50_000)).await.get(at as usize).is_none_or(|(_, taken)| *taken == 0);
            assert_eq!(holds_one(&db.store, n, at, &[4]).await, free, "{at}");
        }
    }
}

/// Holds two ticks somewhere, and books them, or gives them back; every third of those who booked cancels.
async fn life(store: &Store, n: usize) -> bool {
    let first = (n * 5 % 11) as i64;
    let held = retried(store, move |tx| {
        Box::pin(async move {
            let taken = hold(tx, n, first, &[4, 4], clock(0)).await?;
            Ok(matches!(taken, Taken::Held(_)))
        })
    })
    .await;
    if !held {
        return false;
    }
    tokio::task::yield_now().await;
    let booked = retried(store, move |tx| {
        Box::pin(async move { Ok(book(tx, n, clock(1)).await?.is_some()) })
    })
    .await;
    if !booked {
        return false;
    }
    if n.is_multiple_of(3) {
        gives_back(store, n).await;
        return false;
    }
    true
}

/// Changes the plan as the server does: locks, ticks, then holds that do not fit end. Returns how many ended.
async fn replanned(store: &Store, capacity: u16, ticks: i64) -> usize {
    retried(store, move |tx| {
        Box::pin(async move {
            replan::lock(tx, OFFICE, tick(0)).await?;
            let targets: Vec<Target> = (0..ticks).map(|n| target(n, capacity)).collect();
            replan::bring(tx, OFFICE, &targets).await?;
            let mut left: Vec<u16> = vec![capacity; ticks as usize];
            let mut ended = 0;
            for taker in replan::takers(tx, OFFICE, tick(0), clock(1)).await? {
                let first = (taker.starts_at.as_second() - tick(0).as_second()) / 600;
                let span = &mut left[first as usize..first as usize + usize::from(taker.ticks)];
                if span.iter().all(|places| *places > 0) {
                    span.iter_mut().for_each(|places| *places -= 1);
                } else if taker.who == Who::Hold {
                    holds::release(tx, &taker.reservation_id).await?;
                    ended += 1;
                }
            }
            Ok(ended)
        })
    })
    .await
}

/// As the server's client does where a deadlock was broken: the same once more.
async fn retried<T, F>(store: &Store, work: F) -> T
where
    F: for<'a> FnMut(&'a mut eid_store::Tx) -> eid_store::Work<'a, T, StoreError> + Clone,
{
    for _ in 0..8 {
        match store.write(work.clone()).await {
            Ok(value) => return value,
            Err(error) if error.is_retryable() => {}
            Err(error) => panic!("{error:?}"),
        }
    }
    panic!("always in the way of others")
}
