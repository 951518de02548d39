//! Lists of social assistance: brought by a manager, seen by who is on them, and nobody else's business.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_store::{audit, payouts};
use serde_json::{Value, json};

const HEADER: &str = "Số định danh,Họ và tên,Ngày sinh,Đối tượng,Xã phường,Từ ngày,Đến ngày,Điện thoại";

fn row(person: &Person, kind: &str, phone: &str) -> String {
    format!(
        "{},{},{},{kind},26740,01/01/2026,31/12/2027,{phone}",
        person.number, person.name, person.birth
    )
}

fn list(rows: &[String]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

fn outcomes(view: &Value) -> Vec<String> {
    let rows = view["rows"].as_array().unwrap();
    rows.iter()
        .map(|row| row["outcome"]["kind"].as_str().unwrap().to_owned())
        .collect()
}

/// Looks and confirms.
async fn bring(manager: &Client, csv: &str) -> Vec<String> {
    let seen = manager
        .post("/api/desk/aid/preview", &json!({ "csv": csv }))
        .await
        .ok(200);
    let body = json!({ "csv": csv, "seen": seen.str("seen") });
    outcomes(&manager.post("/api/desk/aid", &body).await.ok(201).json)
}

async fn people(manager: &Client) -> Value {
    manager.get("/api/desk/aid").await.ok(200).json
}

async fn exemption(client: &Client, person: &Person, proof: &str) -> Value {
    let asked = json!({ "applicant": person.applicant(), "phone_proof": proof, "on": DAY });
    client.post("/api/bookings/exemption", &asked).await.ok(200).json["exemption"].clone()
}

fn payout(number: &str, holder: &str, passcode: &str) -> Value {
    json!({ "provider": "vietcombank", "number": number, "holder": holder, "passcode": passcode })
}

async fn signed_in(app: &TestApp, person: &Person) -> Client {
    let client = app.client();
    approved(app, &client, person).await;
    activate(app, &client, person).await;
    let given = json!({ "personal_number": person.number, "password": PASSWORD });
    client.post("/api/session", &given).await.ok(200);
    client
}

both! {
    async fn half_a_good_list_is_seen_first_and_taken_over_in_its_good_half(app) {
        let manager = staff(app, "truong").await;
        let (one, two) = (Person::nth(1), Person::nth(2));
        let csv = list(&[row(&one, "Hộ nghèo", &one.phone), "1,?,,,,,,".into(), row(&two, "Người khuyết tật", ""), row(&one, "hộ nghèo", "")]);
        let seen = manager.post("/api/desk/aid/preview", &json!({ "csv": csv })).await.ok(200);
        assert_eq!(outcomes(&seen.json), ["new", "wrong", "new", "repeated"]);
        assert_eq!(seen.json["rows"][3]["outcome"]["line"], 2);
        assert_eq!(people(&manager).await["all"], 0, "looking stores nothing");
        assert_eq!(bring(&manager, &csv).await, ["new", "wrong", "new", "repeated"]);
        assert_eq!(bring(&manager, &csv).await, ["same", "wrong", "same", "repeated"]);
        let shown = people(&manager).await;
        assert_eq!((&shown["all"], &shown["complete"]), (&json!(2), &json!(0)));
        // Masked: neither number nor name can be read.
        let text = shown.to_string();
        assert!(!text.contains(&one.number) && !text.contains("Văn Thử") && text.contains("098*****"), "{text}");
        // A row that ends a place earlier is a change of it; the day after nobody is on the list.
        let ended = list(&[row(&one, "Hộ nghèo", "").replace("31/12/2027", "22/11/2026")]);
        assert_eq!(bring(&manager, &ended).await, ["changed"]);
        assert_eq!(people(&manager).await["all"], 1);
        // What was not seen is not taken over.
        let stale = json!({ "csv": csv, "seen": seen.str("seen") });
        manager.post("/api/desk/aid", &stale).await.problem("state_conflict");
        let refused = manager.post("/api/desk/aid/preview", &json!({ "csv": "Họ và tên\nA" })).await.problem("invalid_fields");
        assert!(refused.fields().contains(&"csv.personal_number:required".to_owned()), "{:?}", refused.fields());
        staff(app, "canbo").await.post("/api/desk/aid/preview", &json!({ "csv": csv })).await.problem("not_allowed");
        let mut tx = app.inside().store.read().await.unwrap();
        let log = audit::of_object(&mut tx, "office", OFFICE, 20).await.unwrap();
        assert!(log.iter().any(|entry| entry.action == "aid.list_confirm" && entry.actor_id == "demo-truong"));
    }

    async fn messages_to_who_lacks_something(app) {
        let manager = staff(app, "truong").await;
        let (one, two) = (Person::nth(1), Person::nth(2));
        // Two lists are one person and one message; who has no phone gets none.
        bring(&manager, &list(&[row(&one, "Hộ nghèo", &one.phone), row(&one, "Bảo trợ xã hội", &one.phone), row(&two, "Người có công", "")])).await;
        let shown = people(&manager).await;
        let rows = shown["rows"].as_array().unwrap();
        let (told, silent) = if rows[0]["may_tell"] == true { (0, 1) } else { (1, 0) };
        assert_eq!((rows.len(), rows[told]["kinds"].as_array().unwrap().len(), &rows[told]["missing"]), (2, 2, &json!("card")));
        assert_eq!((&rows[silent]["may_tell"], &rows[silent]["phone_ends"]), (&json!(false), &json!("")));
        let ids = json!({ "ids": [rows[told]["id"], rows[silent]["id"], rows[told]["id"], "nobody"] });
        let written = manager.post("/api/desk/aid/messages", &ids).await.ok(200);
        assert_eq!(written.json, json!({ "written": 1, "left_out": 3 }));
        app.work().await;
        let message = app.messages(&one.phone).await.remove(0);
        // Whoever reads it over a shoulder learns of no list.
        assert!(message.contains("dat lich") && !message.to_lowercase().contains("ngheo"), "{message}");
        let shown = people(&manager).await;
        assert_eq!((&shown["rows"][told]["told"]["state"], &shown["rows"][told]["may_tell"]), (&json!("sent"), &json!(false)));
        assert_eq!(manager.post("/api/desk/aid/messages", &ids).await.ok(200).json["written"], 0);
        manager.post("/api/desk/aid/messages", &json!({ "ids": [] })).await.problem("invalid_fields");
        app.pass(7 * 86_400).await;
        let manager = staff(app, "truong").await;
        assert_eq!(manager.post("/api/desk/aid/messages", &ids).await.ok(200).json["written"], 1);
    }

    async fn a_list_frees_from_the_fee_only_before_the_phone_that_it_knows(app) {
        let manager = staff(app, "truong").await;
        let (one, thief) = (Person::nth(1), Person::nth(9));
        bring(&manager, &list(&[row(&one, "Hộ nghèo", &one.phone)])).await;
        let client = app.client();
        let proof = prove(app, &client, &one.phone).await;
        assert_eq!(exemption(&client, &one, &proof).await, "poor_household");
        // Who proves a phone of their own and knows name, number and birth date of somebody else learns nothing.
        let other = Person { phone: thief.phone.clone(), ..one.clone() };
        let others = prove(app, &client, &thief.phone).await;
        assert_eq!(exemption(&client, &other, &others).await, Value::Null);
        let nobody = exemption(&client, &thief, &others).await;
        assert_eq!(nobody, Value::Null, "on no list: the same answer");
        let asked = json!({ "applicant": one.applicant(), "phone_proof": others, "on": DAY });
        client.post("/api/bookings/exemption", &asked).await.problem("phone_not_proved");
        let asked = json!({ "applicant": one.applicant(), "phone_proof": "", "on": DAY });
        client.post("/api/bookings/exemption", &asked).await.problem("phone_not_proved");
        // Another name, or a birth date that is not the list's: not that person.
        let renamed = Person { name: "Trần Văn Khác", ..one.clone() };
        assert_eq!(exemption(&client, &renamed, &proof).await, Value::Null);
        let younger = Person { birth: "1986-08-15", ..one.clone() };
        assert_eq!(exemption(&client, &younger, &proof).await, Value::Null);
        // The receipt says it, the link for relatives does not; the officer sees it with the person's data alone.
        let hold = hold(&client, "07:30").await;
        let mut wanted = booking_body(&one, &hold, &proof);
        wanted["reason"] = json!("ex_from_cccd");
        let booked = client.post("/api/bookings", &wanted).await.ok(201);
        client.use_key(booked.str("key"));
        let path = format!("/api/dossiers/{}", booked.str("reference"));
        assert_eq!(client.get(&path).await.ok(200).json["exemption"], "poor_household");
        let link = client.post(&format!("{path}/links"), &json!({})).await.ok(201);
        let afar = app.client();
        afar.use_key(link.str("key"));
        assert_eq!(afar.get(&path).await.ok(200).json["exemption"], Value::Null);
        let desk = staff(app, "canbo").await;
        let path = format!("/api/desk/dossiers/{}", booked.str("reference"));
        assert_eq!(desk.get(&path).await.ok(200).json["person"]["exemption"], Value::Null);
        let shown = desk.post(&format!("{path}/reveal"), &json!({ "reason": "at_counter" })).await.ok(200);
        assert_eq!(shown.json["person"]["exemption"], "poor_household");
    }

    async fn who_books_with_another_phone_has_no_word_of_it_on_the_receipt(app) {
        let manager = staff(app, "truong").await;
        let one = Person::nth(1);
        bring(&manager, &list(&[row(&one, "Hộ nghèo", "0987654321")])).await;
        let client = app.client();
        let hold = hold(&client, "07:30").await;
        let proof = prove(app, &client, &one.phone).await;
        let mut wanted = booking_body(&one, &hold, &proof);
        wanted["reason"] = json!("ex_from_cccd");
        let booked = client.post("/api/bookings", &wanted).await.ok(201);
        client.use_key(booked.str("key"));
        let seen = client.get(&format!("/api/dossiers/{}", booked.str("reference"))).await.ok(200);
        assert!(!seen.text.contains("exemption"), "{}", seen.text);
    }

    async fn a_payout_account_is_linked_with_the_passcode_and_kept_sealed(app) {
        let manager = staff(app, "truong").await;
        let one = Person::nth(1);
        bring(&manager, &list(&[row(&one, "Hộ nghèo", ""), row(&one, "Hộ cận nghèo", "")])).await;
        app.client().get("/api/account/aid").await.problem("not_signed_in");
        let client = signed_in(app, &one).await;
        let seen = client.get("/api/account/aid").await.ok(200).json;
        assert_eq!(seen["entitlements"].as_array().unwrap().len(), 2);
        assert!(seen["entitlements"][0]["commune"].as_str().unwrap().contains("Sài Gòn"));
        assert!(seen.get("payout").is_none() && seen["providers"].as_array().unwrap().len() == 8);
        let path = "/api/account/aid/payout";
        let refused = client.put(path, &payout("12", "Trần Thị Mẫu", "")).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["number:payout_number_format", "holder:holder_other", "passcode:required"]);
        let refused = client.put(path, &payout("190345678901", "NGUYEN VAN THU", "000000")).await.problem("invalid_fields");
        assert_eq!((refused.fields(), &refused.json["tries_left"]), (vec!["passcode:passcode_wrong".to_owned()], &json!(4)));
        let linked = client.put(path, &payout("1903 4567 8901", "NGUYEN VAN THU", "135790")).await.ok(200);
        assert_eq!((&linked.json["payout"]["ends"], &linked.json["payout"]["provider"]), (&json!("8901"), &json!("Vietcombank")));
        assert!(!linked.text.contains("190345678901"));
        let mut tx = app.inside().store.read().await.unwrap();
        let account = eid_store::accounts::by_person(&mut tx, &one.number).await.unwrap().unwrap();
        let stored = payouts::of_account(&mut tx, &account.id).await.unwrap().unwrap();
        assert!(!stored.number_sealed.contains("1903") && stored.number_ends == "8901");
        drop(tx);
        app.work().await;
        let message = app.messages(&one.phone).await.remove(0);
        assert!(message.contains("Vietcombank so cuoi 8901") && message.len() <= 160, "{message}");
        let events = client.get("/api/account").await.ok(200).text;
        assert!(events.contains("account.payout_linked"));
        assert_eq!(people(&staff(app, "truong").await).await["complete"], 1, "nothing is missing any more");
        client.post("/api/account/aid/payout/remove", &json!({ "passcode": " " })).await.problem("invalid_fields");
        client.post("/api/account/aid/payout/remove", &json!({ "passcode": "135791" })).await.problem("invalid_fields");
        let removed = client.post("/api/account/aid/payout/remove", &json!({ "passcode": "135790" })).await.ok(200);
        assert!(removed.json.get("payout").is_none());
        client.post("/api/account/aid/payout/remove", &json!({ "passcode": "135790" })).await.problem("state_conflict");
        // Five wrong passcodes, wherever they are typed, end it for the day.
        for _ in 0..5 {
            client.put(path, &payout("190345678901", "Nguyễn Văn Thử", "000000")).await.problem("invalid_fields");
        }
        client.put(path, &payout("190345678901", "Nguyễn Văn Thử", "135790")).await.problem("locked_out");
    }
}
