//! A manager changes when the office works: seen first, people first, written down, taken back.

mod others;

use crate::support::{app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

pub(super) const PATH: &str = "/api/desk/office";
pub(super) const HISTORY: &str = "/api/desk/office/history";

pub(super) async fn record(desk: &Client) -> Value {
    desk.get(PATH).await.ok(200).json
}

/// The settings as they are, after a change.
pub(super) fn with(record: &Value, change: impl FnOnce(&mut Value)) -> Value {
    let mut settings = record["settings"].clone();
    change(&mut settings);
    settings
}

pub(super) fn body(record: &Value, settings: &Value, move_people: bool) -> Value {
    json!({ "settings": settings, "version": record["version"], "move_people": move_people, "note": " Thử " })
}

async fn seen(desk: &Client, settings: &Value) -> Value {
    let path = format!("{PATH}/preview");
    desk.post(&path, &json!({ "settings": settings }))
        .await
        .ok(200)
        .json
}

fn day<'a>(preview: &'a Value, date: &str) -> &'a Value {
    let days = preview["days"].as_array().unwrap();
    days.iter().find(|day| day["date"] == date).expect("a day")
}

pub(super) async fn times(app: &TestApp, date: &str) -> Vec<String> {
    let path = format!("/api/offices/{OFFICE}/days/{date}?service=card&age_group=from_14_to_59");
    let answer = app.client().get(&path).await.ok(200);
    let slots = answer.json["slots"].as_array().unwrap().clone();
    slots
        .iter()
        .map(|slot| slot["time"].as_str().unwrap()[..5].to_owned())
        .collect()
}

pub(super) fn session(from: &str, to: &str) -> Value {
    json!({ "from": format!("{from}:00"), "to": format!("{to}:00") })
}

async fn undo(desk: &Client, change: &Value, move_people: bool) -> crate::support::answer::Answer {
    let version = record(desk).await["version"].clone();
    let path = format!("{HISTORY}/{}/undo", change["id"].as_str().unwrap());
    desk.post(&path, &json!({ "version": version, "move_people": move_people }))
        .await
}

pub(super) async fn latest(desk: &Client) -> Value {
    desk.get(HISTORY).await.ok(200).json["changes"][0].clone()
}

