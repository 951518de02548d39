//! An account that locks by a link of a message, and with the last day of the card.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_store::accounts;
use jiff::civil::date;
use serde_json::{Value, json};

const LINK: &str = "/api/lock-links";

fn password(person: &Person) -> Value {
    json!({ "personal_number": person.number, "password": PASSWORD })
}

async fn in_use(app: &TestApp, n: u32) -> (Client, Person, Receipt) {
    let person = Person::nth(n);
    let client = app.client();
    let (receipt, _) = approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    client.post("/api/session", &password(&person)).await.ok(200);
    (client, person, receipt)
}

/// The key of the link in the newest message.
async fn key(app: &TestApp, person: &Person) -> String {
    let newest = app.messages(&person.phone).await.remove(0);
    let (_, key) = newest
        .split_once("/khoa#")
        .unwrap_or_else(|| panic!("no link in {newest}"));
    key.to_owned()
}

/// Signs in on a second device by the code that the first one shows.
async fn moved(client: &Client, app: &TestApp, person: &Person) -> Client {
    let other = app.client();
    other.post("/api/session", &password(person)).await.ok(200);
    let shown = client.post("/api/account/device-code", &json!({})).await.ok(200);
    let code = json!({ "code": shown.str("code") });
    other.post("/api/session/device", &code).await.ok(200);
    other
}

async fn expires(app: &TestApp, person: &Person, on: jiff::civil::Date) {
    let mut tx = app.inside().store.begin().await.unwrap();
    let mut account = accounts::by_person(&mut tx, &person.number)
        .await
        .unwrap()
        .unwrap();
    account.card_expires_on = Some(on);
    accounts::update(&mut tx, &mut account).await.unwrap();
    tx.commit().await.unwrap();
}

/// Lets a day's work be done.
async fn night(app: &TestApp) {
    app.pass(86_400).await;
}

