//! Passkeys of citizens: added, used, taken away; and everything that somebody else might try with one.

use crate::support::{app::TestApp, authenticator::Authenticator, both, client::Client, flow::*};
use serde_json::{Value, json};

const BEGIN_ADD: &str = "/api/account/passkeys/begin";
const PASSKEYS: &str = "/api/account/passkeys";
const BEGIN: &str = "/api/session/passkey/begin";
const SIGN_IN: &str = "/api/session/passkey";

/// A person whose account is in use, signed in with the password.
async fn signed_in(app: &TestApp, n: u32) -> (Client, Person) {
    let person = Person::nth(n);
    let client = app.client();
    approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    client.post("/api/session", &password(&person)).await.ok(200);
    (client, person)
}

fn password(person: &Person) -> Value {
    json!({ "personal_number": person.number, "password": PASSWORD })
}

async fn add(client: &Client, device: &mut Authenticator, name: &str) -> String {
    let begun = client.post(BEGIN_ADD, &json!({})).await.ok(200);
    let credential = device.create(begun.str("options"));
    let given = json!({ "ceremony": begun.str("ceremony"), "credential": credential, "name": name });
    client.post(PASSKEYS, &given).await.ok(201).str("id").to_owned()
}

/// The answer of a device to a challenge of its own.
async fn answered(client: &Client, device: &mut Authenticator) -> Value {
    let begun = client.post(BEGIN, &json!({})).await.ok(200);
    json!({ "ceremony": begun.str("ceremony"), "credential": device.get(begun.str("options")) })
}

async fn actions(client: &Client) -> Vec<String> {
    let account = client.get("/api/account").await.ok(200);
    let events = account.json["events"].as_array().unwrap().clone();
    events
        .iter()
        .map(|event| event["action"].as_str().unwrap().to_owned())
        .collect()
}

