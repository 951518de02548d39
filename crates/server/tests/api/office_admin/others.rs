//! More than one manager, more than one server, more than one role.

use super::{HISTORY, PATH, body, latest, record, session, with};
use crate::support::{both, client::Client, flow::*, sqlite};
use serde_json::{Value, json};

both! {
    async fn two_managers_see_each_other(app) {
        let (one, two) = (staff(app, "truong").await, staff(app, "quantri").await);
        let was = record(&one).await;
        assert_eq!(record(&two).await, was);
        let more = with(&was, |s| s["stations"] = json!(7));
        let done = one.put(PATH, &body(&was, &more, false)).await.ok(200);
        let other = with(&was, |s| s["walk_in_share"] = json!(10));
        let refused = two.put(PATH, &body(&was, &other, false)).await.problem("office_changed");
        assert_eq!(refused.json["count"], done.json["version"]);
        assert_eq!(record(&two).await["settings"], more);
        // The same again changes nothing and is not in the history.
        one.put(PATH, &body(&done.json, &more, false)).await.ok(200);
        assert_eq!(one.get(HISTORY).await.ok(200).json["changes"].as_array().unwrap().len(), 1);
    }

    async fn other_servers_know_it_and_a_restart_keeps_it(app) {
        let desk = staff(app, "truong").await;
        let twin = app.twin().await;
        let elsewhere = Client::new(format!("http://{}", twin.address()));
        let path = format!("/api/offices/{OFFICE}/days/{DAY}?service=card&age_group=from_14_to_59");
        assert_eq!(elsewhere.get(&path).await.ok(200).json["slots"][0]["time"], "07:30:00");
        let before = elsewhere.get("/api/offices").await.ok(200);
        let was = record(&desk).await;
        let later = with(&was, |s| s["hours"]["weekdays"] = json!([session("13:00", "15:00")]));
        desk.put(PATH, &body(&was, &later, false)).await.ok(200);
        // The twin has not looked yet: what it still offers, the ticks refuse.
        elsewhere.post("/api/holds", &hold_body("08:00")).await.problem("slot_taken");
        eid_server::jobs::run::round(twin.app()).await.unwrap();
        assert_eq!(elsewhere.get(&path).await.ok(200).json["slots"][0]["time"], "13:00:00");
        assert_ne!(elsewhere.get("/api/offices").await.ok(200).text, before.text);
        twin.stop().await.unwrap();
        // A start with the built-in file brings name and address, not what the office decides about itself.
        let third = app.twin().await;
        let office = third.app().catalog.lasting(OFFICE).unwrap();
        assert_eq!(office.hours.weekdays().len(), 1);
        assert_eq!(office.street.as_deref(), Some("258 Trần Hưng Đạo"));
        third.stop().await.unwrap();
    }

    async fn changing_while_people_book_leaves_nobody_behind(app) {
        const PEOPLE: u32 = 12;
        let mut proofs = Vec::new();
        for n in 0..PEOPLE {
            let (client, person) = (app.client(), Person::nth(n));
            let proof = prove(app, &client, &person.phone).await;
            proofs.push((client, person, proof));
        }
        let desk = staff(app, "truong").await;
        let was = record(&desk).await;
        let fewer = with(&was, |s| s["hours"]["weekdays"] = json!([session("13:00", "17:00")]));
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
        // The hours change when somebody has booked and others still do: none at all would prove nothing.
        assert!(first.recv().await.is_some(), "nobody booked");
        let mut changed = desk.put(PATH, &body(&was, &fewer, true)).await;
        while changed.status == 503 {
            changed = desk.put(PATH, &body(&was, &fewer, true)).await;
        }
        let mut booked = Vec::new();
        for task in tasks {
            booked.extend(task.await.unwrap());
        }
        changed.ok(200);
        app.work().await;
        let moving = latest(&desk).await["moving"].clone();
        let all: u64 = ["looking", "offered", "moved", "ended"].iter().map(|key| moving[key].as_u64().unwrap()).sum();
        assert_eq!(all, booked.len() as u64, "{moving}");
    }
}

sqlite! {
    async fn whose_office_it_is(app) {
        let (manager, admin) = (staff(app, "truong").await, staff(app, "quantri").await);
        let other = format!("{PATH}?office=dn-hai-chau");
        manager.get(&other).await.problem("not_allowed");
        assert_eq!(admin.get(&other).await.ok(200).json["office_id"], "dn-hai-chau");
        admin.get(&format!("{PATH}?office=khong-co")).await.problem("not_found");
        for who in ["canbo", "hotro", "kiemtra"] {
            staff(app, who).await.get(PATH).await.problem("not_allowed");
        }
        // A change is of one office: another's manager does not find it.
        let was = admin.get(&other).await.ok(200).json;
        let more = with(&was, |s| s["stations"] = json!(9));
        admin.put(&other, &body(&was, &more, false)).await.ok(200);
        let list = admin.get(&format!("{HISTORY}?office=dn-hai-chau")).await.ok(200);
        let id = list.json["changes"][0]["id"].as_str().unwrap().to_owned();
        manager.get(&format!("{HISTORY}/{id}/undo")).await.problem("not_found");
        assert_eq!(manager.get(HISTORY).await.ok(200).json["changes"], json!([]));
    }

    async fn what_cannot_be(app) {
        let desk = staff(app, "truong").await;
        let was = record(&desk).await;
        let wrong: [(&str, Value); 6] = [
            ("stations", json!(0)),
            ("walk_in_share", json!(101)),
            ("exceptions", json!([{ "date": "2026-12-02", "sessions": [] }, { "date": "2026-12-01", "sessions": [] }])),
            ("exceptions", json!([{ "date": "2026-12-01", "sessions": [], "stations": 99 }])),
            ("rota", json!([{ "weekdays": [], "from": "08:00:00", "to": "09:00:00", "stations": 1, "valid_from": "2026-12-01", "valid_to": null }])),
            ("assisted_shares", json!([{ "percent": 101, "valid_from": "2026-12-01", "valid_to": null }])),
        ];
        for (field, value) in wrong {
            let settings = with(&was, |s| s[field] = value.clone());
            for refused in [
                desk.post(&format!("{PATH}/preview"), &json!({ "settings": settings })).await,
                desk.put(PATH, &body(&was, &settings, true)).await,
            ] {
                assert_eq!(refused.problem("invalid_fields").fields(), [format!("{field}:choice_unknown")]);
            }
        }
        let overlap = with(&was, |s| s["hours"]["weekdays"] = json!([session("08:00", "12:00"), session("11:00", "13:00")]));
        desk.put(PATH, &body(&was, &overlap, true)).await.problem("malformed_body");
        let mut long = body(&was, &was["settings"], false);
        long["note"] = json!("x".repeat(201));
        assert_eq!(desk.put(PATH, &long).await.problem("invalid_fields").fields(), ["note:text_too_long"]);
        assert_eq!(record(&desk).await, was);
    }
}
