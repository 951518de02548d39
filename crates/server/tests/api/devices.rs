//! Where a citizen is signed in, the one device, and the lock.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

const SESSIONS: &str = "/api/account/sessions";
const CHANGE: &str = "/api/session/device";
const SEND: &str = "/api/session/device/code";
/// As [`activate`] sets it.
const PASSCODE: &str = "135790";

fn password(person: &Person) -> Value {
    json!({ "personal_number": person.number, "password": PASSWORD })
}

async fn in_use(app: &TestApp, n: u32) -> (Client, Person) {
    let person = Person::nth(n);
    let client = app.client();
    approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    let answer = client.post("/api/session", &password(&person)).await.ok(200);
    assert_eq!(answer.json["next"], "done");
    (client, person)
}

/// Two people whose accounts are in use, signed in.
async fn two_in_use(app: &TestApp, n: u32) -> [(Client, Person); 2] {
    let both = [n, n + 1].map(|n| (app.client(), Person::nth(n)));
    let mut receipts = Vec::new();
    for ((client, person), time) in both.iter().zip(["07:30", "08:00"]) {
        receipts.push(book(app, client, person, time).await);
    }
    app.pass(TO_OPENING).await;
    let desk = staff(app, "canbo").await;
    for receipt in &receipts {
        receive(app, &desk, &receipt.reference).await;
    }
    decide(app, &desk).await;
    for (client, person) in &both {
        activate(app, client, person).await;
        client.post("/api/session", &password(person)).await.ok(200);
    }
    both
}

/// The password given on another device.
async fn elsewhere(app: &TestApp, person: &Person) -> Client {
    let other = app.client();
    let answer = other.post("/api/session", &password(person)).await.ok(200).json;
    assert_eq!(answer["next"], "device");
    assert_eq!(
        answer["phone_ends"].as_str().unwrap(),
        &person.phone[person.phone.len() - 3..]
    );
    other.get("/api/account").await.problem("not_signed_in");
    other
}

/// The code last sent, which must have been asked for.
async fn code_by_message(app: &TestApp, client: &Client, person: &Person) -> String {
    client.post(SEND, &json!({ "lang": "vi" })).await.ok(200);
    app.code(&person.phone).await
}

