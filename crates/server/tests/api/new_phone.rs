//! Another phone for an account: by who has the number until now, and at the counter for who has lost it.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_store::accounts;
use serde_json::{Value, json};

const START: &str = "/api/account/phone";
const CODE: &str = "/api/account/phone/code";
const RESEND: &str = "/api/account/phone/resend";
/// As [`activate`] sets it.
const PASSCODE: &str = "135790";
const NEW: &str = "+84990000555";

fn password(person: &Person) -> Value {
    json!({ "personal_number": person.number, "password": PASSWORD })
}

fn start(phone: &str) -> Value {
    json!({ "phone": phone, "passcode": PASSCODE, "lang": "vi" })
}

async fn in_use(app: &TestApp, n: u32) -> (Client, Person, Receipt, Client) {
    let person = Person::nth(n);
    let client = app.client();
    let (receipt, desk) = approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    client.post("/api/session", &password(&person)).await.ok(200);
    (client, person, receipt, desk)
}

/// Somebody else whose account has this phone, born on that day.
async fn another_has(app: &TestApp, phone: &str, birth: &str) {
    let mut tx = app.inside().store.begin().await.unwrap();
    let mut other = accounts::by_person(&mut tx, &Person::nth(1).number)
        .await
        .unwrap()
        .unwrap();
    other.id = format!("other{birth}");
    other.personal_number = format!("0980851{}", &birth.replace('-', "")[3..]);
    other.dossier_id = None;
    birth.clone_into(&mut other.birth_date);
    phone.clone_into(&mut other.phone);
    accounts::insert(&mut tx, &other).await.unwrap();
    tx.commit().await.unwrap();
}

async fn phone_of(app: &TestApp, id: &str) -> String {
    let mut tx = app.inside().store.begin().await.unwrap();
    accounts::by_id(&mut tx, id).await.unwrap().unwrap().phone
}

fn with(code: &str) -> Value {
    json!({ "code": code })
}

async fn reveal(desk: &Client, reference: &str) {
    at_desk(desk, reference, "reveal", json!({ "reason": "at_counter" })).await;
}

