//! One person from a free place to an account that works.

use crate::support::{both, flow::*};
use serde_json::json;

both! {
    async fn from_a_free_place_to_an_activated_account(app) {
        let person = Person::nth(1);
        let client = app.client();

        let days = client
            .get(&format!("/api/offices/{OFFICE}/days?service=card_and_account&age_group=from_14_to_59"))
            .await
            .ok(200);
        let free = |json: &serde_json::Value| {
            let days = json["days"].as_array().unwrap().clone();
            days.iter().find(|day| day["date"] == DAY).unwrap()["free"].as_u64().unwrap()
        };
        assert_eq!(days.json["days"][0]["date"], DAY, "Tuesday is a holiday");
        let before = free(&days.json);

        let receipt = book(app, &client, &person, "07:30").await;
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!(seen.json["state"], "booked");
        assert_eq!(seen.json["full_name"], person.name);
        assert_eq!(seen.json["visit"]["starts_at"], "2026-11-25T07:30:00");
        assert_eq!(seen.json["visit"]["minutes"], 30);
        assert_eq!(seen.json["changes"]["may_reschedule"], true);
        let days = client
            .get(&format!("/api/offices/{OFFICE}/days?service=card_and_account&age_group=from_14_to_59"))
            .await;
        assert!(free(&days.json) <= before);
        let told = app.messages(&person.phone).await;
        assert!(told[0].starts_with("Lich hen "), "{told:?}");
        assert!(told[0].contains("07:30 25/11/2026"), "{told:?}");

        // Moved once, by the person.
        let other = hold(&client, "09:00").await;
        let path = format!("/api/bookings/{}/reschedule", receipt.reference);
        let moved = client.post(&path, &json!({ "hold_id": other })).await.ok(200);
        assert_eq!(moved.json["visit"]["starts_at"], "2026-11-25T09:00:00");
        assert_eq!(moved.json["visit"]["sequence"], 1);
        assert_eq!(moved.json["changes"]["remaining"], 2);

        // The day of the visit.
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        let day = desk.get("/api/desk/day").await.ok(200);
        assert_eq!(day.json["rows"][0]["reference"], receipt.reference);
        assert_eq!(day.json["rows"][0]["name_masked"], "Nguyễn V*** T***");
        assert_eq!(day.json["rows"][0]["age"], 41);
        let received = receive(app, &desk, &receipt.reference).await;
        assert_eq!(received["state"], "received");
        let code = received["dossier_code"].as_str().unwrap().to_owned();
        assert!(code.starts_with("G01.899.108.000-261125-79"), "{code}");
        // Received on Wednesday 25 November: seven working days are Friday 4 December.
        assert_eq!(received["due_on"], "2026-12-04");
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!(seen.json["state"], "sent_to_ministry");

        // The ministry, hurried; the card comes back.
        decide(app, &desk).await;
        let cards = desk.get("/api/desk/cards").await.ok(200);
        assert_eq!(cards.json["rows"][0]["state"], "in_transit");
        at_desk(&desk, &receipt.reference, "card-arrived", json!({})).await;
        app.work().await;
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!(seen.json["state"], "notified");
        assert_eq!(seen.json["account"]["state"], "l2_approved");
        assert_eq!(seen.json["account"]["activate_by"], "2026-12-02");
        at_desk(&desk, &receipt.reference, "hand-over", seen_slip()).await;

        // The account.
        activate(app, &client, &person).await;
        let signed_in = client
            .post("/api/session", &json!({ "personal_number": person.number, "password": PASSWORD }))
            .await
            .ok(200);
        assert_eq!(signed_in.json["next"], "done");
        let account = client.get("/api/account").await.ok(200);
        assert_eq!(account.json["level"], 2);
        assert_eq!(account.json["state"], "l2_active");
        assert_eq!(account.json["last_sign_in_at"], serde_json::Value::Null);
        // Born in August 1985, a card issued at 41 runs to the sixtieth birthday.
        assert_eq!(account.json["card_expires_on"], "2045-08-15");
        assert_eq!(account.json["personal_number_masked"], "098*****0001");

        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!(seen.json["state"], "handed_over");
        let stages = seen.json["timeline"].as_array().unwrap();
        assert!(stages.iter().all(|stage| stage["status"]["is"] == "done"), "{}", seen.text);
        let kinds: Vec<&str> =
            seen.json["notices"].as_array().unwrap().iter().map(|n| n["kind"].as_str().unwrap()).collect();
        for kind in ["booked", "moved", "reminder", "received", "card_ready", "handed_over", "account_approved"] {
            assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
        }
    }
}
