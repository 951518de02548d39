//! An office that closes a day moves a family as one: one window or none, one message, one answer.

use crate::{
    households::{Family, book_family, free_places},
    office_admin::{self, record, session, with},
    support::{app::TestApp, both, client::Client, flow::*},
};
use eid_domain::{booking::bookable_days, calendar::office_timestamp};
use eid_store::slots;
use jiff::{
    ToSpan,
    civil::{DateTime, date},
};
use serde_json::{Value, json};

/// The one place that [`fill`] leaves.
const LEFT: DateTime = date(2026, 11, 27).at(9, 0, 0, 0);

async fn close(app: &TestApp) -> Client {
    let desk = staff(app, "truong").await;
    let closure = json!({ "date": DAY, "part": "day", "reason": "Bảo trì hệ thống điện" });
    desk.post("/api/desk/closures", &closure).await.ok(201);
    desk
}

/// A family of three at 8:30, each with the own receipt.
async fn booked(app: &TestApp, n: u32, time: &str) -> (Family, Vec<(Client, String)>) {
    let (client, family) = (app.client(), Family::nth(n));
    let booked = book_family(app, &client, &family, time).await.ok(201);
    let own = |receipt: &Value| {
        let own = app.client();
        own.use_key(receipt["key"].as_str().unwrap());
        (own, receipt["reference"].as_str().unwrap().to_owned())
    };
    let receipts = booked.json["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(own)
        .collect();
    (family, receipts)
}

async fn waiting((client, reference): &(Client, String)) -> Value {
    client
        .get(&format!("/api/bookings/{reference}/waiting"))
        .await
        .ok(200)
        .json
}

async fn dossier((client, reference): &(Client, String)) -> Value {
    client
        .get(&format!("/api/dossiers/{reference}"))
        .await
        .ok(200)
        .json
}

async fn times(family: &[(Client, String)]) -> Vec<String> {
    let mut times = Vec::new();
    for one in family {
        let seen = dossier(one).await;
        times.push(seen["visit"]["starts_at"].as_str().unwrap_or_default().to_owned());
    }
    times
}

fn of<'a>(texts: &'a [String], word: &str) -> Vec<&'a String> {
    texts.iter().filter(|text| text.contains(word)).collect()
}

/// No place is left at these offices on any day that can be booked, but one at [`OFFICE`] at 9:00 of 27 November for a
/// visit of one person.
async fn fill(app: &TestApp, offices: &Value) {
    let calendar = app.inside().catalog.calendar();
    let mut tx = app.inside().store.begin().await.unwrap();
    for id in offices.as_array().unwrap() {
        let office = app.inside().catalog.office(id.as_str().unwrap()).unwrap();
        let (first, last) = bookable_days(app.inside().today());
        for date in first.series(1.day()).take_while(|date| *date <= last) {
            for tick in eid_server::app::plan::ticks(&office, &calendar, date) {
                let at = date.to_datetime(tick.start);
                let left = *id == OFFICE && (LEFT..LEFT + 30.minutes()).contains(&at);
                slots::set_capacity(&mut tx, office.id.as_str(), office_timestamp(at), u16::from(left))
                    .await
                    .unwrap();
            }
        }
    }
    tx.commit().await.unwrap();
}

