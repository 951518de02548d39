//! An office that closes a day moves its people first, and nobody is dropped.

use crate::support::{both, flow::*};
use serde_json::{Value, json};

fn closure(part: &str) -> Value {
    json!({ "date": DAY, "part": part, "reason": "Bảo trì hệ thống điện" })
}

fn count(texts: &[String], word: &str) -> usize {
    texts.iter().filter(|text| text.contains(word)).count()
}

both! {
    async fn a_closed_day_moves_its_people_first(app) {
        let (client, person) = (app.client(), Person::nth(1));
        let receipt = book(app, &client, &person, "09:00").await;
        let filling = hold(&app.client(), "09:00").await;
        let desk = staff(app, "truong").await;

        let path = format!("/api/desk/closures/preview?date={DAY}&part=day");
        let preview = desk.get(&path).await.ok(200);
        assert_eq!(preview.json["people"][0]["reference"], receipt.reference.as_str());
        assert_eq!(preview.json["people"][0]["name_masked"], "Nguyễn V*** T***");
        assert_eq!(preview.json["people"][0]["moving"], "booked");
        assert_eq!(preview.json["holds"], 1);

        let closed = desk.post("/api/desk/closures", &closure("day")).await.ok(201);
        assert_eq!(closed.json["people"][0]["moving"], "looking");
        desk.post("/api/desk/closures", &closure("day")).await.problem("state_conflict");

        // Nobody else gets a place that day, and a hold in it has ended.
        let all = format!("/api/offices/{OFFICE}/days?service=card&age_group=from_14_to_59");
        let all = app.client().get(&all).await.ok(200);
        assert!(all.json["days"].as_array().unwrap().iter().all(|day| day["date"] != DAY), "{}", all.text);
        let days = format!("/api/offices/{OFFICE}/days/{DAY}?service=card&age_group=from_14_to_59");
        assert_eq!(app.client().get(&days).await.json["slots"], json!([]));
        app.client().post("/api/holds", &hold_body("15:00")).await.problem("slot_taken");
        app.client().get(&format!("/api/holds/{filling}")).await.problem("hold_expired");

        // Told, and offered the nearest time of the nearest day: their own visit stands until they say yes.
        let told = app.messages(&person.phone).await;
        assert_eq!(count(&told, "dong cua luc 09:00 25/11/2026"), 1, "{told:?}");
        assert_eq!(count(&told, "moi doi sang 09:00 26/11/2026"), 1, "{told:?}");
        let dossier = format!("/api/dossiers/{}", receipt.reference);
        let seen = client.get(&dossier).await.ok(200);
        assert_eq!(seen.json["waiting"], "move_offered");
        assert_eq!(seen.json["visit"]["starts_at"], format!("{DAY}T09:00:00"));
        let waiting = format!("/api/bookings/{}/waiting", receipt.reference);
        let offer = client.get(&waiting).await.ok(200);
        assert_eq!(offer.json["waiting"]["reason"], "Bảo trì hệ thống điện");

        // Silence: another is looked for, as often as it takes.
        app.pass(4 * 3_600 + 60).await;
        app.work().await;
        let second = client.get(&waiting).await.ok(200);
        assert_ne!(second.json["offer"]["starts_at"], offer.json["offer"]["starts_at"], "{}", second.text);
        assert_eq!(client.get(&dossier).await.json["state"], "booked");

        // Both the day and the no-show sweep pass: they are not dropped.
        app.pass(3 * 86_400).await;
        app.work().await;
        let seen = client.get(&dossier).await.ok(200);
        assert_eq!(seen.json["state"], "booked", "{}", seen.text);
        let offer = client.get(&waiting).await.ok(200).json["offer"].clone();
        let taken = client.post(&format!("{waiting}/take"), &json!({ "offer_id": offer["id"] })).await.ok(200);
        assert_eq!(taken.json["visit"], offer["starts_at"]);
        let seen = client.get(&dossier).await.ok(200);
        assert_eq!(seen.json["waiting"], "none");
        assert_eq!(seen.json["changes"]["remaining"], 3);
    }

    async fn who_was_moved_frees_a_closed_place_for_nobody(app) {
        let (client, person) = (app.client(), Person::nth(1));
        let receipt = book(app, &client, &person, "09:00").await;
        let (other, other_person) = (app.client(), Person::nth(2));
        let cancels = book(app, &other, &other_person, "09:00").await;
        let desk = staff(app, "truong").await;
        desk.post("/api/desk/closures", &closure("morning")).await.ok(201);
        let seen = desk.get("/api/desk/closures").await.ok(200);
        assert_eq!(seen.json["closures"][0]["people"].as_array().unwrap().len(), 2);
        // The afternoon is open.
        app.client().post("/api/holds", &hold_body("15:00")).await.ok(201);
        // By themselves, to a time of their choice.
        let place = client.post("/api/holds", &hold_body("15:00")).await.ok(201);
        let path = format!("/api/bookings/{}", receipt.reference);
        client.post(&format!("{path}/reschedule"), &json!({ "hold_id": place.str("id") })).await.ok(200);
        other.post(&format!("/api/bookings/{}/cancel", cancels.reference), &json!({})).await.ok(200);
        app.work().await;
        app.client().post("/api/holds", &hold_body("09:00")).await.problem("slot_taken");
        let seen = desk.get("/api/desk/closures").await.ok(200);
        let people = seen.json["closures"][0]["people"].as_array().unwrap();
        let moving: Vec<&str> = people.iter().map(|one| one["moving"].as_str().unwrap()).collect();
        assert!(moving.contains(&"moved") && moving.contains(&"ended"), "{moving:?}");
    }

    async fn those_of_a_closed_day_come_before_those_who_wish(app) {
        let (wishes, wisher) = (app.client(), Person::nth(1));
        let mut late = hold_body("09:00");
        late["starts_at"] = json!("2026-12-04T09:00:00");
        let place = wishes.post("/api/holds", &late).await.ok(201);
        let proof = prove(app, &wishes, &wisher.phone).await;
        let booked = wishes.post("/api/bookings", &booking_body(&wisher, place.str("id"), &proof)).await.ok(201);
        wishes.use_key(booked.str("key"));
        let path = format!("/api/bookings/{}/waiting", booked.str("reference"));
        let wish = json!({ "offices": [OFFICE], "from": "2026-11-26", "to": "2026-11-26" });
        wishes.post(&path, &wish).await.ok(201);
        let (client, person) = (app.client(), Person::nth(2));
        let receipt = book(app, &client, &person, "09:00").await;
        let desk = staff(app, "truong").await;
        desk.post("/api/desk/closures", &closure("day")).await.ok(201);
        app.work().await;
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!(seen.json["waiting"], "move_offered");
        // There are places for both.
        let seen = wishes.get(&path).await.ok(200);
        assert_eq!(seen.json["offer"]["starts_at"], "2026-11-26T07:30:00", "{}", seen.text);
    }

    async fn only_the_manager_closes_and_only_what_is_to_come(app) {
        for who in ["canbo", "hotro", "kiemtra", "quantri"] {
            let desk = staff(app, who).await;
            desk.post("/api/desk/closures", &closure("day")).await.problem("not_allowed");
            desk.get("/api/desk/closures").await.problem("not_allowed");
        }
        app.client().get("/api/desk/closures").await.problem("not_signed_in");
        let desk = staff(app, "truong").await;
        let today = json!({ "date": "2026-11-23", "part": "day", "reason": "Bảo trì" });
        assert_eq!(desk.post("/api/desk/closures", &today).await.problem("invalid_fields").fields(), ["date:choice_unknown"]);
        let short = json!({ "date": DAY, "part": "day", "reason": "x" });
        assert_eq!(desk.post("/api/desk/closures", &short).await.problem("invalid_fields").fields(), ["reason:required"]);
    }

    async fn closing_while_people_book_leaves_nobody_behind(app) {
        const PEOPLE: u32 = 12;
        let proofs = {
            let mut proofs = Vec::new();
            for n in 0..PEOPLE {
                let (client, person) = (app.client(), Person::nth(n));
                let proof = prove(app, &client, &person.phone).await;
                proofs.push((client, person, proof));
            }
            proofs
        };
        let desk = staff(app, "truong").await;
        let (told, mut first) = tokio::sync::mpsc::unbounded_channel();
        let mut tasks = Vec::new();
        for (n, (client, person, proof)) in proofs.into_iter().enumerate() {
            let told = told.clone();
            tasks.push(tokio::spawn(async move {
                let time = format!("{:02}:{}0", 8 + n / 6, n % 6);
                let place = client.post("/api/holds", &hold_body(&time)).await;
                if place.status != 201 {
                    return None;
                }
                let booked = client.post("/api/bookings", &booking_body(&person, place.str("id"), &proof)).await;
                (booked.status == 201).then(|| {
                    told.send(()).unwrap();
                    booked.str("reference").to_owned()
                })
            }));
        }
        drop(told);
        // The day closes when somebody has booked and others still do: none at all would prove nothing.
        assert!(first.recv().await.is_some(), "nobody booked");
        let closed = desk.post("/api/desk/closures", &closure("day")).await;
        let mut booked = Vec::new();
        for task in tasks {
            booked.extend(task.await.unwrap());
        }
        closed.ok(201);
        app.pass(60).await;
        let seen = desk.get("/api/desk/closures").await.ok(200);
        let people = seen.json["closures"][0]["people"].as_array().unwrap();
        for reference in &booked {
            assert!(people.iter().any(|one| one["reference"] == reference.as_str()), "{reference} was forgotten");
        }
        assert_eq!(people.len(), booked.len());
    }

    async fn a_reminder_cancels_with_one_confirming_tap(app) {
        app.work().await;
        let (client, person) = (app.client(), Person::nth(2));
        let receipt = book(app, &client, &person, "09:00").await;
        // Monday 8:00 to Tuesday 9:01: a day before.
        app.pass(86_400 + 3_660).await;
        let told = app.messages(&person.phone).await;
        let reminder = told.iter().find(|text| text.contains("Nhac lich hen")).unwrap();
        let (_, key) = reminder.rsplit_once('#').unwrap();
        assert!(reminder.contains(&format!("/huy/{}#", receipt.reference)) && key.len() == 22, "{reminder}");
        let holder = app.client();
        holder.use_key(key);
        let path = format!("/api/bookings/{}/cancel-link", receipt.reference);
        let seen = holder.get(&path).await.ok(200);
        assert_eq!(seen.json["may_cancel"], true);
        assert_eq!(seen.json["starts_at"], format!("{DAY}T09:00:00"));
        for other in ["", "/waiting"] {
            let tried = format!("/api/bookings/{}{other}", receipt.reference);
            assert_ne!(holder.get(&tried).await.status, 200);
        }
        holder.get(&format!("/api/dossiers/{}", receipt.reference)).await.problem("no_match");
        let seen = holder.post(&path, &json!({})).await.ok(200);
        assert_eq!(seen.json["cancelled"], true);
        holder.post(&path, &json!({})).await.problem("change_not_allowed");
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!(seen.json["state"], "cancelled");
        // The key is nowhere in clear.
        assert_eq!(count(&app.messages(&person.phone).await, "da huy"), 1);
    }

    async fn a_day_opens_at_its_minute(app) {
        let path = format!("/api/offices/{OFFICE}/days?service=card&age_group=from_14_to_59");
        let seen = app.client().get(&path).await.ok(200);
        let (date, opens_at) = (seen.json["next"]["date"].clone(), seen.json["next"]["opens_at"].clone());
        let opens: jiff::Timestamp = opens_at.as_str().unwrap().parse().unwrap();
        let seconds = opens.duration_since(app.inside().now()).as_secs();
        assert!(seconds > 0, "{opens}");
        let mut wanted = hold_body("09:00");
        wanted["starts_at"] = json!(format!("{}T09:00:00", date.as_str().unwrap()));
        app.client().post("/api/holds", &wanted).await.problem("slot_not_offered");
        let known = |seen: &Value| seen["days"].as_array().unwrap().iter().any(|day| day["date"] == date);
        assert!(!known(&seen.json));
        app.pass(u32::try_from(seconds).unwrap() + 1).await;
        let seen = app.client().get(&path).await.ok(200);
        assert!(known(&seen.json), "{}", seen.text);
        app.client().post("/api/holds", &wanted).await.ok(201);
    }
}
