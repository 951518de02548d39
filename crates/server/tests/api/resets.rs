//! Password and passcode set anew, and what is left to a thief who has the SIM and both answers.

use crate::support::{app::TestApp, authenticator::Authenticator, both, client::Client, flow::*};
use serde_json::{Value, json};

const NEW: &str = "Mat_khau9!";
const PASSKEYS: &str = "/api/account/passkeys";

fn password(person: &Person, password: &str) -> Value {
    json!({ "personal_number": person.number, "password": password })
}

/// Signed in on the device that has the account.
async fn in_use(app: &TestApp, n: u32) -> (Client, Person) {
    let person = Person::nth(n);
    let client = app.client();
    approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    client
        .post("/api/session", &password(&person, PASSWORD))
        .await
        .ok(200);
    (client, person)
}

/// As far as the questions.
async fn proved(app: &TestApp, client: &Client, person: &Person) {
    app.pass(61).await;
    let start = json!({ "personal_number": person.number, "phone": person.phone, "lang": "vi" });
    client.post("/api/recovery", &start).await.ok(201);
    let code = app.code(&person.phone).await;
    client
        .post("/api/recovery/code", &json!({ "code": code }))
        .await
        .ok(200);
}

fn with_password() -> Value {
    json!({ "answers": ["bun cha", "truong lang"], "password": NEW })
}

fn with_passcode() -> Value {
    json!({ "answers": ["bun cha", "truong lang"], "passcode": "864209", "again": "864209" })
}

async fn add_passkey(client: &Client, device: &mut Authenticator) {
    let begun = client
        .post(&format!("{PASSKEYS}/begin"), &json!({}))
        .await
        .ok(200);
    let credential = device.create(begun.str("options"));
    let given = json!({ "ceremony": begun.str("ceremony"), "credential": credential, "name": "Máy" });
    client.post(PASSKEYS, &given).await.ok(201);
}

async fn by_passkey(client: &Client, device: &mut Authenticator) -> crate::support::answer::Answer {
    let begun = client
        .post("/api/session/passkey/begin", &json!({}))
        .await
        .ok(200);
    let given = json!({ "ceremony": begun.str("ceremony"), "credential": device.get(begun.str("options")) });
    client.post("/api/session/passkey", &given).await
}

