//! Stay notices of people: filed with warnings, corrected, withdrawn, told to the guest, and taken out for the police.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_store::{audit, stays};
use serde_json::{Value, json};

/// An account of level 2, signed in. The first one takes the clock to the day of the visit, half past seven and some seconds.
pub(crate) async fn signed_in(app: &TestApp, person: &Person) -> Client {
    let client = app.client();
    approved(app, &client, person).await;
    activate(app, &client, person).await;
    sign_in(&client, person).await;
    client
}

async fn sign_in(client: &Client, person: &Person) {
    let given = json!({ "personal_number": person.number, "password": PASSWORD });
    client.post("/api/session", &given).await.ok(200);
}

/// A guest who comes on the day of the visit, before 23:00.
pub(crate) fn guest(person: &Person) -> Value {
    json!({
        "full_name": person.name, "personal_number": person.number, "birth_date": person.birth, "reason": "family",
        "arrives": DAY, "late": false, "leaves": "2026-11-27", "line": "12 Lê Lợi", "commune_code": "26740",
    })
}

fn with(mut body: Value, name: &str, value: &str) -> Value {
    body[name] = json!(value);
    body
}

async fn actions(app: &TestApp, kind: &str, id: &str) -> Vec<String> {
    let mut tx = app.inside().store.read().await.unwrap();
    let log = audit::of_object(&mut tx, kind, id, 20).await.unwrap();
    log.into_iter().map(|entry| entry.action).collect()
}

