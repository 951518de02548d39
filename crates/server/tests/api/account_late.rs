//! An account past its lawful day: said with the dossier, and asked about at the office that took it.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

/// From the morning of Wednesday 25 November to Tuesday 15 December.
const LATER: u32 = 20 * 86_400;

async fn for_account(app: &TestApp, client: &Client, person: &Person) -> Receipt {
    let mut wanted = hold_body("08:00");
    wanted["service"] = json!("account");
    let held = client.post("/api/holds", &wanted).await.ok(201);
    let proof = prove(app, client, &person.phone).await;
    let mut body = booking_body(person, held.str("id"), &proof);
    body["service"] = json!("account");
    body.as_object_mut().unwrap().remove("reason");
    let booked = client.post("/api/bookings", &body).await.ok(201);
    client.use_key(booked.str("key"));
    Receipt {
        reference: booked.str("reference").to_owned(),
        key: booked.str("key").to_owned(),
    }
}

/// Nothing is decided by itself.
async fn by_files(app: &TestApp) {
    let manager = staff(app, "truong").await;
    manager
        .put("/api/desk/ministry", &json!({ "pace": "files" }))
        .await
        .ok(200);
}

fn progress(state: &str, due_on: Option<&str>, days: u16) -> Value {
    json!({ "state": state, "activate_by": null, "due_on": due_on, "overdue_days": days })
}

both! {
    /// Story: "everything at the counter is done" stood there in green while the account was eleven working days late.
    async fn an_account_alone_has_its_own_lawful_day(app) {
        let client = app.client();
        let receipt = for_account(app, &client, &Person::nth(1)).await;
        let dossier = format!("/api/dossiers/{}", receipt.reference);
        by_files(app).await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        receive(app, &desk, &receipt.reference).await;
        let seen = client.get(&dossier).await.ok(200).json;
        // Three working days from Wednesday.
        assert_eq!((&seen["state"], &seen["account"]), (&json!("completed"), &progress("l2_requested", Some("2026-11-30"), 0)));

        app.pass(LATER).await;
        let seen = client.get(&dossier).await.ok(200).json;
        assert_eq!(seen["account"], progress("l2_requested", Some("2026-11-30"), 11));
        assert_eq!((&seen["overdue_days"], &seen["may_ask"]), (&json!(0), &json!(true)));
        // Who follows by a link sees that it is late, and asks nothing.
        let follower = app.client();
        let link = client.post(&format!("{dossier}/links"), &json!({})).await.ok(201);
        follower.use_key(link.str("key"));
        let followed = follower.get(&dossier).await.ok(200).json;
        assert_eq!((&followed["account"]["overdue_days"], &followed["may_ask"]), (&json!(11), &json!(false)));

        // To the office that took it, to no other; the answer stands with the question.
        let text = json!({ "text": "Tài khoản của tôi quá hạn duyệt 11 ngày làm việc." });
        client.post(&format!("{dossier}/questions"), &text).await.ok(201);
        let elsewhere = staff(app, "canbo.danang").await;
        assert_eq!(elsewhere.get("/api/desk/tickets").await.ok(200).json["waiting"], json!([]));
        let desk = staff(app, "canbo").await;
        let waiting = desk.get("/api/desk/tickets").await.ok(200).json["waiting"].clone();
        assert_eq!((&waiting[0]["reference"], &waiting[0]["question"]["text"]), (&json!(receipt.reference), &text["text"]));
        let answer = format!("/api/desk/tickets/{}/answer", waiting[0]["id"].as_str().unwrap());
        desk.post(&answer, &json!({ "text": "Đã báo cơ quan duyệt." })).await.ok(204);
        let seen = client.get(&dossier).await.ok(200).json;
        assert_eq!(seen["questions"][0]["answer"], "Đã báo cơ quan duyệt.");
    }

    async fn an_account_with_a_card_has_the_day_of_both_until_it_is_judged(app) {
        let client = app.client();
        let receipt = book(app, &client, &Person::nth(2), "08:00").await;
        let dossier = format!("/api/dossiers/{}", receipt.reference);
        assert_eq!(client.get(&dossier).await.ok(200).json["account"], Value::Null, "asked for at the counter");
        by_files(app).await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        receive(app, &desk, &receipt.reference).await;
        app.pass(LATER).await;
        let seen = client.get(&dossier).await.ok(200).json;
        assert_eq!(seen["account"], progress("l2_requested", Some("2026-12-04"), 7));
        assert_eq!((&seen["due_on"], &seen["overdue_days"]), (&json!("2026-12-04"), &json!(7)));

        let desk = staff(app, "canbo").await;
        decide(app, &desk).await;
        let seen = client.get(&dossier).await.ok(200).json;
        assert_eq!(seen["account"]["state"], "l2_approved");
        assert_eq!((&seen["account"]["due_on"], &seen["account"]["overdue_days"]), (&Value::Null, &json!(0)));
    }
}
