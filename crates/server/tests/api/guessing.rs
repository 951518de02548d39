//! What guessing comes to: somebody who never stops is let try as often as docs/SECURITY.md says, by a server with the limits
//! as they are delivered, and not once more.

use crate::support::{app::TestApp, client::Client, flow::*};
use eid_server::limits::Limits;
use eid_store::Dialect;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const HOUR: u32 = 3600;

/// Limits as they are outside of a demo.
async fn delivered() -> TestApp {
    let strict = |config: &mut eid_server::config::Config| {
        config.limits = Limits::new(false, &BTreeMap::new()).unwrap();
    };
    TestApp::start_with(Dialect::Sqlite, strict).await.unwrap()
}

/// Tries for so many seconds, waits exactly as long as the server says and no longer; counts the tries that were judged.
async fn judged(app: &TestApp, seconds: u32, wrong: &str, mut next: impl AsyncFnMut(u32) -> Value) -> u32 {
    let (mut passed, mut count, mut number) = (0, 0, 0);
    while passed < seconds {
        let answer = next(number).await;
        number += 1;
        if answer["code"] == wrong {
            count += 1;
            continue;
        }
        let wait = answer["retry_after_s"]
            .as_u64()
            .unwrap_or_else(|| panic!("{answer}"));
        let wait = u32::try_from(wait).unwrap();
        app.pass(wait).await;
        passed += wait;
    }
    count
}

async fn tried(client: &Client, path: &str, body: Value) -> Value {
    client.post(path, &body).await.json
}

/// Somebody whose account is in use.
async fn in_use(app: &TestApp, n: u32) -> (Client, Person) {
    let person = Person::nth(n);
    let client = app.client();
    approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    client
        .post("/api/session", &password(&person.number, PASSWORD))
        .await
        .ok(200);
    (client, person)
}

fn password(number: &str, password: &str) -> Value {
    json!({ "personal_number": number, "password": password })
}

/// Five in a quarter of an hour: twenty an hour, 480 a day.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_password_by_account() {
    let app = delivered().await;
    let (_, person) = in_use(&app, 1).await;
    let thief = app.client();
    let count = judged(&app, 2 * HOUR - 60, "sign_in_refused", async |n| {
        tried(
            &thief,
            "/api/session",
            password(&person.number, &format!("Mat_khau{n}?")),
        )
        .await
    });
    assert_eq!(count.await, 40);
    app.stop().await;
}

/// Thirty in a quarter of an hour, whoever they are of.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn passwords_by_source() {
    let app = delivered().await;
    let thief = app.client();
    let count = judged(&app, HOUR - 60, "sign_in_refused", async |n| {
        tried(
            &thief,
            "/api/session",
            password(&Person::nth(n).number, "Mat_khau1!"),
        )
        .await
    });
    assert_eq!(count.await, 120);
    app.stop().await;
}

/// The same, with all hands at once: counted only after it was judged, each of them was within the limit.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn passwords_by_source_at_once() {
    let app = delivered().await;
    let mut tasks = Vec::new();
    for n in 0..150 {
        let client = app.client();
        let body = password(&Person::nth(n).number, "Mat_khau1!");
        tasks.push(tokio::spawn(async move {
            client.post("/api/session", &body).await.json
        }));
    }
    let (mut judged, mut locked) = (0, 0);
    for task in tasks {
        let answer = task.await.unwrap();
        judged += u32::from(answer["code"] == "sign_in_refused");
        locked += u32::from(answer["code"] == "locked_out");
    }
    assert!(
        (1..=30).contains(&judged) && locked > 0,
        "{judged} judged, {locked} locked out"
    );
    app.stop().await;
}

