//! Visits that come to nothing at the office: nobody is left checked in for ever, and everybody may book again.

use crate::{
    queue::{QUEUE, arrives, at, booked, next},
    support::{app::TestApp, both, client::Client, flow::*},
};
use serde_json::{Value, json};

const DAY_S: u32 = 86_400;

async fn seen(desk: &Client, receipt: &Receipt) -> Value {
    desk.get(&format!("/api/desk/dossiers/{}", receipt.reference))
        .await
        .ok(200)
        .json
}

async fn absent_twice(desk: &Client) {
    for _ in 0..2 {
        let called = at(&next(desk, 1).await, 1);
        let path = format!("{QUEUE}/{}", called["id"].as_str().unwrap());
        desk.post(&format!("{path}/recall"), &json!({})).await.ok(200);
        desk.post(&format!("{path}/absent"), &json!({})).await.ok(200);
    }
}

/// Books again, on the Friday after.
async fn books_again(app: &TestApp, person: &Person) {
    let client = app.client();
    let mut wanted = hold_body("09:00");
    wanted["starts_at"] = json!("2026-11-27T09:00:00");
    let place = client.post("/api/holds", &wanted).await.ok(201);
    let proof = prove(app, &client, &person.phone).await;
    client
        .post("/api/bookings", &booking_body(person, place.str("id"), &proof))
        .await
        .ok(201);
}

async fn told(app: &TestApp, words: &str) -> usize {
    let texts = app.messages(&Person::nth(1).phone).await;
    texts.iter().filter(|text| text.contains(words)).count()
}

