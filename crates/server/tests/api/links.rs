//! A link that only shows, for a relative who follows from afar.

use crate::support::{both, flow::*};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Whether a field says nothing.
fn empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Bool(true) => false,
        Value::Number(number) => number.as_u64() == Some(0),
        Value::String(text) => text.is_empty() || text == "none",
        Value::Array(all) => all.is_empty(),
        Value::Object(fields) => fields.values().all(empty),
    }
}

/// What an answer says: the names of its fields that hold something.
fn shown(view: &Value) -> BTreeSet<&str> {
    let fields = view.as_object().unwrap().iter();
    fields
        .filter(|(_, value)| !empty(value))
        .map(|(name, _)| name.as_str())
        .collect()
}

/// All that a link may show of a booked visit. A new field of the receipt is not among them until somebody writes it here.
fn shown_by_a_link() -> BTreeSet<&'static str> {
    BTreeSet::from([
        "reference",
        "scope",
        "state",
        "service",
        "reason",
        "visit",
        "timeline",
        "notices",
        "now",
        "hotline",
        "demo",
    ])
}

both! {
    async fn a_shared_link_shows_the_steps_and_nothing_of_the_person(app) {
        let person = Person::nth(1);
        let client = app.client();
        let receipt = book(app, &client, &person, "08:00").await;
        client.use_key(&receipt.key);
        let dossier = format!("/api/dossiers/{}", receipt.reference);
        let links = format!("{dossier}/links");
        let made = client.post(&links, &json!({})).await.ok(201);
        // The message of the booking goes out.
        app.work().await;
        let relative = app.client();
        relative.post(&links, &json!({})).await.problem("no_match");
        relative.use_key(made.str("key"));
        let seen = relative.get(&dossier).await.ok(200);
        assert_eq!((seen.str("scope"), seen.str("phone_ends"), seen.str("full_name")), ("read", "", ""));
        assert!(!seen.text.contains(person.name) && !seen.text.contains(&person.number));
        assert!(!seen.text.contains(&person.phone[person.phone.len() - 6..]));
        assert_eq!(shown(&seen.json), shown_by_a_link());
        // Its owner sees more: the list would prove nothing if everything were empty for everybody.
        let own = client.get(&dossier).await.ok(200);
        let own = shown(&own.json);
        assert!(own.len() > shown_by_a_link().len() + 6, "{own:?}");
        // It hands on nothing and changes nothing.
        relative.post(&links, &json!({})).await.problem("not_allowed");
        relative.delete(&links).await.problem("not_allowed");
        relative.post(&format!("/api/bookings/{}/cancel", receipt.reference), &json!({})).await.problem("not_allowed");

        client.delete(&links).await.ok(204);
        relative.get(&dossier).await.problem("no_match");
        assert_eq!(client.get(&dossier).await.ok(200).json["scope"], "manage");

        // Thirty days, and not one more.
        let made = client.post(&links, &json!({})).await.ok(201);
        relative.use_key(made.str("key"));
        app.pass(29 * 86_400).await;
        relative.get(&dossier).await.ok(200);
        app.pass(2 * 86_400).await;
        relative.get(&dossier).await.problem("no_match");
    }
}
