//! The activation journey and its wrong turns.

use crate::support::{both, flow::*};
use serde_json::json;

both! {
    async fn strangers_learn_nothing_and_get_no_code(app) {
        let person = Person::nth(1);
        approved(app, &app.client(), &person).await;
        let before = app.messages(&person.phone).await.len();
        for (number, phone) in [
            (person.number.clone(), Person::nth(2).phone),
            (Person::nth(2).number, person.phone.clone()),
            (Person::nth(2).number, Person::nth(2).phone),
        ] {
            let client = app.client();
            let body = json!({ "personal_number": number, "phone": phone, "own_device": true, "lang": "vi" });
            let begun = client.post("/api/activation", &body).await.ok(201);
            assert_eq!(begun.json["step"], "code");
            assert_eq!(begun.json["activate_by"], serde_json::Value::Null);
            assert_eq!((begun.json["code_expires_in_s"].as_u64(), begun.json["resend_in_s"].as_u64()), (Some(180), Some(60)));
            let wrong = client.post("/api/activation/code", &json!({ "code": "123456" })).await;
            assert_eq!(wrong.problem("code_wrong").json["tries_left"], 4);
            client.post("/api/activation/password", &json!({ "password": PASSWORD })).await.problem("state_conflict");
        }
        assert_eq!(app.messages(&person.phone).await.len(), before);
        assert_eq!(app.messages(&Person::nth(2).phone).await.len(), 0);
    }

    async fn the_journey_keeps_its_order_and_its_rules(app) {
        let person = Person::nth(3);
        approved(app, &app.client(), &person).await;
        let client = app.client();
        client.get("/api/activation").await.problem("journey_expired");
        let body = json!({ "personal_number": "12", "phone": "+1 202 555 0100", "own_device": false, "lang": "vi" });
        let refused = client.post("/api/activation", &body).await.problem("invalid_fields");
        assert_eq!(
            refused.fields(),
            [
                "personal_number:personal_number_length",
                "phone:phone_not_vietnamese",
                "own_device:consent_required"
            ]
        );
        start_activation(&client, &person).await;
        let first = app.code(&person.phone).await;
        client.post("/api/activation/resend", &json!({})).await.problem("too_many_requests");
        app.pass(61).await;
        let again = client.post("/api/activation/resend", &json!({})).await.ok(200);
        assert_eq!(again.json["code_expires_in_s"], 180);
        let second = app.code(&person.phone).await;
        if first != second {
            client.post("/api/activation/code", &json!({ "code": first })).await.problem("code_wrong");
        }
        client.post("/api/activation/code", &json!({ "code": second })).await.ok(200);
        let view = client.get("/api/activation").await.ok(200);
        assert_eq!((view.str("step"), view.str("activate_by")), ("password", "2026-12-02"));

        let weak = client.post("/api/activation/password", &json!({ "password": "mat khau" })).await;
        assert_eq!(
            weak.problem("invalid_fields").fields(),
            ["password:password_forbidden_character", "password:password_digit", "password:password_upper", "password:password_special"]
        );
        client.post("/api/activation/password", &json!({ "password": PASSWORD })).await.ok(200);
        for (passcode, again, field) in [
            ("123456", "123456", "passcode:passcode_trivial"),
            ("150885", "150885", "passcode:passcode_birth_date"),
            ("12345", "12345", "passcode:passcode_format"),
            ("135790", "135791", "again:passcode_mismatch"),
        ] {
            let body = json!({ "passcode": passcode, "again": again });
            let refused = client.post("/api/activation/passcode", &body).await.problem("invalid_fields");
            assert_eq!(refused.fields(), [field]);
        }
        let passcode = json!({ "passcode": "135790", "again": "135790" });
        client.post("/api/activation/passcode", &passcode).await.ok(200);
        let mut twice = answers();
        twice["answers"][1]["question"] = json!("first_school");
        let refused = client.post("/api/activation/questions", &twice).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["answers.1.question:question_repeated"]);
        let mut empty = answers();
        empty["answers"][0]["answer"] = json!(" ");
        let refused = client.post("/api/activation/questions", &empty).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["answers.0.answer:answer_required"]);
        client.post("/api/activation/questions", &answers()).await.ok(200);
        client.post("/api/activation/questions", &answers()).await.problem("state_conflict");

        // Once more: the account works already, which only its holder is told.
        app.pass(3_601).await;
        let second_time = app.client();
        start_activation(&second_time, &person).await;
        let code = app.code(&person.phone).await;
        let refused = second_time.post("/api/activation/code", &json!({ "code": code })).await;
        refused.problem("account_already_active");
    }

    async fn a_journey_closes_after_a_quarter_of_an_hour(app) {
        let person = Person::nth(4);
        approved(app, &app.client(), &person).await;
        let client = app.client();
        start_activation(&client, &person).await;
        app.pass(901).await;
        client.get("/api/activation").await.problem("journey_expired");
        client.post("/api/activation/code", &json!({ "code": "123456" })).await.problem("journey_expired");
    }

    async fn not_yet_approved_is_told_after_the_code(app) {
        let person = Person::nth(5);
        let client = app.client();
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        receive(app, &staff(app, "canbo").await, &receipt.reference).await;
        start_activation(&client, &person).await;
        let code = app.code(&person.phone).await;
        let refused = client.post("/api/activation/code", &json!({ "code": code })).await;
        refused.problem("account_not_approved");
    }

    /// "Still being checked" was said to who had been refused, and to who had never asked.
    async fn refused_and_never_asked_for_are_told_after_the_code(app) {
        let person = Person::nth(8);
        let client = app.client();
        approved(app, &client, &person).await;
        let set = async |state: &str, words: Option<&str>| {
            let mut tx = app.inside().store.begin().await.unwrap();
            let mut account = eid_store::accounts::by_person(&mut tx, &person.number).await.unwrap().unwrap();
            account.state = state.to_owned();
            eid_store::accounts::update(&mut tx, &mut account).await.unwrap();
            eid_store::accounts::set_refusal(&mut tx, &account.id, words).await.unwrap();
            tx.commit().await.unwrap();
        };
        let refused = async || {
            app.pass(61).await;
            start_activation(&client, &person).await;
            let before = client.post("/api/activation/code", &json!({ "code": "000000" })).await.problem("code_wrong");
            assert!(before.json["words"].is_null());
            let code = app.code(&person.phone).await;
            client.post("/api/activation/code", &json!({ "code": code })).await
        };
        set("l2_refused", Some("Ảnh khuôn mặt không khớp với dữ liệu.")).await;
        assert_eq!(refused().await.problem("account_refused").json["words"], "Ảnh khuôn mặt không khớp với dữ liệu.");
        set("none", None).await;
        assert!(refused().await.problem("account_not_requested").json["words"].is_null());
    }

    async fn after_seven_days_staff_open_it_again(app) {
        let person = Person::nth(6);
        let client = app.client();
        let (receipt, _) = approved(app, &client, &person).await;
        // Wednesday 2 December is the last day.
        app.pass(8 * 86_400).await;
        start_activation(&client, &person).await;
        let code = app.code(&person.phone).await;
        let refused = client.post("/api/activation/code", &json!({ "code": code })).await;
        refused.problem("activation_overdue");
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!(seen.json["account"]["state"], "l2_overdue");

        let help = staff(app, "hotro").await;
        let seen = at_desk(&help, &receipt.reference, "reopen-activation", json!({})).await;
        assert_eq!(seen["account"], "l2_approved");
        app.pass(61).await;
        activate(app, &client, &person).await;
    }

    async fn asked_again_within_a_minute_no_second_code_is_sent(app) {
        let person = Person::nth(7);
        approved(app, &app.client(), &person).await;
        let before = app.messages(&person.phone).await.len();
        let (one, other) = (app.client(), app.client());
        start_activation(&one, &person).await;
        start_activation(&other, &person).await;
        assert_eq!(app.messages(&person.phone).await.len(), before + 1);
        let code = app.code(&person.phone).await;
        other.post("/api/activation/code", &json!({ "code": code })).await.ok(200);
        one.post("/api/activation/code", &json!({ "code": code })).await.problem("code_expired");
    }
}
