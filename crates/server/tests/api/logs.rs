//! What is known about a person never reaches the logs.

use crate::support::{app::TestApp, flow::*};
use eid_store::Dialect;
use serde_json::json;
use std::{
    io::Write,
    sync::{Arc, Mutex},
};
use tracing_subscriber::{fmt::MakeWriter, layer::SubscriberExt, util::SubscriberInitExt};

#[derive(Clone, Default)]
struct Captured(Arc<Mutex<Vec<u8>>>);

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Captured {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_whole_way_leaves_no_trace_of_the_person() {
    let captured = Captured::default();
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .with_writer(captured.clone());
    // Everything there is, down to what the database driver and the HTTP library say.
    let all = tracing_subscriber::filter::LevelFilter::TRACE;
    tracing_subscriber::registry().with(lines).with(all).init();

    let app = TestApp::start(Dialect::Sqlite).await.unwrap();
    let person = Person::nth(7777);
    let client = app.client();
    let (receipt, desk) = approved(&app, &client, &person).await;
    desk.post(
        &format!("/api/desk/dossiers/{}/reveal", receipt.reference),
        &json!({ "reason": "at_counter" }),
    )
    .await
    .ok(200);
    activate(&app, &client, &person).await;
    let sign_in = json!({ "personal_number": person.number, "password": PASSWORD });
    client.post("/api/session", &sign_in).await.ok(200);
    // Wrong turns, and the person's data where it does not belong.
    client
        .post(
            "/api/session",
            &json!({ "personal_number": person.number, "password": "x" }),
        )
        .await;
    client.post(&format!("/api/{}", person.number), &sign_in).await;
    client
        .get(&format!("/api/dossiers/{}?n={}", person.number, person.number))
        .await;
    client
        .get(&format!(
            "/api/offices/{}/days?service={}",
            person.number, person.phone
        ))
        .await;
    let again = book_again(&app, &person).await;
    assert_eq!(again, "booking_exists");
    let code = app.messages(&person.phone).await;
    let messages = code.join("\n");
    app.stop().await;

    let log = String::from_utf8(captured.0.lock().unwrap().clone()).unwrap();
    let ours: String = log
        .lines()
        .filter(|line| !line.contains("\"target\":\"hyper"))
        .collect();
    assert!(
        ours.contains("/api/bookings") && ours.contains("request_id"),
        "something was logged"
    );
    let national = format!("0{}", &person.phone[3..]);
    for secret in [
        person.name,
        "Nguyễn",
        &person.number,
        person.birth,
        &person.phone,
        &national,
        &receipt.reference,
        &receipt.key,
        PASSWORD,
        "135790",
        "Bún chả",
        STAFF_PASSWORD,
        &client.cookie("__Host-eid").unwrap(),
        &desk.cookie("__Host-eid-desk").unwrap(),
    ] {
        assert!(!ours.contains(secret), "{secret} stands in the log");
    }
    for text in messages.lines() {
        assert!(!ours.contains(text), "a message stands in the log");
    }
}

async fn book_again(app: &TestApp, person: &Person) -> String {
    let client = app.client();
    let mut wanted = hold_body("09:00");
    wanted["starts_at"] = json!("2026-11-27T09:00:00");
    let place = client.post("/api/holds", &wanted).await.ok(201);
    app.pass(3_601).await;
    let proof = prove(app, &client, &person.phone).await;
    let place = match client
        .get(&format!("/api/holds/{}", place.str("id")))
        .await
        .status
    {
        200 => place,
        _ => client.post("/api/holds", &wanted).await.ok(201),
    };
    let answer = client
        .post("/api/bookings", &booking_body(person, place.str("id"), &proof))
        .await;
    answer.str("code").to_owned()
}
