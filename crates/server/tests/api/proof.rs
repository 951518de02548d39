//! Proof of work: asked for where a source does much, good once, and no way around the limit.

use crate::support::{
    answer::Answer,
    app::TestApp,
    client::{Client, fresh_key},
    flow::*,
};
use eid_server::{limits::Limits, proof::solves};
use eid_store::Dialect;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Two places are free of proofs, the third costs little.
async fn start(dialect: Dialect, more: &[(&str, u32)]) -> Option<TestApp> {
    let table = [("proof_bits", 6), ("proof_parts", 4), ("proof_hold_source", 2)];
    let table = table
        .iter()
        .chain(more)
        .map(|(name, value)| ((*name).to_owned(), *value));
    let limits = Limits::new(true, &table.collect::<BTreeMap<_, _>>()).unwrap();
    TestApp::start_with(dialect, |config| config.limits = limits).await
}

/// What the page's worker does.
fn work(challenge: &str) -> String {
    let parts: Vec<&str> = challenge.split('.').collect();
    let (bits, count): (u32, u32) = (parts[3].parse().unwrap(), parts[4].parse().unwrap());
    let seed = Sha256::digest(challenge.as_bytes());
    let number = |part| {
        (0..u32::MAX)
            .find(|number| solves(&seed, part, *number, bits))
            .unwrap()
    };
    let numbers: Vec<String> = (0..count).map(|part| number(part).to_string()).collect();
    format!("{challenge}:{}", numbers.join(","))
}

async fn ask(client: &Client, path: &str, body: &Value, key: &str, proof: Option<&str>) -> Answer {
    let mut request = client
        .request(reqwest::Method::POST, path)
        .header("idempotency-key", key);
    if let Some(proof) = proof {
        request = request.header("x-proof", proof);
    }
    client.send(request.json(body)).await
}

async fn hold_with(client: &Client, time: &str, key: &str, proof: Option<&str>) -> Answer {
    ask(client, "/api/holds", &hold_body(time), key, proof).await
}

