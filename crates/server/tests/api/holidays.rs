//! An administrator changes the country's days: seen first over all offices, people first, every limit at once, taken back.

use crate::{
    office_admin::{body, record, times, with},
    support::{both, client::Client, flow::*, sqlite},
};
use serde_json::{Value, json};

const PATH: &str = "/api/desk/holidays";
const HISTORY: &str = "/api/desk/holidays/history";

fn day(date: &str, kind: &str) -> Value {
    let special = json!({ "kind": kind, "confirmed": true, "vi": "Ngày thử", "en": "A day, tried", "source": "Thông báo thử" });
    json!({ "date": date, "special": special })
}

fn ordinary(date: &str) -> Value {
    json!({ "date": date, "special": null })
}

async fn change(desk: &Client, days: &Value, move_people: bool) -> crate::support::answer::Answer {
    let version = desk.get(PATH).await.ok(200).json["version"].clone();
    let body = json!({ "days": days, "version": version, "move_people": move_people, "note": " Thử " });
    desk.post(PATH, &body).await
}

async fn undo(desk: &Client, change: &Value, move_people: bool) -> crate::support::answer::Answer {
    let version = desk.get(PATH).await.ok(200).json["version"].clone();
    let path = format!("{HISTORY}/{}/undo", change["id"].as_str().unwrap());
    desk.post(&path, &json!({ "version": version, "move_people": move_people }))
        .await
}

async fn latest(desk: &Client) -> Value {
    desk.get(HISTORY).await.ok(200).json["changes"][0].clone()
}

both! {
    async fn a_new_holiday_is_seen_first_moves_people_first_and_is_taken_back(app) {
        let desk = staff(app, "quantri").await;
        let (client, person) = (app.client(), Person::nth(1));
        let receipt = book(app, &client, &person, "09:00").await;
        let filling = hold(&app.client(), "09:30").await;
        let days = json!([day(DAY, "holiday")]);

        let seen = desk.post(&format!("{PATH}/preview"), &json!({ "days": days })).await.ok(200).json;
        assert_eq!((&seen["people"], &seen["holds"], &seen["what"]), (&json!(1), &json!(1), &days), "{seen}");
        assert!(seen["offices"].as_u64() > Some(40), "every open office: {seen}");
        let only = seen["days"].as_array().unwrap();
        assert_eq!((only.len(), &only[0]["date"], &only[0]["after"]), (1, &json!(DAY), &json!(0)));
        assert_eq!(only[0]["broken"], json!([receipt.reference]));
        let refused = change(&desk, &days, false).await.problem("people_concerned");
        assert_eq!(refused.json["count"], 1);
        assert!(times(app, DAY).await.contains(&"07:30".to_owned()), "nothing was changed");

        let done = change(&desk, &days, true).await.ok(200);
        assert!(done.json["days"].as_array().unwrap().contains(&days[0]), "{}", done.text);
        assert_eq!(times(app, DAY).await, Vec::<String>::new());
        app.client().get(&format!("/api/holds/{filling}")).await.problem("hold_expired");
        app.client().post("/api/holds", &hold_body("08:00")).await.problem("slot_not_offered");
        let public = app.client().get("/api/calendar").await.ok(200);
        assert!(public.json.as_str().unwrap().contains(&format!("{DAY},HOLIDAY,yes,,Ngày thử,\"A day, tried\"")), "{}", public.text);
        app.work().await;
        let dossier = format!("/api/dossiers/{}", receipt.reference);
        assert_eq!(client.get(&dossier).await.ok(200).json["waiting"], "move_offered");
        let made = latest(&desk).await;
        assert_eq!((&made["note"], &made["made_by"]), (&json!("Thử"), &json!("Quản trị viên Mẫu")));
        assert_eq!(made["moving"], json!({ "looking": 0, "offered": 1, "moved": 0, "ended": 0 }));

        let path = format!("{HISTORY}/{}/undo", made["id"].as_str().unwrap());
        let seen = desk.get(&path).await.ok(200).json;
        assert_eq!((&seen["people"], &seen["again"], &seen["what"]), (&json!(0), &json!(1), &json!([ordinary(DAY)])), "{seen}");
        undo(&desk, &made, false).await.ok(200);
        assert!(times(app, DAY).await.contains(&"07:30".to_owned()));
        let mine = client.get(&dossier).await.ok(200);
        assert_eq!((&mine.json["waiting"], &mine.json["visit"]["starts_at"]), (&json!("none"), &json!(format!("{DAY}T09:00:00"))));
        undo(&desk, &made, false).await.problem("state_conflict");
        let told = desk.get(HISTORY).await.ok(200).json["changes"].clone();
        assert_eq!((&told[0]["takes_back"], &told[1]["taken_back"], &told[1]["can_undo"]), (&json!(true), &json!(true), &json!(false)));
    }

    async fn an_ordinary_day_and_a_working_saturday_bring_places(app) {
        let desk = staff(app, "quantri").await;
        assert_eq!(times(app, "2026-11-24").await, Vec::<String>::new(), "Viet Nam Culture Day");
        let days = json!([ordinary("2026-11-24"), day("2026-11-28", "swap_working")]);
        change(&desk, &days, false).await.ok(200);
        assert!(times(app, "2026-11-24").await.contains(&"07:30".to_owned()));
        assert!(times(app, "2026-11-28").await.contains(&"16:00".to_owned()), "a Saturday worked in full");
        // What one day says is changed again: only that cannot be taken back.
        let first = latest(&desk).await;
        change(&desk, &json!([ordinary("2026-11-28")]), false).await.ok(200);
        undo(&desk, &first, false).await.problem("state_conflict");
        // Once that is taken back, so can be the first.
        undo(&desk, &latest(&desk).await, false).await.ok(200);
        undo(&desk, &first, false).await.ok(200);
        assert_eq!(times(app, "2026-11-24").await, Vec::<String>::new());
    }

    async fn every_working_day_is_counted_anew_at_once(app) {
        let (client, person) = (app.client(), Person::nth(1));
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        let officer = staff(app, "canbo").await;
        let received = receive(app, &officer, &receipt.reference).await;
        assert_eq!(received["due_on"], "2026-12-04");
        let (admin, path) = (staff(app, "quantri").await, format!("/api/dossiers/{}", receipt.reference));
        let due = async || {
            let mine = client.get(&path).await.ok(200).json["due_on"].clone();
            let dossier = officer.get(&format!("/api/desk/dossiers/{}", receipt.reference)).await.ok(200);
            assert_eq!(mine, dossier.json["due_on"]);
            mine
        };
        let mut off = day("2026-11-30", "compensation");
        off["special"]["confirmed"] = json!(false);
        change(&admin, &json!([off]), false).await.ok(200);
        assert_eq!(due().await, "2026-12-07");
        assert_eq!(client.get(&path).await.ok(200).json["due_provisional"], true, "a day that is not fixed");
        change(&admin, &json!([day("2026-12-05", "swap_working")]), false).await.ok(200);
        assert_eq!(due().await, "2026-12-05");
    }

    async fn other_servers_know_it_none_undoes_it_and_a_restart_keeps_it(app) {
        let desk = staff(app, "quantri").await;
        let (twin, third) = (app.twin().await, app.twin().await);
        let elsewhere = Client::new(format!("http://{}", twin.address()));
        let sign_in = json!({ "username": "truong", "password": STAFF_PASSWORD });
        elsewhere.post("/api/desk/session", &sign_in).await.ok(200);
        change(&desk, &json!([day(DAY, "holiday")]), false).await.ok(200);
        // The twin has not looked yet: what it still offers, the ticks refuse; a manager's change there does not open the day.
        elsewhere.post("/api/holds", &hold_body("08:00")).await.problem("slot_taken");
        let was = record(&elsewhere).await;
        let more = with(&was, |s| s["stations"] = json!(7));
        elsewhere.put("/api/desk/office", &body(&was, &more, false)).await.ok(200);
        elsewhere.post("/api/holds", &hold_body("08:00")).await.problem("slot_not_offered");
        let stale = Client::new(format!("http://{}", third.address()));
        stale.post("/api/holds", &hold_body("08:00")).await.problem("slot_taken");
        third.stop().await.unwrap();
        eid_server::jobs::run::round(twin.app()).await.unwrap();
        let path = format!("/api/offices/{OFFICE}/days/{DAY}?service=card&age_group=from_14_to_59");
        assert_eq!(elsewhere.get(&path).await.ok(200).json["slots"], json!([]));
        twin.stop().await.unwrap();
        let restarted = app.twin().await;
        assert!(!restarted.app().catalog.calendar().is_working_day(DAY.parse().unwrap()));
        restarted.stop().await.unwrap();
    }

    async fn two_administrators_see_each_other(app) {
        let (one, two) = (staff(app, "quantri").await, staff(app, "quantri").await);
        let seen = two.get(PATH).await.ok(200).json["version"].clone();
        let done = change(&one, &json!([day("2026-12-31", "holiday")]), false).await.ok(200);
        let late = json!({ "days": [ordinary("2026-12-31")], "version": seen, "move_people": false, "note": "" });
        let refused = two.post(PATH, &late).await.problem("office_changed");
        assert_eq!(refused.json["count"], done.json["version"]);
        // The same again changes nothing and is not in the history.
        change(&one, &json!([day("2026-12-31", "holiday")]), false).await.ok(200);
        assert_eq!(one.get(HISTORY).await.ok(200).json["changes"].as_array().unwrap().len(), 1);
    }
}

