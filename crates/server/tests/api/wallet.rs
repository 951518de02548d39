//! Papers of other agencies in the account: asked for, answered, shown, over, taken out.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

/// Somebody signed in to an account in use; with these papers asked for on form TK01.
async fn signed_in(app: &TestApp, client: &Client, person: &Person, papers: Value) -> Client {
    let receipt = book(app, client, person, "07:30").await;
    app.pass(TO_OPENING).await;
    let desk = staff(app, "canbo").await;
    at_desk(&desk, &receipt.reference, "check-in", json!({})).await;
    at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
    let given = json!({
        "form_signed": true, "biometrics_done": true, "residence": "permanent", "old_card_returned": false,
        "account_form_signed": true, "papers": papers, "remark": "",
    });
    at_desk(&desk, &receipt.reference, "receive", given).await;
    app.work().await;
    decide(app, &desk).await;
    activate(app, client, person).await;
    sign_in(client, person).await;
    desk
}

async fn sign_in(client: &Client, person: &Person) {
    let given = json!({ "personal_number": person.number, "password": PASSWORD });
    client.post("/api/session", &given).await.ok(200);
}

async fn wallet(client: &Client) -> Vec<Value> {
    let wallet = client.get("/api/account/wallet").await.ok(200).json;
    wallet["papers"].as_array().unwrap().clone()
}

async fn paper(client: &Client, kind: &str) -> Value {
    let all = wallet(client).await;
    all.into_iter()
        .find(|paper| paper["kind"] == kind)
        .unwrap_or_default()
}

async fn ask(client: &Client, kind: &str) -> Value {
    client
        .post(&format!("/api/account/wallet/{kind}"), &json!({}))
        .await
        .ok(201)
        .json
}

async fn told(app: &TestApp, person: &Person, words: &str) -> usize {
    let all = app.messages(&person.phone).await;
    all.iter().filter(|text| text.contains(words)).count()
}

