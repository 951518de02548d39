//! How a person wishes to be written to.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_domain::notice::Kind;
use serde_json::{Value, json};

const OTHER: &str = "+84912345678";

fn path(receipt: &Receipt) -> String {
    format!("/api/dossiers/{}/notices", receipt.reference)
}

/// A visit on Monday at nine, with a second phone.
async fn booked(app: &TestApp, client: &Client, person: &Person, time: &str) -> Receipt {
    let mut wanted = hold_body(time);
    wanted["starts_at"] = json!(format!("2026-11-30T{time}:00"));
    let place = client.post("/api/holds", &wanted).await.ok(201);
    let proof = prove(app, client, &person.phone).await;
    let mut body = booking_body(person, place.str("id"), &proof);
    body["applicant"]["contact_phone"] = json!(OTHER);
    let made = client.post("/api/bookings", &body).await.ok(201);
    client.use_key(made.str("key"));
    Receipt {
        reference: made.str("reference").to_owned(),
        key: made.str("key").to_owned(),
    }
}

fn wishes(lang: &str, reminders: bool, phones: &str) -> Value {
    json!({ "lang": lang, "reminders": reminders, "phones": phones })
}

async fn reminders(app: &TestApp, phone: &str) -> usize {
    let all = app.messages(phone).await;
    all.iter()
        .filter(|text| text.contains("Nhac lich") || text.contains("Reminder"))
        .count()
}

both! {
    async fn without_reminders_what_must_be_said_still_comes(app) {
        app.work().await;
        let (person, client) = (Person::nth(1), app.client());
        let receipt = booked(app, &client, &person, "09:00").await;
        let seen = client.get(&path(&receipt)).await.ok(200);
        assert_eq!(seen.json["wishes"], wishes("vi", true, "both"));
        assert_eq!(seen.str("contact_ends"), "678");
        client.put(&path(&receipt), &wishes("en", false, "contact")).await.ok(200);
        // Both phones learn of the change, in the new language.
        for phone in [person.phone.as_str(), OTHER] {
            assert!(app.messages(phone).await[0].contains("how we write to you was changed"), "{phone}");
        }
        let (codes, other) = (app.messages(&person.phone).await.len(), app.messages(OTHER).await.len());
        client.put(&path(&receipt), &wishes("en", false, "contact")).await.ok(200);
        assert_eq!(app.messages(OTHER).await.len(), other, "nothing was changed");
        app.pass(6 * 86_400).await;
        assert_eq!(reminders(app, OTHER).await, 0);
        client.post(&format!("/api/bookings/{}/cancel", receipt.reference), &json!({})).await.ok(200);
        assert_eq!(app.messages(OTHER).await.len(), other + 1, "the cancellation");
        assert_eq!(app.messages(&person.phone).await.len(), codes, "it goes to the other phone alone");
    }

    async fn nobody_is_reminded_at_night(app) {
        app.work().await;
        let (person, client) = (Person::nth(2), app.client());
        booked(app, &client, &person, "07:30").await;
        // Monday 8:00 to Sunday noon, and then to Monday 6:59: the reminder of 5:30 waits.
        app.pass(6 * 86_400 + 4 * 3_600).await;
        app.pass(19 * 3_600 - 60).await;
        let before = reminders(app, &person.phone).await;
        app.pass(120).await;
        assert_eq!(reminders(app, &person.phone).await, before + 1);
    }

    async fn only_the_owner_says_so_and_only_to_phones_there_are(app) {
        let (person, client) = (Person::nth(3), app.client());
        let receipt = book(app, &client, &person, "08:00").await;
        let refused = client.put(&path(&receipt), &wishes("vi", true, "contact")).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["phones:choice_unknown"]);
        client.put(&path(&receipt), &wishes("vi", true, "pigeon")).await.problem("malformed_body");
        let link = client.post(&format!("/api/dossiers/{}/links", receipt.reference), &json!({})).await.ok(201);
        let afar = app.client();
        afar.use_key(link.str("key"));
        afar.get(&path(&receipt)).await.problem("not_allowed");
        afar.put(&path(&receipt), &wishes("vi", true, "codes")).await.problem("not_allowed");
    }

    async fn every_notice_of_a_dossier_is_listed_by_a_name_that_has_words(app) {
        let (person, client) = (Person::nth(4), app.client());
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        receive(app, &desk, &receipt.reference).await;
        decide(app, &desk).await;
        let sent = app.messages(&person.phone).await;
        let codes = sent.iter().filter(|text| text.contains("Ma xac nhan")).count();
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        let listed = seen.json["notices"].as_array().unwrap().clone();
        let foreign: Vec<_> = listed.iter().filter(|one| Kind::parse(one["kind"].as_str().unwrap()).is_none()).collect();
        assert!(foreign.is_empty(), "{foreign:?}");
        assert_eq!(listed.len(), sent.len() - codes, "{sent:#?}");
    }
}
