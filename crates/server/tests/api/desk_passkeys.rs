//! Passkeys of staff: the whole sign-in or its second factor, and one's own password.

use crate::support::{app::TestApp, authenticator::Authenticator, both, client::Client, flow::*};
use eid_server::config::SecondFactor;
use eid_store::Dialect;
use serde_json::{Value, json};

const BEGIN_ADD: &str = "/api/desk/passkeys/begin";
const PASSKEYS: &str = "/api/desk/passkeys";
const BEGIN: &str = "/api/desk/session/passkey/begin";
const SIGN_IN: &str = "/api/desk/session/passkey";

fn credentials(username: &str) -> Value {
    json!({ "username": username, "password": STAFF_PASSWORD })
}

async fn new_answer(client: &Client, device: &mut Authenticator) -> Value {
    let begun = client.post(BEGIN_ADD, &json!({})).await.ok(200);
    json!({ "ceremony": begun.str("ceremony"), "credential": device.create(begun.str("options")), "name": "Máy ở quầy" })
}

async fn answered(client: &Client, device: &mut Authenticator) -> Value {
    let begun = client.post(BEGIN, &json!({})).await.ok(200);
    json!({ "ceremony": begun.str("ceremony"), "credential": device.get(begun.str("options")) })
}

both! {
    async fn a_passkey_is_the_whole_sign_in_and_the_second_factor(app) {
        let client = staff(app, "canbo").await;
        let mut device = Authenticator::nth(1);
        let given = new_answer(&client, &mut device).await;
        let id = client.post(PASSKEYS, &given).await.ok(201).str("id").to_owned();
        // The password alone opens nothing from now on.
        let other = app.client();
        let begun = other.post("/api/desk/session", &credentials("canbo")).await.ok(200).json;
        assert_eq!((&begun["next"], &begun["staff"], &begun["passkey"]), (&json!("passkey"), &Value::Null, &json!(true)));
        other.get("/api/desk/session").await.problem("not_signed_in");
        // Nor does it add another factor: neither a passkey nor a phone.
        other.post(BEGIN_ADD, &json!({})).await.problem("state_conflict");
        other.post("/api/desk/second-factor", &json!({})).await.problem("state_conflict");
        let given = answered(&other, &mut device).await;
        let done = other.post(SIGN_IN, &given).await.ok(200).json;
        assert_eq!((&done["next"], &done["staff"]["role"]), (&json!("done"), &json!("intake_officer")));
        other.get("/api/desk/day").await.ok(200);
        // Without the password before it.
        let third = app.client();
        let given = answered(&third, &mut device).await;
        third.post(SIGN_IN, &given).await.ok(200);
        third.post(SIGN_IN, &given).await.problem("journey_expired");
        third.delete(&format!("{PASSKEYS}/{id}")).await.ok(204);
        let given = answered(&third, &mut device).await;
        third.post(SIGN_IN, &given).await.problem("passkey_refused");
        assert_eq!(app.client().post("/api/desk/session", &credentials("canbo")).await.ok(200).json["next"], "done");
        let mut tx = app.inside().store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "staff", "demo-canbo", 20).await.unwrap();
        for action in ["staff.passkey_added", "staff.passkey_removed", "staff.signed_in_by_passkey"] {
            assert!(log.iter().any(|entry| entry.action == action), "{action}");
        }
    }

    async fn a_passkey_of_staff_opens_no_account_and_a_disabled_one_nothing(app) {
        let client = staff(app, "hotro").await;
        let mut device = Authenticator::nth(2);
        let given = new_answer(&client, &mut device).await;
        client.post(PASSKEYS, &given).await.ok(201);
        let begun = client.post("/api/session/passkey/begin", &json!({})).await.ok(200);
        let given = json!({ "ceremony": begun.str("ceremony"), "credential": device.get(begun.str("options")) });
        client.post("/api/session/passkey", &given).await.problem("passkey_refused");
        let admin = staff(app, "quantri").await;
        admin.post("/api/desk/staff/demo-hotro/step", &json!({ "step": "disable" })).await.ok(200);
        let given = answered(&client, &mut device).await;
        client.post(SIGN_IN, &given).await.problem("passkey_refused");
    }

    async fn a_copied_key_of_staff_is_stopped(app) {
        let client = staff(app, "truong").await;
        let mut device = Authenticator::nth(3);
        device.counter = 3;
        let given = new_answer(&client, &mut device).await;
        client.post(PASSKEYS, &given).await.ok(201);
        let given = answered(&client, &mut device).await;
        client.post(SIGN_IN, &given).await.problem("passkey_cloned");
        let still = staff_by_session(&client).await;
        assert_eq!(still["passkeys"][0]["cloned"], true);
    }

    async fn the_password_is_changed_by_who_knows_it(app) {
        let (client, other) = (staff(app, "kiemtra").await, staff(app, "kiemtra").await);
        let change = |current: &str, new: &str| json!({ "current": current, "new": new });
        let short = client.put("/api/desk/password", &change(STAFF_PASSWORD, "ngan")).await.problem("invalid_fields");
        assert_eq!(short.fields(), ["new:staff_password_length"]);
        let wrong = client.put("/api/desk/password", &change("sai", "mot mat khau rat dai")).await.problem("sign_in_refused");
        assert_eq!(wrong.json["tries_left"], 4);
        client.put("/api/desk/password", &change(STAFF_PASSWORD, "mot mat khau rat dai")).await.ok(204);
        client.get("/api/desk/session").await.ok(200);
        other.get("/api/desk/session").await.problem("not_signed_in");
        other.post("/api/desk/session", &credentials("kiemtra")).await.problem("sign_in_refused");
        let new = json!({ "username": "kiemtra", "password": "mot mat khau rat dai" });
        other.post("/api/desk/session", &new).await.ok(200);
    }
}

async fn staff_by_session(client: &Client) -> Value {
    client.get(PASSKEYS).await.ok(200).json
}

/// Where a second factor is asked for, a passkey is one: set up after the password, and never the last to go.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_it_is_required_a_passkey_will_do() {
    let required = |config: &mut eid_server::config::Config| config.second_factor = SecondFactor::Required;
    let app = TestApp::start_with(Dialect::Sqlite, required).await.unwrap();
    let client = app.client();
    let begun = client
        .post("/api/desk/session", &credentials("canbo"))
        .await
        .ok(200)
        .json;
    assert_eq!(begun["next"], "enrol");
    let mut device = Authenticator::nth(4);
    let given = new_answer(&client, &mut device).await;
    client.get("/api/desk/session").await.problem("not_signed_in");
    let id = client.post(PASSKEYS, &given).await.ok(201).str("id").to_owned();
    client.get("/api/desk/day").await.ok(200);
    client
        .delete(&format!("{PASSKEYS}/{id}"))
        .await
        .problem("state_conflict");
    let other = app.client();
    let begun = other
        .post("/api/desk/session", &credentials("canbo"))
        .await
        .ok(200)
        .json;
    assert_eq!(begun["next"], "passkey");
    app.stop().await;
}
