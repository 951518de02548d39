//! A repeat of a mutation gets the first answer and changes nothing.

use crate::support::{both, client::fresh_key, flow::*};
use serde_json::json;

both! {
    async fn each_step_of_a_booking_can_be_repeated(app) {
        let client = app.client();
        let person = Person::nth(1);
        let key = fresh_key();
        let held = client.post_once("/api/holds", &hold_body("07:30"), &key).await.ok(201);
        let again = client.post_once("/api/holds", &hold_body("07:30"), &key).await.ok(201);
        assert_eq!(held.text, again.text);
        assert_eq!((held.header("idempotent-replayed"), again.header("idempotent-replayed")), ("", "true"));
        let other = client.post_once("/api/holds", &hold_body("08:00"), &key).await;
        other.problem("idempotency_key_reused");
        let id = held.str("id").to_owned();

        let key = fresh_key();
        let path = format!("/api/holds/{id}/extend");
        let one = client.post_once(&path, &json!({}), &key).await.ok(200);
        assert_eq!(client.post_once(&path, &json!({}), &key).await.text, one.text);
        assert_eq!(client.get(&format!("/api/holds/{id}")).await.json["extensions_left"], 1);

        let key = fresh_key();
        let body = json!({ "phone": person.phone, "lang": "vi" });
        let sent = client.post_once("/api/phone-codes", &body, &key).await.ok(201);
        assert_eq!(client.post_once("/api/phone-codes", &body, &key).await.text, sent.text);
        assert_eq!(app.messages(&person.phone).await.len(), 1);

        let code = app.code(&person.phone).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let path = format!("/api/phone-codes/{}/confirm", sent.str("id"));
        let key = fresh_key();
        for _ in 0..3 {
            let refused = client.post_once(&path, &json!({ "code": wrong }), &key).await;
            assert_eq!((refused.status, refused.json["tries_left"].as_u64()), (422, Some(4)), "{}", refused.text);
            assert_eq!(refused.header("content-type"), "application/problem+json");
        }
        let key = fresh_key();
        let proof = client.post_once(&path, &json!({ "code": code }), &key).await.ok(200);
        let again = client.post_once(&path, &json!({ "code": code }), &key).await.ok(200);
        assert_eq!(proof.text, again.text);

        let key = fresh_key();
        let body = booking_body(&person, &id, proof.str("proof"));
        let booked = client.post_once("/api/bookings", &body, &key).await.ok(201);
        assert_eq!(client.post_once("/api/bookings", &body, &key).await.ok(201).text, booked.text);
        client.use_key(booked.str("key"));

        let place = hold(&client, "09:00").await;
        let path = format!("/api/bookings/{}/reschedule", booked.str("reference"));
        let key = fresh_key();
        let moved = client.post_once(&path, &json!({ "hold_id": place }), &key).await.ok(200);
        assert_eq!(client.post_once(&path, &json!({ "hold_id": place }), &key).await.text, moved.text);
        let path = format!("/api/bookings/{}/cancel", booked.str("reference"));
        let key = fresh_key();
        let gone = client.post_once(&path, &json!({}), &key).await.ok(200);
        assert_eq!(client.post_once(&path, &json!({}), &key).await.text, gone.text);
        let of_kind = |word: &str, texts: &[String]| texts.iter().filter(|text| text.contains(word)).count();
        let texts = app.messages(&person.phone).await;
        assert_eq!((of_kind("da doi sang", &texts), of_kind("da huy", &texts)), (1, 1), "{texts:?}");
    }

    async fn many_repeats_at_once_do_the_work_once(app) {
        let client = app.client();
        let person = Person::nth(2);
        let place = hold(&client, "08:00").await;
        let proof = prove(app, &client, &person.phone).await;
        let body = booking_body(&person, &place, &proof);
        let key = fresh_key();
        let mut tasks = Vec::new();
        for _ in 0..8 {
            let (client, body, key) = (app.client(), body.clone(), key.clone());
            tasks.push(tokio::spawn(async move { client.post_once("/api/bookings", &body, &key).await }));
        }
        let mut answers = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap().ok(201).text);
        }
        answers.dedup();
        assert_eq!(answers.len(), 1);
    }

    async fn steps_at_the_desk_and_of_the_activation_can_be_repeated(app) {
        let client = app.client();
        let person = Person::nth(3);
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        let given = json!({
            "form_signed": true, "biometrics_done": true, "residence": "permanent", "old_card_returned": false,
            "account_form_signed": true, "remark": "Vân tay mờ",
        });
        for (step, body) in [("check-in", json!({})), ("start-intake", json!({})), ("receive", given)] {
            let path = format!("/api/desk/dossiers/{}/{step}", receipt.reference);
            let key = fresh_key();
            let first = desk.post_once(&path, &body, &key).await.ok(200);
            assert_eq!(desk.post_once(&path, &body, &key).await.ok(200).text, first.text);
            let anew = desk.post(&path, &body).await;
            anew.problem("state_conflict");
            // The stored answer is not for anybody else.
            app.client().post_once(&path, &body, &key).await.problem("not_signed_in");
        }
        app.work().await;
        decide(app, &desk).await;

        start_activation(&client, &person).await;
        let code = app.code(&person.phone).await;
        for (step, body) in [
            ("code", json!({ "code": code })),
            ("password", json!({ "password": PASSWORD })),
            ("passcode", json!({ "passcode": "135790", "again": "135790" })),
            ("questions", answers()),
        ] {
            let path = format!("/api/activation/{step}");
            let key = fresh_key();
            let first = client.post_once(&path, &body, &key).await.ok(200);
            assert_eq!(client.post_once(&path, &body, &key).await.ok(200).text, first.text);
        }
    }
}
