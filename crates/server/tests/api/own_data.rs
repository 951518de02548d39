//! What is held about somebody: taken along, and deleted as far as the law lets it.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_domain::wire::own_data::Group;
use eid_store::{
    accounts, dossiers,
    own_data::{self, Of, parts},
};
use serde_json::{Value, json};

const HELD: &str = "/api/account/data";
const EXPORT: &str = "/api/account/data/export";
const ASK: &str = "/api/account/close/code";
const CLOSE: &str = "/api/account/close";
/// As [`activate`] sets it.
const PASSCODE: &str = "135790";

async fn in_use(app: &TestApp, n: u32) -> (Client, Person, Receipt, Client) {
    let person = Person::nth(n);
    let client = app.client();
    let (receipt, desk) = approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    let password = json!({ "personal_number": person.number, "password": PASSWORD });
    client.post("/api/session", &password).await.ok(200);
    (client, person, receipt, desk)
}

/// Rows of every part of the list, by name.
async fn rows(app: &TestApp, person: &Person, reference: &str) -> Vec<(&'static str, u64)> {
    let mut tx = app.inside().store.begin().await.unwrap();
    let account = accounts::by_person(&mut tx, &person.number)
        .await
        .unwrap()
        .unwrap();
    let dossier = dossiers::by_reference(&mut tx, reference).await.unwrap().unwrap();
    let mut found = Vec::new();
    for part in parts() {
        let key = match part.of {
            Of::Account => &account.id,
            Of::Person => &account.personal_number,
            Of::Dossier => &dossier.id,
        };
        found.push((part.name, own_data::count(&mut tx, part, key).await.unwrap()));
    }
    found
}

async fn cancelled(app: &TestApp, n: u32) -> (Client, Person, Receipt) {
    let person = Person::nth(n);
    let client = app.client();
    let receipt = book(app, &client, &person, "07:30").await;
    client
        .post(&format!("/api/bookings/{}/cancel", receipt.reference), &json!({}))
        .await
        .ok(200);
    (client, person, receipt)
}

async fn by_account(app: &TestApp) -> (Client, Person, Receipt) {
    let (client, person, receipt, _) = in_use(app, 1).await;
    let contact = json!({ "way": "office", "contact_phone": "+4915112345678" });
    client.use_key(&receipt.key);
    client
        .put(&format!("/api/dossiers/{}/delivery", receipt.reference), &contact)
        .await;
    client
        .post("/api/account/attestations", &json!({ "claims": ["name"] }))
        .await
        .ok(201);
    client
        .post("/api/account/wallet/driving_licence", &json!({}))
        .await
        .ok(201);
    (client, person, receipt)
}

#[test]
fn every_part_stands_in_a_group_of_the_page() {
    for part in parts() {
        assert!(
            Group::parse(part.group).is_some(),
            "{} in {}",
            part.name,
            part.group
        );
    }
}