both! {
    async fn a_passkey_signs_in_without_number_and_password(app) {
        let (client, person) = signed_in(app, 1).await;
        assert_eq!(client.get(PASSKEYS).await.ok(200).json, json!({ "passkeys": [] }));
        let mut device = Authenticator::nth(1);
        let id = add(&client, &mut device, "  Điện thoại   của tôi ").await;
        let listed = client.get(PASSKEYS).await.ok(200).json;
        assert_eq!(listed["passkeys"][0]["name"], "Điện thoại của tôi");
        assert!(listed["passkeys"][0]["used_at"].is_null() && listed["passkeys"][0]["cloned"] == false);
        assert!(app.messages(&person.phone).await[0].contains("passkey"));
        // Another browser: no cookie, no number.
        let other = app.client();
        let given = answered(&other, &mut device).await;
        assert_eq!(other.post(SIGN_IN, &given).await.ok(200).json["next"], "done");
        other.get("/api/account").await.ok(200);
        let listed = other.get(PASSKEYS).await.ok(200).json;
        assert!(listed["passkeys"][0]["used_at"].is_string());
        // Both at one instant.
        let mut newest = actions(&other).await[..2].to_vec();
        newest.sort_unstable();
        assert_eq!(newest, ["account.device_changed", "account.signed_in_by_passkey"]);
        // Taken away it opens nothing.
        other.delete(&format!("{PASSKEYS}/{id}")).await.ok(204);
        other.delete(&format!("{PASSKEYS}/{id}")).await.problem("not_found");
        let third = app.client();
        let given = answered(&third, &mut device).await;
        third.post(SIGN_IN, &given).await.problem("passkey_refused");
        third.get("/api/account").await.problem("not_signed_in");
    }

    async fn an_answer_is_good_once_and_to_its_own_question(app) {
        let (client, _) = signed_in(app, 2).await;
        let mut device = Authenticator::nth(2);
        add(&client, &mut device, "Máy").await;
        let thief = app.client();
        // Replayed: the challenge is used up.
        let given = answered(&client, &mut device).await;
        client.post(SIGN_IN, &given).await.ok(200);
        thief.post(SIGN_IN, &given).await.problem("journey_expired");
        // Given to another challenge.
        let mut crossed = answered(&thief, &mut device).await;
        let fresh = thief.post(BEGIN, &json!({})).await.ok(200);
        crossed["ceremony"] = json!(fresh.str("ceremony"));
        thief.post(SIGN_IN, &crossed).await.problem("passkey_refused");
        // And that used the challenge up.
        thief.post(SIGN_IN, &crossed).await.problem("journey_expired");
        // A challenge for signing in adds nothing, one for staff opens no account.
        let begun = client.post(BEGIN, &json!({})).await.ok(200);
        let add = json!({ "ceremony": begun.str("ceremony"), "credential": "{}", "name": "x" });
        client.post(PASSKEYS, &add).await.problem("journey_expired");
        let begun = thief.post("/api/desk/session/passkey/begin", &json!({})).await.ok(200);
        let given = json!({ "ceremony": begun.str("ceremony"), "credential": device.get(begun.str("options")) });
        thief.post(SIGN_IN, &given).await.problem("journey_expired");
        // Too late.
        let given = answered(&thief, &mut device).await;
        app.pass(301).await;
        thief.post(SIGN_IN, &given).await.problem("journey_expired");
    }

    async fn another_site_another_key_and_no_verification_are_refused(app) {
        let (client, _) = signed_in(app, 3).await;
        let mut device = Authenticator::nth(3);
        add(&client, &mut device, "Máy").await;
        let other = app.client();
        for spoiled in [
            Authenticator { origin: "http://evil.example".into(), ..device.clone() },
            Authenticator { origin: "https://localhost.evil.example".into(), ..device.clone() },
            Authenticator { verified: false, ..device.clone() },
            Authenticator::nth(33),
        ] {
            let given = answered(&other, &mut spoiled.clone()).await;
            other.post(SIGN_IN, &given).await.problem("passkey_refused");
        }
        for rubbish in ["", "{}", "null", "[1]"] {
            let begun = other.post(BEGIN, &json!({})).await.ok(200);
            let given = json!({ "ceremony": begun.str("ceremony"), "credential": rubbish });
            other.post(SIGN_IN, &given).await.problem("passkey_refused");
        }
        other.get("/api/account").await.problem("not_signed_in");
    }

    async fn a_copied_key_is_stopped_and_its_owner_told(app) {
        let (client, person) = signed_in(app, 4).await;
        let mut device = Authenticator::nth(4);
        device.counter = 1;
        add(&client, &mut device, "Khóa USB").await;
        let mut copy = device.clone();
        device.counter = 7;
        let given = answered(&client, &mut device).await;
        client.post(SIGN_IN, &given).await.ok(200);
        // The copy does not know how far the other has counted.
        copy.counter = 5;
        let thief = app.client();
        let given = answered(&thief, &mut copy).await;
        thief.post(SIGN_IN, &given).await.problem("passkey_cloned");
        thief.get("/api/account").await.problem("not_signed_in");
        assert!(app.messages(&person.phone).await[0].contains("ban sao passkey"));
        assert_eq!(client.get(PASSKEYS).await.ok(200).json["passkeys"][0]["cloned"], true);
        assert_eq!(actions(&client).await[0], "account.passkey_cloned");
        // From now on nobody gets in with it: which of the two is the owner's, nobody knows.
        device.counter = 8;
        let given = answered(&client, &mut device).await;
        client.post(SIGN_IN, &given).await.problem("passkey_cloned");
    }

    async fn adding_needs_a_fresh_sign_in_and_one_owner(app) {
        let (client, _) = signed_in(app, 5).await;
        app.client().post(BEGIN_ADD, &json!({})).await.problem("not_signed_in");
        let mut device = Authenticator::nth(5);
        // An answer to the challenge of one is no passkey of another.
        let begun = client.post(BEGIN_ADD, &json!({})).await.ok(200);
        let given = json!({ "ceremony": begun.str("ceremony"), "credential": device.create(begun.str("options")), "name": "x" });
        let desk = staff(app, "hotro").await;
        desk.post("/api/desk/passkeys", &given).await.problem("journey_expired");
        let key = "one-key-for-two-tries";
        let first = client.post_once(PASSKEYS, &given, key).await.ok(201);
        assert_eq!(client.post_once(PASSKEYS, &given, key).await.ok(201).json, first.json);
        assert_eq!(client.get(PASSKEYS).await.ok(200).json["passkeys"].as_array().unwrap().len(), 1);
        // The same credential a second time: the device is told, and the server refuses.
        let begun = client.post(BEGIN_ADD, &json!({})).await.ok(200);
        assert_eq!(serde_json::from_str::<Value>(begun.str("options")).unwrap()["excludeCredentials"].as_array().unwrap().len(), 1);
        let given = json!({ "ceremony": begun.str("ceremony"), "credential": device.create(begun.str("options")), "name": "x" });
        client.post(PASSKEYS, &given).await.problem("passkey_refused");
        let unnamed = json!({ "ceremony": "x", "credential": "x", "name": " " });
        assert_eq!(client.post(PASSKEYS, &unnamed).await.problem("invalid_fields").fields(), ["name:required"]);
        // A quarter of an hour later a browser that stands open is not enough; it is kept alive meanwhile.
        app.inside().demo_clock.as_ref().unwrap().advance(600);
        client.get("/api/account").await.ok(200);
        app.inside().demo_clock.as_ref().unwrap().advance(301);
        client.post(BEGIN_ADD, &json!({})).await.problem("fresh_sign_in_needed");
    }
}
