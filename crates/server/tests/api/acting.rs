//! Staff who do for a person, on the person's own page, what the person could.

use crate::support::{answer::Answer, both, client::Client, client::fresh_key, flow::*};
use reqwest::Method;
use serde_json::{Value, json};

async fn send(client: &Client, method: Method, path: &str, key: &str, body: Option<&Value>) -> Answer {
    let request = client
        .request(method, path)
        .header("x-assisted", "1")
        .header("x-access-key", key);
    let request = match body {
        Some(body) => request.header("idempotency-key", fresh_key()).json(body),
        None => request,
    };
    client.send(request).await
}

both! {
    async fn what_is_done_for_a_person_is_done_by_staff(app) {
        let own = app.client();
        let receipt = book(app, &own, &Person::nth(1), "07:30").await;
        own.use_key(&receipt.key);
        let (desk, page) = (staff(app, "canbo").await, format!("/api/dossiers/{}", receipt.reference));
        let act = format!("/api/desk/dossiers/{}/act", receipt.reference);
        // A reason comes first.
        desk.post(&act, &json!({})).await.problem("state_conflict");
        let reveal = format!("/api/desk/dossiers/{}/reveal", receipt.reference);
        desk.post(&reveal, &json!({ "reason": "at_counter" })).await.ok(200);
        let lent = desk.post(&act, &json!({})).await.ok(200);
        let key = lent.str("key");
        let seen = send(&desk, Method::GET, &page, key, None).await.ok(200);
        assert_eq!(seen.json["scope"], "manage");
        // The same rules: moved to a place that is held, counted as a change of the person's.
        let held = send(&desk, Method::POST, "/api/holds", key, Some(&hold_body("09:00"))).await.ok(201);
        let path = format!("/api/bookings/{}/reschedule", receipt.reference);
        let body = json!({ "hold_id": held.str("id") });
        let moved = send(&desk, Method::POST, &path, key, Some(&body)).await.ok(200);
        assert_eq!(moved.json["visit"]["starts_at"], format!("{DAY}T09:00:00"));
        let before = &seen.json["changes"]["reschedules_left"];
        assert_eq!(moved.json["changes"]["reschedules_left"].as_u64(), before.as_u64().map(|left| left - 1));
        // What would outlive the reason, or show more than it opened, is the person's alone.
        for only in ["links", "export", "forget"] {
            let path = format!("/api/dossiers/{}/{only}", receipt.reference);
            send(&desk, Method::POST, &path, key, Some(&json!({}))).await.problem("not_allowed");
        }
        let path = format!("/api/bookings/{}/cancel", receipt.reference);
        send(&desk, Method::POST, &path, key, Some(&json!({}))).await.ok(200);
        let case = desk.get(&format!("/api/desk/dossiers/{}", receipt.reference)).await.ok(200);
        let last = case.json["events"].as_array().unwrap().last().unwrap();
        let told = (&last["state"], &last["actor"], &last["note"]);
        assert_eq!(told, (&json!("cancelled"), &json!("officer"), &json!("assisted")));
        let mut tx = app.inside().store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "staff", "demo-canbo", 20).await.unwrap();
        drop(tx);
        let actions: Vec<_> = log.iter().map(|entry| entry.action.as_str()).collect();
        assert!(actions.contains(&"dossier.act") && actions.contains(&"dossier.cancelled"), "{actions:?}");
        // The person reads it, without a name.
        let read = own.get(&page).await.ok(200);
        let acted: Vec<_> = read.json["looks"].as_array().unwrap().iter().map(|look| &look["acted"]).collect();
        assert_eq!(acted, [&json!(true), &json!(false)]);
    }

    async fn a_lent_key_is_worth_nothing_elsewhere(app) {
        let receipt = book(app, &app.client(), &Person::nth(2), "07:30").await;
        let page = format!("/api/dossiers/{}", receipt.reference);
        let (desk, other) = (staff(app, "canbo").await, staff(app, "truong").await);
        let path = format!("/api/desk/dossiers/{}", receipt.reference);
        desk.post(&format!("{path}/reveal"), &json!({ "reason": "at_counter" })).await.ok(200);
        let lent = desk.post(&format!("{path}/act"), &json!({})).await.ok(200);
        let key = lent.str("key");
        // In no other session, in none at all, and not as an ordinary request of the same one.
        other.post(&format!("{path}/act"), &json!({})).await.problem("state_conflict");
        send(&other, Method::GET, &page, key, None).await.problem("no_match");
        send(&app.client(), Method::GET, &page, key, None).await.problem("not_signed_in");
        for client in [&desk, &app.client()] {
            client.use_key(key);
            client.get(&page).await.problem("no_match");
        }
        send(&desk, Method::GET, &page, key, None).await.ok(200);
        // Half an hour, and the reason is over.
        app.pass(20 * 60).await;
        send(&desk, Method::GET, &page, key, None).await.ok(200);
        app.pass(11 * 60).await;
        send(&desk, Method::GET, &page, key, None).await.problem("no_match");
        desk.delete("/api/desk/session").await.ok(204);
        send(&desk, Method::GET, &page, key, None).await.problem("not_signed_in");
    }

    async fn another_offices_staff_find_nobody(app) {
        let receipt = book(app, &app.client(), &Person::nth(3), "07:30").await;
        let path = format!("/api/desk/dossiers/{}/act", receipt.reference);
        staff(app, "canbo.danang").await.post(&path, &json!({})).await.problem("no_match");
        staff(app, "kiemtra").await.post(&path, &json!({})).await.problem("not_allowed");
    }
}
