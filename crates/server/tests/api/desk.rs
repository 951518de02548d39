//! The desk: roles, masks, and the ways a dossier can go.

use crate::support::{both, flow::*};
use serde_json::json;

both! {
    async fn each_role_may_do_what_it_needs_and_no_more(app) {
        let receipt = book(app, &app.client(), &Person::nth(1), "07:30").await;
        app.pass(TO_OPENING).await;
        let dossier = format!("/api/desk/dossiers/{}", receipt.reference);
        let (officer, elsewhere) = (staff(app, "canbo").await, staff(app, "canbo.danang").await);
        let (help, auditor) = (staff(app, "hotro").await, staff(app, "kiemtra").await);
        app.client().get(&dossier).await.problem("not_signed_in");
        app.client().get("/api/desk/day").await.problem("not_signed_in");
        elsewhere.get(&dossier).await.problem("no_match");
        elsewhere.post(&format!("{dossier}/check-in"), &json!({})).await.problem("no_match");
        auditor.get(&dossier).await.problem("not_allowed");
        auditor.get("/api/desk/day").await.problem("not_allowed");
        assert_eq!(auditor.get("/api/desk/session").await.ok(200).json["role"], "auditor");
        let seen = help.get(&dossier).await.ok(200);
        assert_eq!(seen.json["next"], json!([]));
        help.post(&format!("{dossier}/check-in"), &json!({})).await.problem("not_allowed");
        help.post(&format!("{dossier}/reopen-activation"), &json!({})).await.problem("state_conflict");
        officer.get("/api/desk/dossiers/000-000-001").await.problem("no_match");
        officer.post(&format!("{dossier}/hand-over"), &seen_slip()).await.problem("state_conflict");
        officer.post(&format!("{dossier}/check-in"), &json!({})).await.ok(200);
        officer.delete("/api/desk/session").await.ok(204);
        officer.get(&dossier).await.problem("not_signed_in");
    }

    async fn a_person_is_masked_until_a_reason_is_given_in_this_session(app) {
        let person = Person::nth(2);
        let client = app.client();
        let receipt = book(app, &client, &person, "08:00").await;
        client.use_key(&receipt.key);
        let owner = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        let path = format!("/api/desk/dossiers/{}", receipt.reference);
        let desk = staff(app, "canbo").await;
        let seen = desk.get(&path).await.ok(200);
        assert_eq!(seen.json["revealed"], false);
        assert_eq!(
            seen.json["person"],
            json!({
                "full_name": "Nguyễn V*** T***", "personal_number": "098*****0002", "birth_date": "1985",
                "otp_phone": "002", "contact_phone": "", "representative_name": "", "phrase": null,
            })
        );
        desk.post(&format!("{path}/reveal"), &json!({})).await.problem("malformed_body");
        let revealed = desk.post(&format!("{path}/reveal"), &json!({ "reason": "at_counter" })).await.ok(200);
        assert_eq!(revealed.json["person"]["personal_number"], person.number);
        // What an officer says on the phone is what the person reads, and nobody without a reason knows it.
        assert_eq!(revealed.json["person"]["phrase"], owner.json["phrase"]);
        assert_eq!(owner.json["phrase"]["vi"].as_str().unwrap().split(" – ").count(), 3);
        assert_eq!(desk.get(&path).await.json["person"]["full_name"], person.name);
        let colleague = staff(app, "truong").await;
        assert_eq!(colleague.get(&path).await.json["revealed"], false);
        let mut tx = app.inside().store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "staff", "demo-canbo", 10).await.unwrap();
        let look = log.iter().find(|entry| entry.action == "dossier.reveal").unwrap();
        assert_eq!((look.reason.as_deref(), look.request_id.len()), (Some("at_counter"), 16));
    }

    async fn check_in_is_for_the_day_of_the_visit(app) {
        let receipt = book(app, &app.client(), &Person::nth(3), "09:00").await;
        let path = format!("/api/desk/dossiers/{}/check-in", receipt.reference);
        let desk = staff(app, "canbo").await;
        desk.post(&path, &json!({})).await.problem("change_not_allowed");
        app.pass(TO_OPENING).await;
        let arrived = desk.post(&path, &json!({})).await.ok(200);
        assert_eq!(arrived.json["state"], "checked_in");
        let day = desk.get("/api/desk/day").await.ok(200);
        assert!(day.json["rows"][0]["arrived_at"].is_string());
        assert_eq!(desk.get("/api/desk/day?date=2026-11-26").await.ok(200).json["rows"], json!([]));
        desk.get("/api/desk/day?date=tomorrow").await.problem("invalid_fields");
    }

    async fn what_is_missing_at_the_counter_is_named(app) {
        let receipt = book(app, &app.client(), &Person::nth(4), "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        at_desk(&desk, &receipt.reference, "check-in", json!({})).await;
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        let path = format!("/api/desk/dossiers/{}/receive", receipt.reference);
        let given = json!({
            "form_signed": false, "biometrics_done": false, "residence": "permanent", "old_card_returned": false,
            "account_form_signed": false, "remark": "x".repeat(501),
        });
        let refused = desk.post(&path, &given).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["remark:text_too_long"]);
        let given = json!({
            "form_signed": false, "biometrics_done": true, "residence": "permanent", "old_card_returned": false,
            "account_form_signed": false,
        });
        let refused = desk.post(&path, &given).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["form_signed:consent_required", "account_form_signed:consent_required"]);
        let refuse = format!("/api/desk/dossiers/{}/refuse", receipt.reference);
        let refused = desk.post(&refuse, &json!({ "reason": " " })).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["reason:required"]);
    }

    async fn corrected_data_brings_the_person_back_to_the_counter(app) {
        let person = Person::nth(5);
        let client = app.client();
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        at_desk(&desk, &receipt.reference, "check-in", json!({})).await;
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        let reason = "Ngày sinh khác với giấy khai sinh";
        at_desk(&desk, &receipt.reference, "data-correction", json!({ "what": ["birth_date"], "papers": ["birth_certificate"], "reason": reason })).await;
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!((seen.str("state"), seen.str("message")), ("data_correction", reason));
        let told = app.messages(&person.phone).await;
        assert!(told[0].contains("Ngay sinh khac voi giay khai sinh"), "{told:?}");
        app.pass(86_400).await;
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        let given = json!({
            "form_signed": true, "biometrics_done": true, "residence": "permanent", "old_card_returned": false,
            "account_form_signed": true,
        });
        let received = at_desk(&desk, &receipt.reference, "receive", given).await;
        assert_eq!(received["due_on"], "2026-12-07", "seven working days from Thursday 26 November");
    }

    async fn a_refusal_frees_the_person_for_a_new_request(app) {
        let person = Person::nth(6);
        let client = app.client();
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        at_desk(&desk, &receipt.reference, "check-in", json!({})).await;
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        let reason = json!({ "reason": "Chưa có quốc tịch Việt Nam" });
        let seen = at_desk(&desk, &receipt.reference, "refuse", reason).await;
        assert_eq!(seen["state"], "refused");
        assert_eq!(seen["next"], json!([]));
        let mut again = hold_body("07:30");
        again["starts_at"] = json!("2026-11-26T07:30:00");
        let place = client.post("/api/holds", &again).await.ok(201);
        let proof = prove(app, &client, &person.phone).await;
        let body = booking_body(&person, place.str("id"), &proof);
        client.post("/api/bookings", &body).await.ok(201);
    }

    async fn the_ministry_refuses_and_asks_for_corrections(app) {
        let refused = Person::nth(403);
        let corrected = Person::nth(404);
        let (one, other) = (app.client(), app.client());
        let first = book(app, &one, &refused, "07:30").await;
        let second = book(app, &other, &corrected, "08:00").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        receive(app, &desk, &first.reference).await;
        receive(app, &desk, &second.reference).await;
        decide(app, &desk).await;
        let seen = one.get(&format!("/api/dossiers/{}", first.reference)).await.ok(200);
        assert_eq!(seen.str("state"), "refused");
        assert_eq!(seen.json["account"]["state"], "l2_refused");
        let seen = other.get(&format!("/api/dossiers/{}", second.reference)).await.ok(200);
        assert_eq!((seen.str("state"), &seen.json["due_on"]), ("needs_correction", &serde_json::Value::Null));
        // Taken again at the counter two days later; the clock has stood still meanwhile.
        app.pass(2 * 86_400).await;
        at_desk(&desk, &second.reference, "start-intake", json!({})).await;
        let given = json!({
            "form_signed": true, "biometrics_done": true, "residence": "permanent", "old_card_returned": false,
            "account_form_signed": true,
        });
        let code = seen.json["dossier_code"].clone();
        let received = at_desk(&desk, &second.reference, "receive", given).await;
        assert_eq!(received["dossier_code"], code, "the code stays");
        app.work().await;
        for _ in 0..6 {
            app.pass(5).await;
        }
        let seen = other.get(&format!("/api/dossiers/{}", second.reference)).await.ok(200);
        assert_eq!(seen.str("state"), "in_transit");
    }

    async fn only_a_demo_has_a_pace_and_an_inbox(app) {
        let desk = staff(app, "canbo").await;
        assert_eq!(desk.get("/api/desk/ministry").await.ok(200).json["pace"], "lawful");
        desk.put("/api/desk/ministry", &json!({ "pace": "warp" })).await.problem("malformed_body");
        app.client().get("/api/desk/ministry").await.problem("not_signed_in");
        let far = json!({ "seconds": 41 * 86_400 });
        app.client().post("/api/dev/clock", &far).await.problem("invalid_fields");
    }
}