/// The whole exchange on one database.
async fn walk(dialect: Dialect) {
    let Some(app) = start(dialect, &[]).await else {
        return;
    };
    let client = app.client();
    hold(&client, "07:30").await;
    hold(&client, "08:00").await;

    let key = fresh_key();
    let asked = hold_with(&client, "08:30", &key, None)
        .await
        .problem("proof_required");
    assert_eq!(asked.status, 429);
    let wait = asked.json["retry_after_s"].as_u64().unwrap();
    assert!((1..=601).contains(&wait), "{wait}");
    let challenge = asked.str("challenge").to_owned();
    let proof = work(&challenge);

    // The same request under the same key, with the proof, is the first that does something.
    let held = hold_with(&client, "08:30", &key, Some(&proof)).await.ok(201);
    // Said again it answers the same and needs no other proof.
    let again = hold_with(&client, "08:30", &key, Some(&proof)).await.ok(201);
    assert_eq!(held.str("id"), again.str("id"));
    hold_with(&client, "08:30", &key, None).await.ok(201);

    // It opens nothing else, and nothing a second time; each refusal brings a new challenge.
    let replayed = hold_with(&client, "09:00", &fresh_key(), Some(&proof))
        .await
        .problem("proof_required");
    assert_ne!(replayed.str("challenge"), challenge);
    for wrong in [
        replayed.str("challenge"),
        &format!("{}:0,0,0,0", replayed.str("challenge")),
        &work(&format!("{}0", replayed.str("challenge"))),
        "nonsense",
        "",
    ] {
        hold_with(&client, "09:00", &fresh_key(), Some(wrong))
            .await
            .problem("proof_required");
    }
    hold_with(
        &client,
        "09:00",
        &fresh_key(),
        Some(&work(replayed.str("challenge"))),
    )
    .await
    .ok(201);

    // A proof that comes too late counts for nothing; when the window has ended none is asked for.
    let late = hold_with(&client, "09:30", &fresh_key(), None)
        .await
        .problem("proof_required");
    let late_proof = work(late.str("challenge"));
    app.pass(121).await;
    hold_with(&client, "09:30", &fresh_key(), Some(&late_proof))
        .await
        .problem("proof_required");
    app.pass(600).await;
    hold_with(&client, "09:30", &fresh_key(), None).await.ok(201);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proof_opens_one_request_sqlite() {
    walk(Dialect::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_proof_opens_one_request_postgres() {
    walk(Dialect::Postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_family_counts_as_many_and_proves_once() {
    let app = start(Dialect::Sqlite, &[]).await.unwrap();
    let client = app.client();
    let member = json!({ "service": "card", "age_group": "from_14_to_59" });
    let members = json!([member, member, member]);
    let family = json!({ "office_id": OFFICE, "starts_at": format!("{DAY}T07:30:00"), "members": members });
    let path = "/api/household-holds";
    let asked = ask(&client, path, &family, &fresh_key(), None)
        .await
        .problem("proof_required");
    ask(
        &client,
        path,
        &family,
        &fresh_key(),
        Some(&work(asked.str("challenge"))),
    )
    .await
    .ok(201);
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_limit_stays_whatever_is_proved() {
    let app = start(Dialect::Sqlite, &[("hold_source", 3), ("proof_hold_source", 1)])
        .await
        .unwrap();
    let client = app.client();
    hold(&client, "07:30").await;
    for time in ["08:00", "08:30"] {
        let asked = hold_with(&client, time, &fresh_key(), None)
            .await
            .problem("proof_required");
        hold_with(&client, time, &fresh_key(), Some(&work(asked.str("challenge"))))
            .await
            .ok(201);
    }
    hold_with(&client, "09:00", &fresh_key(), None)
        .await
        .problem("too_many_requests");
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn codes_and_look_ups_ask_each_for_their_own() {
    let none = [
        ("proof_phone_code_source", 0),
        ("proof_tracking_code_source", 0),
        ("proof_tracking_person_source", 0),
    ];
    let app = start(Dialect::Sqlite, &none).await.unwrap();
    let client = app.client();
    let person = Person::nth(1);
    let phone = json!({ "phone": person.phone, "lang": "vi" });
    let code = json!({ "code": "000-000-001", "birth_date": person.birth });
    let whom = json!({ "personal_number": person.number, "birth_date": person.birth });
    let asked = ask(&client, "/api/phone-codes", &phone, &fresh_key(), None)
        .await
        .problem("proof_required");
    let proof = work(asked.str("challenge"));
    // A proof for a message opens no look-up.
    let other = ask(
        &client,
        "/api/tracking/by-person",
        &whom,
        &fresh_key(),
        Some(&proof),
    )
    .await;
    let other = other.problem("proof_required");
    assert_eq!(
        app.messages(&person.phone).await,
        Vec::<String>::new(),
        "nothing was sent so far"
    );
    ask(&client, "/api/phone-codes", &phone, &fresh_key(), Some(&proof))
        .await
        .ok(201);
    assert_eq!(app.messages(&person.phone).await.len(), 1);
    let started = ask(
        &client,
        "/api/tracking/by-person",
        &whom,
        &fresh_key(),
        Some(&work(other.str("challenge"))),
    )
    .await;
    started.ok(202);
    let path = "/api/tracking/by-code";
    let asked = ask(&client, path, &code, &fresh_key(), None)
        .await
        .problem("proof_required");
    let proof = work(asked.str("challenge"));
    let key = fresh_key();
    ask(&client, path, &code, &key, Some(&proof))
        .await
        .problem("no_match");
    // A refusal that counts as a try has used the proof up.
    let again = ask(&client, path, &code, &key, Some(&proof)).await;
    assert_eq!(again.str("code"), "no_match", "the first answer once more");
    ask(&client, path, &code, &fresh_key(), Some(&proof))
        .await
        .problem("proof_required");
    app.stop().await;
}
