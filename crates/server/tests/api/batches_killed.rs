//! A server that dies while it takes a file over.

use crate::{
    batches::{DECIDED, HEADS, bring, code, seed},
    support::{client::Client, flow::*},
};
use eid_store::{Dialect, events, testing::TestDatabase};
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_killed_half_way_goes_on_where_it_was_sqlite() {
    let db = TestDatabase::new(Dialect::Sqlite).await.unwrap().unwrap();
    killed_half_way(db).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_killed_half_way_goes_on_where_it_was_postgres() {
    let Some(db) = TestDatabase::new(Dialect::Postgres).await.unwrap() else {
        eprintln!("left out: EID_SKIP_POSTGRES=1");
        return;
    };
    killed_half_way(db).await;
}

/// The product itself, killed while it takes a file over, and started again.
async fn killed_half_way(db: TestDatabase) {
    const ROWS: u32 = 3_000;
    seed(&db.store, 1..ROWS + 1, OFFICE, "sent_to_ministry").await;
    let start = || {
        let address = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap();
        let child = std::process::Command::new(env!("CARGO_BIN_EXE_eid-server"))
            .args([
                "serve",
                "--demo",
                "--dist",
                "no-such-folder",
                "--listen",
                &address.to_string(),
                "--database",
                &db.url,
            ])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        (child, format!("http://{address}"))
    };
    let ready = async |origin: &str| {
        for _ in 0..400 {
            if reqwest::get(format!("{origin}/api/health")).await.is_ok() {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        panic!("the server did not start");
    };
    let sign_in = async |origin: &str| {
        let client = Client::new(origin.to_owned());
        let body = json!({ "username": "truong", "password": STAFF_PASSWORD });
        client.post("/api/desk/session", &body).await.ok(200);
        client
    };
    let (mut child, origin) = start();
    ready(&origin).await;
    let desk = sign_in(&origin).await;
    let rows: String = (1..=ROWS)
        .map(|n| format!("k{n},{},card,in_review,,{DECIDED}\n", code(n)))
        .collect();
    let batch = bring(&desk, "results", "csv", &format!("{HEADS}{rows}"))
        .await
        .ok(201);
    let path = format!("/api/desk/batches/{}", batch.str("id"));
    until(&desk, &path, |batch| batch["state"] == "checked").await;
    desk.post(&format!("{path}/confirm"), &json!({})).await.ok(200);
    let seen = until(&desk, &path, |batch| batch["applied"].as_u64() > Some(0)).await;
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(
        seen["applied"].as_u64() < Some(u64::from(ROWS)),
        "killed too late to prove anything: {seen}"
    );
    let taken = async || {
        let mut tx = db.store.read().await.unwrap();
        let mut taken = 0;
        for n in 1..=ROWS {
            let found = events::of_dossier(&mut tx, &format!("s{n}")).await.unwrap();
            let in_review = found.iter().filter(|event| event.state == "in_review").count();
            assert!(in_review <= 1, "{n} twice");
            taken += in_review;
        }
        taken
    };
    let before = taken().await;
    assert!(before > 0 && before < ROWS as usize, "{before}");
    let (mut child, origin) = start();
    ready(&origin).await;
    let desk = sign_in(&origin).await;
    let seen = until(&desk, &path, |batch| batch["state"] == "done").await;
    assert_eq!((&seen["applied"], &seen["failed"]), (&json!(ROWS), &json!(0)));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(taken().await, ROWS as usize);
    db.close().await.unwrap();
}

async fn until(desk: &Client, path: &str, done: impl Fn(&Value) -> bool) -> Value {
    for _ in 0..6_000 {
        let batch = desk.get(path).await.ok(200).json;
        if done(&batch) {
            return batch;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("it takes too long");
}
