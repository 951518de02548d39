//! Looking somebody up tells nothing about who is there: the same answer, the same work, about the same time, and not often.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_server::limits::Limits;
use eid_store::Dialect;
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

/// Rounds whose median is taken.
const ROUNDS: usize = 15;
/// How many times as long the slower of two may take. Both do the same; this only says that none of them does something
/// of another order, such as a password's digest, on a machine that is busy with other things.
const AT_MOST: f64 = 3.0;

/// What one way of asking came to.
#[derive(Default)]
struct Seen {
    answers: BTreeSet<String>,
    statements: BTreeSet<u64>,
    took: Vec<Duration>,
}

impl Seen {
    fn median(&self) -> f64 {
        let mut took = self.took.clone();
        took.sort_unstable();
        took[took.len() / 2].as_secs_f64()
    }
}

/// Asks, and notes the answer without what differs from request to request.
async fn ask(app: &TestApp, client: &Client, path: &str, body: &Value, seen: &mut Seen) {
    let before = app.inside().store.statements();
    let begun = Instant::now();
    let answer = client.post(path, body).await;
    seen.took.push(begun.elapsed());
    seen.statements.insert(app.inside().store.statements() - before);
    let mut json = answer.json.clone();
    for odd in ["request_id", "id"] {
        if let Some(value) = json.get_mut(odd) {
            *value = json!(value.as_str().map_or(0, str::len));
        }
    }
    let mut headers: Vec<&str> = answer.headers.keys().map(|name| name.as_str()).collect();
    headers.sort_unstable();
    seen.answers
        .insert(format!("{} {headers:?} {json}", answer.status));
}

fn all_alike(ways: &[Seen]) {
    let answers: BTreeSet<&String> = ways.iter().flat_map(|way| &way.answers).collect();
    assert_eq!(answers.len(), 1, "{answers:#?}");
    all_alike_in_work(ways);
}

fn all_alike_in_work(ways: &[Seen]) {
    let statements: BTreeSet<&u64> = ways.iter().flat_map(|way| &way.statements).collect();
    assert_eq!(statements.len(), 1, "as much work for each: {statements:?}");
    let medians: Vec<f64> = ways.iter().map(Seen::median).collect();
    let (slow, fast) = (
        medians.iter().copied().fold(0.0, f64::max),
        medians.iter().copied().fold(f64::MAX, f64::min),
    );
    assert!(slow <= fast * AT_MOST, "{medians:?}");
}

/// A server that lets one ask often enough to measure.
async fn patient(dialect: Dialect) -> Option<TestApp> {
    let names = [
        "sign_in_source",
        "sign_in_subject",
        "tracking_code_source",
        "tracking_code_subject",
        "tracking_person_source",
        "tracking_person_subject",
    ];
    let often = names.map(|name| (name.to_owned(), 1_000_000));
    TestApp::start_with(dialect, |config| {
        config.limits = Limits::new(true, &BTreeMap::from(often)).unwrap();
    })
    .await
}

async fn nothing_is_told(app: &TestApp) {
    let person = Person::nth(1);
    let receipt = book(app, &app.client(), &person, "08:00").await;
    app.work().await;
    let client = app.client();
    // Nobody has this reference; the right one with another's birth date.
    let code = |code: &str, birth: &str| json!({ "code": code, "birth_date": birth });
    let codes = [
        code("000-000-001", person.birth),
        code(&receipt.reference, "1985-08-16"),
    ];
    let mut by_code = [Seen::default(), Seen::default()];
    for _ in 0..ROUNDS {
        for (body, seen) in codes.iter().zip(&mut by_code) {
            ask(app, &client, "/api/tracking/by-code", body, seen).await;
        }
    }
    all_alike(&by_code);
    // Nobody has this number; the right one with another's birth date; and the right person: a code goes out to them alone.
    let who = |number: &str, birth: &str| json!({ "personal_number": number, "birth_date": birth });
    let people = [
        who(&Person::nth(99).number, person.birth),
        who(&person.number, "1985-08-16"),
        who(&Person::nth(98).number, person.birth),
    ];
    let mut by_person = [Seen::default(), Seen::default(), Seen::default()];
    for _ in 0..ROUNDS {
        for (body, seen) in people.iter().zip(&mut by_person) {
            ask(app, &client, "/api/tracking/by-person", body, seen).await;
        }
        // A minute until the next code for the same subject.
        app.pass(61).await;
    }
    all_alike(&by_person);
    let mut right = [Seen::default(), Seen::default()];
    let people = [
        who(&Person::nth(97).number, person.birth),
        who(&person.number, person.birth),
    ];
    for _ in 0..ROUNDS {
        for (body, seen) in people.iter().zip(&mut right) {
            ask(app, &client, "/api/tracking/by-person", body, seen).await;
        }
        app.pass(61).await;
    }
    all_alike(&right);
}

