//! How a card comes to its owner: asked before it travels, changed while it waits, carried by the post.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

const LINE: &str = "12 Đường Thử Nghiệm";
const NUMBER: &str = "RR473124829VN";

fn by_post() -> Value {
    json!({ "way": "post", "line": LINE, "commune_code": "26740" })
}

fn delivery(receipt: &Receipt) -> String {
    format!("/api/dossiers/{}/delivery", receipt.reference)
}

async fn stages(client: &Client, receipt: &Receipt) -> String {
    let seen = client
        .get(&format!("/api/dossiers/{}", receipt.reference))
        .await
        .ok(200);
    let stages = seen.json["timeline"].as_array().unwrap().clone();
    let word = |stage: &Value| {
        format!(
            "{}:{}",
            stage["kind"].as_str().unwrap(),
            stage["status"]["is"].as_str().unwrap()
        )
    };
    let card = stages
        .iter()
        .filter(|stage| !stage["kind"].as_str().unwrap().starts_with("account"));
    card.map(word).skip(7).collect::<Vec<_>>().join(" ")
}

async fn count(app: &TestApp, person: &Person, words: &str) -> usize {
    let messages = app.messages(&person.phone).await;
    messages.iter().filter(|text| text.contains(words)).count()
}

/// A card that is on its way to the office.
async fn travelling(app: &TestApp, client: &Client, person: &Person) -> (Receipt, Client) {
    let receipt = book(app, client, person, "07:30").await;
    client.get(&delivery(&receipt)).await.ok(200);
    let early = client.put(&delivery(&receipt), &json!({ "way": "office" })).await;
    early.problem("change_not_allowed");
    app.pass(TO_OPENING).await;
    let desk = staff(app, "canbo").await;
    receive(app, &desk, &receipt.reference).await;
    decide(app, &desk).await;
    (receipt, desk)
}

