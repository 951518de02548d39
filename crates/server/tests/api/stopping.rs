//! A stop is told to nobody who is being served.

use crate::support::{both, client::fresh_key};
use eid_store::{Dialect, testing::TestDatabase};
use serde_json::json;
use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

both! {
    async fn a_stop_waits_for_who_is_being_served_and_lets_nobody_else_in(app) {
        let running = app.twin().await;
        let address = running.address();
        let body = json!({ "phone": "+84990000001", "lang": "vi" }).to_string();
        let (first, rest) = body.split_at(9);
        let head = format!(
            "POST /api/phone-codes HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\nsec-fetch-site: same-origin\r\n\
            content-type: application/json\r\nidempotency-key: {}\r\ncontent-length: {}\r\n\r\n{first}",
            fresh_key(),
            body.len(),
        );
        let mut line = TcpStream::connect(address).await.unwrap();
        line.write_all(head.as_bytes()).await.unwrap();
        tokio::time::sleep(Duration::from_millis(200)).await;
        let stopping = tokio::spawn(running.stop());
        let refused = async {
            while TcpStream::connect(address).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(5), refused).await.unwrap();
        assert!(!stopping.is_finished(), "it waits");
        line.write_all(rest.as_bytes()).await.unwrap();
        let mut answer = String::new();
        line.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
        stopping.await.unwrap().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_signal_of_a_service_manager_ends_it_well() {
    let database = TestDatabase::empty(Dialect::Sqlite).await.unwrap().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_eid-server"))
        .args([
            "serve",
            "--demo",
            "--listen",
            "127.0.0.1:0",
            "--dist",
            "no-such-folder",
        ])
        .args(["--database", &database.url])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // It says where it listens once it does.
    let said = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(
        said.map_while(Result::ok)
            .any(|line| line.contains("http://127.0.0.1:"))
    );
    let told = Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .status();
    assert!(told.unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    database.close().await.unwrap();
}
