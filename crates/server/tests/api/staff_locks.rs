//! What staff do for an account at the counter and on the phone: locking and opening it, and receiving who has one already.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

fn password(person: &Person) -> Value {
    json!({ "personal_number": person.number, "password": PASSWORD })
}

async fn in_use(app: &TestApp, n: u32) -> (Client, Person, Receipt, Client) {
    let person = Person::nth(n);
    let client = app.client();
    let (receipt, desk) = approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    client.post("/api/session", &password(&person)).await.ok(200);
    (client, person, receipt, desk)
}

async fn reveal(desk: &Client, reference: &str, why: &str) {
    at_desk(desk, reference, "reveal", json!({ "reason": why })).await;
}

fn path(receipt: &Receipt, step: &str) -> String {
    format!("/api/desk/dossiers/{}/{step}", receipt.reference)
}

/// Books another visit for the account alone, on a day after the first.
async fn for_account(app: &TestApp, client: &Client, person: &Person, day: &str) -> Receipt {
    let place = json!({
        "office_id": OFFICE, "starts_at": format!("{day}T09:00:00"), "service": "account", "age_group": "from_14_to_59",
    });
    let place = client
        .post("/api/holds", &place)
        .await
        .ok(201)
        .str("id")
        .to_owned();
    let proof = prove(app, client, &person.phone).await;
    let body = json!({
        "hold_id": place, "service": "account", "applicant": person.applicant(), "phone_proof": proof, "lang": "vi",
        "declared": true,
    });
    let booked = client.post("/api/bookings", &body).await.ok(201);
    client.use_key(booked.str("key"));
    Receipt {
        reference: booked.str("reference").to_owned(),
        key: booked.str("key").to_owned(),
    }
}

async fn intake(desk: &Client, reference: &str) {
    at_desk(desk, reference, "check-in", json!({})).await;
    at_desk(desk, reference, "start-intake", json!({})).await;
}

fn given() -> Value {
    json!({
        "form_signed": true, "biometrics_done": true, "residence": "permanent", "old_card_returned": false,
        "account_form_signed": true, "remark": "",
    })
}