both! {
    /// A swapped SIM and two answers that friends know opened everything in minutes: first one secret, then the other.
    async fn a_thief_sets_one_of_the_two_and_the_owner_has_a_day(app) {
        let (_, person) = in_use(app, 1).await;
        for (first, second) in [("password", "passcode"), ("passcode", "password")] {
            let body = |what: &str| if what == "password" { with_password() } else { with_passcode() };
            let path = |what: &str| format!("/api/recovery/{what}");
            let thief = app.client();
            proved(app, &thief, &person).await;
            thief.post(&path(first), &body(first)).await.ok(204);
            proved(app, &thief, &person).await;
            let refused = thief.post(&path(second), &body(second)).await.problem("reset_too_soon");
            let wait = refused.json["retry_after_s"].as_u64().unwrap();
            assert!((86_200..=86_400).contains(&wait), "{wait}");
            // The same once more is no second secret.
            thief.post(&path(first), &body(first)).await.ok(204);
            app.pass(86_401).await;
            proved(app, &thief, &person).await;
            thief.post(&path(second), &body(second)).await.ok(204);
            app.pass(86_401).await;
        }
    }

    async fn on_the_device_that_has_the_account_both_are_set_at_once(app) {
        let (client, person) = in_use(app, 2).await;
        proved(app, &client, &person).await;
        client.post("/api/recovery/password", &with_password()).await.ok(204);
        proved(app, &client, &person).await;
        client.post("/api/recovery/passcode", &with_passcode()).await.ok(204);
        assert_eq!(client.post("/api/session", &password(&person, NEW)).await.ok(200).json["next"], "done");
    }

    async fn the_other_phone_of_the_dossier_is_told_too(app) {
        let (client, person, other) = (app.client(), Person::nth(3), Person::nth(300).phone);
        let place = hold(&client, "07:30").await;
        let proof = prove(app, &client, &person.phone).await;
        let mut body = booking_body(&person, &place, &proof);
        body["applicant"]["contact_phone"] = json!(other);
        let booked = client.post("/api/bookings", &body).await.ok(201);
        let reference = booked.str("reference").to_owned();
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        receive(app, &desk, &reference).await;
        decide(app, &desk).await;
        activate(app, &client, &person).await;
        let thief = app.client();
        proved(app, &thief, &person).await;
        thief.post("/api/recovery/password", &with_password()).await.ok(204);
        app.work().await;
        for phone in [&person.phone, &other] {
            let newest = app.messages(phone).await.remove(0);
            assert!(newest.contains("Mat khau tai khoan cua ban vua duoc dat lai"), "{newest}");
        }
    }

    async fn what_its_owner_has_locked_a_passkey_leads_to_the_code_and_passcode(app) {
        let (client, person) = in_use(app, 4).await;
        let mut device = Authenticator::nth(4);
        add_passkey(&client, &mut device).await;
        client.post("/api/account/lock", &json!({})).await.ok(204);
        let other = app.client();
        let answer = by_passkey(&other, &mut device).await.ok(200).json;
        assert_eq!((&answer["next"], &answer["phone_ends"]), (&json!("locked"), &json!(&person.phone[person.phone.len() - 3..])));
        other.get("/api/account").await.problem("not_signed_in");
        other.post("/api/session/device/code", &json!({ "lang": "vi" })).await.ok(200);
        let code = app.code(&person.phone).await;
        let opened = other.post("/api/session/device", &json!({ "code": code, "passcode": "135790" })).await.ok(200);
        // The page asks whose they are.
        assert_eq!(opened.json["check_passkeys"], true);
        other.get("/api/account").await.ok(200);
    }

    async fn not_me_takes_away_the_passkeys_of_the_last_days(app) {
        let (client, person) = in_use(app, 5).await;
        let (mut old, mut new) = (Authenticator::nth(5), Authenticator::nth(55));
        add_passkey(&client, &mut old).await;
        app.pass(8 * 86_400).await;
        client.post("/api/session", &password(&person, PASSWORD)).await.ok(200);
        add_passkey(&client, &mut new).await;
        client.post("/api/account/not-me", &json!({ "at": app.inside().now().to_string() })).await.ok(200);
        by_passkey(&app.client(), &mut new).await.problem("passkey_refused");
        assert_eq!(by_passkey(&app.client(), &mut old).await.ok(200).json["next"], "locked");
    }

    /// Anybody can have sign-ins refused; a hundred of them were the whole history, and the timeline was drawn from it.
    async fn strangers_push_nothing_out_of_the_history(app) {
        let (client, person) = in_use(app, 6).await;
        let receipt = client.get("/api/account").await.ok(200);
        let before = receipt.json["events"].as_array().unwrap().len();
        let mut tx = app.inside().store.begin().await.unwrap();
        let account = eid_store::accounts::by_person(&mut tx, &person.number).await.unwrap().unwrap();
        let now = app.inside().now();
        for n in 0..150 {
            let entry = eid_store::audit::Entry {
                id: format!("f{n:015x}"),
                at: now + jiff::SignedDuration::from_secs(n * 1200),
                actor_kind: "system".into(),
                actor_id: String::new(),
                actor_role: None,
                actor_office: None,
                action: "account.sign_in_refused".into(),
                object_kind: "account".into(),
                object_id: account.id.clone(),
                request_id: "r".into(),
                reason: None,
            };
            eid_store::audit::append(&mut tx, &entry).await.unwrap();
        }
        tx.commit().await.unwrap();
        let seen = client.get("/api/account").await.ok(200);
        let events = seen.json["events"].as_array().unwrap();
        let refused: Vec<u64> = events
            .iter()
            .filter(|event| event["action"] == "account.sign_in_refused")
            .map(|event| event["times"].as_u64().unwrap())
            .collect();
        // 50 hours from the morning on: three days.
        assert_eq!(refused.len(), 3);
        assert_eq!(refused.iter().sum::<u64>(), 150);
        assert_eq!(events.len(), before + 3);
        assert!(events.iter().any(|event| event["action"] == "account.l2_requested"));
    }
}
