//! The share that every office keeps for phone and desk, also where no file and no manager says so.

use crate::support::{answer::Answer, app::TestApp, client::Client, client::fresh_key, flow::*};
use eid_domain::office::UsualShare;
use eid_store::Dialect;
use serde_json::{Value, json};

/// Seconds from the start, Monday at 8, to Tuesday noon: the kept places of [`DAY`] go to everybody.
const TO_NOON: u32 = 28 * 3600;

async fn start(dialect: Dialect) -> Option<TestApp> {
    TestApp::start_with(dialect, |config| config.assisted_share = UsualShare::default()).await
}

/// How often [`TIME`] of [`DAY`] can be held, one after the other, at [`OFFICE`].
async fn holds(client: &Client, assisted: bool) -> usize {
    for count in 0..20 {
        let mut request = client
            .request(reqwest::Method::POST, "/api/holds")
            .header("idempotency-key", fresh_key())
            .json(&hold_body(TIME));
        if assisted {
            request = request.header("x-assisted", "1");
        }
        let answer: Answer = client.send(request).await;
        match answer.status {
            201 => {}
            409 => return count,
            other => panic!("{other}: {}", answer.text),
        }
    }
    panic!("an office without an end");
}

/// The first time of the day, which lies where kept places are laid first.
const TIME: &str = "07:30";

async fn a_citizen_never_takes_the_last_places(app: &TestApp) {
    let (people, help) = (app.client(), staff(app, "hotro").await);
    let online = holds(&people, false).await;
    assert!(online > 0, "most places are everybody's");
    let by_phone = holds(&help, true).await;
    assert!(
        by_phone > 0,
        "who phones finds one although it is full for who clicks"
    );
    // Held ones lapse; until noon of the day before nothing has changed, from then on all are everybody's.
    app.pass(TO_NOON - 300).await;
    assert_eq!(holds(&app.client(), false).await, online);
    app.pass(600).await;
    assert_eq!(
        holds(&app.client(), false).await,
        online + by_phone,
        "nothing that was kept is lost"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_citizen_never_takes_the_last_places_sqlite() {
    let app = start(Dialect::Sqlite).await.unwrap();
    a_citizen_never_takes_the_last_places(&app).await;
    app.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_citizen_never_takes_the_last_places_postgres() {
    let Some(app) = start(Dialect::Postgres).await else {
        eprintln!("left out: EID_SKIP_POSTGRES=1");
        return;
    };
    a_citizen_never_takes_the_last_places(&app).await;
    app.stop().await;
}

/// The manager sees what holds without a word of theirs, and a word of theirs comes first.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_office_that_wants_to_keep_none_says_so() {
    let app = start(Dialect::Sqlite).await.unwrap();
    let desk = staff(&app, "truong").await;
    let record = desk.get("/api/desk/office").await.ok(200).json;
    assert_eq!(
        record["usual_share"],
        json!({ "percent": 20, "from": "2026-11-01" })
    );
    let free = |answer: &Answer| -> Value {
        let slots = answer.json["slots"].as_array().unwrap();
        slots
            .iter()
            .find(|slot| slot["time"] == format!("{TIME}:00"))
            .unwrap()["free"]
            .clone()
    };
    let path = format!("/api/offices/{OFFICE}/days/{DAY}?service=card&age_group=from_14_to_59");
    let before = free(&app.client().get(&path).await.ok(200));
    let mut settings = record["settings"].clone();
    settings["assisted_shares"] = json!([{ "percent": 0, "valid_from": DAY, "valid_to": null }]);
    let body =
        json!({ "settings": settings, "version": record["version"], "move_people": false, "note": "" });
    desk.put("/api/desk/office", &body).await.ok(200);
    app.work().await;
    let after = free(&app.client().get(&path).await.ok(200));
    assert!(after.as_u64() > before.as_u64(), "{before} before, {after} after");
    app.stop().await;
}
