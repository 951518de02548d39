//! Places kept for phone and desk, and staff who book for a person.

use crate::support::{answer::Answer, app::TestApp, both, client::Client, client::fresh_key, flow::*};
use eid_store::slots;
use reqwest::Method;
use serde_json::{Value, json};

/// An office with a share: of the first three ticks of each hour one place of two is kept.
const SHARED: &str = "dn-hai-chau";
const QUERY: &str = "service=card_and_account&age_group=from_14_to_59";
/// Seconds from the start, Monday at 8, to Tuesday noon: the kept places of [`DAY`] go to everybody.
const TO_NOON: u32 = 28 * 3600;

fn wanted(time: &str) -> Value {
    let mut body = hold_body(time);
    body["office_id"] = json!(SHARED);
    body
}

/// A request of staff for somebody else, as the client marks it.
async fn for_person(client: &Client, method: Method, path: &str, body: Option<&Value>) -> Answer {
    let request = client.request(method, path).header("x-assisted", "1");
    let request = match body {
        Some(body) => request.header("idempotency-key", fresh_key()).json(body),
        None => request,
    };
    client.send(request).await
}

async fn post(client: &Client, path: &str, body: &Value) -> Answer {
    for_person(client, Method::POST, path, Some(body)).await
}

async fn get(client: &Client, path: &str) -> Answer {
    for_person(client, Method::GET, path, None).await
}

fn day_path() -> String {
    format!("/api/offices/{SHARED}/days/{DAY}?{QUERY}")
}

/// Places at a time of [`DAY`], as this answer tells them.
fn free_at(answer: &Answer, time: &str) -> u64 {
    let slots = answer.json["slots"].as_array().unwrap();
    let slot = slots.iter().find(|slot| slot["time"] == format!("{time}:00"));
    slot.map_or(0, |slot| slot["free"].as_u64().unwrap())
}

/// Proves a person's phone to staff: the person reads the code out.
async fn prove_to(app: &TestApp, desk: &Client, phone: &str) -> (String, String) {
    let sent = post(desk, "/api/phone-codes", &json!({ "phone": phone, "lang": "vi" }))
        .await
        .ok(201);
    let text = app.messages(phone).await.remove(0);
    let code: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
    let path = format!("/api/phone-codes/{}/confirm", sent.str("id"));
    let proved = post(desk, &path, &json!({ "code": code })).await.ok(200);
    (proved.str("proof").to_owned(), text)
}

