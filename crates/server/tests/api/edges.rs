//! The five edges of booking a slot, through the server: two moments lie between what a person sees and what they do.
//! Each answer says which of them it was, and nothing is lost or sold twice.

use crate::support::{app::TestApp, both, client::fresh_key, flow::*};
use eid_store::{Dialect, slots};
use serde_json::json;
use std::collections::BTreeMap;

fn day() -> String {
    format!("/api/offices/{OFFICE}/days/{DAY}?service=card_and_account&age_group=from_14_to_59")
}

/// As many places for a visit of three ticks from 7:30 of [`DAY`] on as are wanted, and none at other times.
async fn only(app: &TestApp, places: u16) {
    let mut tx = app.inside().store.begin().await.unwrap();
    let date: jiff::civil::Date = DAY.parse().unwrap();
    let office = app.inside().catalog.office(OFFICE).unwrap();
    let ticks = eid_server::app::plan::ticks(&office, &app.inside().catalog.calendar(), date);
    for (n, tick) in ticks.iter().enumerate() {
        let starts_at = eid_domain::calendar::office_timestamp(date.to_datetime(tick.start));
        let capacity = if n < 3 { places } else { 0 };
        slots::set_capacity(&mut tx, OFFICE, starts_at, capacity)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

/// Of these, in no particular order.
fn counted(answers: impl IntoIterator<Item = crate::support::answer::Answer>) -> BTreeMap<String, u32> {
    let mut told = BTreeMap::new();
    for answer in answers {
        let code = answer.json["code"].as_str().unwrap_or("done").to_owned();
        *told.entry(code).or_insert(0) += 1;
    }
    told
}

mod limits_are_reached_while_slots_load {
    use super::*;

    async fn run(dialect: Dialect) {
        let limits = BTreeMap::from([("hold_source".to_owned(), 3)]);
        let limits = eid_server::limits::Limits::new(true, &limits).unwrap();
        let Some(app) = TestApp::start_with(dialect, |config| config.limits = limits).await else {
            eprintln!("left out: EID_SKIP_POSTGRES=1");
            return;
        };
        let client = app.client();
        let seen = client.get(&day()).await.ok(200);
        assert_eq!(seen.json["slots"][0]["time"], "07:30:00");
        // While the times are on the screen, others of the same address use up its limit.
        for time in ["09:00", "09:30", "10:00"] {
            hold(&app.client(), time).await;
        }
        let refused = client.post("/api/holds", &hold_body("07:30")).await;
        let refused = refused.problem("too_many_requests");
        let wait = refused.json["retry_after_s"].as_u64().unwrap();
        assert!((1..=600).contains(&wait), "{wait}");
        assert_eq!(refused.header("retry-after"), wait.to_string());
        // The refused click has taken nothing, and the same click is good when the time has come.
        let again = client.get(&day()).await.ok(200);
        assert_eq!(again.json["slots"][0], seen.json["slots"][0]);
        app.pass(u32::try_from(wait).unwrap() + 1).await;
        client.post("/api/holds", &hold_body("07:30")).await.ok(201);
        app.stop().await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn sqlite() {
        run(Dialect::Sqlite).await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn postgres() {
        run(Dialect::Postgres).await;
    }
}

both! {
    async fn two_confirm_the_same_slot(app) {
        only(app, 1).await;
        let (one, other) = (app.client(), app.client());
        // Two click on the last place …
        let (first, second) = (hold_body("07:30"), hold_body("07:30"));
        let (first, second) = tokio::join!(one.post("/api/holds", &first), other.post("/api/holds", &second));
        let place = [&first, &second].into_iter().find(|answer| answer.status == 201);
        let place = place.expect("one of them has it").str("id").to_owned();
        assert_eq!(counted([first, second]), BTreeMap::from([("done".into(), 1), ("slot_taken".into(), 1)]));
        // … and two people confirm the one hold, as from a link that was passed on.
        let (mine, theirs) = (Person::nth(1), Person::nth(2));
        let my_proof = prove(app, &one, &mine.phone).await;
        let their_proof = prove(app, &other, &theirs.phone).await;
        let (my_body, their_body) =
            (booking_body(&mine, &place, &my_proof), booking_body(&theirs, &place, &their_proof));
        let (first, second) = tokio::join!(
            one.post("/api/bookings", &my_body),
            other.post("/api/bookings", &their_body),
        );
        let loser = if first.status == 201 { (&other, &their_body) } else { (&one, &my_body) };
        assert_eq!(counted([first, second]), BTreeMap::from([("done".into(), 1), ("hold_expired".into(), 1)]));
        // Who lost has lost nothing else: with a place of their own the same proof is good.
        only(app, 2).await;
        let place = hold(loser.0, "07:30").await;
        let mut body = loser.1.clone();
        body["hold_id"] = json!(place);
        loser.0.post("/api/bookings", &body).await.ok(201);
    }

    async fn the_day_fills_before_the_click_lands(app) {
        only(app, 3).await;
        let client = app.client();
        let seen = client.get(&day()).await.ok(200);
        assert_eq!(seen.json["slots"].as_array().unwrap().len(), 1);
        let clicks = (0..12).map(|_| {
            let client = app.client();
            tokio::spawn(async move { client.post("/api/holds", &hold_body("07:30")).await })
        });
        let mut answers = Vec::new();
        for click in clicks.collect::<Vec<_>>() {
            answers.push(click.await.unwrap());
        }
        assert_eq!(counted(answers), BTreeMap::from([("done".into(), 3), ("slot_taken".into(), 9)]));
        // The late click is told so, and the day is shown as full at once, not when a kept answer has grown old.
        client.post("/api/holds", &hold_body("07:30")).await.problem("slot_taken");
        assert_eq!(client.get(&day()).await.ok(200).json["slots"], json!([]));
        let days = client
            .get(&format!("/api/offices/{OFFICE}/days?service=card_and_account&age_group=from_14_to_59"))
            .await
            .ok(200);
        let days = days.json["days"].as_array().unwrap().clone();
        let full = days.iter().find(|one| one["date"] == DAY).expect("the day is open, and full");
        assert_eq!(full["free"], 0);
        assert!(days.iter().any(|one| one["free"].as_u64() > Some(0)), "other days are offered");
    }

    async fn a_hold_has_expired_at_the_confirmation(app) {
        let client = app.client();
        let person = Person::nth(7);
        let place = hold(&client, "08:00").await;
        app.pass(601).await;
        let proof = prove(app, &client, &person.phone).await;
        let key = fresh_key();
        let body = booking_body(&person, &place, &proof);
        client.post_once("/api/bookings", &body, &key).await.problem("hold_expired");
        client.post_once("/api/bookings", &body, &key).await.problem("hold_expired");
        client.post("/api/bookings", &booking_body(&person, "never-was", &proof)).await.problem("hold_expired");
        // Nothing was used up: with a new place the same proof is good.
        let place = hold(&client, "08:00").await;
        client.post("/api/bookings", &booking_body(&person, &place, &proof)).await.ok(201);

        // Where the place went to another meanwhile, it stays theirs.
        only(app, 1).await;
        let (late, next) = (Person::nth(8), Person::nth(9));
        let place = hold(&client, "07:30").await;
        let late_proof = prove(app, &client, &late.phone).await;
        let next_proof = prove(app, &client, &next.phone).await;
        client.post("/api/dev/clock", &json!({ "seconds": 601 })).await.ok(204);
        let their = hold(&client, "07:30").await;
        client.post("/api/bookings", &booking_body(&late, &place, &late_proof)).await.problem("hold_expired");
        client.post("/api/bookings", &booking_body(&next, &their, &next_proof)).await.ok(201);
    }

    async fn a_confirmation_is_repeated(app) {
        let client = app.client();
        let person = Person::nth(3);
        let place = hold(&client, "08:00").await;
        let proof = prove(app, &client, &person.phone).await;
        let body = booking_body(&person, &place, &proof);
        let key = fresh_key();
        let first = client.post_once("/api/bookings", &body, &key).await.ok(201);
        // The same key, as after an answer that was lost: the same answer, to the letter, and nothing new.
        for _ in 0..3 {
            let again = client.post_once("/api/bookings", &body, &key).await.ok(201);
            assert_eq!((again.text.as_str(), again.header("idempotent-replayed")), (first.text.as_str(), "true"));
        }
        // Another key, as after a reload of the page: refused by its own name, and the reference goes to the phone only.
        let told = client.post("/api/bookings", &body).await.problem("phone_not_proved");
        assert!(!told.text.contains(first.str("reference")));
        app.pass(61).await;
        let proof = prove(app, &client, &person.phone).await;
        let body = booking_body(&person, &place, &proof);
        client.post("/api/bookings", &body).await.problem("booking_exists");
        let texts = app.messages(&person.phone).await;
        let of_kind = |word: &str| texts.iter().filter(|text| text.contains(word)).count();
        assert_eq!(of_kind("da co ho so"), 1, "{texts:?}");
        // Another person with the same place gets neither it nor a word about whose it is.
        let stranger = Person::nth(4);
        let proof = prove(app, &client, &stranger.phone).await;
        let refused = client.post("/api/bookings", &booking_body(&stranger, &place, &proof)).await;
        assert!(!refused.problem("hold_expired").text.contains(first.str("reference")));
    }
}
