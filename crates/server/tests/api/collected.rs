//! Who collects a card, and who does not.

use crate::{
    batches::{code, reference, seed},
    support::{app::TestApp, both, flow::*},
};
use eid_store::{audit, hand_overs, notices};
use serde_json::{Value, json};

const DAY_S: u32 = 86_400;

/// A dossier whose owner was told that the card is here.
async fn told(app: &TestApp, n: u32) -> String {
    seed(&app.inside().store, n..n + 1, OFFICE, "in_transit").await;
    let desk = staff(app, "canbo").await;
    let text = format!("dossier_code\n{}\n", code(n));
    let batch = crate::batches::bring(&desk, "arrived", "csv", &text)
        .await
        .ok(201);
    app.work().await;
    desk.post(
        &format!("/api/desk/batches/{}/confirm", batch.str("id")),
        &json!({}),
    )
    .await
    .ok(200);
    app.work().await;
    app.work().await;
    reference(n)
}

async fn row(app: &TestApp, reference: &str) -> Value {
    let list = staff(app, "truong")
        .await
        .get("/api/desk/uncollected")
        .await
        .ok(200);
    let rows = list.json["rows"].as_array().unwrap().clone();
    rows.into_iter()
        .find(|row| row["reference"] == reference)
        .unwrap_or_default()
}

both! {
    async fn somebody_else_collects_with_a_card_of_their_own(app) {
        let (person, client) = (Person::nth(1), app.client());
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        receive(app, &desk, &receipt.reference).await;
        decide(app, &desk).await;
        at_desk(&desk, &receipt.reference, "card-arrived", json!({})).await;
        app.work().await;
        let path = format!("/api/desk/dossiers/{}/hand-over", receipt.reference);
        let given = json!({ "other": { "name": "", "relation": "friend", "card_shown": false } });
        let refused = desk.post(&path, &given).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["name:required", "relation:choice_unknown", "card_shown:consent_required"]);
        let given = json!({ "other": { "name": "Trần Thị Mẫu", "relation": "parent", "card_shown": true } });
        desk.post(&path, &given).await.ok(200);
        desk.post(&path, &given).await.problem("state_conflict");
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!((seen.str("state"), seen.str("collected_for")), ("handed_over", "Trần Thị Mẫu"));
        // Whoever follows from afar learns that it was somebody else, not who.
        let link = client.post(&format!("/api/dossiers/{}/links", receipt.reference), &json!({})).await.ok(201);
        let afar = app.client();
        afar.use_key(link.str("key"));
        let seen = afar.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!(seen.str("collected_for"), "");
        let mut tx = app.inside().store.read().await.unwrap();
        let log = audit::of_actor(&mut tx, "staff", "demo-canbo", 20).await.unwrap();
        let other = log.iter().find(|entry| entry.action == "dossier.collected_by_other").unwrap();
        assert_eq!(other.reason.as_deref(), Some("parent"));
        assert!(log.iter().all(|entry| !format!("{entry:?}").contains("Mẫu")), "no name in the audit");
    }

    async fn the_owner_collects(app) {
        let reference = told(app, 1).await;
        let desk = staff(app, "canbo").await;
        let path = format!("/api/desk/dossiers/{reference}/hand-over");
        let refused = desk.post(&path, &json!({})).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["seen:required", "same_person:consent_required"]);
        at_desk(&desk, &reference, "hand-over", seen_slip()).await;
        let mut tx = app.inside().store.read().await.unwrap();
        let given = hand_overs::of_dossier(&mut tx, "s1").await.unwrap().unwrap();
        assert!(given.other.is_none() && given.staff_id == "demo-canbo" && given.seen == "slip");
    }

    async fn a_card_nobody_comes_for(app) {
        let reference = told(app, 1).await;
        let manager = staff(app, "truong").await;
        let seen = row(app, &reference).await;
        assert_eq!((&seen["days"], &seen["unclaimed"], &seen["may_tell"]), (&json!(0), &json!(false), &json!(true)));
        app.pass(10 * DAY_S).await;
        let messages = app.messages("+84990000000").await;
        assert!(messages[0].contains("van cho ban"), "{messages:?}");
        let seen = row(app, &reference).await;
        assert_eq!((&seen["days"], &seen["told"]["state"], &seen["may_tell"]), (&json!(10), &json!("sent"), &json!(false)));
        // Not twice a week, whoever writes.
        let manager_again = staff(app, "truong").await;
        let body = json!({ "references": [reference, "000-000-001"] });
        let told = manager_again.post("/api/desk/uncollected/messages", &body).await.ok(200);
        assert_eq!(told.json, json!({ "written": 0, "left_out": 2 }));
        app.pass(7 * DAY_S).await;
        staff(app, "canbo").await.post("/api/desk/uncollected/messages", &body).await.problem("not_allowed");
        let told = staff(app, "truong").await.post("/api/desk/uncollected/messages", &body).await.ok(200);
        assert_eq!(told.json, json!({ "written": 1, "left_out": 1 }));
        let seen = row(app, &reference).await;
        assert_eq!(seen["told"]["state"], "queued");
        // What cannot be sent is told.
        let mut tx = app.inside().store.begin().await.unwrap();
        for notice in notices::of_kind(&mut tx, "uncollected", &["s1"]).await.unwrap() {
            notices::mark_failed(&mut tx, &notice.id, None).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(row(app, &reference).await["told"]["state"], "failed");
        // The reminder of the twentieth day would be the second of a week: it is left out.
        app.pass(3 * DAY_S).await;
        assert_eq!(row(app, &reference).await["told"]["state"], "failed");
        app.pass(11 * DAY_S).await;
        let seen = row(app, &reference).await;
        assert_eq!((&seen["unclaimed"], seen["days"].as_u64()), (&json!(true), Some(30)));
        let others = staff(app, "canbo.danang").await.get("/api/desk/uncollected").await.ok(200);
        assert_eq!(others.json["rows"], json!([]));
        drop(manager);
        let desk = staff(app, "canbo").await;
        at_desk(&desk, &reference, "hand-over", seen_slip()).await;
        assert_eq!(row(app, &reference).await, Value::Null);
    }
}