both! {
    async fn what_was_asked_for_at_the_counter_and_here_comes_into_the_wallet_and_out_of_it(app) {
        let (client, person) = (app.client(), Person::nth(1));
        app.client().get("/api/account/wallet").await.problem("not_signed_in");
        signed_in(app, &client, &person, json!(["driving_licence", "tax_code"])).await;
        let asked: Vec<_> = wallet(&client).await.iter().map(|paper| (paper["kind"].clone(), paper["state"].clone(), paper["asked_by"].clone())).collect();
        assert_eq!(asked.len(), 2);
        assert!(asked.contains(&(json!("driving_licence"), json!("waiting"), json!("counter"))), "{asked:?}");
        let path = "/api/account/wallet/health_insurance";
        client.get(path).await.problem("no_match");
        assert_eq!((&ask(&client, "health_insurance").await["state"], &paper(&client, "health_insurance").await["asked_by"]), (&json!("waiting"), &json!("owner")));
        client.post(path, &json!({})).await.problem("change_not_allowed");
        for not_here in ["identity_card", "business", "nothing", "%20"] {
            client.post(&format!("/api/account/wallet/{not_here}"), &json!({})).await.problem("no_match");
        }
        app.client().post(path, &json!({})).await.problem("not_signed_in");

        for _ in 0..2 {
            app.pass(5).await;
        }
        let licence = paper(&client, "driving_licence").await;
        assert_eq!((&licence["state"], &licence["valid_until"], &licence["detail"]), (&json!("integrated"), &json!("2032-05-20"), &json!("Hạng B")));
        let list = client.get("/api/account/wallet").await.ok(200).text;
        assert!(!list.contains("998085120001") && licence["number"] == "*********001", "{list}");
        let shown = client.get("/api/account/wallet/driving_licence").await.ok(200);
        assert_eq!(shown.str("number"), "998085120001");
        assert_eq!(told(app, &person, "The bao hiem y te da tich hop").await, 1);
        client.post(path, &json!({})).await.problem("change_not_allowed");
        // What nobody has of this person is refused, and why.
        ask(&client, "party_card").await;
        for _ in 0..2 {
            app.pass(5).await;
        }
        let refused = paper(&client, "party_card").await;
        assert_eq!((&refused["state"], &refused["refused"]["why"]), (&json!("refused"), &json!("not_found")));
        assert_eq!(refused["refused"]["steps"], json!(["have_it", "go_to_agency", "ask_again"]));
        assert_eq!(told(app, &person, "The dang vien chua tich hop duoc").await, 1);

        // Another account has none of it, and cannot take it away.
        let other = app.client();
        other.delete("/api/account/wallet/driving_licence").await.problem("not_signed_in");
        client.delete("/api/account/wallet/driving_licence").await.ok(204);
        client.delete("/api/account/wallet/driving_licence").await.problem("no_match");
        client.get("/api/account/wallet/driving_licence").await.problem("no_match");
        let events = client.get("/api/account").await.ok(200).text;
        for action in ["paper_asked", "paper_integrated", "paper_refused", "paper_removed"] {
            assert!(events.contains(&format!("account.{action}")), "{action}");
        }
        assert!(!events.contains("driving_licence"), "which paper it is stays in the wallet");
    }

    async fn the_old_number_on_the_licence_is_refused_and_mended(app) {
        let (client, person) = (app.client(), Person::nth(405));
        signed_in(app, &client, &person, json!(["driving_licence"])).await;
        for _ in 0..2 {
            app.pass(5).await;
        }
        let refused = paper(&client, "driving_licence").await;
        assert_eq!((&refused["state"], &refused["refused"]["why"]), (&json!("refused"), &json!("old_number")));
        assert_eq!(refused["refused"]["steps"], json!(["confirm_old_number", "go_to_agency", "ask_again"]));
        assert!(refused["refused"]["words"].as_str().unwrap().contains("9 số"));
        // The card is not what is wrong.
        client.post("/api/account/wallet/driving_licence/mismatch", &json!({})).await.problem("change_not_allowed");
        let again = ask(&client, "driving_licence").await;
        assert_eq!((&again["state"], &again["refused"]), (&json!("waiting"), &Value::Null));
        for _ in 0..2 {
            app.pass(5).await;
        }
        assert_eq!(paper(&client, "driving_licence").await["state"], "integrated");
        assert_eq!((told(app, &person, "chua tich hop duoc").await, told(app, &person, "da tich hop").await), (1, 1));
    }

    async fn another_name_is_told_to_the_office_that_made_the_card(app) {
        let (client, person) = (app.client(), Person::nth(406));
        let desk = signed_in(app, &client, &person, json!([])).await;
        ask(&client, "driving_licence").await;
        client.post("/api/account/wallet/driving_licence/mismatch", &json!({})).await.problem("change_not_allowed");
        for _ in 0..2 {
            app.pass(5).await;
        }
        let refused = paper(&client, "driving_licence").await;
        assert_eq!((&refused["refused"]["why"], &refused["refused"]["may_tell"]), (&json!("name_differs"), &json!(true)));
        client.post("/api/account/wallet/passport/mismatch", &json!({})).await.problem("no_match");
        let seen = client.post("/api/account/wallet/driving_licence/mismatch", &json!({})).await.ok(200).json;
        assert_eq!((&seen["refused"]["may_tell"], &seen["refused"]["told"]["stage"]), (&json!(false), &json!("open")));
        client.post("/api/account/wallet/driving_licence/mismatch", &json!({})).await.problem("change_not_allowed");

        let tickets = desk.get("/api/desk/tickets").await.ok(200).json;
        let ticket = &tickets["mendings"][0];
        assert_eq!((&ticket["what"], &ticket["so_far"]["place"]), (&json!(["name"]), &json!("civil_registry")));
        // A fact, which each reader's page words in its language.
        assert_eq!(ticket["paper"], json!({ "vi": "Giấy phép lái xe", "en": "Driving licence" }), "{ticket}");
        assert!(!ticket["words"].as_str().unwrap().contains("Chủ tài khoản"), "{ticket}");
        let answer = json!({ "text": "Thẻ đúng theo giấy khai sinh, xin sửa giấy phép lái xe." });
        let path = format!("/api/desk/tickets/{}/answer", ticket["id"].as_str().unwrap());
        desk.post(&path, &answer).await.ok(204);
        assert_eq!(paper(&client, "driving_licence").await["refused"]["told"]["answer"], answer["text"]);
    }

    async fn an_answer_to_a_request_that_was_withdrawn_has_no_effect(app) {
        let (client, person) = (app.client(), Person::nth(2));
        let desk = signed_in(app, &client, &person, json!([])).await;
        desk.put("/api/desk/ministry", &json!({ "pace": "lawful" })).await.ok(200);
        ask(&client, "passport").await;
        app.pass(5).await;
        assert_eq!(paper(&client, "passport").await["state"], "waiting");
        client.delete("/api/account/wallet/passport").await.ok(204);
        ask(&client, "tax_code").await;
        app.pass(5).await;
        // Whoever hurries the ministry hurries the agencies.
        desk.put("/api/desk/ministry", &json!({ "pace": "hurried" })).await.ok(200);
        app.pass(5).await;
        let kinds: Vec<_> = wallet(&client).await.iter().map(|paper| (paper["kind"].clone(), paper["state"].clone())).collect();
        assert_eq!(kinds, [(json!("tax_code"), json!("integrated"))]);
        assert_eq!(told(app, &person, "Ho chieu").await, 0);
        let events = client.get("/api/account").await.ok(200).text;
        assert!(events.contains("account.paper_withdrawn"));
    }

    async fn a_paper_that_ends_is_warned_of_once_ends_and_is_asked_for_again(app) {
        let (client, person) = (app.client(), Person::nth(3));
        signed_in(app, &client, &person, json!([])).await;
        ask(&client, "vehicle_inspection").await;
        for _ in 0..2 {
            app.pass(5).await;
        }
        let paper_now = paper(&client, "vehicle_inspection").await;
        assert_eq!((&paper_now["state"], &paper_now["valid_until"], &paper_now["ends_soon"]), (&json!("integrated"), &json!("2026-12-15"), &json!(true)));
        for _ in 0..3 {
            app.pass(60).await;
        }
        assert_eq!(told(app, &person, "het han sau ngay 15/12/2026").await, 1);
        app.pass(20 * 86_400).await;
        sign_in(&client, &person).await;
        assert_eq!(paper(&client, "vehicle_inspection").await["state"], "integrated", "the last day is a whole day");
        app.pass(86_400).await;
        sign_in(&client, &person).await;
        let over = paper(&client, "vehicle_inspection").await;
        assert_eq!((&over["state"], &over["ends_soon"]), (&json!("expired"), &json!(false)));
        assert_eq!(told(app, &person, "het han sau ngay 15/12/2026").await, 1);
        ask(&client, "vehicle_inspection").await;
        for _ in 0..2 {
            app.pass(5).await;
        }
        assert_eq!(paper(&client, "vehicle_inspection").await["state"], "integrated");
    }

    async fn with_a_card_that_has_expired_nothing_is_asked_for(app) {
        let (client, person) = (app.client(), Person::nth(4));
        signed_in(app, &client, &person, json!([])).await;
        let mut tx = app.inside().store.begin().await.unwrap();
        let mut account = eid_store::accounts::by_person(&mut tx, &person.number).await.unwrap().unwrap();
        account.card_expires_on = Some(app.inside().today());
        eid_store::accounts::update(&mut tx, &mut account).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(client.get("/api/account/wallet").await.ok(200).json["may_ask"], false);
        client.post("/api/account/wallet/passport", &json!({})).await.problem("state_conflict");
    }

    async fn asking_and_showing_have_limits_and_a_repeat_is_one_request(app) {
        let (client, person) = (app.client(), Person::nth(5));
        signed_in(app, &client, &person, json!([])).await;
        let key = crate::support::client::fresh_key();
        for _ in 0..2 {
            client.post_once("/api/account/wallet/passport", &json!({}), &key).await.ok(201);
        }
        for _ in 1..60 {
            client.post("/api/account/wallet/passport", &json!({})).await;
        }
        let kinds = client.get("/api/wallet/vi").await.ok(200);
        assert_eq!(kinds.text.matches("\"asking\":").count(), 37);
        app.client().get("/api/wallet/fr").await.problem("not_found");
        for _ in 0..120 {
            client.get("/api/account/wallet/passport").await.ok(200);
        }
        client.get("/api/account/wallet/passport").await.problem("too_many_requests");
    }
}
