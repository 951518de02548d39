//! What was told to be stored is stored, whatever dies.

use crate::support::{booked, both, clock, hash, hold, places};
use eid_store::{
    Dialect, dossiers,
    holds::{self, Taken},
    testing::TestDatabase,
};
use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

both! {
    async fn a_request_that_dies_half_way_leaves_nothing(db) {
        for n in 0..20 {
            let store = db.store.clone();
            let (told, hear) = tokio::sync::oneshot::channel();
            let request = tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                assert!(matches!(hold(&mut tx, n, 0, &[1, 1], clock(0)).await.unwrap(), Taken::Held(_)));
                told.send(()).unwrap();
                // Dropped here, in the midst of a statement or between two; on a slow machine, too, before it commits.
                loop {
                    holds::get(&mut tx, &hash(n)).await.unwrap();
                }
            });
            hear.await.unwrap();
            request.abort();
            assert!(request.await.unwrap_err().is_cancelled());
        }
        assert_eq!(places(&db.store, clock(0)).await, []);
        booked(&db.store, 1, 0, &[1]).await;
    }

    async fn a_process_that_is_killed_has_stored_what_it_told(db) {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["crash::books_until_it_is_killed", "--exact", "--ignored", "--nocapture"])
            .env("EID_CRASH_URL", &db.url)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = Vec::new();
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            let line = line.unwrap();
            if let Some(n) = line.strip_prefix("booked ") {
                told.push(n.parse::<usize>().unwrap());
            }
            if told.len() == 25 {
                child.kill().unwrap();
            }
        }
        assert!(!child.wait().unwrap().success());
        assert!(told.len() >= 25, "{told:?}");
        // Opened anew, as after a crash.
        let store = TestDatabase::open(&db.url).await.unwrap();
        assert_eq!(store.migrate().await.unwrap(), 0);
        assert_eq!(store.check_invariants().await.unwrap(), Vec::<String>::new());
        let mut tx = store.read().await.unwrap();
        for n in told {
            assert!(dossiers::by_id(&mut tx, &format!("d{n}")).await.unwrap().is_some(), "{n}");
        }
        drop(tx);
        store.close().await;
    }
}

/// The child of the test above.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "runs until it is killed"]
async fn books_until_it_is_killed() {
    let Ok(url) = std::env::var("EID_CRASH_URL") else {
        return;
    };
    let store = TestDatabase::open(&url).await.unwrap();
    for n in 0..usize::MAX {
        booked(&store, n, (n % 100) as i64, &[60_000, 60_000]).await;
        println!("booked {n}");
    }
}

#[tokio::test]
async fn a_file_that_is_opened_anew_has_what_was_committed() {
    let db = TestDatabase::new(Dialect::Sqlite).await.unwrap().unwrap();
    booked(&db.store, 1, 0, &[2, 2]).await;
    let mut open = db.store.begin().await.unwrap();
    hold(&mut open, 2, 0, &[2, 2], clock(0)).await.unwrap();
    drop(open);
    db.store.close().await;
    let again = TestDatabase::open(&db.url).await.unwrap();
    assert_eq!(places(&again, clock(0)).await, [(2, 1), (2, 1)]);
    let mut tx = again.read().await.unwrap();
    assert!(dossiers::by_id(&mut tx, "d1").await.unwrap().is_some());
    drop(tx);
    again.close().await;
    db.close().await.unwrap();
}

#[tokio::test]
async fn a_backup_is_a_database() {
    let db = TestDatabase::new(Dialect::Sqlite).await.unwrap().unwrap();
    booked(&db.store, 1, 0, &[2, 2]).await;
    db.store.maintain().await.unwrap();
    let path = format!("{}.backup", db.url.trim_start_matches("sqlite:"));
    db.store.backup(&path).await.unwrap();
    assert!(
        db.store.backup(&path).await.is_err(),
        "a backup is never written over"
    );
    booked(&db.store, 2, 0, &[2, 2]).await;
    let copy = TestDatabase::open(&format!("sqlite:{path}")).await.unwrap();
    assert_eq!(copy.migrate().await.unwrap(), 0);
    assert_eq!(copy.check_invariants().await.unwrap(), Vec::<String>::new());
    assert_eq!(places(&copy, clock(0)).await, [(2, 1), (2, 1)]);
    copy.close().await;
    db.close().await.unwrap();
}
