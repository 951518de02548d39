//! What must be corrected: said with papers and a last day, brought at a time of the person's choice.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

/// Friday after the first visit.
const BACK: &str = "2026-11-27";
/// From 7:30 of the first visit to 7:30 of that day.
const TO_BACK: u32 = 2 * 86_400;

fn asked() -> Value {
    json!({ "what": ["name", "other"], "papers": ["birth_certificate"], "reason": "Thiếu chữ đệm Thị" })
}

/// Sent away on the first visit with something to bring.
async fn sent_away(app: &TestApp, client: &Client, person: &Person) -> (Receipt, Client) {
    let receipt = book(app, client, person, "07:30").await;
    app.pass(TO_OPENING).await;
    let desk = staff(app, "canbo").await;
    at_desk(&desk, &receipt.reference, "check-in", json!({})).await;
    at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
    at_desk(&desk, &receipt.reference, "data-correction", asked()).await;
    (receipt, desk)
}

fn place(office: &str, time: &str) -> Value {
    json!({
        "office_id": office, "starts_at": format!("{BACK}T{time}:00"), "service": "card_and_account",
        "age_group": "from_14_to_59",
    })
}

async fn come_back(client: &Client, receipt: &Receipt, time: &str) -> Value {
    let held = client.post("/api/holds", &place(OFFICE, time)).await.ok(201);
    let path = format!("/api/bookings/{}/reschedule", receipt.reference);
    client
        .post(&path, &json!({ "hold_id": held.str("id") }))
        .await
        .ok(200)
        .json
}