/// Leaves of every tick of [`DAY`] the kept places alone.
async fn only_kept_are_left(app: &TestApp) {
    let (inside, date) = (app.inside(), DAY.parse().unwrap());
    let office = inside.catalog.office(SHARED).unwrap();
    let ticks = eid_server::app::plan::ticks(&office, &inside.catalog.calendar(), date);
    let kept =
        eid_server::app::plan::kept(&office, &ticks, date, &inside.config.assisted_share, inside.now());
    let mut tx = inside.store.begin().await.unwrap();
    for (tick, kept) in ticks.iter().zip(kept) {
        let starts_at = eid_domain::calendar::office_timestamp(date.to_datetime(tick.start));
        slots::set_capacity(&mut tx, SHARED, starts_at, kept)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

/// What the list of days says about [`DAY`].
async fn the_day(answer: &Answer) -> Value {
    let days = answer.json["days"].as_array().unwrap();
    days.iter().find(|day| day["date"] == DAY).unwrap().clone()
}

both! {
    async fn the_mark_alone_is_worth_nothing(app) {
        let (nobody, auditor) = (app.client(), staff(app, "kiemtra").await);
        let days = format!("/api/offices/{SHARED}/days?{QUERY}");
        let family = format!("/api/offices/{SHARED}/household-days/{DAY}?members=card.from_60");
        for path in [&days, &day_path(), &family] {
            get(&nobody, path).await.problem("not_signed_in");
            get(&auditor, path).await.problem("not_allowed");
        }
        let person = Person::nth(1);
        let code = json!({ "phone": person.phone, "lang": "vi" });
        for (path, body) in [
            ("/api/holds", wanted("07:30")),
            ("/api/phone-codes", code),
            ("/api/bookings", booking_body(&person, "x", "x")),
        ] {
            post(&nobody, path, &body).await.problem("not_signed_in");
            post(&auditor, path, &body).await.problem("not_allowed");
        }
        assert!(app.messages(&person.phone).await.is_empty(), "no code was sent");
        // Staff who book for themselves are like everybody.
        let desk = staff(app, "canbo.danang").await;
        assert_eq!(free_at(&desk.get(&day_path()).await.ok(200), "07:30"), 1);
        // And whose session has ended is told so.
        desk.delete("/api/desk/session").await.ok(204);
        get(&desk, &days).await.problem("not_signed_in");
    }

    async fn online_stops_where_the_kept_places_begin(app) {
        let (person, desk) = (app.client(), staff(app, "canbo.danang").await);
        assert_eq!(free_at(&person.get(&day_path()).await.ok(200), "07:30"), 1);
        assert_eq!(free_at(&get(&desk, &day_path()).await.ok(200), "07:30"), 2);
        let other = staff(app, "canbo").await;
        assert_eq!(free_at(&get(&other, &day_path()).await.ok(200), "07:30"), 1, "another office's staff");
        let help = staff(app, "hotro").await;
        assert_eq!(free_at(&get(&help, &day_path()).await.ok(200), "07:30"), 2, "the help desk is everywhere");
        person.post("/api/holds", &wanted("07:30")).await.ok(201);
        person.post("/api/holds", &wanted("07:30")).await.problem("slot_taken");
        post(&other, "/api/holds", &wanted("07:30")).await.problem("slot_taken");
        let held = post(&desk, "/api/holds", &wanted("07:30")).await.ok(201);
        post(&help, "/api/holds", &wanted("07:30")).await.problem("slot_taken");
        // Given back, it is kept again.
        let path = format!("/api/holds/{}", held.str("id"));
        desk.delete(&path).await.ok(204);
        person.post("/api/holds", &wanted("07:30")).await.problem("slot_taken");
        post(&help, "/api/holds", &wanted("07:30")).await.ok(201);
    }

    async fn at_noon_of_the_day_before_they_are_everybodys(app) {
        let (person, desk) = (app.client(), staff(app, "canbo.danang").await);
        person.post("/api/holds", &wanted("07:30")).await.ok(201);
        app.pass(TO_NOON - 300).await;
        person.post("/api/holds", &wanted("07:30")).await.ok(201);
        person.post("/api/holds", &wanted("07:30")).await.problem("slot_taken");
        app.pass(300).await;
        assert_eq!(free_at(&person.get(&day_path()).await.ok(200), "07:30"), 1);
        person.post("/api/holds", &wanted("07:30")).await.ok(201);
        person.post("/api/holds", &wanted("07:30")).await.problem("slot_taken");
        post(&desk, "/api/holds", &wanted("07:30")).await.problem("slot_taken");
    }

    async fn a_full_day_says_when_the_kept_places_open(app) {
        only_kept_are_left(app).await;
        let (person, desk) = (app.client(), staff(app, "canbo.danang").await);
        let family = format!("/api/offices/{SHARED}/household-days?members=account.from_14_to_59,account.from_60");
        let path = format!("/api/offices/{SHARED}/days?{QUERY}");
        for path in [&path, &family] {
            let day = the_day(&person.get(path).await.ok(200)).await;
            assert_eq!((day["free"].as_u64(), day["kept_until"].as_str()), (Some(0), Some("2026-11-24T05:00:00Z")));
            let all = person.get(path).await.ok(200);
            let told = all.text.matches("kept_until").count();
            assert_eq!(told, 1, "other days are not full");
            let day = the_day(&get(&desk, path).await.ok(200)).await;
            assert!(day["free"].as_u64() > Some(0) && day["kept_until"].is_null(), "{day}");
        }
        app.pass(TO_NOON).await;
        let day = the_day(&person.get(&path).await.ok(200)).await;
        assert!(day["free"].as_u64() > Some(0) && day["kept_until"].is_null(), "{day}");
    }

    async fn staff_book_for_a_person_who_phones(app) {
        let (desk, person) = (staff(app, "canbo.danang").await, Person::nth(5));
        let hold = post(&desk, "/api/holds", &wanted("08:30")).await.ok(201);
        let (proof, text) = prove_to(app, &desk, &person.phone).await;
        assert!(text.starts_with("Ma dat hen: ") && text.contains("CHI doc cho can bo khi CHINH BAN"), "{text}");
        let body = booking_body(&person, hold.str("id"), &proof);
        // Not as an ordinary request: nobody would be named for a kept place.
        app.client().post("/api/bookings", &body).await.problem("not_signed_in");
        let booked = post(&desk, "/api/bookings", &body).await.ok(201);
        assert_eq!(booked.json["key"], "", "the receipt is the person's alone");
        let reference = booked.str("reference").to_owned();
        let told = app.messages(&person.phone).await;
        assert!(told[0].contains(&reference) && told[0].starts_with("Lich hen "), "{told:?}");
        // The booking and the audit name staff.
        let seen = desk.get(&format!("/api/desk/dossiers/{reference}")).await.ok(200);
        let event = &seen.json["events"][0];
        assert_eq!((&event["actor"], &event["note"]), (&json!("officer"), &json!("assisted")));
        let mut tx = app.inside().store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "staff", "demo-canbo.danang", 10).await.unwrap();
        let entry = log.iter().find(|entry| entry.action.contains("booked")).unwrap();
        assert_eq!((entry.object_kind.as_str(), entry.action.as_str()), ("dossier", "dossier.booked"));
        drop(tx);
        let day = desk.get(&format!("/api/desk/day?date={DAY}")).await.ok(200);
        assert_eq!(day.json["rows"][0]["assisted"], true);
        // The person finds it as everybody does, and may call off by themselves: the place is kept again.
        let found = app.client().post("/api/tracking/by-code", &json!({
            "code": reference, "birth_date": person.birth,
        })).await.ok(200);
        let own = app.client();
        own.use_key(found.str("key"));
        let view = own.get(&format!("/api/dossiers/{reference}")).await.ok(200);
        if view.json["scope"] == "manage" {
            own.post(&format!("/api/bookings/{reference}/cancel"), &json!({})).await.ok(200);
            own.post("/api/holds", &wanted("08:30")).await.ok(201);
            own.post("/api/holds", &wanted("08:30")).await.problem("slot_taken");
            post(&desk, "/api/holds", &wanted("08:30")).await.ok(201);
        }
    }

    async fn the_rules_are_those_of_everybody(app) {
        let (desk, person) = (staff(app, "canbo.danang").await, Person::nth(6));
        let first = book(app, &app.client(), &person, "09:00").await;
        let hold = post(&desk, "/api/holds", &wanted("09:30")).await.ok(201);
        let body = booking_body(&person, hold.str("id"), "no such proof");
        post(&desk, "/api/bookings", &body).await.problem("phone_not_proved");
        let (proof, _) = prove_to(app, &desk, &person.phone).await;
        let body = booking_body(&person, hold.str("id"), &proof);
        post(&desk, "/api/bookings", &body).await.problem("booking_exists");
        let told = app.messages(&person.phone).await;
        assert!(told[0].contains(&first.reference), "{told:?}");
        // Staff learn which one it is, and get no key to it.
        let asked = json!({ "applicant": person.applicant(), "phone_proof": proof });
        let found = post(&desk, "/api/bookings/existing", &asked).await.ok(200);
        assert_eq!((found.str("reference"), found.str("key")), (first.reference.as_str(), ""));
        let mut tx = app.inside().store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "staff", "demo-canbo.danang", 10).await.unwrap();
        assert!(log.iter().any(|entry| entry.action == "dossier.find_for_person"));
    }

    async fn a_family_is_helped_too(app) {
        let (desk, person) = (staff(app, "canbo.danang").await, Person::nth(7));
        let members = json!([
            { "service": "card", "age_group": "from_14_to_59" }, { "service": "card", "age_group": "from_14_to_59" },
        ]);
        // Both at 7:30: two of two places, of which one is kept.
        let body = json!({ "office_id": SHARED, "starts_at": format!("{DAY}T07:30:00"), "members": members });
        let path = format!("/api/offices/{SHARED}/household-days/{DAY}?members=card.from_14_to_59,card.from_14_to_59");
        let both_at_once = |answer: &Answer| {
            let windows = answer.json["windows"].as_array().unwrap();
            windows.iter().any(|window| window["start"] == "07:30:00" && window["starts"] == json!(["07:30:00", "07:30:00"]))
        };
        assert!(!both_at_once(&app.client().get(&path).await.ok(200)));
        assert!(both_at_once(&get(&desk, &path).await.ok(200)));
        let held = post(&desk, "/api/household-holds", &body).await.ok(201);
        assert_eq!(held.json["visits"][1]["starts_at"], "2026-11-25T07:30:00", "{}", held.text);
        app.client().post("/api/holds", &wanted("07:30")).await.problem("slot_taken");
        let (proof, _) = prove_to(app, &desk, &person.phone).await;
        let member = |n: u32| {
            let mut applicant = Person::nth(70 + n).applicant();
            applicant["otp_phone"] = json!(person.phone);
            json!({ "reason": "re_lost", "service": "card", "applicant": applicant })
        };
        let wanted = json!({
            "hold_id": held.str("id"), "members": [member(1), member(2)], "phone_proof": proof, "lang": "vi",
            "declared": true,
        });
        app.client().post("/api/household-bookings", &wanted).await.problem("not_signed_in");
        let booked = post(&desk, "/api/household-bookings", &wanted).await.ok(201);
        assert!(booked.json["members"].as_array().unwrap().iter().all(|one| one["key"] == ""));
        let day = desk.get(&format!("/api/desk/day?date={DAY}")).await.ok(200);
        let marks: Vec<&Value> = day.json["rows"].as_array().unwrap().iter().map(|row| &row["assisted"]).collect();
        assert_eq!(marks, [true, true]);
    }

    async fn who_waits_is_not_offered_what_is_kept(app) {
        let (client, person) = (app.client(), Person::nth(8));
        let mut later = wanted("09:00");
        later["starts_at"] = json!("2026-12-04T09:00:00");
        let hold = client.post("/api/holds", &later).await.ok(201);
        let proof = prove(app, &client, &person.phone).await;
        let body = booking_body(&person, hold.str("id"), &proof);
        let booked = client.post("/api/bookings", &body).await.ok(201);
        client.use_key(booked.str("key"));
        only_kept_are_left(app).await;
        let path = format!("/api/bookings/{}/waiting", booked.str("reference"));
        let wish = json!({ "offices": [SHARED], "from": DAY, "to": DAY });
        client.post(&path, &wish).await.ok(201);
        app.pass(60).await;
        assert!(client.get(&path).await.ok(200).json["offer"].is_null());
        app.pass(TO_NOON - 60).await;
        let seen = client.get(&path).await.ok(200);
        assert!(seen.json["offer"].is_object(), "{}", seen.text);
    }
}