sqlite! {
    async fn days_that_cannot_be_are_named_at_their_fields(app) {
        let desk = staff(app, "quantri").await;
        let mut nameless = day("2026-12-05", "compensation");
        nameless["special"]["vi"] = json!(" ");
        nameless["special"]["source"] = json!("x".repeat(161));
        let days = json!([day("2026-11-23", "holiday"), nameless, day("2026-12-07", "swap_working"), day("2026-12-07", "local_closure")]);
        for path in [PATH.to_owned(), format!("{PATH}/preview")] {
            let body = if path == PATH {
                json!({ "days": days, "version": 0, "move_people": true, "note": "" })
            } else {
                json!({ "days": days })
            };
            let refused = desk.post(&path, &body).await.problem("invalid_fields");
            assert_eq!(refused.fields(), [
                "days[0].date:date_far",
                "days[1].special.kind:choice_unknown",
                "days[1].special.vi:required",
                "days[1].special.source:text_too_long",
                "days[2].special.kind:choice_unknown",
                "days[3].date:choice_unknown",
                "days[3].special.kind:choice_unknown",
            ]);
        }
        let many: Vec<Value> = (1..=41).map(|_| ordinary("2026-12-31")).collect();
        change(&desk, &json!(many), false).await.problem("invalid_fields");
        desk.post(PATH, &json!({ "days": [{ "date": "x", "special": null }], "version": 0, "move_people": true }))
            .await
            .problem("malformed_body");
        desk.post(&format!("{HISTORY}/none/undo"), &json!({ "version": 0, "move_people": true })).await.problem("not_found");
        assert_eq!(desk.get(HISTORY).await.ok(200).json["changes"], json!([]));
    }
}
