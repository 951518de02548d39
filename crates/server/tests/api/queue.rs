//! The line of an office's day: numbers and calling.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

pub(crate) const QUEUE: &str = "/api/desk/queue";

/// A person booked at a time of [`DAY`].
pub(crate) async fn booked(app: &TestApp, n: u32, time: &str) -> Receipt {
    book(app, &app.client(), &Person::nth(n), time).await
}

pub(crate) async fn arrives(desk: &Client, receipt: &Receipt) -> u64 {
    let seen = at_desk(desk, &receipt.reference, "check-in", json!({})).await;
    seen["ticket"].as_u64().unwrap()
}

pub(crate) async fn walks_in(desk: &Client, priority: &str) -> Value {
    let wanted = json!({ "service": "card", "priority": priority });
    desk.post(&format!("{QUEUE}/walk-ins"), &wanted)
        .await
        .ok(201)
        .json
}

pub(crate) async fn next(desk: &Client, station: u8) -> Value {
    desk.post(&format!("{QUEUE}/next"), &json!({ "station": station }))
        .await
        .ok(200)
        .json
}

/// The ticket at a station.
pub(crate) fn at(queue: &Value, station: u8) -> Value {
    let rows = queue["at_stations"].as_array().unwrap();
    rows.iter()
        .find(|row| row["station"] == station)
        .cloned()
        .unwrap_or(Value::Null)
}

/// Numbers and reasons of those who wait.
fn waiting(queue: &Value) -> Vec<(u64, String)> {
    let rows = queue["waiting"].as_array().unwrap().iter();
    rows.map(|row| {
        (
            row["number"].as_u64().unwrap(),
            row["why"].as_str().unwrap().to_owned(),
        )
    })
    .collect()
}

async fn act(desk: &Client, ticket: &Value, action: &str, body: Value) -> Value {
    let path = format!("{QUEUE}/{}/{action}", ticket["id"].as_str().unwrap());
    desk.post(&path, &body).await.ok(200).json
}