both! {
    async fn asked_before_it_travels_and_collected_by_default(app) {
        let (person, client) = (Person::nth(1), app.client());
        let (receipt, desk) = travelling(app, &client, &person).await;
        assert_eq!(count(app, &person, "xac nhan so lien he").await, 1);
        let seen = client.get(&delivery(&receipt)).await.ok(200);
        assert_eq!((seen.str("way"), &seen.json["asks"], &seen.json["confirmed_at"]), ("office", &json!(true), &json!(null)));
        let other = json!({ "way": "office", "contact_phone": "0912 345 678" });
        let chosen = client.put(&delivery(&receipt), &other).await.ok(200);
        assert_eq!((&chosen.json["asks"], chosen.str("contact_ends")), (&json!(false), "678"));
        assert_eq!(count(app, &person, "Khong phai ban chon?").await, 1);
        assert!(app.messages("+84912345678").await[0].contains("Khong phai ban chon?"));
        at_desk(&desk, &receipt.reference, "card-arrived", json!({})).await;
        app.work().await;
        assert_eq!(stages(&client, &receipt).await, "at_office:done notified:done handed_over:current");
        assert!(app.messages("+84912345678").await[0].contains("the da ve"), "the new number is written to");
    }

    async fn by_post_from_the_office_to_the_owner(app) {
        let (person, client) = (Person::nth(2), app.client());
        let (receipt, desk) = travelling(app, &client, &person).await;
        let wrong = client.put(&delivery(&receipt), &json!({ "way": "post", "line": "x", "commune_code": "26740" })).await;
        assert_eq!(wrong.problem("invalid_fields").fields(), ["line:required"]);
        let nowhere = client.put(&delivery(&receipt), &json!({ "way": "post", "line": LINE, "commune_code": "65000" })).await;
        assert_eq!(nowhere.problem("invalid_fields").fields(), ["commune_code:choice_unknown"]);
        let chosen = client.put(&delivery(&receipt), &by_post()).await.ok(200);
        assert_eq!((chosen.str("commune"), chosen.str("line")), ("Phường Sài Gòn, TP. Hồ Chí Minh", LINE));
        assert_eq!(count(app, &person, "gui buu dien den Phuong Sai Gon").await, 1);

        at_desk(&desk, &receipt.reference, "card-arrived", json!({})).await;
        app.work().await;
        assert_eq!(count(app, &person, "the da ve").await, 0, "nobody is told to come");
        assert_eq!(stages(&client, &receipt).await, "at_office:done with_post:current handed_over:to_come");
        let cards = desk.get("/api/desk/cards").await.ok(200).json;
        let card = cards["rows"].as_array().unwrap().iter().find(|row| row["reference"] == receipt.reference).unwrap();
        assert_eq!((&card["state"], &card["by_post"]), (&json!("at_office"), &json!(true)));

        // The address is seen for a reason, and never by who may not hand out cards.
        let path = format!("/api/desk/dossiers/{}", receipt.reference);
        let masked = desk.get(&path).await.ok(200);
        assert!(!masked.text.contains(LINE), "{}", masked.text);
        desk.post(&format!("{path}/reveal"), &json!({ "reason": "hand_over" })).await.ok(200);
        assert_eq!(desk.get(&path).await.ok(200).json["delivery"]["line"], LINE);

        desk.post(&format!("{path}/post-delivered"), &json!({})).await.problem("state_conflict");
        let typo = desk.post(&format!("{path}/post"), &json!({ "tracking_number": "RR473124828VN" })).await;
        assert_eq!(typo.problem("invalid_fields").fields(), ["tracking_number:reference_check"]);
        at_desk(&desk, &receipt.reference, "post", json!({ "tracking_number": "rr 473 124 829 vn" })).await;
        assert_eq!(count(app, &person, NUMBER).await, 1);
        let seen = client.get(&delivery(&receipt)).await.ok(200);
        assert_eq!((seen.str("tracking_number"), &seen.json["may_choose"]), (NUMBER, &json!(false)));
        client.put(&delivery(&receipt), &by_post()).await.problem("change_not_allowed");
        desk.post(&format!("{path}/hand-over"), &seen_slip()).await.problem("state_conflict");
        at_desk(&desk, &receipt.reference, "post-delivered", json!({})).await;
        assert_eq!(stages(&client, &receipt).await, "at_office:done with_post:done handed_over:done");
    }

    async fn changed_while_it_waits_and_brought_back(app) {
        let (person, client) = (Person::nth(3), app.client());
        let (receipt, desk) = travelling(app, &client, &person).await;
        at_desk(&desk, &receipt.reference, "card-arrived", json!({})).await;
        app.work().await;
        assert_eq!(count(app, &person, "the da ve").await, 1);
        desk.post(&format!("/api/desk/dossiers/{}/post", receipt.reference), &json!({ "tracking_number": NUMBER }))
            .await.problem("state_conflict");
        // Told to come, but would rather have it brought; then not.
        client.put(&delivery(&receipt), &by_post()).await.ok(200);
        let uncollected = desk.get("/api/desk/uncollected").await.ok(200);
        assert!(!uncollected.text.contains(&receipt.reference));
        assert_eq!(stages(&client, &receipt).await, "at_office:done notified:done with_post:current handed_over:to_come");
        client.put(&delivery(&receipt), &json!({ "way": "office" })).await.ok(200);
        app.work().await;
        assert_eq!(count(app, &person, "the da ve").await, 2);
        client.put(&delivery(&receipt), &by_post()).await.ok(200);
        at_desk(&desk, &receipt.reference, "post", json!({ "tracking_number": NUMBER })).await;
        at_desk(&desk, &receipt.reference, "post-returned", json!({ "reason": "address_wrong" })).await;
        assert_eq!(count(app, &person, "tra lai the (sai dia chi)").await, 1);
        let seen = client.get(&delivery(&receipt)).await.ok(200);
        assert_eq!((seen.str("way"), seen.str("returned"), &seen.json["asks"]), ("office", "address_wrong", &json!(true)));
        at_desk(&desk, &receipt.reference, "card-arrived", json!({})).await;
        app.work().await;
        assert_eq!(count(app, &person, "the da ve").await, 3, "collected now, unless another address is given");
    }

    async fn a_shared_link_neither_sees_nor_changes_it(app) {
        let (person, client) = (Person::nth(4), app.client());
        let (receipt, _) = travelling(app, &client, &person).await;
        client.put(&delivery(&receipt), &by_post()).await.ok(200);
        let link = client.post(&format!("/api/dossiers/{}/links", receipt.reference), &json!({})).await.ok(201);
        let afar = app.client();
        afar.use_key(link.str("key"));
        afar.get(&delivery(&receipt)).await.problem("not_allowed");
        afar.put(&delivery(&receipt), &by_post()).await.problem("not_allowed");
        app.client().get(&delivery(&receipt)).await.problem("no_match");
        let seen = afar.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert!(!seen.text.contains(LINE) && !seen.text.contains("26740"));
        let mut tx = app.inside().store.read().await.unwrap();
        let id = eid_store::dossiers::by_reference(&mut tx, &receipt.reference).await.unwrap().unwrap().id;
        let log = eid_store::audit::of_actor(&mut tx, "citizen", &id, 50).await.unwrap();
        assert!(log.iter().any(|entry| entry.action == "delivery.choose" && entry.reason.as_deref() == Some("post")));
        assert!(log.iter().all(|entry| !format!("{entry:?}").contains("Thử Nghiệm")));
    }
}
