//! Teams that go to people: stops, and a school's list.

use crate::support::{both, client::Client, flow::*, sqlite};
use serde_json::{Value, json};

/// Friday of the week after the start.
pub(crate) const STOP_DAY: &str = "2026-12-04";

pub(crate) fn stop(kind: &str, public: bool) -> Value {
    json!({
        "kind": kind, "name": "THCS Thử Nghiệm", "street": "12 Đường Mẫu", "commune_code": "27169",
        "date": STOP_DAY, "from": "08:00", "to": "09:00", "stations": "2", "is_public": public,
    })
}

pub(crate) async fn plan(desk: &Client, body: &Value) -> String {
    desk.post("/api/desk/stops", body)
        .await
        .ok(201)
        .str("id")
        .to_owned()
}

pub(crate) fn at(office: &str, time: &str) -> Value {
    json!({
        "office_id": office, "starts_at": format!("{STOP_DAY}T{time}:00"), "service": "card",
        "age_group": "from_14_to_59",
    })
}

pub(crate) const HEADER: &str = "Họ và tên,Số định danh cá nhân,Ngày sinh,Lớp,SĐT phụ huynh";

/// A row of a made-up pupil.
pub(crate) fn row(n: u32, birth: &str, class: &str) -> String {
    format!("Nguyễn Văn Thử,09821200{n:04},{birth},{class},09{n:08}")
}

fn list(rows: &[String]) -> String {
    format!("\u{feff}{HEADER}\r\n{}\r\n", rows.join("\r\n"))
}

pub(crate) async fn preview(desk: &Client, stop: &str, csv: &str) -> Value {
    let path = format!("/api/desk/stops/{stop}/class-list/preview");
    desk.post(&path, &json!({ "csv": csv, "service": "card" }))
        .await
        .ok(200)
        .json
}

pub(crate) fn confirmed(csv: &str, seen: &Value) -> Value {
    json!({ "csv": csv, "service": "card", "seen": seen["seen"] })
}