both! {
    async fn the_hotline_locks_for_who_calls_and_the_counter_opens(app) {
        let (client, person, receipt, desk) = in_use(app, 1).await;
        let help = staff(app, "hotro").await;
        let own = json!({ "reason": "own_request" });
        // First a reason to look at the person at all.
        help.post(&path(&receipt, "lock-account"), &own).await.problem("state_conflict");
        reveal(&help, &receipt.reference, "call_back").await;
        let death = help.post(&path(&receipt, "lock-account"), &json!({ "reason": "death" })).await;
        assert_eq!(death.problem("invalid_fields").fields(), ["reason:choice_unknown"]);
        help.post(&path(&receipt, "lock-account"), &json!({ "reason": "x" })).await.problem("malformed_body");
        assert_eq!(at_desk(&help, &receipt.reference, "lock-account", own.clone()).await["account"], "locked");
        help.post(&path(&receipt, "lock-account"), &own).await.problem("state_conflict");
        client.get("/api/account").await.problem("not_signed_in");
        assert!(app.messages(&person.phone).await[0].contains("da khoa theo yeu cau cua ban"));
        assert_eq!(client.post("/api/session", &password(&person)).await.ok(200).json["next"], "locked");
        // It is opened where the person stands, by who has looked at them.
        let checked = json!({ "identity_checked": true });
        help.post(&path(&receipt, "unlock-account"), &checked).await.problem("not_allowed");
        desk.post(&path(&receipt, "unlock-account"), &checked).await.problem("state_conflict");
        reveal(&desk, &receipt.reference, "at_counter").await;
        let blind = desk.post(&path(&receipt, "unlock-account"), &json!({ "identity_checked": false })).await;
        assert_eq!(blind.problem("invalid_fields").fields(), ["identity_checked:consent_required"]);
        assert_eq!(at_desk(&desk, &receipt.reference, "unlock-account", checked.clone()).await["account"], "l2_active");
        desk.post(&path(&receipt, "unlock-account"), &checked).await.problem("state_conflict");
        assert!(app.messages(&person.phone).await[0].contains("mo khoa"));
        client.post("/api/session", &password(&person)).await.ok(200);
        let auditor = staff(app, "kiemtra").await;
        let audit = auditor.get("/api/desk/audit").await.ok(200).text;
        for action in ["dossier.lock_account", "dossier.unlock_account"] {
            assert!(audit.contains(action), "{action}");
        }
    }

    async fn what_the_authority_has_locked_is_not_opened_at_the_counter(app) {
        let (client, person, receipt, desk) = in_use(app, 2).await;
        reveal(&desk, &receipt.reference, "at_counter").await;
        at_desk(&desk, &receipt.reference, "lock-account", json!({ "reason": "authority_request" })).await;
        let told = app.messages(&person.phone).await.remove(0);
        assert!(told.contains("theo quy dinh") && !told.contains("yeu cau cua ban"), "{told}");
        client.post("/api/session", &password(&person)).await.problem("account_locked");
        let checked = json!({ "identity_checked": true });
        desk.post(&path(&receipt, "unlock-account"), &checked).await.problem("account_locked");
    }

    /// "Đặt lịch xin mở lại": whoever let the seven days pass and comes for the account alone has them anew.
    async fn who_is_overdue_and_books_again_gets_the_days_at_the_counter(app) {
        let (client, person) = (app.client(), Person::nth(3));
        let (first, _) = approved(app, &client, &person).await;
        // The card is in the owner's hands meanwhile: one open dossier a person.
        close(app, &first).await;
        app.pass(8 * 86_400).await;
        let second = for_account(app, &client, &person, "2026-12-08").await;
        app.pass(5 * 86_400 + 3_600).await;
        let desk = staff(app, "canbo").await;
        let seen = desk.get(&format!("/api/desk/dossiers/{}", second.reference)).await.ok(200);
        assert_eq!(seen.json["account"], "l2_overdue");
        intake(&desk, &second.reference).await;
        let done = at_desk(&desk, &second.reference, "receive", given()).await;
        assert_eq!((&done["state"], &done["account"]), (&json!("completed"), &json!("l2_approved")));
        app.work().await;
        let told = app.messages(&person.phone).await;
        assert!(told.iter().any(|text| text.contains("han cuoi")), "{told:?}");
        let received = told.iter().find(|text| text.contains("Da tiep nhan")).unwrap();
        assert!(!received.contains("hen tra"), "{received}");
        let seen = client.get(&format!("/api/dossiers/{}", second.reference)).await.ok(200);
        assert_eq!(seen.json["account"]["state"], "l2_approved");
        activate(app, &client, &person).await;
        client.post("/api/session", &password(&person)).await.ok(200);
        let account = client.get("/api/account").await.ok(200);
        let events = account.json["events"].as_array().unwrap();
        let actions = events.iter().map(|event| event["action"].as_str().unwrap());
        let actions: Vec<&str> = actions.filter(|action| *action != "account.code_sent").collect();
        assert_eq!(actions[1..4], ["account.l2_active", "account.reopened", "account.l2_overdue"]);
    }

    async fn who_has_the_account_already_is_promised_no_day(app) {
        let (client, person, first, _) = in_use(app, 4).await;
        close(app, &first).await;
        let second = for_account(app, &client, &person, "2026-11-26").await;
        app.pass(86_400).await;
        let desk = staff(app, "canbo").await;
        intake(&desk, &second.reference).await;
        let done = at_desk(&desk, &second.reference, "receive", given()).await;
        assert_eq!((&done["state"], &done["account"]), (&json!("completed"), &json!("l2_active")));
        app.work().await;
        let told = app.messages(&person.phone).await;
        let received = told.iter().find(|text| text.contains("Da tiep nhan")).unwrap();
        assert!(!received.contains("hen tra"), "{received}");
        let seen = client.get(&format!("/api/dossiers/{}", second.reference)).await.ok(200);
        assert_eq!(seen.json["account"]["state"], "l2_active");
        let stages = seen.json["timeline"].as_array().unwrap();
        let activated = stages.iter().find(|stage| stage["kind"] == "account_activated").unwrap();
        assert_eq!(activated["status"]["is"], "done", "{activated}");
    }

    async fn one_number_is_for_one_account(app) {
        let second = Person { phone: Person::nth(5).phone, ..Person::nth(6) };
        let receipt = book(app, &app.client(), &second, "08:00").await;
        app.pass(61).await;
        let (.., desk) = in_use(app, 5).await;
        intake(&desk, &receipt.reference).await;
        let refused = desk.post(&path(&receipt, "receive"), &given()).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["account_phone:phone_taken"]);
        let with = |phone: &str| {
            let mut body = given();
            body["account_phone"] = json!(phone);
            body
        };
        let wrong = desk.post(&path(&receipt, "receive"), &with("1234")).await.problem("invalid_fields");
        assert!(wrong.fields()[0].starts_with("account_phone:"), "{}", wrong.text);
        let own = Person::nth(6).phone;
        assert_eq!(at_desk(&desk, &receipt.reference, "receive", with(&own)).await["account"], "l2_requested");
        app.work().await;
        decide(app, &desk).await;
        activate(app, &app.client(), &Person::nth(6)).await;
    }
}

/// Brings a dossier to its end, so that another can be opened.
async fn close(app: &TestApp, receipt: &Receipt) {
    let desk = staff(app, "canbo").await;
    for _ in 0..6 {
        app.pass(5).await;
    }
    let seen = desk
        .get(&format!("/api/desk/dossiers/{}", receipt.reference))
        .await
        .ok(200);
    if seen.json["state"] == "in_transit" {
        at_desk(&desk, &receipt.reference, "card-arrived", json!({})).await;
        app.work().await;
    }
    at_desk(&desk, &receipt.reference, "hand-over", seen_slip()).await;
}
