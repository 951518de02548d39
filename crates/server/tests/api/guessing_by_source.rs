//! What guessing comes to for who spreads it over many accounts: a few tries of each, all from one address. As in `guessing`, with
//! the limits as they are delivered.

use crate::support::{answer::Answer, app::TestApp, client::Client, flow::*};
use eid_server::limits::Limits;
use eid_store::{Dialect, accounts};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// As [`activate`] sets it.
const PASSCODE: &str = "135790";
const WRONG: &str = "864209";

async fn delivered() -> TestApp {
    let strict = |config: &mut eid_server::config::Config| {
        config.limits = Limits::new(false, &BTreeMap::new()).unwrap();
    };
    TestApp::start_with(Dialect::Sqlite, strict).await.unwrap()
}

/// So many people whose accounts are in use. All but the first are copies of it: what activation does is not tried here.
async fn people(app: &TestApp, count: u32) -> Vec<Person> {
    let first = Person::nth(1);
    let client = app.client();
    approved(app, &client, &first).await;
    activate(app, &client, &first).await;
    let mut tx = app.inside().store.begin().await.unwrap();
    let found = accounts::by_person(&mut tx, &first.number).await.unwrap();
    let known = found.unwrap();
    let answers = accounts::answers(&mut tx, &known.id).await.unwrap();
    let mut all = vec![first];
    for n in 2..=count {
        let person = Person::nth(n);
        let mut account = known.clone();
        account.id = format!("copy{n}");
        account.personal_number.clone_from(&person.number);
        account.phone.clone_from(&person.phone);
        account.dossier_id = None;
        accounts::insert(&mut tx, &account).await.unwrap();
        accounts::set_answers(&mut tx, &account.id, &answers)
            .await
            .unwrap();
        all.push(person);
    }
    tx.commit().await.unwrap();
    // The codes that activated it are no tries of a thief's.
    app.pass(601).await;
    all
}

async fn signed_in(app: &TestApp, person: &Person) -> Client {
    let client = app.client();
    sign_in(&client, person).await;
    client
}

async fn sign_in(client: &Client, person: &Person) {
    let body = json!({ "personal_number": person.number, "password": PASSWORD });
    client.post("/api/session", &body).await.ok(200);
}

async fn with_passcode(client: &Client, passcode: &str) -> Answer {
    let body = json!({ "phone": "+84990000555", "passcode": passcode, "lang": "vi" });
    client.post("/api/account/phone", &body).await
}

fn recovery(person: &Person) -> Value {
    json!({ "personal_number": person.number, "phone": person.phone, "lang": "vi" })
}

async fn wrong_code(app: &TestApp, client: &Client, path: &str, phone: Option<&str>) -> Answer {
    let code = match phone {
        Some(phone) => app.code(phone).await,
        None => String::new(),
    };
    let wrong = if code == "000000" { "000001" } else { "000000" };
    client.post(path, &json!({ "code": wrong })).await
}

/// Sixty codes in ten minutes, whosever they are and whatever they are for.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn codes() {
    let app = delivered().await;
    let all = people(&app, 2).await;
    let owner = signed_in(&app, &all[1]).await;
    with_passcode(&owner, PASSCODE).await.ok(201);
    // The right password, on another device: what is missing is the code that the owner's shows.
    let thief = signed_in(&app, &all[1]).await;
    // Codes for another password, of people who are there and of people who are not.
    for n in 0..12 {
        let (lost, person) = (app.client(), Person::nth(n));
        lost.post("/api/recovery", &recovery(&person)).await.ok(201);
        let phone = (n == 1 || n == 2).then_some(person.phone.as_str());
        for _ in 0..5 {
            let answer = wrong_code(&app, &lost, "/api/recovery/code", phone).await;
            answer.problem("code_wrong");
        }
    }
    let lost = app.client();
    lost.post("/api/recovery", &recovery(&Person::nth(20)))
        .await
        .ok(201);
    for (client, path) in [
        (&lost, "/api/recovery/code"),
        (&thief, "/api/session/device"),
        (&owner, "/api/account/phone/code"),
    ] {
        let refused = wrong_code(&app, client, path, None)
            .await
            .problem("too_many_requests");
        let wait = refused.json["retry_after_s"].as_u64().unwrap();
        assert!((1..=601).contains(&wait), "{path}: {wait}");
    }
    // None of these was a try of the code itself: after the ten minutes its five are there.
    app.pass(601).await;
    let again = signed_in(&app, &all[1]).await;
    let told = wrong_code(&app, &again, "/api/session/device", None).await;
    assert_eq!(told.problem("code_wrong").json["tries_left"], 4);
    app.stop().await;
}

/// Thirty wrong passcodes an hour, over however many accounts; right ones are not counted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn passcodes() {
    let app = delivered().await;
    let all = people(&app, 8).await;
    let (mut wrong, mut last) = (0, app.client());
    for person in &all[1..] {
        let client = signed_in(&app, person).await;
        if wrong == 0 {
            with_passcode(&client, PASSCODE).await.ok(201);
        }
        for left in (0..5).rev() {
            let answer = with_passcode(&client, WRONG).await;
            if answer.json["code"] == "too_many_requests" {
                break;
            }
            wrong += 1;
            assert_eq!(answer.problem("invalid_fields").json["tries_left"], left);
        }
        last = client;
    }
    assert_eq!(wrong, 30);
    // The last of them lost no try of the day by it: at this address they wait for the hour.
    app.pass(3_601).await;
    sign_in(&last, &all[7]).await;
    let told = with_passcode(&last, WRONG).await.problem("invalid_fields");
    assert_eq!(told.json["tries_left"], 4);
    with_passcode(&last, PASSCODE).await.ok(201);
    app.stop().await;
}

/// Thirty wrong pairs of answers an hour, over however many accounts; right ones are not counted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn security_answers() {
    let app = delivered().await;
    let all = people(&app, 8).await;
    let set = |answer: &str| json!({ "answers": [answer, "truong lang"], "password": "Mat_khau9!" });
    let mut wrong = 0;
    for person in &all {
        let client = app.client();
        client.post("/api/recovery", &recovery(person)).await.ok(201);
        let code = app.code(&person.phone).await;
        let given = json!({ "code": code });
        client.post("/api/recovery/code", &given).await.ok(200);
        if person.number == all[0].number {
            // A right pair is no guess.
            client
                .post("/api/recovery/password", &set("bun cha"))
                .await
                .ok(204);
            continue;
        }
        for left in (0..5).rev() {
            let answer = client.post("/api/recovery/password", &set("pho")).await;
            if answer.json["code"] == "too_many_requests" {
                break;
            }
            wrong += 1;
            assert_eq!(answer.problem("invalid_fields").json["tries_left"], left);
        }
    }
    assert_eq!(wrong, 30);
    app.stop().await;
}