both! {
    async fn shorter_days_are_seen_first_and_move_people_first(app) {
        let desk = staff(app, "truong").await;
        let (client, person) = (app.client(), Person::nth(1));
        let receipt = book(app, &client, &person, "09:00").await;
        let filling = hold(&app.client(), "09:30").await;
        let was = record(&desk).await;
        let shorter = with(&was, |s| s["hours"]["weekdays"] = json!([session("13:00", "17:00")]));

        let preview = seen(&desk, &shorter).await;
        assert_eq!((&preview["people"], &preview["holds"]), (&json!(1), &json!(1)), "{preview}");
        assert_eq!(preview["what"], json!(["hours"]));
        assert_eq!(day(&preview, DAY)["broken"], json!([receipt.reference]));
        assert!(day(&preview, DAY)["after"].as_u64() < day(&preview, DAY)["before"].as_u64(), "{preview}");
        assert_eq!(day(&preview, "2026-11-28")["changed"], false, "a Saturday");
        assert_eq!(record(&desk).await, was, "nothing was changed");

        let refused = desk.put(PATH, &body(&was, &shorter, false)).await.problem("people_concerned");
        assert_eq!(refused.json["count"], 1);
        assert!(times(app, DAY).await.contains(&"07:30".to_owned()));
        let done = desk.put(PATH, &body(&was, &shorter, true)).await.ok(200);
        assert_eq!(done.json["version"], was["version"].as_i64().unwrap() + 1);
        assert_eq!(done.json["settings"], shorter, "today is not among the days that differ");

        // At once, everywhere: times, the list, holds that do not fit.
        assert_eq!(times(app, DAY).await.first().map(String::as_str), Some("13:00"));
        app.client().get(&format!("/api/holds/{filling}")).await.problem("hold_expired");
        app.client().post("/api/holds", &hold_body("08:00")).await.problem("slot_not_offered");
        app.client().post("/api/holds", &hold_body("13:00")).await.ok(201);

        // Told, and offered another; the visit stands until they say yes.
        app.work().await;
        let told = app.messages(&person.phone).await;
        assert!(told.iter().any(|text| text.contains("doi lich lam viec")), "{told:?}");
        let dossier = format!("/api/dossiers/{}", receipt.reference);
        let mine = client.get(&dossier).await.ok(200);
        assert_eq!(mine.json["waiting"], "move_offered");
        assert_eq!(mine.json["visit"]["starts_at"], format!("{DAY}T09:00:00"));
        let change = latest(&desk).await;
        assert_eq!((&change["note"], &change["made_by"]), (&json!("Thử"), &json!("Trưởng điểm Mẫu")));
        assert_eq!(change["moving"], json!({ "looking": 0, "offered": 1, "moved": 0, "ended": 0 }));
        let waiting = format!("/api/bookings/{}/waiting", receipt.reference);
        let offer = client.get(&waiting).await.ok(200).json["offer"].clone();
        client.post(&format!("{waiting}/take"), &json!({ "offer_id": offer["id"] })).await.ok(200);
        assert_eq!(latest(&desk).await["moving"]["moved"], 1);
    }

    async fn a_change_is_taken_back_and_the_visit_stands_again(app) {
        let desk = staff(app, "truong").await;
        let (client, person) = (app.client(), Person::nth(1));
        let receipt = book(app, &client, &person, "09:00").await;
        let was = record(&desk).await;
        let closed = with(&was, |s| s["exceptions"] = json!([{ "date": DAY, "sessions": [] }]));
        desk.put(PATH, &body(&was, &closed, true)).await.ok(200);
        assert_eq!(times(app, DAY).await, Vec::<String>::new());
        let change = latest(&desk).await;
        assert_eq!((&change["what"], &change["can_undo"]), (&json!(["exceptions"]), &json!(true)));

        let path = format!("{HISTORY}/{}/undo", change["id"].as_str().unwrap());
        let preview = desk.get(&path).await.ok(200);
        assert_eq!((&preview.json["people"], &preview.json["again"]), (&json!(0), &json!(1)), "{}", preview.text);
        undo(&desk, &change, false).await.ok(200);
        assert_eq!(record(&desk).await["settings"], was["settings"]);
        app.work().await;
        let told = app.messages(&person.phone).await;
        assert!(told.iter().any(|text| text.contains("Lich hen cu giu nguyen")), "{told:?}");
        let mine = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!((&mine.json["waiting"], &mine.json["visit"]["starts_at"]), (&json!("none"), &json!(format!("{DAY}T09:00:00"))));
        app.client().post("/api/holds", &hold_body("15:00")).await.ok(201);

        // Once; and that is in the history, too.
        undo(&desk, &change, false).await.problem("state_conflict");
        let told = desk.get(HISTORY).await.ok(200).json["changes"].clone();
        assert_eq!((&told[0]["takes_back"], &told[1]["taken_back"]), (&json!(true), &json!(true)));
        assert_eq!((&told[0]["can_undo"], &told[1]["can_undo"]), (&json!(true), &json!(false)));
        assert_eq!(told[1]["moving"]["ended"], 1);
    }

    async fn taking_back_would_cost_somebody_their_place(app) {
        let desk = staff(app, "truong").await;
        let was = record(&desk).await;
        // Wednesday evening is new; somebody books it; taking it back is a change like any other.
        let evening = json!([{ "date": DAY, "sessions": [session("17:30", "19:30")] }]);
        let longer = with(&was, |s| s["exceptions"] = evening);
        desk.put(PATH, &body(&was, &longer, false)).await.ok(200);
        book(app, &app.client(), &Person::nth(1), "18:00").await;
        let change = latest(&desk).await;
        let refused = undo(&desk, &change, false).await.problem("people_concerned");
        assert_eq!(refused.json["count"], 1);
        // Something else was changed meanwhile: it stays.
        let now = record(&desk).await;
        let more = with(&now, |s| s["walk_in_share"] = json!(0));
        desk.put(PATH, &body(&now, &more, false)).await.ok(200);
        undo(&desk, &change, true).await.ok(200);
        let now = record(&desk).await;
        assert_eq!((&now["settings"]["walk_in_share"], &now["settings"]["exceptions"]), (&json!(0), &json!([])));
        // What was changed again since cannot be taken back alone.
        let first = with(&now, |s| s["walk_in_share"] = json!(20));
        desk.put(PATH, &body(&now, &first, false)).await.ok(200);
        let list = desk.get(HISTORY).await.ok(200).json["changes"].clone();
        assert_eq!(list[2]["what"], json!(["walk_in_share"]));
        assert_eq!(list[2]["can_undo"], false, "{list}");
        undo(&desk, &list[2], true).await.problem("state_conflict");
    }

    async fn open_on_a_holiday_and_on_a_sunday(app) {
        let desk = staff(app, "truong").await;
        let was = record(&desk).await;
        assert_eq!(times(app, "2026-11-24").await, Vec::<String>::new(), "Viet Nam Culture Day");
        let extra = json!([
            { "date": "2026-11-24", "sessions": [session("08:00", "10:00")], "stations": 1 },
            { "date": "2026-11-29", "sessions": [session("08:00", "09:00")] },
        ]);
        let settings = with(&was, |s| s["exceptions"] = extra);
        let preview = seen(&desk, &settings).await;
        assert_eq!((&day(&preview, "2026-11-24")["before"], &preview["people"]), (&json!(0), &json!(0)));
        desk.put(PATH, &body(&was, &settings, false)).await.ok(200);
        assert_eq!(times(app, "2026-11-24").await.first().map(String::as_str), Some("08:00"));
        assert_eq!(times(app, "2026-11-29").await.len(), 3);
        let days = format!("/api/offices/{OFFICE}/days?service=card&age_group=from_14_to_59");
        let days = app.client().get(&days).await.ok(200);
        let has = |date: &str| days.json["days"].as_array().unwrap().iter().any(|day| day["date"] == date);
        assert!(has("2026-11-24") && has("2026-11-29"), "{}", days.text);
        // Told to citizens until it is over.
        let mine = |list: &Value| {
            let offices = list["offices"].as_array().unwrap();
            offices.iter().find(|office| office["id"] == OFFICE).unwrap()["exceptions"].clone()
        };
        let listed = app.client().get("/api/offices").await.ok(200);
        assert_eq!(mine(&listed.json).as_array().unwrap().len(), 2);
        app.pass(2 * 86_400).await;
        let listed = app.client().get("/api/offices").await.ok(200);
        assert_eq!(mine(&listed.json).as_array().unwrap().len(), 1);
        assert_eq!(record(&desk).await["settings"]["exceptions"].as_array().unwrap().len(), 1);
    }

    async fn longer_visits_are_fewer_and_move_nobody(app) {
        let desk = staff(app, "truong").await;
        let (client, person) = (app.client(), Person::nth(1));
        let receipt = book(app, &client, &person, "09:00").await;
        let was = record(&desk).await;
        let usual = times(app, DAY).await;
        assert!(usual.contains(&"07:50".to_owned()), "every twenty minutes: {usual:?}");
        let mut slow = json!({ "card": 40, "longer": 50, "account_more": 10, "account": 10 });
        let slower = with(&was, |s| s["visit_lengths"] = slow.clone());
        let preview = seen(&desk, &slower).await;
        assert_eq!((&preview["what"], &preview["people"]), (&json!(["visit_lengths"]), &json!(0)));
        assert!(day(&preview, DAY)["after"].as_u64() < day(&preview, DAY)["before"].as_u64(), "{preview}");
        desk.put(PATH, &body(&was, &slower, false)).await.ok(200);
        let now = times(app, DAY).await;
        assert!(now.len() * 2 <= usual.len() + 2 && !now.contains(&"07:50".to_owned()), "every forty minutes: {now:?}");
        // Forty minutes and ten with an account: the last begins fifty before noon.
        app.client().post("/api/holds", &hold_body("10:50")).await.problem("slot_not_offered");
        let (other, second) = (app.client(), Person::nth(2));
        let mine = book(app, &other, &second, "10:40").await;
        let seen_by = |view: &Value| view["visit"]["minutes"].clone();
        let dossier = |receipt: &Receipt| format!("/api/dossiers/{}", receipt.reference);
        assert_eq!(seen_by(&other.get(&dossier(&mine)).await.ok(200).json), 50);
        assert_eq!(seen_by(&client.get(&dossier(&receipt)).await.ok(200).json), 30, "what was booked stays");
        slow["card"] = json!(45);
        let odd = with(&was, |s| s["visit_lengths"] = slow);
        let refused = desk.put(PATH, &body(&record(&desk).await, &odd, false)).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["visit_lengths:choice_unknown"]);
        undo(&desk, &latest(&desk).await, false).await.ok(200);
        assert!(times(app, "2026-11-26").await.contains(&"07:50".to_owned()));
    }

    async fn today_is_open_as_it_was(app) {
        let desk = staff(app, "truong").await;
        let was = record(&desk).await;
        let shut = with(&was, |s| s["hours"]["weekdays"] = json!([]));
        desk.put(PATH, &body(&was, &shut, true)).await.ok(200);
        let office = app.inside().catalog.lasting(OFFICE).unwrap();
        let calendar = &app.inside().catalog.calendar();
        let sessions = |day| eid_domain::calendar::sessions_on(&office, day, calendar).len();
        let today = app.inside().today();
        assert_eq!((sessions(today), sessions(DAY.parse().unwrap())), (2, 0));
        assert_eq!(record(&desk).await["settings"]["exceptions"], json!([]));
        undo(&desk, &latest(&desk).await, false).await.ok(200);
        let office = app.inside().catalog.lasting(OFFICE).unwrap();
        assert_eq!(eid_domain::calendar::sessions_on(&office, DAY.parse().unwrap(), calendar).len(), 2);
    }

    async fn a_closed_day_is_opened_again(app) {
        let desk = staff(app, "truong").await;
        let (client, person) = (app.client(), Person::nth(1));
        let receipt = book(app, &client, &person, "09:00").await;
        let (moved, mover) = (app.client(), Person::nth(2));
        let other = book(app, &moved, &mover, "10:00").await;
        let closure = json!({ "date": DAY, "part": "day", "reason": "Bảo trì hệ thống điện" });
        let closed = desk.post("/api/desk/closures", &closure).await.ok(201);
        app.work().await;
        let waiting = format!("/api/bookings/{}/waiting", other.reference);
        let offer = moved.get(&waiting).await.ok(200).json["offer"].clone();
        moved.post(&format!("{waiting}/take"), &json!({ "offer_id": offer["id"] })).await.ok(200);

        // A longer day while it is closed stays closed.
        let was = record(&desk).await;
        let longer = with(&was, |s| s["hours"]["weekdays"] = json!([session("07:30", "11:30"), session("13:00", "18:00")]));
        desk.put(PATH, &body(&was, &longer, false)).await.ok(200);
        assert_eq!(times(app, DAY).await, Vec::<String>::new());

        let path = format!("/api/desk/closures/{}/reopen", closed.str("id"));
        let done = desk.post(&path, &json!({})).await.ok(200);
        assert_eq!(done.json["again"], 1, "who has moved keeps the new visit");
        desk.post(&path, &json!({})).await.problem("state_conflict");
        let open = times(app, DAY).await;
        assert!(open.contains(&"07:30".to_owned()) && open.contains(&"17:40".to_owned()), "{open:?}");
        let mine = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!((&mine.json["waiting"], &mine.json["state"]), (&json!("none"), &json!("booked")));
        assert_eq!(desk.get("/api/desk/closures").await.ok(200).json["closures"], json!([]));
        // And closed once more.
        desk.post("/api/desk/closures", &closure).await.ok(201);
        assert_eq!(times(app, DAY).await, Vec::<String>::new());
    }
}