both! {
    /// Somebody who was checked in and left stood there for ever: they could neither cancel nor book.
    async fn who_came_and_left_may_book_again_the_next_day(app) {
        let receipt = booked(app, 1, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        arrives(&desk, &receipt).await;
        absent_twice(&desk).await;
        // Late that evening they may still be called.
        app.pass(12 * 3_600).await;
        assert_eq!(seen(&desk, &receipt).await["state"], "checked_in");
        app.pass(DAY_S).await;
        let desk = staff(app, "canbo").await;
        let after = seen(&desk, &receipt).await;
        assert_eq!((after["state"].as_str(), &after["ticket"]), (Some("no_show"), &Value::Null));
        assert_eq!(told(app, "chua den luot ban").await, 1);
        books_again(app, &Person::nth(1)).await;
    }

    async fn who_is_at_the_counter_is_not_swept(app) {
        let receipt = booked(app, 1, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        arrives(&desk, &receipt).await;
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        app.pass(2 * DAY_S).await;
        let desk = staff(app, "canbo").await;
        assert_eq!(seen(&desk, &receipt).await["state"], "in_intake");
    }

    async fn a_check_in_is_taken_back(app) {
        let receipt = booked(app, 1, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        let path = format!("/api/desk/dossiers/{}/undo-check-in", receipt.reference);
        desk.post(&path, &json!({})).await.problem("state_conflict");
        arrives(&desk, &receipt).await;
        let undone = at_desk(&desk, &receipt.reference, "undo-check-in", json!({})).await;
        assert_eq!(
            (&undone["state"], &undone["ticket"], &undone["expected"]),
            (&json!("booked"), &Value::Null, &json!(true))
        );
        assert_eq!(told(app, "bo ghi nhan ban den").await, 1);
        let day = desk.get("/api/desk/day").await.ok(200).json;
        assert_eq!(day["rows"][0]["arrived_at"], Value::Null);
        let log = staff(app, "kiemtra").await.get("/api/desk/audit?action=dossier.check_in_undone").await.ok(200);
        assert_eq!(log.json["rows"].as_array().map(Vec::len), Some(1), "{}", log.text);
        // They come after all: another number.
        assert_eq!(arrives(&desk, &receipt).await, 2);
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        desk.post(&path, &json!({})).await.problem("state_conflict");
    }

    async fn who_has_to_leave_withdraws_and_books_again(app) {
        let early = (1, booked(app, 1, "07:30").await, false);
        let late = (2, booked(app, 2, "08:00").await, true);
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        for (n, receipt, in_intake) in [early, late] {
            let person = Person::nth(n);
            let path = format!("/api/desk/dossiers/{}/withdraw", receipt.reference);
            let why = json!({ "reason": "Có việc nhà,\u{202E} phải về" });
            desk.post(&path, &why).await.problem("state_conflict");
            arrives(&desk, &receipt).await;
            if in_intake {
                at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
            }
            let refused = desk.post(&path, &json!({ "reason": " ạ " })).await.problem("invalid_fields");
            assert_eq!(refused.fields(), ["reason:required"]);
            let gone = desk.post(&path, &why).await.ok(200).json;
            assert_eq!((&gone["state"], &gone["ticket"]), (&json!("cancelled"), &Value::Null));
            let client = app.client();
            client.use_key(&receipt.key);
            let own = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
            assert_eq!(own.str("message"), "Có việc nhà, phải về");
            let texts = app.messages(&person.phone).await;
            assert!(texts[0].contains("da rut tai noi lam the: Co viec nha, phai ve"), "{texts:?}");
            books_again(app, &person).await;
        }
    }

    /// Who came with what was asked for and left is asked for it still, until the same last day.
    async fn who_came_back_and_left_again_has_lost_nothing(app) {
        let receipt = booked(app, 1, "07:30").await;
        let client = app.client();
        client.use_key(&receipt.key);
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        arrives(&desk, &receipt).await;
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        let asked = json!({ "what": ["name"], "papers": ["birth_certificate"] });
        at_desk(&desk, &receipt.reference, "data-correction", asked).await;
        let mut wanted = hold_body("07:30");
        wanted["starts_at"] = json!("2026-11-26T07:30:00");
        let held = client.post("/api/holds", &wanted).await.ok(201);
        let path = format!("/api/bookings/{}/reschedule", receipt.reference);
        client.post(&path, &json!({ "hold_id": held.str("id") })).await.ok(200);
        app.pass(DAY_S).await;
        let desk = staff(app, "canbo").await;
        arrives(&desk, &receipt).await;
        let undone = at_desk(&desk, &receipt.reference, "undo-check-in", json!({})).await;
        assert_eq!(undone["state"], "data_correction");
        arrives(&desk, &receipt).await;
        // Half past midnight.
        app.pass(17 * 3_600).await;
        let desk = staff(app, "canbo").await;
        assert_eq!(seen(&desk, &receipt).await["state"], "data_correction");
        let asked = client.get(&format!("/api/dossiers/{}/correction", receipt.reference)).await.ok(200);
        assert_eq!((asked.str("until"), &asked.json["visit_at"]), ("2027-05-25", &Value::Null));
        let steps = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert!(steps.text.contains("\"latest\":\"2027-05-25\""), "{}", steps.text);
    }

    /// The six months ended in silence.
    async fn the_last_day_to_correct_is_announced_and_told(app) {
        let receipt = booked(app, 1, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        arrives(&desk, &receipt).await;
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        let asked = json!({ "what": ["name"], "papers": ["birth_certificate"] });
        at_desk(&desk, &receipt.reference, "data-correction", asked).await;
        assert_eq!(told(app, "den het 25/05/2027").await, 1);
        // 25 November to 24 April: thirty-one days before the last one.
        for _ in 0..5 {
            app.pass(30 * DAY_S).await;
        }
        assert_eq!(told(app, "cho ban bo sung").await, 0);
        for (days, reminders, over) in [(1, 1, 0), (22, 1, 0), (1, 2, 0), (7, 2, 0), (1, 2, 1), (3, 2, 1)] {
            app.pass(days * DAY_S).await;
            assert_eq!((told(app, "cho ban bo sung").await, told(app, "da qua han bo sung").await), (reminders, over), "{days}");
        }
        let desk = staff(app, "canbo").await;
        assert_eq!(seen(&desk, &receipt).await["state"], "expired");
    }

    /// The most that one member of staff may have shown in an hour.
    async fn looks_have_a_limit(app) {
        let receipt = booked(app, 1, "07:30").await;
        let desk = staff(app, "canbo").await;
        let path = format!("/api/desk/dossiers/{}/reveal", receipt.reference);
        let why = json!({ "reason": "at_counter" });
        for _ in 0..120 {
            desk.post(&path, &why).await.ok(200);
        }
        desk.post(&path, &why).await.problem("too_many_requests");
        app.pass(3_601).await;
        staff(app, "canbo").await.post(&path, &why).await.ok(200);
    }
}
