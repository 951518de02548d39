//! Signing in and out.

use crate::support::{app::TestApp, both, flow::*};
use eid_store::Dialect;
use serde_json::json;

both! {
    async fn a_session_ends_by_itself_and_by_signing_out(app) {
        let person = Person::nth(1);
        let client = app.client();
        approved(app, &client, &person).await;
        activate(app, &client, &person).await;
        client.get("/api/account").await.problem("not_signed_in");
        let right = json!({ "personal_number": person.number, "password": PASSWORD });
        let wrong = json!({ "personal_number": person.number, "password": "Mat_khau2!" });
        client.post("/api/session", &wrong).await.problem("sign_in_refused");
        client.post("/api/session", &right).await.ok(200);
        let first = client.cookie("__Host-eid").unwrap();
        client.get("/api/account").await.ok(200);
        // A new sign-in is a new token; the old one is worth nothing.
        client.post("/api/session", &right).await.ok(200);
        assert_ne!(client.cookie("__Host-eid").unwrap(), first);
        let account = client.get("/api/account").await.ok(200);
        assert!(account.json["last_sign_in_at"].is_string());
        let actions: Vec<&str> =
            account.json["events"].as_array().unwrap().iter().map(|e| e["action"].as_str().unwrap()).collect();
        let wanted = ["account.signed_in", "account.signed_in", "account.sign_in_refused", "account.l2_active"];
        assert_eq!(actions[..4], wanted);

        let token = client.cookie("__Host-eid").unwrap();
        client.delete("/api/session").await.ok(204);
        assert_eq!(client.cookie("__Host-eid"), None);
        let request = client.request(reqwest::Method::GET, "/api/account");
        client.send(request.header("cookie", format!("__Host-eid={token}"))).await.problem("not_signed_in");
        client.delete("/api/session").await.ok(204);
        // Written once, by them; the history they read stays with who came in.
        let mut tx = app.inside().store.read().await.unwrap();
        let id = eid_store::accounts::by_person(&mut tx, &person.number).await.unwrap().unwrap().id;
        let log = eid_store::audit::of_actor(&mut tx, "citizen", &id, 20).await.unwrap();
        assert_eq!(log.iter().filter(|entry| entry.action == "account.signed_out").count(), 1);
        drop(tx);
        client.post("/api/session", &right).await.ok(200);
        let account = client.get("/api/account").await.ok(200);
        assert!(account.text.contains("account.signed_in") && !account.text.contains("account.signed_out"));
        client.delete("/api/session").await.ok(204);

        // Idle for a quarter of an hour. The demo's clock spares sessions, so their own time is moved.
        client.post("/api/session", &right).await.ok(200);
        app.inside().demo_clock.as_ref().unwrap().advance(901);
        client.get("/api/account").await.problem("not_signed_in");
        // What has run out was nobody's sign-out.
        client.delete("/api/session").await.ok(204);
        let mut tx = app.inside().store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "citizen", &id, 20).await.unwrap();
        assert_eq!(log.iter().filter(|entry| entry.action == "account.signed_out").count(), 2);
    }

    async fn unknown_and_wrong_are_one_answer(app) {
        let person = Person::nth(2);
        let client = app.client();
        approved(app, &client, &person).await;
        activate(app, &client, &person).await;
        let refused = async |number: &str| {
            let body = json!({ "personal_number": number, "password": "Mat_khau2!" });
            let mut json = client.post("/api/session", &body).await.problem("sign_in_refused").json;
            json["request_id"] = json!("");
            json
        };
        assert_eq!(refused(&person.number).await, refused(&Person::nth(3).number).await);
        let cmnd = json!({ "personal_number": "123456789", "password": "x" });
        let refused = client.post("/api/session", &cmnd).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["personal_number:personal_number_old_cmnd"]);
    }
}

/// A lock holds however often the server is started anew; nobody else is kept out by it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_citizens_lock_survives_a_restart() {
    let app = TestApp::start(Dialect::Sqlite).await.unwrap();
    let person = Person::nth(4);
    approved(&app, &app.client(), &person).await;
    activate(&app, &app.client(), &person).await;
    let with = |password: &str| json!({ "personal_number": person.number, "password": password });
    for _ in 0..5 {
        let refused = app.client().post("/api/session", &with("Mat_khau2!")).await;
        refused.problem("sign_in_refused");
    }
    let app = app.restart().await;
    let locked = app
        .client()
        .post("/api/session", &with(PASSWORD))
        .await
        .problem("locked_out");
    let wait = locked.json["retry_after_s"].as_u64().unwrap();
    assert!((1..=3_601).contains(&wait), "{}", locked.text);
    app.pass(u32::try_from(wait).unwrap() + 1).await;
    app.client().post("/api/session", &with(PASSWORD)).await.ok(200);
    app.stop().await;
}