both! {
    async fn the_file_has_what_is_held_and_no_secret(app) {
        let (client, person, receipt) = by_account(app).await;
        let held = client.get(HELD).await.ok(200).json;
        assert_eq!(held["open_dossier"], true);
        assert_eq!(held["held"].as_array().unwrap().len(), Group::ALL.len());
        let records = |group: &str| {
            let held = held["held"].as_array().unwrap().iter().find(|held| held["group"] == group).unwrap();
            held["records"].as_u64().unwrap()
        };
        assert_eq!(records("account"), 1);
        assert!(records("dossiers") >= 3 && records("wallet") == 2 && records("family") == 0);
        assert_eq!(client.post(EXPORT, &json!({ "passcode": "" })).await.problem("invalid_fields").fields(), ["passcode:required"]);
        let wrong = client.post(EXPORT, &json!({ "passcode": "864209" })).await.problem("invalid_fields");
        assert_eq!(wrong.json["tries_left"], 4);
        let answer = client.post(EXPORT, &json!({ "passcode": PASSCODE })).await.ok(200);
        assert_eq!(answer.headers["cache-control"], "no-store");
        assert!(answer.headers["content-disposition"].to_str().unwrap().starts_with("attachment; filename=\"e-id-2026-"));
        let file: Value = serde_json::from_str(&answer.text).unwrap();
        assert_eq!(file["account"][0]["personal_number"], person.number);
        assert_eq!(file["dossiers"][0]["dossier"][0]["reference"], receipt.reference);
        assert_eq!(file["dossiers"][0]["visits"].as_array().unwrap().len(), 1);
        assert_eq!(file["wallet"][0]["kind"], "driving_licence");
        let actions = file["account_activity"].to_string();
        assert!(actions.contains("account.data_exported") && actions.contains("account.signed_in"), "{actions}");
        assert!(file["security_questions"].to_string().contains("first_school"));
        for secret in ["argon2", "hash", "\"mac\"", "credential", &receipt.key] {
            assert!(!answer.text.contains(secret), "{secret} in the file");
        }
        // Its owner sees that it was taken.
        assert!(client.get("/api/account").await.ok(200).text.contains("account.data_exported"));
        app.client().post(EXPORT, &json!({ "passcode": PASSCODE })).await.problem("not_signed_in");
        for _ in 0..9 {
            client.post(EXPORT, &json!({ "passcode": PASSCODE })).await.ok(200);
        }
        client.post(EXPORT, &json!({ "passcode": PASSCODE })).await.problem("too_many_requests");
    }

    async fn nothing_of_somebody_else_is_in_it(app) {
        let other = Person { name: "Trần Thị Khác", ..Person::nth(2) };
        let second = app.client();
        book(app, &second, &other, "08:00").await;
        let (client, _, _) = by_account(app).await;
        let file = client.post(EXPORT, &json!({ "passcode": PASSCODE })).await.ok(200).text;
        for theirs in [other.name, &other.number, &other.phone] {
            assert!(!file.contains(theirs), "{theirs}");
        }
    }

    async fn closing_takes_what_need_not_be_kept_and_nothing_else(app) {
        let theirs = book(app, &app.client(), &Person::nth(2), "14:00").await;
        let (client, person, receipt) = by_account(app).await;
        let before = rows(app, &person, &receipt.reference).await;
        client.post(CLOSE, &json!({ "code": "123456" })).await.problem("code_expired");
        assert_eq!(client.post(ASK, &json!({ "passcode": "864209", "lang": "vi" })).await.problem("invalid_fields").fields(), ["passcode:passcode_wrong"]);
        client.post(ASK, &json!({ "passcode": PASSCODE, "lang": "vi" })).await.ok(201);
        let code = app.code(&person.phone).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        client.post(CLOSE, &json!({ "code": wrong })).await.problem("code_wrong");
        client.post(CLOSE, &json!({ "code": code })).await.ok(204);
        client.get("/api/account").await.problem("not_signed_in");
        let password = json!({ "personal_number": person.number, "password": PASSWORD });
        client.post("/api/session", &password).await.problem("sign_in_refused");
        let told = app.messages(&person.phone).await;
        assert!(told[0].contains("ban da dong tai khoan"), "{}", told[0]);
        // Part by part: what has gone, what is left.
        let gone = ["security_questions", "passkeys", "sessions", "device", "phone_change", "help_desk_looking_along", "help_desk_looks",
            "wallet", "shown_e_id", "checks_of_e_id", "payout_account"];
        for ((name, before), (_, after)) in before.into_iter().zip(rows(app, &person, &receipt.reference).await) {
            match name {
                name if gone.contains(&name) => assert_eq!(after, 0, "{name}"),
                "account_activity" | "account_messages" => assert!(after >= 1, "{name}"),
                name => assert_eq!(after, before, "{name}"),
            }
        }
        let mut tx = app.inside().store.begin().await.unwrap();
        let account = accounts::by_person(&mut tx, &person.number).await.unwrap().unwrap();
        assert_eq!((account.state.as_str(), account.lock_reason.as_deref()), ("locked", Some("closed")));
        assert!(account.password_hash.is_none() && account.passcode_hash.is_none() && account.phone.is_empty());
        let dossier = dossiers::by_reference(&mut tx, &receipt.reference).await.unwrap().unwrap();
        assert_eq!((dossier.contact_phone, dossier.full_name.as_str()), (None, person.name));
        assert!(dossiers::by_reference(&mut tx, &theirs.reference).await.unwrap().is_some());
        drop(tx);
        // No way leads back in but the counter.
        let stranger = app.client();
        let start = json!({ "personal_number": person.number, "phone": person.phone, "lang": "vi" });
        stranger.post("/api/recovery", &start).await.ok(201);
        stranger.post("/api/recovery/code", &json!({ "code": "123456" })).await.problem("code_wrong");
    }

    async fn a_code_closes_only_where_it_was_asked_for(app) {
        let (client, person, _) = by_account(app).await;
        client.post(ASK, &json!({ "passcode": PASSCODE, "lang": "vi" })).await.ok(201);
        let code = app.code(&person.phone).await;
        // The account moves to another device: what was begun on the first one is over.
        let other = app.client();
        let password = json!({ "personal_number": person.number, "password": PASSWORD });
        other.post("/api/session", &password).await.ok(200);
        let shown = client.post("/api/account/device-code", &json!({})).await.ok(200);
        other.post("/api/session/device", &json!({ "code": shown.str("code") })).await.ok(200);
        other.post(CLOSE, &json!({ "code": code })).await.problem("code_expired");
    }

    async fn a_receipt_s_owner_takes_its_data_along_and_forgets_what_came_to_nothing(app) {
        let (client, person, receipt) = cancelled(app, 1).await;
        let path = |what: &str| format!("/api/dossiers/{}/{what}", receipt.reference);
        // A link that only shows takes nothing along and forgets nothing.
        let shown = client.post(&path("links"), &json!({})).await.ok(201);
        let follower = app.client();
        follower.use_key(shown.str("key"));
        follower.post(&path("export"), &json!({})).await.problem("not_allowed");
        follower.post(&path("forget"), &json!({})).await.problem("not_allowed");
        app.client().post(&path("export"), &json!({})).await.problem("no_match");
        let file = client.post(&path("export"), &json!({})).await.ok(200);
        let file: Value = serde_json::from_str(&file.text).unwrap();
        assert!(file.get("account").is_none());
        assert_eq!(file["dossiers"][0]["dossier"][0]["full_name"], person.name);
        client.post(&path("forget"), &json!({})).await.ok(204);
        client.get(&format!("/api/dossiers/{}", receipt.reference)).await.problem("no_match");
        let mut tx = app.inside().store.begin().await.unwrap();
        assert!(dossiers::by_person(&mut tx, &person.number).await.unwrap().is_empty());
        drop(tx);
        // The place is anybody's, and the person may book again.
        book(app, &app.client(), &person, "07:30").await;
    }

    async fn what_is_open_or_was_received_is_not_forgotten(app) {
        let (client, _, receipt, _) = in_use(app, 1).await;
        client.use_key(&receipt.key);
        let path = format!("/api/dossiers/{}/forget", receipt.reference);
        client.post(&path, &json!({})).await.problem("state_conflict");
        client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
    }
}