both! {
    async fn the_person_learns_what_with_which_paper_and_until_when(app) {
        let (person, client) = (Person::nth(1), app.client());
        let (receipt, desk) = sent_away(app, &client, &person).await;
        let path = format!("/api/dossiers/{}/correction", receipt.reference);
        let seen = client.get(&path).await.ok(200).json;
        assert_eq!(seen["what"], json!(["name", "other"]));
        assert_eq!(seen["papers"], json!(["birth_certificate"]));
        assert_eq!((&seen["until"], &seen["days_left"]), (&json!("2027-05-25"), &json!(181)));
        assert_eq!((&seen["by_ministry"], &seen["visit_at"]), (&json!(false), &Value::Null));
        let told = app.messages(&person.phone).await;
        assert!(told[0].contains("den het 25/05/2027: ho ten; mang giay khai sinh; Thieu chu dem"), "{told:?}");
        let at_desk = desk.get(&format!("/api/desk/dossiers/{}", receipt.reference)).await.ok(200).json;
        assert_eq!(at_desk["correction"]["papers"], json!(["birth_certificate"]));

        // Who may only read sees what, and no words of an officer.
        let stranger = app.client();
        stranger.get(&path).await.problem("no_match");
        let body = json!({ "code": receipt.reference, "birth_date": person.birth });
        let found = stranger.post("/api/tracking/by-code", &body).await.ok(200);
        stranger.use_key(found.str("key"));
        let seen = stranger.get(&path).await.ok(200);
        assert_eq!((seen.str("words"), &seen.json["what"]), ("", &json!(["name", "other"])));
        let dossier = stranger.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert!(!dossier.text.contains("Thiếu chữ đệm"));
    }

    async fn what_is_asked_for_must_say_something(app) {
        let (person, client) = (Person::nth(2), app.client());
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        at_desk(&desk, &receipt.reference, "check-in", json!({})).await;
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        client.get(&format!("/api/dossiers/{}/correction", receipt.reference)).await.problem("not_found");
        let path = format!("/api/desk/dossiers/{}/data-correction", receipt.reference);
        for (body, wrong) in [
            (json!({ "papers": ["none"] }), "what:required"),
            (json!({ "what": ["other"] }), "reason:required"),
            (json!({ "what": ["name"] }), "papers:required"),
            (json!({ "what": ["name"], "papers": [], "reason": " " }), "papers:required"),
            (json!({ "what": ["other"], "reason": "ok" }), "reason:required"),
            (json!({ "what": ["name"], "reason": "x".repeat(501) }), "reason:text_too_long"),
            (json!({ "what": ["name"], "papers": ["none", "old_paper"] }), "papers:choice_unknown"),
        ] {
            assert_eq!(desk.post(&path, &body).await.problem("invalid_fields").fields(), [wrong]);
        }
        let nothing = desk.post(&path, &json!({})).await.problem("invalid_fields");
        assert_eq!(nothing.fields(), ["what:required", "papers:required"]);
        desk.post(&path, &json!({ "what": ["soul"] })).await.problem("malformed_body");
        desk.post(&path, &json!({ "what": ["name"], "papers": ["none"] })).await.ok(200);
    }

    async fn a_visit_is_booked_to_bring_it(app) {
        let (person, client) = (Person::nth(3), app.client());
        let (receipt, desk) = sent_away(app, &client, &person).await;
        let dossier = format!("/api/dossiers/{}", receipt.reference);
        let seen = client.get(&dossier).await.ok(200).json;
        assert_eq!(seen["changes"]["may_reschedule"], true);
        assert_eq!(seen["changes"]["may_cancel"], false);
        // Only where the dossier is.
        let held = client.post("/api/holds", &place("dn-ngu-hanh-son", "08:00")).await.ok(201);
        let path = format!("/api/bookings/{}/reschedule", receipt.reference);
        let elsewhere = json!({ "hold_id": held.str("id") });
        client.post(&path, &elsewhere).await.problem("change_not_allowed");

        let booked = come_back(&client, &receipt, "08:00").await;
        assert_eq!(booked["state"], "data_correction", "it stays what it waits for");
        assert_eq!(booked["visit"]["starts_at"], format!("{BACK}T08:00:00"));
        client.post(&format!("/api/bookings/{}/cancel", receipt.reference), &json!({})).await
            .problem("change_not_allowed");
        let moved = come_back(&client, &receipt, "08:30").await;
        assert_eq!(moved["visit"]["starts_at"], format!("{BACK}T08:30:00"));
        let asked = client.get(&format!("{dossier}/correction")).await.ok(200).json;
        assert_eq!(asked["visit_at"], format!("{BACK}T08:30:00"));
        let told = app.messages(&person.phone).await;
        assert!(told[0].contains("08:30"), "{told:?}");

        app.pass(TO_BACK).await;
        let day = desk.get("/api/desk/day").await.ok(200).json;
        assert_eq!((&day["rows"][0]["state"], &day["rows"][0]["returns"]), (&json!("data_correction"), &json!(true)));
        let here = at_desk(&desk, &receipt.reference, "check-in", json!({})).await;
        assert_eq!((&here["state"], &here["ticket"]), (&json!("checked_in"), &json!(1)));
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        client.get(&format!("{dossier}/correction")).await.problem("not_found");
        let given = json!({
            "form_signed": true, "biometrics_done": true, "residence": "temporary", "fingers": "worn",
            "papers": ["tax_code", "driving_licence", "tax_code"], "old_card_returned": false,
            "account_form_signed": true,
        });
        let received = at_desk(&desk, &receipt.reference, "receive", given).await;
        assert_eq!(received["due_on"], "2026-12-08", "seven working days from Friday 27 November");
        at_desk(&desk, &receipt.reference, "reveal", json!({ "reason": "at_counter" })).await;
        let seen = desk.get(&format!("/api/desk/dossiers/{}", receipt.reference)).await.ok(200).json;
        let recorded = json!({
            "residence": "temporary", "fingers": "worn", "papers": ["driving_licence", "tax_code"],
        });
        assert_eq!(seen["intake"], recorded);
    }

    async fn who_does_not_come_back_that_day_may_come_on_another(app) {
        let (person, client) = (Person::nth(4), app.client());
        let (receipt, desk) = sent_away(app, &client, &person).await;
        come_back(&client, &receipt, "08:00").await;
        app.pass(TO_BACK).await;
        app.pass(12 * 3_600).await;
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200).json;
        assert_eq!((&seen["state"], &seen["changes"]["may_reschedule"]), (&json!("data_correction"), &json!(true)));
        let told = app.messages(&person.phone).await;
        assert!(told[0].contains("do khong den"), "{told:?}");
        // Without an appointment they are received all the same.
        app.pass(2 * 86_400 + 12 * 3_600).await;
        let here = at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        assert_eq!(here["state"], "in_intake");
    }

    async fn a_place_is_free_again_where_the_person_comes_before(app) {
        let (person, client) = (Person::nth(5), app.client());
        let (receipt, desk) = sent_away(app, &client, &person).await;
        let query = format!("/api/offices/{OFFICE}/days/{BACK}?service=card_and_account&age_group=from_14_to_59");
        let before = client.get(&query).await.ok(200).json;
        come_back(&client, &receipt, "08:00").await;
        assert_ne!(client.get(&query).await.ok(200).json["slots"], before["slots"]);
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        assert_eq!(client.get(&query).await.ok(200).json["slots"], before["slots"]);
        assert_eq!(app.inside().store.check_invariants().await.unwrap(), Vec::<String>::new());
    }

    async fn after_six_months_it_must_be_begun_again(app) {
        let (person, client) = (Person::nth(6), app.client());
        let (receipt, _) = sent_away(app, &client, &person).await;
        let dossier = format!("/api/dossiers/{}", receipt.reference);
        // 181 days to the last one, which is a whole day; reminders 30 and 7 days before it, or at the next look, one at a time.
        let mut reminded = Vec::new();
        for days in [40, 40, 40, 40, 21] {
            app.pass(days * 86_400).await;
            let told = app.messages(&person.phone).await;
            reminded.push(told.iter().filter(|text| text.contains("dang cho ban bo sung, den het")).count());
        }
        assert_eq!(reminded, [0, 0, 0, 1, 2]);
        let asked = client.get(&format!("{dossier}/correction")).await.ok(200).json;
        assert_eq!(asked["days_left"], 0);
        app.pass(86_400).await;
        assert_eq!(client.get(&dossier).await.ok(200).str("state"), "expired");
        client.get(&format!("{dossier}/correction")).await.problem("not_found");
    }

    /// A server that stood still for half a year: one reminder for both that were missed.
    async fn nobody_is_reminded_of_a_correction_twice_on_one_day(app) {
        let (person, client) = (Person::nth(7), app.client());
        sent_away(app, &client, &person).await;
        for days in [40, 40, 40, 40, 15] {
            let moved = json!({ "seconds": days * 86_400 });
            assert_eq!(client.post("/api/dev/clock", &moved).await.status, 204);
        }
        let told = app.messages(&person.phone).await;
        assert_eq!(told.iter().filter(|text| text.contains("dang cho ban bo sung, den het")).count(), 1, "{told:?}");
    }

    // Story: whoever was sent away at a team's stop was offered the days of that stop, which had none.
    async fn who_was_sent_away_at_a_stop_comes_again_to_the_office_that_sent_the_team(app) {
        use crate::stops::{at, plan, stop};
        let desk = staff(app, "truong").await;
        let id = plan(&desk, &stop("hamlet", true)).await;
        let (client, person) = (app.client(), Person::nth(1));
        let hold = client.post("/api/holds", &at(&id, "08:00")).await.ok(201);
        let proof = prove(app, &client, &person.phone).await;
        let mut body = booking_body(&person, hold.str("id"), &proof);
        body["service"] = json!("card");
        let booked = client.post("/api/bookings", &body).await.ok(201);
        client.use_key(booked.str("key"));
        let path = format!("/api/dossiers/{}", booked.str("reference"));
        assert_eq!(client.get(&path).await.ok(200).json["visit"]["again"], Value::Null);
        app.pass(11 * 86_400).await;
        let desk = staff(app, "truong").await;
        at_desk(&desk, booked.str("reference"), "check-in", json!({})).await;
        at_desk(&desk, booked.str("reference"), "start-intake", json!({})).await;
        at_desk(&desk, booked.str("reference"), "data-correction", asked()).await;
        app.pass(3 * 86_400).await;
        let visit = client.get(&path).await.ok(200).json["visit"].clone();
        assert_eq!((&visit["office_id"], &visit["again"]["id"]), (&json!(id), &json!(OFFICE)));
        let days = format!("/api/offices/{OFFICE}/days?service=card&age_group=from_14_to_59");
        let days = client.get(&days).await.ok(200).json;
        let day = days["days"].as_array().unwrap().iter().find(|day| day["first"].is_string()).unwrap();
        let wanted = json!({
            "office_id": OFFICE, "service": "card", "age_group": "from_14_to_59",
            "starts_at": format!("{}T{}", day["date"].as_str().unwrap(), day["first"].as_str().unwrap()),
        });
        let held = client.post("/api/holds", &wanted).await.ok(201);
        let again = format!("/api/bookings/{}/reschedule", booked.str("reference"));
        let seen = client.post(&again, &json!({ "hold_id": held.str("id") })).await.ok(200).json;
        assert_eq!((&seen["visit"]["office_id"], &seen["visit"]["again"]), (&json!(OFFICE), &Value::Null));
    }
}
