//! Who comes without an appointment gets a dossier at the counter; who has booked sees the line from the receipt.

use crate::{
    queue::{QUEUE, arrives, at, booked, next, walks_in},
    support::{both, flow::*},
};
use serde_json::{Value, json};

fn wanted(person: &Person) -> Value {
    json!({ "service": "card", "reason": "ex_age", "applicant": person.applicant(), "lang": "vi" })
}

both! {
    async fn a_walk_in_is_received_like_everybody(app) {
        let person = Person::nth(1);
        let desk = staff(app, "canbo").await;
        walks_in(&desk, "none").await;
        let waiting = desk.get(QUEUE).await.ok(200).json["waiting"][0]["id"].clone();
        let path = |id: &Value| format!("{QUEUE}/{}/dossier", id.as_str().unwrap());
        // Nobody is given a dossier who does not stand there.
        desk.post(&path(&waiting), &wanted(&person)).await.problem("state_conflict");
        let ticket = at(&next(&desk, 1).await, 1);
        let mut wrong = wanted(&person);
        wrong["applicant"]["personal_number"] = json!("123456789");
        wrong["reason"] = Value::Null;
        let refused = desk.post(&path(&ticket["id"]), &wrong).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["applicant.personal_number:personal_number_old_cmnd", "reason:required"]);
        let opened = desk.post(&path(&ticket["id"]), &wanted(&person)).await.ok(201);
        let reference = opened.str("reference");
        desk.post(&path(&ticket["id"]), &wanted(&person)).await.problem("state_conflict");
        let row = at(&desk.get(QUEUE).await.ok(200).json, 1);
        assert_eq!((row["reference"].as_str(), row["state"].as_str()), (Some(reference), Some("serving")));
        assert_eq!((row["kind"].as_str(), row["name_masked"].as_str()), (Some("walk_in"), Some("Nguyễn V*** T***")));
        let case = desk.get(&format!("/api/desk/dossiers/{reference}")).await.ok(200).json;
        let told: Vec<_> = case["events"].as_array().unwrap().iter().map(|event| event["state"].as_str().unwrap()).collect();
        assert_eq!(told, ["booked", "checked_in", "in_intake"]);
        assert_eq!((&case["events"][0]["actor"], &case["events"][0]["note"]), (&json!("officer"), &json!("walk_in")));
        // It took no place of those who book.
        let looking = app.client();
        let free = looking.get(&format!("/api/offices/{OFFICE}/days/{DAY}?service=card&age_group=from_14_to_59")).await;
        assert!(free.ok(200).json["slots"].as_array().unwrap().iter().all(|slot| slot["free"].as_u64() > Some(0)));
        let received = at_desk(&desk, reference, "receive", json!({
            "form_signed": true, "biometrics_done": true, "old_card_returned": true, "account_form_signed": false,
            "residence": "permanent",
        })).await;
        assert_eq!(received["state"], "received");
        assert!(received["dossier_code"].is_string() && received["due_on"].is_string(), "{received}");
        assert!(app.messages(&person.phone).await[0].contains(received["dossier_code"].as_str().unwrap()));
        assert_eq!(at(&desk.get(QUEUE).await.ok(200).json, 1), Value::Null, "the line is done with them");
    }

    async fn one_open_dossier_a_person_at_the_counter_too(app) {
        let receipt = booked(app, 1, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        walks_in(&desk, "none").await;
        let ticket = at(&next(&desk, 1).await, 1);
        let path = format!("{QUEUE}/{}/dossier", ticket["id"].as_str().unwrap());
        desk.post(&path, &wanted(&Person::nth(1))).await.problem("booking_exists");
        // Another office's staff do not see the number at all.
        staff(app, "canbo.danang").await.post(&path, &wanted(&Person::nth(2))).await.problem("no_match");
        // Who stands in the line by their appointment sees it from the receipt, and nobody with a link to look on does.
        let own = app.client();
        own.use_key(&receipt.key);
        let page = format!("/api/dossiers/{}", receipt.reference);
        assert_eq!(own.get(&page).await.ok(200).json["line"], Value::Null);
        let number = arrives(&desk, &receipt).await;
        let line = own.get(&page).await.ok(200).json["line"].clone();
        assert_eq!(line["number"].as_u64(), Some(number));
        let place = app.client();
        place.use_key(line["key"].as_str().unwrap());
        assert_eq!(place.get("/api/queue").await.ok(200).json["number"].as_u64(), Some(number));
    }
}