both! {
    async fn the_link_of_a_message_locks_at_once_and_once(app) {
        let (client, person, _) = in_use(app, 1).await;
        let thief = moved(&client, app, &person).await;
        thief.get("/api/account").await.ok(200);
        let key = key(app, &person).await;
        let stranger = app.client();
        stranger.post(LINK, &json!({ "key": "AAAAAAAAAAAAAAAAAAAAAA" })).await.problem("no_match");
        let done = stranger.post(LINK, &json!({ "key": key })).await.ok(200).json;
        assert_eq!(done["asked"], true);
        thief.get("/api/account").await.problem("not_signed_in");
        assert_eq!(thief.post("/api/session", &password(&person)).await.ok(200).json["next"], "locked");
        assert!(app.messages(&person.phone).await[0].contains("da khoa"));
        let desk = staff(app, "canbo").await;
        let asked = desk.get("/api/desk/tickets").await.ok(200).json["waiting"][0]["question"].clone();
        assert!(asked["not_me_at"].is_string() && asked["text"] == "", "{asked}");
        // Good once; and what it locked is not opened by it.
        stranger.post(LINK, &json!({ "key": key })).await.problem("no_match");
    }

    async fn a_link_lapses_after_a_week(app) {
        let (client, person, _) = in_use(app, 2).await;
        moved(&client, app, &person).await;
        let key = key(app, &person).await;
        let stranger = app.client();
        app.pass(7 * 86_400 + 1).await;
        stranger.post(LINK, &json!({ "key": key })).await.problem("no_match");
    }

    async fn it_locks_with_the_last_day_of_the_card_and_opens_with_the_new_one(app) {
        let (client, person, receipt) = in_use(app, 3).await;
        expires(app, &person, date(2026, 11, 27)).await;
        app.work().await;
        client.get("/api/account").await.ok(200);
        night(app).await;
        client.get("/api/account").await.ok(200);
        night(app).await;
        client.get("/api/account").await.problem("not_signed_in");
        let told = app.messages(&person.phone).await;
        assert!(told[0].contains("the can cuoc het han") && told[0].contains("Dat lich doi the"), "{}", told[0]);
        client.post("/api/session", &password(&person)).await.problem("card_expired");
        // Told once, however often the job runs.
        let count = told.len();
        app.work().await;
        assert_eq!(app.messages(&person.phone).await.len(), count);
        // The new card is handed over: from that moment the account is open, and the new last day counts.
        let desk = staff(app, "canbo").await;
        decide(app, &desk).await;
        at_desk(&desk, &receipt.reference, "card-arrived", json!({})).await;
        app.work().await;
        at_desk(&desk, &receipt.reference, "hand-over", seen_slip()).await;
        let told = app.messages(&person.phone).await;
        assert!(told.iter().take(3).any(|text| text.contains("mo khoa: ban da nhan the can cuoc moi")), "{told:?}");
        assert_eq!(client.post("/api/session", &password(&person)).await.ok(200).json["next"], "done");
        let account = client.get("/api/account").await.ok(200).json;
        assert_eq!((&account["state"], &account["card_expires_on"]), (&json!("l2_active"), &json!("2045-08-15")));
    }

    async fn who_locked_it_before_cannot_open_it_with_a_card_that_has_run_out(app) {
        let (client, person, _) = in_use(app, 4).await;
        client.post("/api/account/lock", &json!({})).await.ok(204);
        expires(app, &person, date(2026, 11, 26)).await;
        night(app).await;
        client.post("/api/session", &password(&person)).await.problem("card_expired");
    }

    async fn checks_of_an_e_id_and_codes_stand_in_the_history(app) {
        let (client, person, _) = in_use(app, 5).await;
        let made = client.post("/api/account/attestations", &json!({ "claims": ["age_over_18"] })).await.ok(201);
        let asked = json!({ "token": made.str("token"), "checker": "Chung cư Hoa Sen" });
        app.client().post("/api/attestations/check", &asked).await.ok(200);
        let lost = json!({ "personal_number": person.number, "phone": person.phone, "lang": "vi" });
        app.client().post("/api/recovery", &lost).await.ok(201);
        app.work().await;
        let account = client.get("/api/account").await.ok(200).json;
        assert_eq!((&account["checks"][0]["checker"], &account["checks"][0]["state"]), (&json!("Chung cư Hoa Sen"), &json!("valid")));
        // One for the activation, one for somebody who wants another password.
        let sent = account["events"].as_array().unwrap().iter().find(|one| one["action"] == "account.code_sent").unwrap();
        assert_eq!(sent["times"], 2);
    }

    async fn a_forgotten_passcode_takes_the_phone_and_both_answers(app) {
        let (client, person, _) = in_use(app, 6).await;
        let lost = app.client();
        let started = json!({ "personal_number": person.number, "phone": person.phone, "lang": "vi" });
        lost.post("/api/recovery", &started).await.ok(201);
        let set = |answer: &str, passcode: &str, again: &str| json!({ "answers": [answer, "truong lang"], "passcode": passcode, "again": again });
        const SET: &str = "/api/recovery/passcode";
        lost.post(SET, &set("bun cha", "246801", "246801")).await.problem("state_conflict");
        let code = app.code(&person.phone).await;
        lost.post("/api/recovery/code", &json!({ "code": code })).await.ok(200);
        let trivial = lost.post(SET, &set("bun cha", "123456", "123456")).await.problem("invalid_fields");
        assert_eq!(trivial.fields(), ["passcode:passcode_trivial"]);
        let other = lost.post(SET, &set("bun cha", "246801", "246802")).await.problem("invalid_fields");
        assert_eq!(other.fields(), ["again:passcode_mismatch"]);
        let wrong = lost.post(SET, &set("pho", "246801", "246801")).await.problem("invalid_fields");
        assert_eq!(wrong.fields(), ["answers.0:answer_wrong", "answers.1:answer_wrong"]);
        // The birth date is known to whoever knows the person.
        let birth = lost.post(SET, &set("bun cha", "150885", "150885")).await.problem("invalid_fields");
        assert_eq!(birth.fields(), ["passcode:passcode_birth_date"]);
        lost.post(SET, &set("bun cha", "246801", "246801")).await.ok(204);
        assert!(app.messages(&person.phone).await[0].starts_with("Vua dat lai passcode cua tai khoan ban. Khong phai ban? Khoa ngay: "));
        client.get("/api/account").await.problem("not_signed_in");
        // The password is what it was; the new passcode opens another device, the old one does not.
        let new = app.client();
        assert_eq!(new.post("/api/session", &password(&person)).await.ok(200).json["next"], "device");
        new.post("/api/session/device/code", &json!({ "lang": "vi" })).await.ok(200);
        let code = app.code(&person.phone).await;
        let old = new.post("/api/session/device", &json!({ "code": code, "passcode": "135790" })).await.problem("invalid_fields");
        assert_eq!(old.fields(), ["passcode:passcode_wrong"]);
        new.post("/api/session/device", &json!({ "code": code, "passcode": "246801" })).await.ok(200);
    }
}

/// Wrong keys are counted, and no more than so many are looked at.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_are_not_to_be_guessed() {
    let few = |config: &mut eid_server::config::Config| config.limits.lock_link_source.most = 3;
    let app = TestApp::start_with(eid_store::Dialect::Sqlite, few)
        .await
        .unwrap();
    let stranger = app.client();
    for _ in 0..3 {
        stranger
            .post(LINK, &json!({ "key": "x" }))
            .await
            .problem("no_match");
    }
    stranger
        .post(LINK, &json!({ "key": "x" }))
        .await
        .problem("too_many_requests");
    app.stop().await;
}