both! {
    async fn codes_to_both_numbers_and_the_passcode_change_it(app) {
        let (client, person, receipt, _) = in_use(app, 1).await;
        // A child is reached by its parent's phone, and goes along.
        another_has(app, &person.phone, "2016-03-04").await;
        let refused = client.post(START, &json!({ "phone": "0281234567", "passcode": "", "lang": "vi" })).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["phone:phone_not_mobile", "passcode:required"]);
        assert_eq!(client.post(START, &start(&person.phone)).await.problem("invalid_fields").fields(), ["phone:phone_same"]);
        client.post(CODE, &with("123456")).await.problem("journey_expired");
        let begun = client.post(START, &start(NEW)).await.ok(201).json;
        assert_eq!((&begun["step"], &begun["phone_ends"]), (&json!("old"), &json!(&person.phone[person.phone.len() - 3..])));
        // Nothing goes to a number before the one until now was proved.
        assert!(app.messages(NEW).await.is_empty());
        let old_code = app.code(&person.phone).await;
        let wrong = if old_code == "000000" { "000001" } else { "000000" };
        assert_eq!(client.post(CODE, &with(wrong)).await.problem("code_wrong").json["tries_left"], 4);
        let next = client.post(CODE, &with(&old_code)).await.ok(200).json;
        assert_eq!((&next["step"], &next["phone_ends"]), (&json!("new"), &json!("555")));
        client.post(RESEND, &json!({ "lang": "vi" })).await.problem("too_many_requests");
        app.pass(61).await;
        client.post(RESEND, &json!({ "lang": "vi" })).await.ok(200);
        let new_code = app.code(NEW).await;
        let done = client.post(CODE, &with(&new_code)).await.ok(200).json;
        assert_eq!((&done["step"], &done["phone_ends"]), (&json!("done"), &json!("555")));
        // Here one stays signed in; the account has it, and so has the child's.
        let seen = client.get("/api/account").await.ok(200).json;
        assert_eq!(seen["phone_ends"], "555");
        assert_eq!(seen["events"][0]["action"], "account.phone_changed");
        assert_eq!(phone_of(app, "other2016-03-04").await, NEW);
        let desk = staff(app, "canbo").await;
        reveal(&desk, &receipt.reference).await;
        // The open dossier goes along: codes that open it must not go to the number until now.
        assert_eq!(desk.get(&format!("/api/desk/dossiers/{}", receipt.reference)).await.ok(200).json["person"]["otp_phone"], NEW);
        for phone in [person.phone.as_str(), NEW] {
            let told = app.messages(phone).await;
            assert!(told[0].contains("so cuoi 555") && told[0].contains("/khoa#"), "{told:?}");
        }
        // The way is over.
        client.post(CODE, &with(&new_code)).await.problem("journey_expired");
    }

    async fn whoever_has_taken_over_the_sim_alone_changes_nothing(app) {
        let (client, person, _, _) = in_use(app, 1).await;
        // SIM swap: the thief reads every message of the number, and knows the personal number. No password: no way to begin.
        let thief = app.client();
        thief.post(START, &start(NEW)).await.problem("not_signed_in");
        // With the password too they are asked for the passcode, as another device.
        thief.post("/api/session", &password(&person)).await.ok(200);
        thief.post("/api/session/device/code", &json!({ "lang": "vi" })).await.ok(200);
        let code = app.code(&person.phone).await;
        thief.post("/api/session/device", &json!({ "code": code, "passcode": "864209" })).await.problem("invalid_fields");
        thief.post(START, &start(NEW)).await.problem("not_signed_in");
        // In a browser that was left open the passcode is missing: five a day, counted with all others.
        for left in (0..4).rev() {
            let body = json!({ "phone": NEW, "passcode": "864209", "lang": "vi" });
            assert_eq!(client.post(START, &body).await.problem("invalid_fields").json["tries_left"], left);
        }
        client.post(START, &start(NEW)).await.problem("locked_out");
        assert!(app.messages(NEW).await.is_empty());
        let id = { let mut tx = app.inside().store.begin().await.unwrap(); accounts::by_person(&mut tx, &person.number).await.unwrap().unwrap().id };
        assert_eq!(phone_of(app, &id).await, person.phone);
    }

    async fn the_old_number_stops_it_with_one_tap(app) {
        let (client, person, _, _) = in_use(app, 1).await;
        client.post(START, &start(NEW)).await.ok(201);
        let code = app.code(&person.phone).await;
        client.post(CODE, &with(&code)).await.ok(200);
        let code = app.code(NEW).await;
        client.post(CODE, &with(&code)).await.ok(200);
        let told = app.messages(&person.phone).await.remove(0);
        let (_, key) = told.split_once("/khoa#").unwrap();
        app.client().post("/api/lock-links", &json!({ "key": key })).await.ok(200);
        client.get("/api/account").await.problem("not_signed_in");
    }

    async fn one_number_is_one_account_and_only_its_holder_learns_it(app) {
        let (client, person, _, _) = in_use(app, 1).await;
        another_has(app, NEW, "1990-03-04").await;
        client.post(START, &start(NEW)).await.ok(201);
        let code = app.code(&person.phone).await;
        client.post(CODE, &with(&code)).await.ok(200);
        let code = app.code(NEW).await;
        assert_eq!(client.post(CODE, &with(&code)).await.problem("invalid_fields").fields(), ["phone:phone_taken"]);
        client.post(CODE, &with(&code)).await.problem("journey_expired");
        // Six codes an hour, whatever the numbers.
        for n in 0..4 {
            app.pass(61).await;
            client.post(START, &start(&format!("+8499000060{n}"))).await.ok(201);
        }
        app.pass(61).await;
        client.post(START, &start("+84990000609")).await.problem("too_many_requests");
    }

    async fn at_the_counter_it_is_activated_again_with_the_new_number(app) {
        let (client, person, receipt, desk) = in_use(app, 1).await;
        let path = format!("/api/desk/dossiers/{}/account-phone", receipt.reference);
        let body = |phone: &str, checked: bool| json!({ "phone": phone, "identity_checked": checked });
        // A reason first; a look at who asks; never a number that somebody else has.
        desk.post(&path, &body(NEW, true)).await.problem("state_conflict");
        reveal(&desk, &receipt.reference).await;
        assert_eq!(desk.post(&path, &body("12", false)).await.problem("invalid_fields").fields().len(), 2);
        another_has(app, "+84990000556", "1990-03-04").await;
        assert_eq!(desk.post(&path, &body("+84990000556", true)).await.problem("invalid_fields").fields(), ["phone:phone_taken"]);
        assert_eq!(desk.post(&path, &body(NEW, true)).await.ok(200).json["account"], "device_reset");
        // Nothing that was known before opens it.
        client.get("/api/account").await.problem("not_signed_in");
        client.post("/api/session", &password(&person)).await.problem("sign_in_refused");
        let old = app.messages(&person.phone).await.remove(0);
        assert!(old.contains("tai quay") && old.contains("/khoa#"), "{old}");
        // The activation proves the new number, with secrets of its own.
        let person = Person { phone: NEW.to_owned(), ..person };
        activate(app, &client, &person).await;
        assert_eq!(client.post("/api/session", &password(&person)).await.ok(200).json["next"], "done");
        let actions = client.get("/api/account").await.ok(200).json["events"].to_string();
        assert!(actions.contains("account.device_reset") && actions.contains("account.phone_changed"), "{actions}");
    }

    /// Story: who had moved from Hồ Chí Minh City to Đà Nẵng and lost the phone there had to travel back to the first office.
    async fn any_office_changes_it_by_the_card_and_tells_nothing_of_others(app) {
        let (client, person, _, _) = in_use(app, 1).await;
        let (at, desk) = ("/api/desk/account-phone", staff(app, "canbo.danang").await);
        let card = |name: &str, birth: &str, number: &str| json!({
            "personal_number": number, "full_name": name, "birth_date": birth, "phone": NEW, "identity_checked": true,
        });
        // Another's name, another birth date, nobody's number: one answer, and nothing is sent.
        let before = app.messages(&person.phone).await.len();
        for (name, birth, number) in [
            ("Trần Thị Khác", person.birth, person.number.as_str()),
            (person.name, "1985-08-16", person.number.as_str()),
            (person.name, person.birth, "098085129998"),
        ] {
            desk.post(at, &card(name, birth, number)).await.problem("no_match");
        }
        let mut unseen = card(person.name, person.birth, &person.number);
        unseen["identity_checked"] = json!(false);
        unseen["phone"] = json!("12");
        assert_eq!(desk.post(at, &unseen).await.problem("invalid_fields").fields().len(), 2);
        assert_eq!(app.messages(&person.phone).await.len(), before);
        client.get("/api/account").await.ok(200);
        staff(app, "hotro").await.post(at, &card(person.name, person.birth, &person.number)).await.problem("not_allowed");

        let changed = desk.post(at, &card("nguyen van thu", person.birth, &person.number)).await.ok(200).json;
        assert_eq!(changed, json!({ "account": "device_reset", "phone_ends": &NEW[NEW.len() - 3..] }));
        client.get("/api/account").await.problem("not_signed_in");
        let told = app.messages(&person.phone).await.remove(0);
        assert!(told.contains("tai quay") && told.contains("/khoa#"), "{told}");
        let person = Person { phone: NEW.to_owned(), ..person };
        activate(app, &client, &person).await;
        assert_eq!(client.post("/api/session", &password(&person)).await.ok(200).json["next"], "done");
        let log = staff(app, "kiemtra").await.get("/api/desk/audit?action=account.phone_changed").await.ok(200).json;
        assert_eq!((&log["rows"][0]["actor"], &log["rows"][0]["actor_name"]), (&json!("staff"), &json!("Cán bộ Ví Dụ")), "{log}");
        // Whoever tries people out is stopped, although nothing comes of it.
        for _ in 0..26 {
            desk.post(at, &card("Trần Thị Khác", person.birth, &person.number)).await.problem("no_match");
        }
        desk.post(at, &card("Trần Thị Khác", person.birth, &person.number)).await.problem("too_many_requests");
    }

    /// Story: who had forgotten the security answers too and still had the number found no way back; the desk refused the number as
    /// no change, and only another SIM helped.
    async fn at_the_counter_secrets_are_set_anew_with_the_same_number(app) {
        let (client, person, receipt, desk) = in_use(app, 1).await;
        for _ in 0..5 {
            client.post(START, &json!({ "phone": NEW, "passcode": "864209", "lang": "vi" })).await.problem("invalid_fields");
        }
        client.post(START, &start(NEW)).await.problem("locked_out");
        let path = format!("/api/desk/dossiers/{}/account-phone", receipt.reference);
        let body = |checked: bool| json!({ "phone": person.phone, "identity_checked": checked });
        desk.post(&path, &body(true)).await.problem("state_conflict");
        reveal(&desk, &receipt.reference).await;
        assert_eq!(desk.post(&path, &body(false)).await.problem("invalid_fields").fields(), ["identity_checked:consent_required"]);
        client.get("/api/account").await.ok(200);
        assert_eq!(desk.post(&path, &body(true)).await.ok(200).json["account"], "device_reset");
        // Nothing that was known before opens it, the answers neither.
        client.get("/api/account").await.problem("not_signed_in");
        client.post("/api/session", &password(&person)).await.problem("sign_in_refused");
        let told = app.messages(&person.phone).await.remove(0);
        assert!(told.contains("Tai quay da xoa") && told.contains("/khoa#"), "{told}");
        {
            let mut tx = app.inside().store.read().await.unwrap();
            let account = accounts::by_person(&mut tx, &person.number).await.unwrap().unwrap();
            assert_eq!((account.password_hash, account.passcode_hash), (None, None));
            assert!(accounts::answers(&mut tx, &account.id).await.unwrap().is_empty());
        }
        // Done once, the number changes nothing more.
        assert_eq!(desk.post(&path, &body(true)).await.problem("invalid_fields").fields(), ["phone:phone_same"]);
        activate(app, &client, &person).await;
        assert_eq!(client.post("/api/session", &password(&person)).await.ok(200).json["next"], "done");
        let actions = client.get("/api/account").await.ok(200).json["events"].to_string();
        assert!(actions.contains("account.secrets_reset") && !actions.contains("account.phone_changed"), "{actions}");
        // The tries of the day were the old passcode's.
        client.post(START, &start(NEW)).await.ok(201);
    }

    async fn any_office_sets_secrets_anew_and_the_owners_phones_stop_it(app) {
        let (client, person, receipt, _) = in_use(app, 1).await;
        let other = Person::nth(2).phone;
        {
            let mut tx = app.inside().store.begin().await.unwrap();
            let mut dossier = eid_store::dossiers::by_reference(&mut tx, &receipt.reference).await.unwrap().unwrap();
            dossier.contact_phone = Some(other.clone());
            eid_store::dossiers::update(&mut tx, &mut dossier).await.unwrap();
            tx.commit().await.unwrap();
        }
        // What its owner has locked is opened at the counter; what the authority has locked is not.
        client.post("/api/account/lock", &json!({})).await.ok(204);
        let (at, desk) = ("/api/desk/account-phone", staff(app, "canbo.danang").await);
        let card = |name: &str| json!({
            "personal_number": person.number, "full_name": name, "birth_date": person.birth, "phone": person.phone,
            "identity_checked": true,
        });
        desk.post(at, &card("Trần Thị Khác")).await.problem("no_match");
        let reset = desk.post(at, &card(person.name)).await.ok(200).json;
        assert_eq!(reset, json!({ "account": "device_reset", "phone_ends": &person.phone[person.phone.len() - 3..] }));
        let log = staff(app, "kiemtra").await.get("/api/desk/audit?action=account.secrets_reset").await.ok(200).json;
        assert_eq!((&log["rows"][0]["actor"], &log["rows"][0]["actor_name"]), (&json!("staff"), &json!("Cán bộ Ví Dụ")), "{log}");
        // An officer was talked into it by who has the phone: the other phone of the dossier locks.
        let told = app.messages(&other).await.remove(0);
        let (_, key) = told.split_once("/khoa#").unwrap_or_else(|| panic!("{told}"));
        app.client().post("/api/lock-links", &json!({ "key": key })).await.ok(200);
        let thief = app.client();
        start_activation(&thief, &person).await;
        let code = app.code(&person.phone).await;
        thief.post("/api/activation/code", &with(&code)).await.problem("account_locked");
    }

    async fn who_never_got_the_code_gets_days_anew(app) {
        let person = Person::nth(1);
        let client = app.client();
        let (receipt, desk) = approved(app, &client, &person).await;
        app.pass(9 * 86_400).await;
        let desk_again = staff(app, "canbo").await;
        drop(desk);
        reveal(&desk_again, &receipt.reference).await;
        let body = json!({ "phone": NEW, "identity_checked": true });
        assert_eq!(at_desk(&desk_again, &receipt.reference, "account-phone", body).await["account"], "l2_approved");
        let told = app.messages(NEW).await;
        assert!(told.iter().any(|text| text.contains("kich hoat")), "{told:?}");
        let person = Person { phone: NEW.to_owned(), ..person };
        activate(app, &client, &person).await;
    }

    async fn the_old_number_stops_what_the_counter_was_talked_into(app) {
        let (_, person, receipt, desk) = in_use(app, 1).await;
        reveal(&desk, &receipt.reference).await;
        at_desk(&desk, &receipt.reference, "account-phone", json!({ "phone": NEW, "identity_checked": true })).await;
        let told = app.messages(&person.phone).await.remove(0);
        let (_, key) = told.split_once("/khoa#").unwrap();
        app.client().post("/api/lock-links", &json!({ "key": key })).await.ok(200);
        let thief = app.client();
        start_activation(&thief, &Person { phone: NEW.to_owned(), ..person.clone() }).await;
        let code = app.code(NEW).await;
        thief.post("/api/activation/code", &with(&code)).await.problem("account_locked");
        // The owner comes with the card: their own lock is opened, and the number put right.
        at_desk(&desk, &receipt.reference, "account-phone", json!({ "phone": person.phone, "identity_checked": true })).await;
        let client = app.client();
        activate(app, &client, &person).await;
    }
}
