//! A link that only shows, for a relative who follows from afar.

use crate::support::{both, flow::*};
use serde_json::json;

both! {
    async fn a_shared_link_shows_the_steps_and_nothing_of_the_person(app) {
        let person = Person::nth(1);
        let client = app.client();
        let receipt = book(app, &client, &person, "08:00").await;
        client.use_key(&receipt.key);
        let dossier = format!("/api/dossiers/{}", receipt.reference);
        let links = format!("{dossier}/links");
        let made = client.post(&links, &json!({})).await.ok(201);
        let relative = app.client();
        relative.post(&links, &json!({})).await.problem("no_match");
        relative.use_key(made.str("key"));
        let seen = relative.get(&dossier).await.ok(200);
        assert_eq!((seen.str("scope"), seen.str("phone_ends"), seen.str("full_name")), ("read", "", ""));
        assert!(!seen.text.contains(person.name) && !seen.text.contains(&person.number));
        assert!(!seen.text.contains(&person.phone[person.phone.len() - 6..]));
        assert!(seen.json["slip"].is_null() && seen.json["slip_code"].is_null());
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