both! {
    async fn who_comes_gets_a_number_and_a_link(app) {
        let receipt = booked(app, 1, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        assert_eq!(arrives(&desk, &receipt).await, 1);
        let queue = desk.get(QUEUE).await.ok(200).json;
        let row = &queue["waiting"][0];
        assert_eq!((row["number"].as_u64(), row["name_masked"].as_str()), (Some(1), Some("Nguyễn V*** T***")));
        assert_eq!((row["kind"].as_str(), row["why"].as_str(), row["visit_at"].as_str()), (Some("booked"), Some("on_time"), Some("07:30:00")));
        let told = app.messages(&Person::nth(1).phone).await;
        assert!(told[0].starts_with("So thu tu cua ban tai") && told[0].contains(": 001."), "{told:?}");
        let (_, key) = told[0].rsplit_once("/cho-goi#").unwrap();
        let citizen = app.client();
        citizen.use_key(key);
        let place = citizen.get("/api/queue").await.ok(200).json;
        assert_eq!((place["number"].as_u64(), place["ahead"].as_u64(), place["state"].as_str()), (Some(1), Some(0), Some("waiting")));
        // The key opens nothing else, and another key not this.
        citizen.get(&format!("/api/dossiers/{}", receipt.reference)).await.problem("no_match");
        let stranger = app.client();
        stranger.use_key("0000000000000000000000");
        stranger.get("/api/queue").await.problem("no_match");
        stranger.get("/api/queue/00/events").await.problem("no_match");
        // Tomorrow it opens nothing any more.
        app.pass(86_400).await;
        citizen.get("/api/queue").await.problem("no_match");
        let stream = place["stream"].as_str().unwrap();
        citizen.get(&format!("/api/queue/{stream}/events")).await.problem("no_match");
        assert_eq!(staff(app, "canbo").await.get(QUEUE).await.ok(200).json["waiting"], json!([]));
    }

    async fn priority_then_booked_then_walk_ins_and_each_is_told_why(app) {
        let (late, on_time) = (booked(app, 1, "07:30").await, booked(app, 2, "08:00").await);
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        walks_in(&desk, "none").await;
        arrives(&desk, &on_time).await;
        app.pass(1_500).await;
        // Twenty-five minutes later: it is nearly eight.
        arrives(&desk, &late).await;
        let given = walks_in(&desk, "pregnant").await;
        assert_eq!(given["number"], 4);
        assert!(given["code"]["side"].as_u64().unwrap() > 20 && given["key"].as_str().unwrap().len() == 22);
        let told = |queue: &Value| waiting(queue);
        let expected = [(4, "priority"), (2, "on_time"), (3, "late"), (1, "walk_in")];
        let expected: Vec<(u64, String)> = expected.map(|(number, why)| (number, why.to_owned())).to_vec();
        assert_eq!(told(&given["queue"]), expected);
        // The officer sees that somebody needs to come first.
        let row = given["queue"]["waiting"][3].clone();
        let ranked = act(&desk, &row, "priority", json!({ "priority": "disabled" })).await;
        assert_eq!(told(&ranked)[0], (1, "priority".to_owned()));
        // Three calls pass over the one who has waited longest, the fourth does not.
        act(&desk, &ranked["waiting"][0].clone(), "priority", json!({ "priority": "none" })).await;
        for (station, number) in [(1, 4), (2, 2), (3, 3)] {
            let queue = next(&desk, station).await;
            assert_eq!(at(&queue, station)["number"], number);
        }
        assert_eq!(at(&next(&desk, 4).await, 4)["number"], 1);
        assert_eq!(next(&desk, 5).await["at_stations"].as_array().unwrap().len(), 4, "nobody is left");
    }

    async fn a_whole_call(app) {
        let receipt = booked(app, 1, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        arrives(&desk, &receipt).await;
        walks_in(&desk, "none").await;
        let queue = next(&desk, 2).await;
        let first = at(&queue, 2);
        assert_eq!((first["state"].as_str(), first["calls"].as_u64()), (Some("called"), Some(1)));
        // Somebody is on the way: nobody else is called there, and nobody is absent after one call.
        desk.post(&format!("{QUEUE}/next"), &json!({ "station": 2 })).await.problem("state_conflict");
        let path = format!("{QUEUE}/{}", first["id"].as_str().unwrap());
        desk.post(&format!("{path}/absent"), &json!({})).await.problem("state_conflict");
        desk.post(&format!("{path}/done"), &json!({})).await.problem("state_conflict");
        assert_eq!(at(&act(&desk, &first, "recall", json!({})).await, 2)["calls"], 2);
        // At the counter the intake of who has booked begins by itself.
        let queue = act(&desk, &first, "serve", json!({})).await;
        assert_eq!(at(&queue, 2)["state"], "serving");
        let dossier = desk.get(&format!("/api/desk/dossiers/{}", receipt.reference)).await.ok(200).json;
        assert_eq!((dossier["state"].as_str(), dossier["ticket"].as_u64()), (Some("in_intake"), Some(1)));
        let given = json!({
            "form_signed": true, "biometrics_done": true, "residence": "permanent", "old_card_returned": true, "account_form_signed": true,
        });
        app.pass(600).await;
        at_desk(&desk, &receipt.reference, "receive", given).await;
        let queue = desk.get(QUEUE).await.ok(200).json;
        assert_eq!((queue["done"].as_u64(), &queue["at_stations"]), (Some(1), &json!([])));
        // Calling the next one ends the one before.
        let queue = next(&desk, 2).await;
        act(&desk, &at(&queue, 2), "serve", json!({})).await;
        assert_eq!(next(&desk, 2).await["done"], 2);
    }

    async fn absent_twice_is_closed_and_can_come_back(app) {
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        for _ in 0..2 {
            walks_in(&desk, "none").await;
        }
        let first = at(&next(&desk, 1).await, 1);
        act(&desk, &first, "recall", json!({})).await;
        let queue = act(&desk, &first, "absent", json!({})).await;
        assert_eq!(waiting(&queue), [(2, "walk_in".to_owned()), (1, "back".to_owned())]);
        let second = at(&next(&desk, 1).await, 1);
        assert_eq!(second["number"], 2);
        act(&desk, &second, "serve", json!({})).await;
        assert_eq!(at(&next(&desk, 1).await, 1)["number"], 1);
        act(&desk, &first, "recall", json!({})).await;
        let queue = act(&desk, &first, "absent", json!({})).await;
        assert_eq!((waiting(&queue).len(), queue["absent"][0]["number"].as_u64()), (0, Some(1)));
        let queue = act(&desk, &first, "back", json!({})).await;
        assert_eq!(waiting(&queue), [(1, "back".to_owned())]);
        desk.post(&format!("{QUEUE}/{}/back", first["id"].as_str().unwrap()), &json!({})).await.problem("state_conflict");
    }

    async fn sent_on_to_another_station(app) {
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        for _ in 0..3 {
            walks_in(&desk, "none").await;
        }
        let first = at(&next(&desk, 1).await, 1);
        act(&desk, &first, "serve", json!({})).await;
        let path = format!("{QUEUE}/{}/transfer", first["id"].as_str().unwrap());
        for station in [0, 1, 200] {
            let refused = desk.post(&path, &json!({ "station": station })).await.problem("invalid_fields");
            assert_eq!(refused.fields(), ["station:choice_unknown"]);
        }
        let queue = act(&desk, &first, "transfer", json!({ "station": 2 })).await;
        assert_eq!(waiting(&queue)[0], (1, "transferred".to_owned()));
        assert_eq!((queue["waiting"][0]["station"].as_u64(), queue["waiting"][0]["transferred_from"].as_u64()), (Some(2), Some(1)));
        // Station 1 goes on with the line, station 2 takes who was sent to it.
        assert_eq!(at(&next(&desk, 1).await, 1)["number"], 2);
        assert_eq!(at(&next(&desk, 2).await, 2)["number"], 1);
    }

    async fn a_walk_in_needs_room_and_an_open_office(app) {
        let desk = staff(app, "canbo").await;
        let room = desk.get(QUEUE).await.ok(200).json["walk_in_minutes"].as_u64().unwrap();
        assert!(room > 1_000, "eight hours at six stations, {room}");
        // Half an hour before the close: little is left.
        app.pass(8 * 3_600 + 1_800).await;
        let room = desk.get(QUEUE).await.ok(200).json["walk_in_minutes"].as_u64().unwrap();
        let mut given = 0;
        loop {
            let wanted = json!({ "service": "card", "priority": "none" });
            let answer = desk.post(&format!("{QUEUE}/walk-ins"), &wanted).await;
            if answer.status == 409 {
                answer.problem("slot_taken");
                break;
            }
            answer.ok(201);
            given += 1;
        }
        assert_eq!(given, room / 20);
        app.pass(1_800).await;
        let wanted = json!({ "service": "card", "priority": "none" });
        desk.post(&format!("{QUEUE}/walk-ins"), &wanted).await.problem("slot_not_offered");
        let wrong = json!({ "service": "card", "priority": "none", "phone": "12" });
        let refused = desk.post(&format!("{QUEUE}/walk-ins"), &wrong).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["phone:phone_length"]);
    }

    async fn two_officers_who_press_at_once_call_two_people(app) {
        app.pass(TO_OPENING).await;
        let (one, other) = (staff(app, "canbo").await, staff(app, "truong").await);
        for _ in 0..6 {
            walks_in(&one, "none").await;
        }
        let mut called = Vec::new();
        for (first, second) in [(1, 2), (3, 4), (5, 6)] {
            let (a, b) = tokio::join!(next(&one, first), next(&other, second));
            called.push(at(&a, first)["number"].as_u64().unwrap());
            called.push(at(&b, second)["number"].as_u64().unwrap());
        }
        called.sort_unstable();
        assert_eq!(called, [1, 2, 3, 4, 5, 6]);
        // The same press sent twice is one call.
        let key = crate::support::client::fresh_key();
        walks_in(&one, "none").await;
        let body = json!({ "station": 1 });
        act(&one, &at(&one.get(QUEUE).await.json, 1), "serve", json!({})).await;
        let path = format!("{QUEUE}/next");
        let (first, again) = tokio::join!(one.post_once(&path, &body, &key), one.post_once(&path, &body, &key));
        let kept = [&first, &again].into_iter().filter(|answer| answer.status == 200).count();
        assert!(kept >= 1, "{first:?} {again:?}");
        assert_eq!(one.get(QUEUE).await.json["waiting"], json!([]));
    }

    async fn only_those_at_the_counter_change_the_line(app) {
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        let ticket = walks_in(&desk, "none").await["queue"]["waiting"][0].clone();
        let path = format!("{QUEUE}/{}/transfer", ticket["id"].as_str().unwrap());
        let (help, auditor, elsewhere) = (staff(app, "hotro").await, staff(app, "kiemtra").await, staff(app, "canbo.danang").await);
        help.get(QUEUE).await.ok(200);
        help.post(&path, &json!({ "station": 2 })).await.problem("not_allowed");
        help.post(&format!("{QUEUE}/next"), &json!({ "station": 2 })).await.problem("not_allowed");
        auditor.get(QUEUE).await.problem("not_allowed");
        auditor.get(&format!("{QUEUE}/events")).await.problem("not_allowed");
        app.client().get(&format!("{QUEUE}/events")).await.problem("not_signed_in");
        elsewhere.post(&path, &json!({ "station": 1 })).await.problem("no_match");
        assert_eq!(elsewhere.get(QUEUE).await.ok(200).json["waiting"], json!([]));
        app.client().get("/api/offices/nowhere/hall").await.problem("not_found");
        app.client().get("/api/offices/nowhere/hall/events").await.problem("not_found");
        let mut tx = app.inside().store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "staff", "demo-canbo", 10).await.unwrap();
        assert!(log.iter().any(|entry| entry.action == "queue.ticket" && entry.object_kind == "queue_ticket"));
    }
}