both! {
    async fn a_guest_is_declared_corrected_and_withdrawn(app) {
        let (host, other) = (Person::nth(1), Person::nth(2));
        app.client().get("/api/account/stays").await.problem("not_signed_in");
        app.client().post("/api/account/stays", &guest(&other)).await.problem("not_signed_in");
        let client = signed_in(app, &host).await;
        let none = json!({ "full_name": "", "personal_number": "098", "birth_date": "", "reason": "", "arrives": "x", "late": false, "leaves": "", "line": "", "commune_code": "" });
        let wrong = client.post("/api/account/stays", &none).await.problem("invalid_fields");
        assert_eq!(wrong.fields(), ["full_name:required", "personal_number:personal_number_length", "birth_date:required", "reason:required",
            "arrives:date_impossible", "leaves:required", "commune_code:required", "line:required"]);
        let nowhere = client.post("/api/account/stays", &with(guest(&other), "commune_code", "99998")).await;
        assert_eq!(nowhere.problem("invalid_fields").fields(), ["commune_code:choice_unknown"]);
        let key = crate::support::client::fresh_key();
        let filed = client.post_once("/api/account/stays", &guest(&other), &key).await.ok(201);
        assert_eq!(client.post_once("/api/account/stays", &guest(&other), &key).await.ok(201).json, filed.json, "once");
        assert_eq!((&filed.json["in_time"], &filed.json["long"], filed.str("due")), (&json!(true), &json!(false), "2026-11-25T23:00:00"));
        assert!(filed.str("address").starts_with("12 Lê Lợi, ") && filed.str("number_masked").contains('*'));
        let path = format!("/api/account/stays/{}", filed.str("id"));
        let better = json!({ "full_name": "Nguyễn Văn Thử Lại", "birth_date": "1985", "reason": "work", "leaves": "2026-12-28" });
        let stands = client.put(&path, &better).await.ok(200);
        assert_eq!((&stands.json["long"], &stands.json["full_name"], stands.json["corrected_at"].is_string()), (&json!(true), &json!("Nguyễn Văn Thử Lại"), true));
        let early = client.put(&path, &with(better.clone(), "leaves", "2026-11-24")).await;
        assert_eq!(early.problem("invalid_fields").fields(), ["leaves:date_order"]);
        let why = client.post(&format!("{path}/withdraw"), &json!({ "reason": "" })).await;
        assert_eq!(why.problem("invalid_fields").fields(), ["reason:required"]);
        let gone = client.post(&format!("{path}/withdraw"), &json!({ "reason": "not_come" })).await.ok(200);
        assert_eq!((&gone.json["withdrawn"], &gone.json["may_change"]), (&json!("not_come"), &json!(false)));
        client.post(&format!("{path}/withdraw"), &json!({ "reason": "mistake" })).await.problem("state_conflict");
        client.put(&path, &better).await.problem("state_conflict");
        let seen = client.get("/api/account/stays").await.ok(200);
        assert_eq!((seen.json["mine"]["stays"].as_array().unwrap().len(), &seen.json["about_me"]), (1, &json!([])));
        assert_eq!(actions(app, "stay", filed.str("id")).await, ["stay.withdraw", "stay.correct", "stay.file"]);
    }

    async fn the_hours_of_the_law_warn_and_refuse_nothing(app) {
        let (host, other) = (Person::nth(1), Person::nth(2));
        let client = signed_in(app, &host).await;
        // Half past seven and a little: who came last night from 23:00 on is declared in time until eight.
        let late = |mut body: Value| { body["late"] = json!(true); body };
        let last_night = late(with(guest(&other), "arrives", "2026-11-24"));
        let in_time = client.post("/api/account/stays", &last_night).await.ok(201);
        assert_eq!((&in_time.json["in_time"], in_time.str("due")), (&json!(true), "2026-11-25T08:00:00"));
        let yesterday = client.post("/api/account/stays", &with(guest(&other), "arrives", "2026-11-24")).await.ok(201);
        assert_eq!((&yesterday.json["in_time"], yesterday.str("due")), (&json!(false), "2026-11-24T23:00:00"));
        app.pass(1_800).await;
        let too_late = client.post("/api/account/stays", &last_night).await.ok(201);
        assert_eq!(too_late.json["in_time"], false);
    }

    async fn the_guest_sees_it_and_says_that_it_was_not_them(app) {
        let (host, stranger) = (Person::nth(1), Person::nth(3));
        let client = signed_in(app, &host).await;
        let office = staff(app, "canbo").await;
        let add = json!({ "kind": "lodging", "name": "Nhà nghỉ Hoa Sen", "line": "1 Lê Lợi", "commune_code": "26740", "phone": "02838387342", "username": "hoasen" });
        office.post("/api/desk/venues", &add).await.problem("not_allowed");
        let venue = crate::venues::registered(app, "hoasen").await;
        let mine = venue.post("/api/venue/stays", &guest(&host)).await.ok(201);
        // Whether a number has an account is not told: the answers are the same but for the person.
        let theirs = venue.post("/api/venue/stays", &guest(&stranger)).await.ok(201);
        let same = |answer: &Value| { let mut answer = answer.clone(); for key in ["id", "number_masked", "filed_at"] { answer[key] = Value::Null; } answer };
        assert_eq!(same(&mine.json), same(&theirs.json));
        let account = client.get("/api/account").await.ok(200);
        let told = account.json["events"].as_array().unwrap().iter().filter(|event| event["action"] == "account.stay_declared").count();
        assert_eq!(told, 1);
        let seen = client.get("/api/account/stays").await.ok(200);
        let about = &seen.json["about_me"][0];
        assert_eq!((&about["by"], &about["disputed"]), (&json!("Nhà nghỉ Hoa Sen"), &json!(false)));
        let path = format!("/api/account/stays/{}/not-me", mine.str("id"));
        for _ in 0..2 {
            client.post(&path, &json!({})).await.ok(204);
        }
        client.post(&format!("/api/account/stays/{}/not-me", theirs.str("id")), &json!({})).await.problem("not_found");
        // The account stays open, the place learns nothing, the police see it.
        assert_eq!(client.get("/api/account/stays").await.ok(200).json["about_me"][0]["disputed"], true);
        assert!(!venue.get(&format!("/api/venue/stays?day={DAY}")).await.ok(200).text.contains("disputed"));
        let rows = office.get(&format!("/api/desk/stays?day={DAY}")).await.ok(200);
        let disputed: Vec<bool> = rows.json["rows"].as_array().unwrap().iter().map(|row| row["disputed"].as_bool().unwrap()).collect();
        assert_eq!(disputed.iter().filter(|disputed| **disputed).count(), 1);
        assert_eq!(actions(app, "stay", mine.str("id")).await, ["stay.dispute", "stay.file"]);
        // Neither place nor person changes what others have filed.
        client.post(&format!("/api/account/stays/{}/withdraw", mine.str("id")), &json!({ "reason": "mistake" })).await.problem("not_found");
    }

    async fn the_file_for_the_police_has_no_formula_and_is_written_down(app) {
        let host = Person::nth(1);
        let client = signed_in(app, &host).await;
        let odd = with(guest(&Person::nth(2)), "line", "=HYPERLINK(\"x\")");
        client.post("/api/account/stays", &odd).await.ok(201);
        let elsewhere = with(guest(&Person::nth(4)), "commune_code", "20194");
        client.post("/api/account/stays", &elsewhere).await.ok(201);
        let office = staff(app, "canbo").await;
        let list = office.get(&format!("/api/desk/stays?day={DAY}")).await.ok(200);
        let text = list.text.clone();
        assert!(!text.contains(&Person::nth(2).number) && !text.contains("Văn Thử"), "masked: {text}");
        assert_eq!(list.json["rows"].as_array().unwrap().len(), 1, "another province is not theirs");
        let file = office.get(&format!("/api/desk/stays/export?day={DAY}")).await.ok(200);
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        assert!(file.text.contains(&Person::nth(2).number) && file.text.contains("'=HYPERLINK"), "{}", file.text);
        assert_eq!(file.text.lines().count(), 2);
        assert!(actions(app, "office", OFFICE).await.contains(&"stay.export".to_owned()));
        for query in ["day=x", "day=2026-02-30"] {
            office.get(&format!("/api/desk/stays?{query}")).await.problem("invalid_fields");
        }
        staff(app, "hotro").await.get("/api/desk/stays/export").await.problem("not_allowed");
        // Ninety days after the last day nothing of it is there.
        let id = client.get("/api/account/stays").await.ok(200).json["mine"]["stays"][0]["id"].as_str().unwrap().to_owned();
        for _ in 0..3 {
            app.pass(31 * 86_400).await;
        }
        let mut tx = app.inside().store.read().await.unwrap();
        assert!(stays::by_id(&mut tx, &id).await.unwrap().is_none());
    }

    async fn no_account_floods(app) {
        let client = signed_in(app, &Person::nth(1)).await;
        let gone = format!("/api/account/stays/{:032}/not-me", 0);
        for _ in 0..60 {
            client.post("/api/account/stays", &guest(&Person::nth(2))).await.ok(201);
        }
        client.post("/api/account/stays", &guest(&Person::nth(2))).await.problem("too_many_requests");
        client.post(&gone, &json!({})).await.problem("too_many_requests");
    }
}
