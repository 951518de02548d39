//! Two officers have one person on their screens. Whoever presses second is told that something changed meanwhile, and what the
//! first did stands, whether they press one after the other or at the same moment.

use crate::{
    queue::{QUEUE, at, next, walks_in},
    support::{answer::Answer, app::TestApp, both, client::Client, flow::*},
};
use serde_json::{Value, json};

/// Two of one office, and somebody at their counter.
async fn at_counter(app: &TestApp, person: &Person) -> (Client, Client, Receipt) {
    let client = app.client();
    let receipt = book(app, &client, person, "07:30").await;
    app.pass(TO_OPENING).await;
    let (one, other) = (staff(app, "canbo").await, staff(app, "truong").await);
    at_desk(&one, &receipt.reference, "check-in", json!({})).await;
    at_desk(&one, &receipt.reference, "start-intake", json!({})).await;
    (one, other, receipt)
}

fn path(receipt: &Receipt, step: &str) -> String {
    format!("/api/desk/dossiers/{}/{step}", receipt.reference)
}

fn received(residence: &str) -> Value {
    json!({
        "form_signed": true, "biometrics_done": true, "residence": residence, "old_card_returned": false, "account_form_signed": true,
    })
}

fn asked(what: &str) -> Value {
    json!({ "what": [what], "papers": ["birth_certificate"], "reason": "Khác với giấy khai sinh" })
}

/// Every way a dossier can go at the counter.
fn ways() -> [(&'static str, Value); 3] {
    [
        ("receive", received("temporary")),
        ("data-correction", asked("birth_date")),
        ("refuse", json!({ "reason": "Chưa có quốc tịch Việt Nam" })),
    ]
}

/// The first did it; nothing of what the second wants is taken, by whichever way.
async fn second_is_told(other: &Client, receipt: &Receipt) {
    let dossier = format!("/api/desk/dossiers/{}", receipt.reference);
    let before = other.get(&dossier).await.ok(200).json;
    for (step, body) in ways() {
        other
            .post(&path(receipt, step), &body)
            .await
            .problem("state_conflict");
    }
    assert_eq!(other.get(&dossier).await.ok(200).json, before);
}

/// One of two at the same moment was first, and the other is told so.
fn one_was_first(answers: [Answer; 2], status: u16) {
    let [one, other] = answers;
    let (first, second) = if one.status == status {
        (one, other)
    } else {
        (other, one)
    };
    first.ok(status);
    second.problem("state_conflict");
}

both! {
    async fn what_was_received_is_not_received_again_nor_refused(app) {
        let (one, other, receipt) = at_counter(app, &Person::nth(1)).await;
        at_desk(&one, &receipt.reference, "receive", received("permanent")).await;
        second_is_told(&other, &receipt).await;
    }

    async fn what_the_person_was_asked_for_is_not_asked_otherwise(app) {
        let (client, person) = (app.client(), Person::nth(2));
        let (one, other, receipt) = at_counter(app, &person).await;
        at_desk(&one, &receipt.reference, "data-correction", asked("name")).await;
        second_is_told(&other, &receipt).await;
        client.use_key(&receipt.key);
        let told = client.get(&format!("/api/dossiers/{}/correction", receipt.reference)).await.ok(200).json;
        assert_eq!(told["what"], json!(["name"]));
    }

    async fn a_refusal_keeps_its_reason(app) {
        let (client, person) = (app.client(), Person::nth(3));
        let (one, other, receipt) = at_counter(app, &person).await;
        at_desk(&one, &receipt.reference, "refuse", json!({ "reason": "Thiếu người đại diện hợp pháp" })).await;
        second_is_told(&other, &receipt).await;
        client.use_key(&receipt.key);
        let told = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!((told.str("state"), told.str("message")), ("refused", "Thiếu người đại diện hợp pháp"));
    }

    async fn a_card_goes_into_one_pair_of_hands(app) {
        let (client, person) = (app.client(), Person::nth(4));
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        let (one, other) = (staff(app, "canbo").await, staff(app, "truong").await);
        receive(app, &one, &receipt.reference).await;
        decide(app, &one).await;
        at_desk(&one, &receipt.reference, "card-arrived", json!({})).await;
        app.work().await;
        at_desk(&one, &receipt.reference, "hand-over", seen_slip()).await;
        let mother = json!({ "other": { "name": "Trần Thị Mẫu", "relation": "parent", "card_shown": true } });
        other.post(&path(&receipt, "hand-over"), &mother).await.problem("state_conflict");
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!((seen.str("state"), seen.json["collected_for"].as_str().unwrap_or_default()), ("handed_over", ""));
    }

    async fn of_two_at_the_same_moment_one_is_told(app) {
        let (client, person) = (app.client(), Person::nth(5));
        let (one, other, receipt) = at_counter(app, &person).await;
        let [(receive, given), (correct, wanted), _] = ways();
        let (receive, correct) = (path(&receipt, receive), path(&receipt, correct));
        let answers = tokio::join!(one.post(&receive, &given), other.post(&correct, &wanted));
        one_was_first(answers.into(), 200);
        client.use_key(&receipt.key);
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        let state = seen.str("state");
        assert!(["received", "sent_to_ministry", "data_correction"].contains(&state), "{state}");
        let told = app.messages(&person.phone).await;
        let said = told.iter().filter(|text| text.contains("Da tiep nhan ho so") || text.contains("mang giay khai sinh"));
        assert_eq!(said.count(), 1, "{told:?}");
        assert_eq!(app.inside().store.check_invariants().await.unwrap(), Vec::<String>::new());
    }

    async fn a_ticket_at_the_counter_becomes_one_dossier(app) {
        let (one, other) = (staff(app, "canbo").await, staff(app, "truong").await);
        walks_in(&one, "none").await;
        let ticket = at(&next(&one, 1).await, 1);
        let path = format!("{QUEUE}/{}/dossier", ticket["id"].as_str().unwrap());
        let wanted = |n| json!({ "service": "card", "reason": "ex_age", "applicant": Person::nth(n).applicant(), "lang": "vi" });
        let (first, second) = (wanted(6), wanted(7));
        let answers = tokio::join!(one.post(&path, &first), other.post(&path, &second));
        one_was_first(answers.into(), 201);
    }
}