both! {
    // Regression: a family of three got three offers of its own each, with a clock each; who took one tore it apart.
    async fn a_closed_day_offers_a_family_one_window_and_one_tap_moves_all(app) {
        let empty = free_places(&app.client()).await;
        let (family, receipts) = booked(app, 41, "08:30").await;
        let before = times(&receipts).await;
        let desk = staff(app, "truong").await;
        let preview = desk.get(&format!("/api/desk/closures/preview?date={DAY}&part=day")).await.ok(200);
        let people = preview.json["people"].as_array().unwrap().clone();
        assert_eq!(people.len(), 3);
        assert!(people.iter().all(|one| one["family"] == 1), "{people:?}");
        assert_ne!(empty, free_places(&app.client()).await);
        drop(desk);
        let desk = close(app).await;
        app.work().await;

        let told = app.messages(&family.phone).await;
        assert_eq!(of(&told, "dong cua luc 08:30 25/11/2026").len(), 1, "{told:?}");
        let offered = of(&told, "Lich ca nha 3 nguoi: moi doi sang 08:30 26/11/2026");
        assert_eq!(offered.len(), 1, "{told:?}");
        // Whoever of them looks sees everybody, masked, and the one window: neighbouring, the mother beside the child.
        for one in &receipts {
            let seen = waiting(one).await;
            let relatives = seen["family"].as_array().unwrap();
            assert_eq!(relatives.len(), 3, "{seen}");
            let mut at: Vec<&str> = relatives.iter().map(|one| one["offered"].as_str().unwrap()).collect();
            at.sort_unstable();
            assert_eq!(at, ["2026-11-26T08:30:00", "2026-11-26T08:30:00", "2026-11-26T09:00:00"]);
            assert!(relatives.iter().all(|one| one["name_masked"].as_str().unwrap().contains("***")), "{seen}");
            assert_eq!(seen["offer"]["expires_at"], waiting(&receipts[0]).await["offer"]["expires_at"]);
        }
        assert_eq!(times(&receipts).await, before, "theirs stand until they say yes");

        // The link of the message: one tap.
        let (_, key) = offered[0].rsplit_once('#').unwrap();
        let holder = app.client();
        holder.use_key(key);
        let reference = receipts.iter().map(|(_, reference)| reference).find(|one| offered[0].contains(*one)).unwrap();
        let path = format!("/api/bookings/{reference}/waiting");
        let seen = holder.get(&path).await.ok(200);
        assert_eq!(seen.json["family"].as_array().unwrap().len(), 3);
        let answer = json!({ "offer_id": seen.json["offer"]["id"] });
        let taken = holder.post(&format!("{path}/take"), &answer).await.ok(200);
        assert_eq!(taken.json["family"], json!([]));
        let mut now = times(&receipts).await;
        now.sort();
        assert_eq!(now, ["2026-11-26T08:30:00", "2026-11-26T08:30:00", "2026-11-26T09:00:00"]);
        for one in &receipts {
            let seen = dossier(one).await;
            assert_eq!((&seen["waiting"], &seen["changes"]["remaining"]), (&json!("none"), &json!(3)));
        }
        let told = app.messages(&family.phone).await;
        assert_eq!(of(&told, "Lich ca nha doi sang 08:30 26/11/2026").len(), 1, "{told:?}");
        let list = desk.get("/api/desk/closures").await.ok(200);
        let people = list.json["closures"][0]["people"].as_array().unwrap().clone();
        assert!(people.iter().all(|one| one["moving"] == "moved" && one["family"] == 1), "{people:?}");
        assert_eq!(people.len(), 3);
    }

    async fn silence_and_no_lead_to_another_window_for_all(app) {
        let (family, receipts) = booked(app, 42, "08:30").await;
        close(app).await;
        app.work().await;
        let first = waiting(&receipts[0]).await;
        app.pass(4 * 3_600 + 60).await;
        app.work().await;
        let second = waiting(&receipts[0]).await;
        assert_ne!(second["offer"]["starts_at"], first["offer"]["starts_at"], "{second}");
        // One says no for all.
        let path = format!("/api/bookings/{}/waiting", receipts[2].1);
        let theirs = waiting(&receipts[2]).await;
        let answer = json!({ "offer_id": theirs["offer"]["id"] });
        receipts[2].0.post(&format!("{path}/decline"), &answer).await.ok(200);
        app.work().await;
        let third = waiting(&receipts[1]).await;
        assert_eq!(third["family"].as_array().unwrap().len(), 3);
        let spans = |seen: &Value| seen["family"].as_array().unwrap().iter().map(|one| one["offered"].clone()).collect::<Vec<_>>();
        assert!(spans(&third).iter().all(|at| at.is_string()) && spans(&third) != spans(&second), "{third}");
        // What was kept before is everybody's again, for each of them.
        receipts[2].0.post(&format!("{path}/take"), &answer).await.problem("hold_expired");
        assert_eq!(of(&app.messages(&family.phone).await, "moi doi sang").len(), 3);
    }

    async fn where_no_window_holds_all_they_are_told_and_not_split(app) {
        let (family, receipts) = booked(app, 43, "08:30").await;
        let other = (app.client(), Person::nth(44));
        let alone = book(app, &other.0, &other.1, "09:00").await;
        close(app).await;
        // Before anything is offered: nothing is free but a place for one of them.
        fill(app, &waiting(&receipts[0]).await["waiting"]["wish"]["offices"]).await;
        app.work().await;
        for one in &receipts {
            let seen = waiting(one).await;
            assert_eq!((&seen["offer"], seen["family"].as_array().unwrap().len()), (&Value::Null, 3), "{seen}");
            assert_eq!(dossier(one).await["waiting"], "to_be_moved");
        }
        let told = app.messages(&family.phone).await;
        assert_eq!(of(&told, "chua co gio nao du cho ca nha").len(), 1, "{told:?}");
        // The place suits one person alone, and goes to them though the family waits longer.
        let one = (other.0, alone.reference);
        assert_eq!(waiting(&one).await["offer"]["starts_at"], "2026-11-27T09:00:00");
        app.pass(600).await;
        assert_eq!(of(&app.messages(&family.phone).await, "chua co gio nao").len(), 1, "told once");

        // One of them gives up: the two others wait on, together.
        let (client, reference) = &receipts[0];
        client.post(&format!("/api/bookings/{reference}/cancel"), &json!({})).await.ok(200);
        app.work().await;
        let seen = waiting(&receipts[1]).await;
        assert_eq!(seen["family"].as_array().unwrap().len(), 2, "{seen}");
    }

    async fn two_who_answer_at_once_move_the_family_once(app) {
        let (family, receipts) = booked(app, 45, "08:30").await;
        close(app).await;
        app.work().await;
        // All look before anybody answers: later there is no offer to be seen.
        let mut ids = Vec::new();
        for one in &receipts {
            ids.push(waiting(one).await["offer"]["id"].clone());
        }
        let mut tasks = Vec::new();
        for (one, id) in receipts.iter().zip(ids) {
            let (client, path) = (one.0.twin(), format!("/api/bookings/{}/waiting/take", one.1));
            tasks.push(tokio::spawn(async move { client.post(&path, &json!({ "offer_id": id })).await.status }));
        }
        let mut statuses = Vec::new();
        for task in tasks {
            statuses.push(task.await.unwrap());
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 410, 410]);
        let mut now = times(&receipts).await;
        now.sort();
        assert_eq!(now, ["2026-11-26T08:30:00", "2026-11-26T08:30:00", "2026-11-26T09:00:00"]);
        assert_eq!(of(&app.messages(&family.phone).await, "Lich ca nha doi sang").len(), 1);
    }

    // Other hours may leave room for some of a family only: all of it is moved, and what stands again stands for all.
    async fn other_hours_that_concern_one_move_the_family(app) {
        let (family, receipts) = booked(app, 46, "07:30").await;
        let desk = staff(app, "truong").await;
        let was = record(&desk).await;
        let later = with(&was, |s| s["hours"]["weekdays"] = json!([session("08:00", "11:30"), session("13:00", "17:00")]));
        desk.put(office_admin::PATH, &office_admin::body(&was, &later, true)).await.ok(200);
        app.work().await;
        let told = app.messages(&family.phone).await;
        assert_eq!(of(&told, "doi lich, khong con nhan luc 07:30").len(), 1, "{told:?}");
        assert_eq!(of(&told, "Lich ca nha 3 nguoi: moi doi sang").len(), 1, "{told:?}");
        let seen = waiting(&receipts[1]).await;
        assert_eq!(seen["family"].as_array().unwrap().len(), 3, "the mother at 8:00 would still fit: {seen}");
        assert_eq!(office_admin::latest(&desk).await["moving"], json!({ "looking": 0, "offered": 3, "moved": 0, "ended": 0 }));

        let now = record(&desk).await;
        desk.put(office_admin::PATH, &office_admin::body(&now, &was["settings"], true)).await.ok(200);
        app.work().await;
        let told = app.messages(&family.phone).await;
        assert_eq!(of(&told, "lam viec lai luc 07:30").len(), 1, "{told:?}");
        for one in &receipts {
            assert_eq!(dossier(one).await["waiting"], "none");
        }
    }
}