fn kinds(view: &Value) -> Vec<&str> {
    let rows = view["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| row["outcome"]["kind"].as_str().unwrap())
        .collect()
}

both! {
    async fn a_public_stop_is_booked_like_any_office(app) {
        let desk = staff(app, "truong").await;
        let id = plan(&desk, &stop("hamlet", true)).await;
        // Found by everybody, with its one day.
        let listed = app.client().get("/api/offices").await.ok(200);
        let offices = listed.json["offices"].as_array().unwrap();
        assert!(offices.iter().any(|office| office["id"] == id.as_str()), "listed");
        let path = format!("/api/offices/{id}/days?service=card&age_group=from_14_to_59");
        let days = app.client().get(&path).await.ok(200);
        assert_eq!(days.json["days"].as_array().unwrap().len(), 1, "{}", days.text);
        assert_eq!(days.json["days"][0]["date"], STOP_DAY);

        let (client, person) = (app.client(), Person::nth(1));
        let hold = client.post("/api/holds", &at(&id, "08:00")).await.ok(201);
        let proof = prove(app, &client, &person.phone).await;
        let mut body = booking_body(&person, hold.str("id"), &proof);
        body["service"] = json!("card");
        let booked = client.post("/api/bookings", &body).await.ok(201);
        client.use_key(booked.str("key"));
        let told = app.messages(&person.phone).await;
        assert!(told.iter().any(|text| text.contains("08:00 04/12/2026 tai THCS Thu Nghiem")), "{told:?}");

        // Two stations: one more at that time, then nobody.
        app.client().post("/api/holds", &at(&id, "08:00")).await.ok(201);
        app.client().post("/api/holds", &at(&id, "08:00")).await.problem("slot_taken");
        app.client().post("/api/holds", &at(&id, "09:00")).await.problem("slot_not_offered");

        // The desk of the office that runs it sees the visit on its day and receives the person.
        let day = desk.get(&format!("/api/desk/day?date={STOP_DAY}")).await.ok(200);
        assert_eq!(day.json["rows"][0]["stop"], "THCS Thử Nghiệm");
        let seen = desk.get(&format!("/api/desk/stops/{id}")).await.ok(200);
        assert_eq!((&seen.json["stop"]["booked"], &seen.json["stop"]["places"]), (&json!(1), &json!(6)));
        assert_eq!(seen.json["people"][0]["person"]["name_masked"], "Nguyễn V*** T***");
        app.pass(11 * 86_400).await;
        let desk = staff(app, "truong").await;
        receive(app, &desk, booked.str("reference")).await;
        decide(app, &desk).await;
        let cards = desk.get("/api/desk/cards").await.ok(200);
        assert_eq!(cards.json["rows"][0]["reference"], booked.str("reference"), "{}", cards.text);
        // Its day is over: no longer listed, but the receipt still says where it was.
        let listed = app.client().get("/api/offices").await.ok(200);
        assert!(!listed.text.contains(&id));
        let dossier = client.get(&format!("/api/dossiers/{}", booked.str("reference"))).await.ok(200);
        assert_eq!(dossier.json["visit"]["place"]["name"]["vi"], "THCS Thử Nghiệm");
    }

    async fn a_closed_stop_is_for_its_own_people(app) {
        let desk = staff(app, "truong").await;
        let id = plan(&desk, &stop("school", false)).await;
        let listed = app.client().get("/api/offices").await.ok(200);
        assert!(!listed.text.contains(&id));
        app.client().post("/api/holds", &at(&id, "08:00")).await.problem("slot_not_offered");

        let csv = list(&[row(1, "04/12/2012", "9A")]);
        let seen = preview(&desk, &id, &csv).await;
        let path = format!("/api/desk/stops/{id}/class-list");
        let done = desk.post(&path, &confirmed(&csv, &seen)).await.ok(201);
        let reference = done.json["rows"][0]["outcome"]["reference"].as_str().unwrap().to_owned();
        // The parents have the way to the receipt in their message, and no name.
        let told = app.messages("+84900000001").await;
        let text = told.iter().find(|text| text.contains("/lich-hen/")).unwrap();
        assert!(text.contains("08:00 04/12/2026") && !text.contains("Nguyen"), "{text}");
        let key = text.rsplit('#').next().unwrap();
        let parent = app.client();
        parent.use_key(key);
        let dossier = parent.get(&format!("/api/dossiers/{reference}")).await.ok(200);
        assert_eq!(dossier.json["scope"], "manage");
        assert_eq!(dossier.json["visit"]["place"]["name"]["vi"], "THCS Thử Nghiệm");
        // They may take another time there; with the key of nobody there, nobody may.
        let other = parent.post("/api/holds", &at(&id, "08:40")).await.ok(201);
        let moved = json!({ "hold_id": other.str("id") });
        parent.post(&format!("/api/bookings/{reference}/reschedule"), &moved).await.ok(200);
        let told = app.messages("+84900000001").await;
        assert!(told.iter().any(|text| text.contains("08:40 04/12/2026 tai THCS Thu Nghiem")), "{told:?}");
        // A place held so is not for somebody new.
        let hold = parent.post("/api/holds", &at(&id, "08:00")).await.ok(201);
        let (stranger, person) = (app.client(), Person::nth(7));
        let proof = prove(app, &stranger, &person.phone).await;
        let mut body = booking_body(&person, hold.str("id"), &proof);
        body["service"] = json!("card");
        stranger.post("/api/bookings", &body).await.problem("slot_not_offered");
    }

    async fn a_list_becomes_visits_and_again_changes_nothing(app) {
        let desk = staff(app, "truong").await;
        let id = plan(&desk, &stop("school", false)).await;
        // One of them has booked elsewhere.
        let (client, booked) = (app.client(), Person { number: "098212000006".into(), ..Person::nth(6) });
        book(app, &client, &booked, "09:00").await;
        let csv = list(&[
            row(1, "04/12/2012", "9B"),
            row(2, "29/02/2012", "9A"),
            row(3, "05/12/2012", "9A"),
            row(4, "2011", "9B"),
            row(4, "2011", "9B"),
            row(6, "01/01/2011", "9A"),
            "Trần Thị Mẫu,98212000007,01/13/2012,9A,0912345678".into(),
            row(8, "01/01/2011", "9A"),
        ]);
        let seen = preview(&desk, &id, &csv).await;
        assert_eq!(
            kinds(&seen),
            ["seat", "seat", "too_young", "seat", "repeated", "open_dossier", "wrong", "seat"]
        );
        let rows = seen["rows"].as_array().unwrap();
        // Class by class: 9B stands first in the list.
        let times: Vec<&Value> = [0, 3, 1, 7].iter().map(|n| &rows[*n]["outcome"]["at"]).collect();
        let day = |time: &str| format!("{STOP_DAY}T{time}:00");
        assert_eq!(times, [&day("08:00"), &day("08:00"), &day("08:20"), &day("08:20")]);
        assert_eq!(rows[2]["outcome"]["from"], "2026-12-05");
        assert_eq!(rows[4]["outcome"]["line"], 5);
        assert_eq!(rows[6]["line"], 8);
        let fields = rows[6]["outcome"]["fields"].as_array().unwrap();
        assert_eq!(fields[0]["field"], "personal_number");
        assert_eq!(fields[1], json!({ "field": "birth_date", "code": "date_impossible" }));
        // Nothing is stored yet.
        assert_eq!(desk.get(&format!("/api/desk/stops/{id}")).await.json["stop"]["booked"], 0);

        let path = format!("/api/desk/stops/{id}/class-list");
        let done = desk.post(&path, &confirmed(&csv, &seen)).await.ok(201);
        assert_eq!(
            kinds(&done.json),
            ["booked", "booked", "too_young", "booked", "repeated", "open_dossier", "wrong", "booked"]
        );
        let state = desk.get(&format!("/api/desk/stops/{id}")).await.ok(200);
        assert_eq!(state.json["stop"]["booked"], 4);
        assert_eq!(state.json["people"][0]["class_name"], "9B");
        // A plan that was not seen is not carried out, and the same list again has nothing left to do.
        desk.post(&path, &confirmed(&csv, &seen)).await.problem("state_conflict");
        let again = preview(&desk, &id, &csv).await;
        assert_eq!(
            kinds(&again),
            ["known", "known", "too_young", "known", "repeated", "open_dossier", "wrong", "known"]
        );
        desk.post(&path, &confirmed(&csv, &again)).await.ok(201);
        assert_eq!(desk.get(&format!("/api/desk/stops/{id}")).await.json["people"], state.json["people"]);
        assert_eq!(app.messages("+84900000001").await.len(), 1);

        // Whoever cancels is not booked again by the same list.
        let text = app.messages("+84900000001").await.remove(0);
        let parent = app.client();
        parent.use_key(text.rsplit('#').next().unwrap());
        let reference = done.json["rows"][0]["outcome"]["reference"].as_str().unwrap();
        parent.post(&format!("/api/bookings/{reference}/cancel"), &json!({})).await.ok(200);
        let again = preview(&desk, &id, &csv).await;
        assert_eq!(again["rows"][0]["outcome"]["state"], "cancelled");
        desk.post(&path, &confirmed(&csv, &again)).await.ok(201);
        assert_eq!(desk.get(&format!("/api/desk/stops/{id}")).await.json["stop"]["booked"], 3);
    }

    async fn a_stop_that_is_full_says_who_has_no_place(app) {
        let desk = staff(app, "truong").await;
        let id = plan(&desk, &stop("school", false)).await;
        let rows: Vec<String> = (0..8).map(|n| row(n, "01/01/2011", "9A")).collect();
        let csv = list(&rows);
        let seen = preview(&desk, &id, &csv).await;
        assert_eq!(kinds(&seen)[5..], ["seat", "no_place", "no_place"]);
        let path = format!("/api/desk/stops/{id}/class-list");
        let done = desk.post(&path, &confirmed(&csv, &seen)).await.ok(201);
        assert_eq!(kinds(&done.json)[5..], ["booked", "no_place", "no_place"]);
        let other = list(&[row(20, "01/01/2011", "9C")]);
        assert_eq!(kinds(&preview(&desk, &id, &other).await), ["no_place"]);
    }

    async fn two_managers_at_once_book_everybody_once(app) {
        let desk = staff(app, "truong").await;
        let id = plan(&desk, &stop("school", false)).await;
        let rows: Vec<String> = (0..6).map(|n| row(n, "01/01/2011", "9A")).collect();
        let csv = list(&rows);
        let seen = preview(&desk, &id, &csv).await;
        let mut tasks = Vec::new();
        for _ in 0..4 {
            let desk = staff(app, "truong").await;
            let (path, body) = (format!("/api/desk/stops/{id}/class-list"), confirmed(&csv, &seen));
            tasks.push(tokio::spawn(async move { desk.post(&path, &body).await }));
        }
        let mut done = 0;
        for task in tasks {
            let answer = task.await.unwrap();
            match answer.status {
                201 => done += 1,
                _ => drop(answer.problem("state_conflict")),
            }
        }
        assert_eq!(done, 1);
        assert_eq!(desk.get(&format!("/api/desk/stops/{id}")).await.json["stop"]["booked"], 6);
        for n in 0..6 {
            assert_eq!(app.messages(&format!("+849{n:08}")).await.len(), 1);
        }
    }

    async fn a_cancelled_stop_moves_its_people_first(app) {
        let desk = staff(app, "truong").await;
        let id = plan(&desk, &stop("school", false)).await;
        let csv = list(&[row(1, "01/01/2011", "9A")]);
        let seen = preview(&desk, &id, &csv).await;
        let list_path = format!("/api/desk/stops/{id}/class-list");
        let done = desk.post(&list_path, &confirmed(&csv, &seen)).await.ok(201);
        let reference = done.json["rows"][0]["outcome"]["reference"].as_str().unwrap().to_owned();
        let path = format!("/api/desk/stops/{id}/cancel");
        let reason = json!({ "reason": "Trường bận thi học kỳ" });
        let cancelled = desk.post(&path, &reason).await.ok(200);
        assert_eq!(cancelled.json["stop"]["state"], "cancelled");
        assert_eq!(cancelled.json["people"][0]["person"]["moving"], "looking");
        desk.post(&path, &reason).await.problem("state_conflict");
        let late = json!({ "csv": csv, "service": "card" });
        desk.post(&format!("{list_path}/preview"), &late).await.problem("state_conflict");
        app.client().get(&format!("/api/offices/{id}/days?service=card&age_group=from_14_to_59")).await.problem("not_found");
        // Told, and offered a time at the office that runs it; nothing is cancelled.
        let told = app.messages("+84900000001").await;
        assert!(told.iter().any(|text| text.contains("THCS Thu Nghiem dong cua luc")), "{told:?}");
        assert!(told.iter().any(|text| text.contains("moi doi sang")), "{told:?}");
        let seen = desk.get(&format!("/api/desk/dossiers/{reference}")).await.ok(200);
        assert_eq!(seen.json["state"], "booked");
    }
}

sqlite! {
    async fn only_a_manager_plans_and_only_for_the_own_office(app) {
        for who in ["canbo", "hotro", "kiemtra", "quantri"] {
            let desk = staff(app, who).await;
            desk.post("/api/desk/stops", &stop("school", false)).await.problem("not_allowed");
            desk.get("/api/desk/stops").await.problem("not_allowed");
            desk.get("/api/desk/stops/ld-0").await.problem("not_allowed");
            let list = json!({ "csv": "x", "service": "card" });
            desk.post("/api/desk/stops/ld-0/class-list/preview", &list).await.problem("not_allowed");
            desk.post("/api/desk/stops/ld-0/cancel", &json!({ "reason": "xxxxx" })).await.problem("not_allowed");
        }
        app.client().get("/api/desk/stops").await.problem("not_signed_in");
        let desk = staff(app, "truong").await;
        desk.get("/api/desk/stops/ld-0").await.problem("not_found");
        let id = plan(&desk, &stop("school", false)).await;
        // Lists are for schools.
        let hamlet = plan(&desk, &stop("hamlet", false)).await;
        let list = json!({ "csv": list(&[row(1, "01/01/2011", "9A")]), "service": "card" });
        desk.post(&format!("/api/desk/stops/{hamlet}/class-list/preview"), &list).await.problem("state_conflict");
        // Another office's stop is none.
        let mut tx = app.inside().store.begin().await.unwrap();
        eid_store::testing::script(&mut tx, "UPDATE stop SET office_id = 'dn-hai-chau'").await.unwrap();
        tx.commit().await.unwrap();
        desk.get(&format!("/api/desk/stops/{id}")).await.problem("not_found");
        desk.post(&format!("/api/desk/stops/{id}/cancel"), &json!({ "reason": "xxxxx" })).await.problem("not_found");
    }

    async fn what_is_wrong_with_a_stop_is_named(app) {
        let desk = staff(app, "truong").await;
        for (field, value, told) in [
            ("date", "2026-11-24", "date:choice_unknown"),
            ("date", "2026-11-23", "date:choice_unknown"),
            ("commune_code", "99999", "commune_code:choice_unknown"),
            ("name", "", "name:required"),
            ("to", "07:00", "to:choice_unknown"),
            ("stations", "0", "stations:choice_unknown"),
        ] {
            let mut body = stop("school", false);
            body[field] = json!(value);
            assert_eq!(desk.post("/api/desk/stops", &body).await.problem("invalid_fields").fields(), [told]);
        }
        let home = desk.post("/api/desk/stops", &stop("home", true)).await;
        assert_eq!(home.problem("invalid_fields").fields(), ["is_public:choice_unknown"]);
        // A team may come on a Sunday.
        let mut sunday = stop("school", true);
        sunday["date"] = json!("2026-12-06");
        let id = plan(&desk, &sunday).await;
        let days = format!("/api/offices/{id}/days?service=card&age_group=from_14_to_59");
        assert_eq!(app.client().get(&days).await.json["days"][0]["date"], "2026-12-06");
    }

    async fn a_list_that_is_none_is_refused_whole(app) {
        let desk = staff(app, "truong").await;
        let id = plan(&desk, &stop("school", false)).await;
        let path = format!("/api/desk/stops/{id}/class-list/preview");
        let ask = async |csv: String| desk.post(&path, &json!({ "csv": csv, "service": "card" })).await;
        assert_eq!(ask(String::new()).await.problem("invalid_fields").fields(), ["csv:required"]);
        let missing = ask("Họ tên,Lớp\nA,9A".into()).await;
        assert_eq!(
            missing.problem("invalid_fields").fields(),
            ["csv.personal_number:required", "csv.birth_date:required", "csv.parent_phone:required"]
        );
        let many: Vec<String> = (0..2_001).map(|n| row(n, "01/01/2011", "9A")).collect();
        assert_eq!(ask(list(&many)).await.problem("invalid_fields").fields(), ["csv:text_too_long"]);
        let long = format!("{HEADER}\n{}", "x".repeat(270_000));
        assert_eq!(ask(long).await.problem("invalid_fields").fields(), ["csv:text_too_long"]);
        ask("x".repeat(500_000)).await.problem("body_too_large");
    }
}
