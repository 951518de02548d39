//! Asking the office, and its answer.

use crate::support::{both, flow::*};
use serde_json::json;

const TEXT: &str = "Thẻ của tôi đến đâu rồi ạ?";

both! {
    async fn a_question_is_asked_once_and_answered_on_the_page(app) {
        let person = Person::nth(1);
        let client = app.client();
        let receipt = book(app, &client, &person, "08:00").await;
        client.use_key(&receipt.key);
        let dossier = format!("/api/dossiers/{}", receipt.reference);
        let ask = format!("{dossier}/questions");
        let text = json!({ "text": TEXT });
        assert_eq!(client.get(&dossier).await.ok(200).json["may_ask"], false);
        client.post(&ask, &text).await.problem("change_not_allowed");

        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        receive(app, &desk, &receipt.reference).await;
        let wrong = client.post(&ask, &json!({ "text": "  ? " })).await.problem("invalid_fields");
        assert_eq!(wrong.fields(), ["text:required"]);
        let long = client.post(&ask, &json!({ "text": "ạ".repeat(1_001) })).await.problem("invalid_fields");
        assert_eq!(long.fields(), ["text:text_too_long"]);
        let asked = client.post(&ask, &text).await.ok(201).json;
        assert_eq!((&asked["questions"][0]["text"], &asked["may_ask"]), (&json!(TEXT), &json!(false)));
        client.post(&ask, &text).await.problem("change_not_allowed");

        // Who may only read sees nothing of it and asks nothing.
        let stranger = app.client();
        stranger.post(&ask, &text).await.problem("no_match");
        let body = json!({ "code": receipt.reference, "birth_date": person.birth });
        let found = stranger.post("/api/tracking/by-code", &body).await.ok(200);
        stranger.use_key(found.str("key"));
        let seen = stranger.get(&dossier).await.ok(200);
        assert!(!seen.text.contains(TEXT) && seen.json["may_ask"] == false);
        stranger.post(&ask, &text).await.problem("not_allowed");

        let list = desk.get("/api/desk/tickets").await.ok(200).json;
        assert_eq!(list["waiting"][0]["reference"], receipt.reference);
        let id = list["waiting"][0]["id"].as_str().unwrap();
        let answer = format!("/api/desk/tickets/{id}/answer");
        let wrong = desk.post(&answer, &json!({ "text": "" })).await.problem("invalid_fields");
        assert_eq!(wrong.fields(), ["text:required"]);
        let elsewhere = staff(app, "canbo.danang").await;
        assert_eq!(elsewhere.get("/api/desk/tickets").await.ok(200).json["waiting"], json!([]));
        let given = json!({ "text": "Thẻ đang được in." });
        elsewhere.post(&answer, &given).await.problem("no_match");
        let before = app.messages(&person.phone).await.len();
        desk.post(&answer, &given).await.ok(204);
        desk.post(&answer, &given).await.problem("state_conflict");
        desk.post("/api/desk/tickets/none/answer", &given).await.problem("no_match");
        app.work().await;
        let messages = app.messages(&person.phone).await;
        assert_eq!(messages.len(), before + 1);
        let told = messages.iter().find(|text| text.contains("tra loi")).unwrap();
        assert!(told.contains(&receipt.reference) && !told.contains("dang duoc in"), "{told}");

        let seen = client.get(&dossier).await.ok(200).json;
        assert_eq!(seen["questions"][0]["answer"], "Thẻ đang được in.");
        assert_eq!(seen["may_ask"], true);
        assert!(!seen.to_string().contains("staff"), "nobody learns who answered");
        let list = desk.get("/api/desk/tickets").await.ok(200).json;
        assert_eq!((list["waiting"].as_array().unwrap().len(), list["answered"].as_array().unwrap().len()), (0, 1));
        client.post(&ask, &text).await.ok(201);
    }

    async fn two_questions_at_once_are_one(app) {
        let person = Person::nth(2);
        let client = app.client();
        let receipt = book(app, &client, &person, "08:00").await;
        client.use_key(&receipt.key);
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        receive(app, &desk, &receipt.reference).await;
        let ask = format!("/api/dossiers/{}/questions", receipt.reference);
        let text = json!({ "text": TEXT });
        let (a, b) = tokio::join!(client.post(&ask, &text), client.post(&ask, &text));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409]);
    }
}