/// Story: the wrong password of a number with an account wrote one entry more into the audit than that of a number without
/// one, so the time of the answer told who has an account.
async fn signing_in_tells_nothing(app: &TestApp) {
    let person = Person::nth(1);
    let client = app.client();
    approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    let given = |number: &str| json!({ "personal_number": number, "password": "Mat_khau2!" });
    let numbers = [given(&person.number), given(&Person::nth(99).number)];
    let mut seen = [Seen::default(), Seen::default()];
    for _ in 0..ROUNDS {
        for (body, seen) in numbers.iter().zip(&mut seen) {
            ask(app, &client, "/api/session", body, seen).await;
        }
    }
    all_alike_in_work(&seen);
    for (mine, other) in seen[0].answers.iter().zip(&seen[1].answers) {
        assert_eq!(mine, other);
    }
}

/// One database at a time would do for the answers; the work and the time are each database's own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_there_cannot_be_told_from_who_is_not_sqlite() {
    let app = patient(Dialect::Sqlite).await.unwrap();
    nothing_is_told(&app).await;
    app.stop().await;
    let app = patient(Dialect::Sqlite).await.unwrap();
    signing_in_tells_nothing(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_there_cannot_be_told_from_who_is_not_postgres() {
    let Some(app) = patient(Dialect::Postgres).await else {
        eprintln!("left out: EID_SKIP_POSTGRES=1");
        return;
    };
    nothing_is_told(&app).await;
    app.stop().await;
    if let Some(app) = patient(Dialect::Postgres).await {
        signing_in_tells_nothing(&app).await;
        app.stop().await;
    }
}

both! {
    async fn looking_up_is_limited_for_each_subject_and_each_address(app) {
        let person = Person::nth(1);
        let receipt = book(app, &app.client(), &person, "08:00").await;
        let client = app.client();
        // One code is looked up five times an hour, whether it is anybody's or not.
        for code in [receipt.reference.as_str(), "000-000-001"] {
            let body = json!({ "code": code, "birth_date": "1985-01-01" });
            for _ in 0..5 {
                client.post("/api/tracking/by-code", &body).await.problem("no_match");
            }
            let refused = client.post("/api/tracking/by-code", &body).await.problem("too_many_requests");
            assert!(refused.json["retry_after_s"].as_u64().unwrap() > 3_500, "{}", refused.text);
        }
        // One person too, whoever asks.
        for number in [person.number, Person::nth(99).number] {
            let body = json!({ "personal_number": number, "birth_date": person.birth });
            for _ in 0..5 {
                app.client().post("/api/tracking/by-person", &body).await.ok(202);
                app.pass(61).await;
            }
            app.client().post("/api/tracking/by-person", &body).await.problem("too_many_requests");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_address_looks_up_so_many_and_no_more() {
    let few = BTreeMap::from([
        ("tracking_code_source".to_owned(), 3),
        ("tracking_person_source".to_owned(), 3),
    ]);
    let app = TestApp::start_with(Dialect::Sqlite, |config| {
        config.limits = Limits::new(true, &few).unwrap();
    })
    .await
    .unwrap();
    let client = app.client();
    for n in 1..=4 {
        let body = json!({ "code": format!("G01.899.108.000-261120-00{n:02}"), "birth_date": "1985-01-01" });
        let answer = client.post("/api/tracking/by-code", &body).await;
        let wanted = if n <= 3 { "no_match" } else { "too_many_requests" };
        answer.problem(wanted);
        let body = json!({ "personal_number": Person::nth(n).number, "birth_date": "1985-01-01" });
        let answer = client.post("/api/tracking/by-person", &body).await;
        if n <= 3 {
            answer.ok(202);
        } else {
            answer.problem("too_many_requests");
        }
    }
    app.stop().await;
}