both! {
    async fn the_old_device_hands_over(app) {
        let (old, person) = in_use(app, 1).await;
        let new = elsewhere(app, &person).await;
        let shown = old.post("/api/account/device-code", &json!({})).await.ok(200);
        let code = shown.str("code").to_owned();
        let wrong = if code == "000000" { "000001" } else { "000000" };
        let refused = new.post(CHANGE, &json!({ "code": wrong })).await.problem("code_wrong");
        assert_eq!(refused.json["tries_left"], 4);
        // The code alone, without the password before it, is nothing.
        app.client().post(CHANGE, &json!({ "code": code })).await.problem("not_signed_in");
        new.post(CHANGE, &json!({ "code": code })).await.ok(200);
        new.get("/api/account").await.ok(200);
        old.get("/api/account").await.problem("not_signed_in");
        assert!(app.messages(&person.phone).await[0].contains("thiet bi khac"));
        // The code was good once, and the new device is known from now on.
        new.delete("/api/session").await.ok(204);
        assert_eq!(new.post("/api/session", &password(&person)).await.ok(200).json["next"], "done");
        let back = elsewhere(app, &person).await;
        back.post(CHANGE, &json!({ "code": code })).await.problem("code_wrong");
    }

    async fn without_the_old_device_message_and_passcode_are_both_needed(app) {
        let (_, person) = in_use(app, 2).await;
        let new = elsewhere(app, &person).await;
        new.post(CHANGE, &json!({ "code": "123456", "passcode": PASSCODE })).await.problem("code_expired");
        let code = code_by_message(app, &new, &person).await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        new.post(CHANGE, &json!({ "code": wrong, "passcode": PASSCODE })).await.problem("code_wrong");
        // Who has the SIM alone stops at the passcode: five tries, then the day is over.
        for left in (0..5).rev() {
            let refused = new.post(CHANGE, &json!({ "code": code, "passcode": "170394" })).await.problem("invalid_fields");
            assert_eq!((refused.fields(), &refused.json["tries_left"]), (vec!["passcode:passcode_wrong".to_owned()], &json!(left)));
        }
        let locked = new.post(CHANGE, &json!({ "code": code, "passcode": PASSCODE })).await.problem("locked_out");
        let wait = locked.json["retry_after_s"].as_u64().unwrap();
        assert!(wait > 3600 && wait <= 86_400, "{wait}: until midnight at the offices");
        // Fresh password, fresh code: the day is still over. The next one is not.
        app.pass(3600).await;
        let again = elsewhere(app, &person).await;
        let code = code_by_message(app, &again, &person).await;
        again.post(CHANGE, &json!({ "code": code, "passcode": PASSCODE })).await.problem("locked_out");
        app.pass(u32::try_from(wait).unwrap() - 3600 + 1).await;
        let again = elsewhere(app, &person).await;
        let code = code_by_message(app, &again, &person).await;
        again.post(CHANGE, &json!({ "code": code, "passcode": PASSCODE })).await.ok(200);
        again.get("/api/account").await.ok(200);
    }

    async fn codes_for_a_device_are_few(app) {
        let (_, person) = in_use(app, 3).await;
        let new = elsewhere(app, &person).await;
        new.post(SEND, &json!({ "lang": "vi" })).await.ok(200);
        let refused = new.post(SEND, &json!({ "lang": "vi" })).await.problem("too_many_requests");
        assert!(refused.json["retry_after_s"].as_u64().unwrap() <= 61);
        for _ in 0..3 {
            app.pass(61).await;
            new.post(SEND, &json!({ "lang": "vi" })).await.ok(200);
        }
        app.client().post(SEND, &json!({ "lang": "vi" })).await.problem("not_signed_in");
        app.pass(700).await;
        new.post(SEND, &json!({ "lang": "vi" })).await.problem("not_signed_in");
    }

    async fn sessions_are_listed_and_ended(app) {
        let [(client, person), (stranger, _)] = two_in_use(app, 4).await;
        // The same browser signs in a second time in another window: a second session of one device.
        let device = client.cookie("__Host-eid-device").unwrap();
        let twin = app.client();
        let request = twin.request(reqwest::Method::POST, "/api/session")
            .header("idempotency-key", "another-window-of-it")
            .header("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
            .header("cookie", format!("__Host-eid-device={device}"));
        assert_eq!(twin.send(request.json(&password(&person))).await.ok(200).json["next"], "done");
        let listed = client.get(SESSIONS).await.ok(200).json;
        let listed = listed["sessions"].as_array().unwrap();
        assert_eq!(listed.iter().filter(|one| one["here"] == true).count(), 1);
        let other = listed.iter().find(|one| one["here"] == false).unwrap();
        assert_eq!((&other["agent"], &other["by_passkey"]), (&json!("Firefox, Linux"), &json!(false)));
        let path = format!("{SESSIONS}/{}", other["id"].as_str().unwrap());
        // Nobody ends the session of somebody else.
        stranger.delete(&path).await.problem("not_found");
        twin.get("/api/account").await.ok(200);
        client.delete(&path).await.ok(204);
        twin.get("/api/account").await.problem("not_signed_in");
        client.delete(&path).await.problem("not_found");
        client.delete(SESSIONS).await.ok(204);
        client.get("/api/account").await.problem("not_signed_in");
        // Each ending stands in the audit, and in what the owner reads.
        client.post("/api/session", &password(&person)).await.ok(200);
        let shown = client.get("/api/account").await.ok(200).text;
        assert!(shown.contains("account.session_ended") && shown.contains("account.sessions_ended"));
        stranger.get("/api/account").await.ok(200);
    }

    async fn the_owner_locks_and_unlocks(app) {
        let (client, person) = in_use(app, 6).await;
        client.post("/api/account/lock", &json!({})).await.ok(204);
        client.get("/api/account").await.problem("not_signed_in");
        assert!(app.messages(&person.phone).await[0].contains("da khoa"));
        // The password is asked for first; wrong it tells nothing of a lock.
        let wrong = json!({ "personal_number": person.number, "password": "Mat_khau2!" });
        client.post("/api/session", &wrong).await.problem("sign_in_refused");
        let asked = client.post("/api/session", &password(&person)).await.ok(200).json;
        assert_eq!(asked["next"], "locked");
        let shown = client.post(CHANGE, &json!({ "code": "123456" })).await.problem("invalid_fields");
        assert_eq!(shown.fields(), ["passcode:required"]);
        let code = code_by_message(app, &client, &person).await;
        client.post(CHANGE, &json!({ "code": code, "passcode": PASSCODE })).await.ok(200);
        let account = client.get("/api/account").await.ok(200).json;
        assert_eq!(account["state"], "l2_active");
        let actions: Vec<&str> = account["events"].as_array().unwrap().iter().map(|one| one["action"].as_str().unwrap()).collect();
        // Both at one instant.
        let mut newest = [actions[0], actions[1]];
        newest.sort_unstable();
        assert_eq!(newest, ["account.signed_in", "account.unlocked"]);
        assert!(actions.contains(&"account.locked") && actions.contains(&"account.sign_in_refused"));
        assert!(app.messages(&person.phone).await[0].contains("mo khoa"));
    }

    async fn not_me_locks_and_asks_the_office(app) {
        let (client, _) = in_use(app, 7).await;
        let desk = staff(app, "canbo").await;
        let before = desk.get("/api/desk/tickets").await.ok(200).json["waiting"].as_array().unwrap().len();
        let at = client.get("/api/account").await.ok(200).json["events"][0]["at"].clone();
        let done = client.post("/api/account/not-me", &json!({ "at": at })).await.ok(200).json;
        assert_eq!(done["asked"], true);
        client.get("/api/account").await.problem("not_signed_in");
        let waiting = desk.get("/api/desk/tickets").await.ok(200).json["waiting"].clone();
        assert_eq!(waiting.as_array().unwrap().len(), before + 1);
        let asked = |one: &Value| one["question"]["not_me_at"] == at && one["question"]["text"] == "";
        assert!(waiting.as_array().unwrap().iter().any(asked), "{waiting}");
    }
}

/// Where a province wants it so, an account is in use on as many devices as its owner likes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_device_can_be_turned_off() {
    let many = |config: &mut eid_server::config::Config| config.one_device = false;
    let app = TestApp::start_with(eid_store::Dialect::Sqlite, many)
        .await
        .unwrap();
    let (old, person) = in_use(&app, 1).await;
    let new = app.client();
    let answer = new.post("/api/session", &password(&person)).await.ok(200);
    assert_eq!(answer.json["next"], "done");
    old.get("/api/account").await.ok(200);
    app.stop().await;
}
