//! Finding one's dossier again, without telling strangers anything.

use crate::support::{both, flow::*};
use serde_json::json;

both! {
    async fn by_reference_and_birth_date_the_stages_can_be_seen(app) {
        let person = Person::nth(1);
        let receipt = book(app, &app.client(), &person, "08:00").await;
        let client = app.client();
        let ask = async |code: &str, birth: &str| {
            client.post("/api/tracking/by-code", &json!({ "code": code, "birth_date": birth })).await
        };
        let found = ask(&receipt.reference.to_lowercase(), person.birth).await.ok(200);
        assert_eq!(found.str("reference"), receipt.reference);
        client.use_key(found.str("key"));
        let path = format!("/api/dossiers/{}", receipt.reference);
        let seen = client.get(&path).await.ok(200);
        assert_eq!(seen.json["scope"], "read");
        assert_eq!((seen.str("full_name"), seen.str("personal_number_masked")), ("", ""));
        assert_eq!(seen.json["changes"]["may_cancel"], false);
        assert!(!seen.text.contains(person.name) && !seen.text.contains(&person.number));
        let cancel = format!("/api/bookings/{}/cancel", receipt.reference);
        client.post(&cancel, &json!({})).await.problem("not_allowed");

        let mut wrong = ask(&receipt.reference, "1985-08-16").await.problem("no_match").json;
        let mut unknown = ask("000-000-001", person.birth).await.problem("no_match").json;
        (wrong["request_id"], unknown["request_id"]) = (json!(""), json!(""));
        assert_eq!(wrong, unknown, "one answer for both");
        let typo = ask("000-000-002", "1985-13-01").await.problem("invalid_fields");
        assert_eq!(typo.fields(), ["code:reference_check", "birth_date:date_impossible"]);
        // A birth date cannot be guessed.
        for day in 1..=3 {
            ask(&receipt.reference, &format!("1985-01-0{day}")).await.problem("no_match");
        }
        ask(&receipt.reference, person.birth).await.problem("too_many_requests");
    }

    async fn by_dossier_code_in_any_spelling(app) {
        let person = Person::nth(2);
        let receipt = book(app, &app.client(), &person, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        let received = receive(app, &desk, &receipt.reference).await;
        let code = received["dossier_code"].as_str().unwrap().replace('.', "").to_lowercase();
        let body = json!({ "code": format!(" {code} "), "birth_date": person.birth });
        let found = app.client().post("/api/tracking/by-code", &body).await.ok(200);
        assert_eq!(found.str("reference"), receipt.reference);
    }

    async fn by_person_a_code_goes_to_the_phone_on_file_and_the_answer_is_the_same(app) {
        let person = Person::nth(3);
        let receipt = book(app, &app.client(), &person, "08:00").await;
        let client = app.client();
        let ask = async |number: &str, birth: &str| {
            let body = json!({ "personal_number": number, "birth_date": birth });
            client.post("/api/tracking/by-person", &body).await
        };
        let before = app.messages(&person.phone).await.len();
        let nobody = ask(&Person::nth(99).number, person.birth).await.ok(202);
        let found = ask(&person.number, person.birth).await.ok(202);
        let shape = |json: &serde_json::Value| {
            (json["expires_in_s"].clone(), json["resend_in_s"].clone(), json["id"].as_str().unwrap().len())
        };
        assert_eq!(shape(&nobody.json), shape(&found.json));
        assert_eq!(app.messages(&person.phone).await.len(), before + 1);
        ask(&Person::nth(99).number, person.birth).await.problem("too_many_requests");
        ask(&person.number, person.birth).await.problem("too_many_requests");

        // A decoy takes tries like any other and is never right.
        let decoy = format!("/api/tracking/{}/confirm", nobody.str("id"));
        let refused = client.post(&decoy, &json!({ "code": "123456" })).await.problem("code_wrong");
        assert_eq!(refused.json["tries_left"], 4);
        let code = app.code(&person.phone).await;
        client.post(&decoy, &json!({ "code": code })).await.problem("code_wrong");
        // Nor is the code good where a phone is to be proved.
        let elsewhere = format!("/api/phone-codes/{}/confirm", found.str("id"));
        client.post(&elsewhere, &json!({ "code": code })).await.problem("code_wrong");
        let path = format!("/api/tracking/{}/confirm", found.str("id"));
        let opened = client.post(&path, &json!({ "code": code })).await.ok(200);
        assert_eq!(opened.str("reference"), receipt.reference);
        client.use_key(opened.str("key"));
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!((seen.str("scope"), seen.str("full_name")), ("manage", person.name));
        client.post(&path, &json!({ "code": code })).await.problem("code_expired");
    }
}