/// A right sign-in takes its own try back and nobody else's: a café where one guesses is not opened by who knows theirs.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_right_password_gives_back_one_try() {
    let app = delivered().await;
    let (_, person) = in_use(&app, 1).await;
    let client = app.client();
    let wrong = async |n: u32| {
        tried(
            &client,
            "/api/session",
            password(&Person::nth(n).number, "Mat_khau1!"),
        )
        .await
    };
    for n in 10..39 {
        assert_eq!(wrong(n).await["code"], "sign_in_refused");
    }
    for _ in 0..3 {
        client
            .post("/api/session", &password(&person.number, PASSWORD))
            .await
            .ok(200);
    }
    assert_eq!(wrong(50).await["code"], "sign_in_refused");
    assert_eq!(wrong(51).await["code"], "locked_out");
    app.stop().await;
}

/// Five codes an hour and five tries each, whichever way another code is asked for: begun anew, or sent again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_to_activate() {
    let app = delivered().await;
    let person = Person::nth(5);
    approved(&app, &app.client(), &person).await;
    let start =
        json!({ "personal_number": person.number, "phone": person.phone, "own_device": true, "lang": "vi" });
    let (thief, mut wrong) = (app.client(), 0);
    let before = app.messages(&person.phone).await.len();
    for _ in 0..8 {
        tried(&thief, "/api/activation", start.clone()).await;
        for _ in 0..2 {
            for _ in 0..5 {
                let answer = tried(&thief, "/api/activation/code", json!({ "code": "000000" })).await;
                wrong += u32::from(answer["code"] == "code_wrong");
            }
            app.pass(61).await;
            tried(&thief, "/api/activation/resend", json!({})).await;
        }
    }
    app.work().await;
    assert_eq!(app.messages(&person.phone).await.len() - before, 5);
    assert!((20..=25).contains(&wrong), "{wrong}");
    app.stop().await;
}

/// Five codes an hour, five tries each.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_by_message() {
    let app = delivered().await;
    let (_, person) = in_use(&app, 2).await;
    let start = json!({ "personal_number": person.number, "phone": person.phone, "lang": "vi" });
    let (thief, mut wrong) = (app.client(), 0);
    for _ in 0..5 {
        thief.post("/api/recovery", &start).await.ok(201);
        let code = app.code(&person.phone).await;
        let other = if code == "000000" { "000001" } else { "000000" };
        loop {
            let answer = tried(&thief, "/api/recovery/code", json!({ "code": other })).await;
            if answer["code"] != "code_wrong" {
                assert_eq!(answer["code"], "code_expired");
                break;
            }
            wrong += 1;
        }
        app.pass(61).await;
    }
    thief
        .post("/api/recovery", &start)
        .await
        .problem("too_many_requests");
    assert_eq!(wrong, 25);
    app.stop().await;
}

/// Five a day, with the password and the phone in hand.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_passcode_by_day() {
    let app = delivered().await;
    let (_, person) = in_use(&app, 3).await;
    let thief = app.client();
    let mut wrong = 0;
    for _ in 0..2 {
        thief
            .post("/api/session", &password(&person.number, PASSWORD))
            .await
            .ok(200);
        thief
            .post("/api/session/device/code", &json!({ "lang": "vi" }))
            .await
            .ok(200);
        let code = app.code(&person.phone).await;
        for n in 0..9 {
            let given = json!({ "code": code, "passcode": format!("2468{n}1") });
            let answer = tried(&thief, "/api/session/device", given).await;
            wrong += u32::from(answer["code"] == "invalid_fields");
        }
        app.pass(86_400).await;
    }
    assert_eq!(wrong, 10);
    app.stop().await;
}

/// Five in a quarter of an hour by one member of staff; a code waits five minutes, so it meets five tries of each.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_for_a_helper() {
    let app = delivered().await;
    let (client, person) = in_use(&app, 4).await;
    client.post("/api/account/helper", &json!({})).await.ok(201);
    let desk = staff(&app, "hotro").await;
    let count = judged(&app, HOUR - 60, "code_wrong", async |n| {
        let given = json!({ "number_ends": person.number[8..], "code": format!("{:06}", 999_999 - n) });
        tried(&desk, "/api/desk/helper-sessions", given).await
    });
    assert_eq!(count.await, 20);
    app.stop().await;
}
