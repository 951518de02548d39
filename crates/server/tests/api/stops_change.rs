//! Stops that change: their hours, their teams, and the language of what parents are told.

use crate::stops::{HEADER, at, confirmed, plan, preview, row, stop};
use crate::support::{both, client::Client, flow::*};
use serde_json::{Value, json};

fn hours(from: &str, to: &str, stations: &str) -> Value {
    json!({ "from": from, "to": to, "stations": stations })
}

/// Whether anybody can have a time there.
async fn is_free(client: &Client, id: &str, time: &str) -> bool {
    let held = client.post("/api/holds", &at(id, time)).await;
    if held.status == 201 {
        let path = format!("/api/holds/{}", held.str("id"));
        client.delete(&path).await.ok(204);
    }
    held.status == 201
}

both! {
    async fn a_stop_is_given_other_hours_and_another_team(app) {
        let desk = staff(app, "truong").await;
        let id = plan(&desk, &stop("hamlet", true)).await;
        let path = format!("/api/desk/stops/{id}");
        let client = app.client();
        assert!(is_free(&client, &id, "08:00").await && !is_free(&client, &id, "09:20").await);
        let changed = desk.put(&path, &hours("08:00", "10:00", "1")).await.ok(200);
        assert_eq!((&changed.json["stop"]["stations"], &changed.json["stop"]["places"]), (&json!(1), &json!(6)));
        assert!(is_free(&client, &id, "09:20").await, "longer hours can be booked at once");
        client.post("/api/holds", &at(&id, "08:00")).await.ok(201);
        client.post("/api/holds", &at(&id, "08:00")).await.problem("slot_taken");
        for (wanted, field) in [
            (hours("", "10:00", "1"), "from:required"),
            (hours("08:00", "07:00", "1"), "to:choice_unknown"),
            (hours("08:00", "10:00", "0"), "stations:choice_unknown"),
        ] {
            assert_eq!(desk.put(&path, &wanted).await.problem("invalid_fields").fields(), [field]);
        }
        desk.put("/api/desk/stops/ld-0", &hours("08:00", "10:00", "1")).await.problem("not_found");
    }

    async fn nobody_loses_their_time_to_a_change(app) {
        let desk = staff(app, "truong").await;
        let id = plan(&desk, &stop("hamlet", true)).await;
        let path = format!("/api/desk/stops/{id}");
        let mut booked = Vec::new();
        for (n, time) in [(1, "08:00"), (2, "08:00"), (3, "08:40")] {
            let (client, person) = (app.client(), Person::nth(n));
            let hold = client.post("/api/holds", &at(&id, time)).await.ok(201);
            let proof = prove(app, &client, &person.phone).await;
            let mut body = booking_body(&person, hold.str("id"), &proof);
            body["service"] = json!("card");
            booked.push(client.post("/api/bookings", &body).await.ok(201));
        }
        let before = desk.get(&path).await.ok(200).text;
        for (wanted, field) in [
            (hours("08:30", "10:00", "2"), "from:choice_unknown"),
            (hours("08:00", "08:50", "2"), "to:choice_unknown"),
            (hours("08:00", "10:00", "1"), "stations:choice_unknown"),
        ] {
            assert_eq!(desk.put(&path, &wanted).await.problem("state_conflict").fields(), [field]);
            assert_eq!(desk.get(&path).await.ok(200).text, before, "nothing is changed");
        }
        // Once one of the two has moved, one station is enough.
        let client = app.client();
        client.use_key(booked[1].str("key"));
        client.post(&format!("/api/bookings/{}/cancel", booked[1].str("reference")), &json!({})).await.ok(200);
        desk.put(&path, &hours("08:00", "10:00", "1")).await.ok(200);
        assert!(!is_free(&client, &id, "08:00").await, "the place of who has gone is nobody's");
        desk.post(&format!("{path}/cancel"), &json!({ "reason": "Mưa bão lớn" })).await.ok(200);
        let late = desk.put(&path, &hours("08:00", "10:00", "2")).await.problem("state_conflict");
        assert!(late.fields().is_empty());
    }

    async fn parents_are_told_in_their_language(app) {
        let desk = staff(app, "truong").await;
        let id = plan(&desk, &stop("school", false)).await;
        let rows = [(1, "English"), (2, ""), (3, "Tiếng Việt"), (4, "tiếng Anh")];
        let rows: Vec<String> = rows
            .iter()
            .map(|(n, language)| format!("{},{language}", row(*n, "04/12/2012", "9A")))
            .collect();
        let csv = format!("{HEADER},Ngôn ngữ\r\n{}\r\n", rows.join("\r\n"));
        let seen = preview(&desk, &id, &csv).await;
        let path = format!("/api/desk/stops/{id}/class-list");
        desk.post(&path, &confirmed(&csv, &seen)).await.ok(201);
        for (n, words) in [(1, "School visit"), (2, "Truong dat lich"), (3, "Truong dat lich"), (4, "School visit")] {
            let told = app.messages(&format!("+849{n:08}")).await;
            assert!(told.iter().any(|text| text.contains(words)), "{n}: {told:?}");
        }
    }
}
