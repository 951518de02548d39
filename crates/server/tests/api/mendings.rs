//! Wrong data as tickets: opened with what is asked, sent on, answered, closed by the person's coming back.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

async fn tickets(desk: &Client) -> Vec<Value> {
    let list = desk.get("/api/desk/tickets").await.ok(200).json;
    list["mendings"].as_array().unwrap().clone()
}

/// Somebody sent away at the counter for their name.
async fn sent_away(app: &TestApp, client: &Client, person: &Person) -> (Receipt, Client) {
    let receipt = book(app, client, person, "07:30").await;
    app.pass(TO_OPENING).await;
    let desk = staff(app, "canbo").await;
    at_desk(&desk, &receipt.reference, "check-in", json!({})).await;
    at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
    let asked =
        json!({ "what": ["residence", "name"], "papers": ["birth_certificate"], "reason": "Thiếu chữ đệm." });
    at_desk(&desk, &receipt.reference, "data-correction", asked).await;
    (receipt, desk)
}

both! {
    async fn wrong_data_goes_to_who_can_put_it_right_and_back(app) {
        let (person, client) = (Person::nth(1), app.client());
        let (receipt, desk) = sent_away(app, &client, &person).await;
        let open = tickets(&desk).await;
        assert_eq!(open.len(), 1);
        let ticket = &open[0];
        assert_eq!((&ticket["reference"], &ticket["origin"]), (&json!(receipt.reference), &json!("counter")));
        assert_eq!((&ticket["so_far"]["stage"], &ticket["so_far"]["place"]), (&json!("open"), &json!("civil_registry")));
        assert_eq!(ticket["words"], "Thiếu chữ đệm.");
        let path = format!("/api/desk/tickets/{}", ticket["id"].as_str().unwrap());

        let elsewhere = staff(app, "canbo.danang").await;
        assert!(tickets(&elsewhere).await.is_empty());
        let on = json!({ "place": "commune_police", "words": "Xin đối chiếu nơi cư trú." });
        elsewhere.post(&format!("{path}/send-on"), &on).await.problem("no_match");
        let long = json!({ "place": "ministry", "words": "ạ".repeat(1_001) });
        let refused = desk.post(&format!("{path}/send-on"), &long).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["words:text_too_long"]);
        desk.post(&format!("{path}/send-on"), &on).await.ok(204);

        let correction = format!("/api/dossiers/{}/correction", receipt.reference);
        let seen = client.get(&correction).await.ok(200).json;
        assert_eq!((&seen["so_far"]["stage"], &seen["so_far"]["place"]), (&json!("sent_on"), &json!("commune_police")));
        assert!(!seen.to_string().contains("đối chiếu nơi cư trú"), "what offices write to each other is theirs");

        let before = app.messages(&person.phone).await.len();
        let answer = json!({ "text": "Đã sửa chữ đệm theo giấy khai sinh." });
        desk.post(&format!("{path}/answer"), &answer).await.ok(204);
        desk.post(&format!("{path}/answer"), &answer).await.problem("state_conflict");
        let messages = app.messages(&person.phone).await;
        assert_eq!(messages.len(), before + 1);
        assert!(messages[0].contains("thong tin can sua") && !messages[0].contains("khai sinh"), "{}", messages[0]);
        assert_eq!(client.get(&correction).await.json["so_far"]["answer"], answer["text"]);
        let link = client.post(&format!("/api/dossiers/{}/links", receipt.reference), &json!({})).await.ok(201);
        let afar = app.client();
        afar.use_key(link.str("key"));
        let seen = afar.get(&correction).await.ok(200).json;
        assert_eq!((&seen["so_far"]["stage"], &seen["so_far"]["answer"]), (&json!("answered"), &json!(null)));

        // An answer that did not help is sent on again; back at the counter nothing is open.
        desk.post(&format!("{path}/send-on"), &json!({ "place": "civil_registry" })).await.ok(204);
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        assert!(tickets(&desk).await.is_empty());
        desk.post(&format!("{path}/close"), &json!({})).await.problem("state_conflict");
    }

    async fn a_person_tells_before_somebody_finds_it(app) {
        let (person, client) = (Person::nth(3), app.client());
        let receipt = book(app, &client, &person, "08:00").await;
        let path = format!("/api/dossiers/{}/mismatches", receipt.reference);
        assert_eq!(client.get(&path).await.ok(200).json, json!({ "open": null, "may_tell": true }));
        let wrong = client.post(&path, &json!({ "what": [], "words": "" })).await.problem("invalid_fields");
        assert_eq!(wrong.fields(), ["what:required", "words:required"]);
        let told = json!({ "what": ["birth_date"], "words": "Ngày sinh trên khai sinh là 16/8." });
        let (a, b) = tokio::join!(client.post(&path, &told), client.post(&path, &told));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409], "one at a time");
        let desk = staff(app, "canbo").await;
        let open = tickets(&desk).await;
        assert_eq!((&open[0]["origin"], &open[0]["so_far"]["place"]), (&json!("person"), &json!("civil_registry")));
        let ticket = format!("/api/desk/tickets/{}", open[0]["id"].as_str().unwrap());
        let on = json!({ "place": "civil_registry", "words": "Xin trích lục." });
        desk.post(&format!("{ticket}/send-on"), &on).await.ok(204);
        let seen = client.get(&path).await.ok(200).json;
        assert_eq!((&seen["open"]["so_far"]["stage"], &seen["may_tell"]), (&json!("sent_on"), &json!(false)));
        assert!(!seen.to_string().contains("trích lục"));
        let link = client.post(&format!("/api/dossiers/{}/links", receipt.reference), &json!({})).await.ok(201);
        let afar = app.client();
        afar.use_key(link.str("key"));
        afar.get(&path).await.problem("not_allowed");
        // At the counter it is looked at; nothing is left to be sent on.
        app.pass(TO_OPENING + 1_800).await;
        let desk = staff(app, "canbo").await;
        at_desk(&desk, &receipt.reference, "check-in", json!({})).await;
        assert_eq!(tickets(&desk).await.len(), 1);
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        assert!(tickets(&desk).await.is_empty());
    }

    async fn asked_for_anew_there_is_one_and_it_can_be_closed_by_hand(app) {
        let (person, client) = (Person::nth(2), app.client());
        let (receipt, desk) = sent_away(app, &client, &person).await;
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        let asked = json!({ "what": ["photo"], "papers": [], "reason": "Chụp lại ảnh" });
        at_desk(&desk, &receipt.reference, "data-correction", asked).await;
        let open = tickets(&desk).await;
        assert_eq!((open.len(), &open[0]["so_far"]["place"]), (1, &json!("office")));
        // A question waits beside it, and neither is taken for the other.
        let path = format!("/api/desk/tickets/{}", open[0]["id"].as_str().unwrap());
        let list = desk.get("/api/desk/tickets").await.ok(200).json;
        assert_eq!((&list["waiting"], &list["answered"]), (&json!([]), &json!([])));
        desk.post(&format!("{path}/close"), &json!({})).await.ok(204);
        desk.post(&format!("{path}/close"), &json!({})).await.problem("state_conflict");
        assert!(tickets(&desk).await.is_empty());
        let seen = client.get(&format!("/api/dossiers/{}/correction", receipt.reference)).await.ok(200).json;
        assert_eq!(seen.get("so_far"), None, "the person is still asked to come");
    }
}
