//! The ministry by file: out, back, row by row, and nothing twice.

use crate::support::{both, client::Client, flow::*};
use eid_store::{Store, dossiers, events};
use jiff::{Timestamp, ToSpan};
use reqwest::Method;
use serde_json::{Value, json};

pub(crate) const HEADS: &str = "decision_id,dossier_code,subject,outcome,reason,decided_at\r\n";
/// Before the start of every test.
pub(crate) const DECIDED: &str = "2026-11-20T01:00:00Z";

/// A code of a test's dossier.
pub(crate) fn code(n: u32) -> String {
    format!("G01.899.108.000-261118-79{n:05}")
}

/// The reference of a test's dossier.
pub(crate) fn reference(n: u32) -> String {
    let mut bytes = [0; 16];
    bytes[..4].copy_from_slice(&n.to_be_bytes());
    eid_domain::reference::Reference::from_random(bytes)
        .as_str()
        .to_owned()
}

/// Dossiers that the ministry has, made without the way there.
pub(crate) async fn seed(store: &Store, numbers: std::ops::Range<u32>, office: &str, state: &str) {
    let at: Timestamp = "2026-11-18T02:00:00Z".parse().unwrap();
    let mut tx = store.begin().await.unwrap();
    for n in numbers {
        let dossier = dossiers::Dossier {
            id: format!("s{n}"),
            reference: reference(n),
            code: Some(code(n)),
            state: state.to_owned(),
            state_at: at,
            is_open: true,
            service: "card".into(),
            reason: Some("new_14".into()),
            office_id: office.into(),
            full_name: "Nguyễn Văn Thử".into(),
            name_key: "nguyen van thu".into(),
            personal_number: format!("0990{n:08}"),
            birth_date: "1985-08-15".into(),
            otp_phone: "+84990000000".into(),
            contact_phone: None,
            representative_name: None,
            lang: "vi".into(),
            created_at: at,
            received_at: Some(at),
            due_on: None,
            paused_on: None,
            pauses: "[]".into(),
            message: None,
            reschedules: 0,
            version: 1,
        };
        dossiers::insert(&mut tx, &dossier).await.unwrap();
        for (k, word) in ["received", "sent_to_ministry"].into_iter().enumerate() {
            let event = events::Event {
                id: format!("e{n}-{k}"),
                dossier_id: dossier.id.clone(),
                at: at + i64::try_from(k).unwrap().minutes(),
                state: word.into(),
                actor: "officer".into(),
                note: None,
            };
            events::insert(&mut tx, &event).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

/// Brings a file.
pub(crate) async fn bring(
    desk: &Client,
    kind: &str,
    format: &str,
    text: &str,
) -> crate::support::answer::Answer {
    let path = format!("/api/desk/batches/import?kind={kind}&format={format}&name=tep.{format}");
    desk.send(desk.request(Method::POST, &path).body(text.to_owned()))
        .await
}

async fn state_of(store: &Store, n: u32) -> String {
    let mut tx = store.read().await.unwrap();
    dossiers::by_code(&mut tx, &code(n)).await.unwrap().unwrap().state
}

fn counts(batch: &Value) -> [i64; 6] {
    ["rows", "good", "already", "bad", "applied", "failed"].map(|name| batch[name].as_i64().unwrap())
}

both! {
    async fn dossiers_go_out_in_a_file_and_come_back_in_files(app) {
        let (person, client) = (Person::nth(1), app.client());
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        let (officer, manager) = (staff(app, "canbo").await, staff(app, "truong").await);
        manager.put("/api/desk/ministry", &json!({ "pace": "files" })).await.ok(200);
        receive(app, &officer, &receipt.reference).await;
        app.pass(86_400).await;
        let path = format!("/api/desk/dossiers/{}", receipt.reference);
        assert_eq!(officer.get(&path).await.ok(200).str("state"), "received", "nothing goes by itself");
        let seen = manager.get("/api/desk/batches").await.ok(200);
        assert_eq!((&seen.json["to_send"], &seen.json["by_file"]), (&json!(2), &json!(true)));
        officer.post("/api/desk/batches/export", &json!({})).await.problem("not_allowed");
        let batch = manager.post("/api/desk/batches/export", &json!({})).await.ok(201);
        assert_eq!(counts(&batch.json), [2, 2, 0, 0, 2, 0], "the card and the account");
        manager.post("/api/desk/batches/export", &json!({})).await.problem("state_conflict");
        assert_eq!(officer.get(&path).await.ok(200).str("state"), "sent_to_ministry");
        let file = format!("/api/desk/batches/{}/file", batch.str("id"));
        officer.get(&format!("{file}?format=csv")).await.problem("not_allowed");
        let csv = manager.get(&format!("{file}?format=csv")).await.ok(200);
        assert!(csv.text.starts_with("\u{feff}dossier_code,subject,full_name,"), "{}", csv.text);
        assert!(csv.text.contains(&person.number) && csv.text.ends_with("\r\n"), "{}", csv.text);
        assert_eq!(csv.text, manager.get(&format!("{file}?format=csv")).await.text, "again the same");
        let rows = manager.get(&format!("{file}?format=json")).await.ok(200).json;
        assert_eq!((rows[0]["subject"].as_str(), rows[1]["subject"].as_str()), (Some("card"), Some("account")));
        assert_eq!(rows[0]["personal_number"], person.number);
        let answer = |what: &str| format!("/api/dev/batches/{}/{what}?format=csv", batch.str("id"));
        let results = manager.get(&answer("results")).await.ok(200).text;
        let brought = bring(&manager, "results", "csv", &results).await.ok(201);
        app.work().await;
        let one = format!("/api/desk/batches/{}", brought.str("id"));
        let checked = manager.get(&one).await.ok(200);
        assert_eq!((checked.str("state"), counts(&checked.json)), ("checked", [6, 6, 0, 0, 0, 0]), "{}", checked.text);
        assert_eq!(officer.get(&path).await.ok(200).str("state"), "sent_to_ministry", "nothing yet");
        manager.post(&format!("{one}/confirm"), &json!({})).await.ok(200);
        manager.post(&format!("{one}/confirm"), &json!({})).await.problem("state_conflict");
        app.work().await;
        assert_eq!(counts(&manager.get(&one).await.json), [6, 6, 0, 0, 6, 0]);
        let seen = officer.get(&path).await.ok(200);
        assert_eq!((seen.str("state"), seen.str("account")), ("in_transit", "l2_approved"));
        let way: Vec<&str> = seen.json["events"].as_array().unwrap().iter().rev().take(4)
            .map(|event| event["state"].as_str().unwrap()).collect();
        assert_eq!(way, ["in_transit", "printed", "approved", "in_review"], "in the order of the file");
        // Any officer brings the list of the cards.
        let arrived = manager.get(&answer("arrived")).await.ok(200).text;
        officer.get(&answer("arrived")).await.problem("not_allowed");
        let brought = bring(&officer, "arrived", "csv", &arrived).await.ok(201);
        bring(&officer, "results", "csv", &results).await.problem("not_allowed");
        app.work().await;
        officer.post(&format!("/api/desk/batches/{}/confirm", brought.str("id")), &json!({})).await.ok(200);
        app.work().await;
        app.work().await;
        assert_eq!(officer.get(&path).await.ok(200).str("state"), "notified");
        let told = app.messages(&person.phone).await;
        assert!(told[0].contains("the da ve"), "{told:?}");
        // A file that was there changes nothing, and says so.
        let again = bring(&manager, "results", "csv", &results).await.ok(201);
        assert_eq!((&again.json["again"], again.str("state")), (&json!(true), "done"));
        let other = results.replace("\r\n", "\n");
        let again = bring(&manager, "results", "csv", &other).await.ok(201);
        app.work().await;
        let again = manager.get(&format!("/api/desk/batches/{}", again.str("id"))).await.ok(200);
        assert_eq!((again.str("state"), counts(&again.json)), ("done", [6, 0, 6, 0, 0, 0]));
    }

    async fn when_dossiers_go_by_themselves_again_what_waited_goes(app) {
        let client = app.client();
        let receipt = book(app, &client, &Person::nth(1), "07:30").await;
        app.pass(TO_OPENING).await;
        let manager = staff(app, "truong").await;
        manager.put("/api/desk/ministry", &json!({ "pace": "files" })).await.ok(200);
        receive(app, &manager, &receipt.reference).await;
        app.pass(5).await;
        decide(app, &manager).await;
        let seen = manager.get(&format!("/api/desk/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!((seen.str("state"), seen.str("account")), ("in_transit", "l2_approved"));
    }

    async fn every_row_is_judged_by_itself(app) {
        let store = &app.inside().store;
        seed(store, 1..6, OFFICE, "sent_to_ministry").await;
        seed(store, 6..7, "danang-pc06", "sent_to_ministry").await;
        seed(store, 7..8, OFFICE, "received").await;
        seed(store, 8..9, OFFICE, "cancelled").await;
        let (c, future) = (code, "2026-11-24T00:00:00Z");
        let rows = [
            (format!("d1,{},card,in_review,,{DECIDED}", c(1)), ""),
            (format!("d2,{},card,approved,,{DECIDED}", c(1)), ""),
            (format!("d1,{},card,in_review,,{DECIDED}", c(2)), "repeated"),
            (format!("d3,{},card,approved,,{DECIDED}", c(2)), "too_early"),
            (format!("d4,{},card,in_review,,{DECIDED}", c(6)), "other_office"),
            (format!("d5,{},card,in_review,,{DECIDED}", c(99)), "unknown_dossier"),
            (format!("d6,{},card,in_review,,{DECIDED}", c(7)), "not_sent"),
            (format!("d7,{},card,approved,,{DECIDED}", c(8)), "impossible"),
            (format!("d8,{},account,approved,,{DECIDED}", c(3)), "impossible"),
            (format!("d9,{},card,ok,,{DECIDED}", c(3)), "outcome_unknown"),
            (format!("d10,{},card,in_review,,{future}", c(3)), "date_future"),
            (format!("d11,{},card,in_review", c(3)), "cell_count"),
            (format!("d12,{},card,in_review,\"x,{DECIDED}", c(3)), "quote_open"),
            (format!("d13,{},card,in_review,,{DECIDED}", c(4)), ""),
            (format!("d14,{},card,refused,\"Không khớp, xin bổ sung\",{DECIDED}", c(4)), ""),
            (String::new(), ""),
            (format!("d15,khong-phai-ma,card,in_review,,{DECIDED}"), "dossier_code_format"),
        ];
        let text: String = rows.iter().map(|(row, _)| format!("{row}\r\n")).collect();
        let manager = staff(app, "truong").await;
        let brought = bring(&manager, "results", "csv", &format!("\u{feff}{HEADS}{text}")).await.ok(201);
        app.work().await;
        let one = format!("/api/desk/batches/{}", brought.str("id"));
        let checked = manager.get(&one).await.ok(200);
        assert_eq!(counts(&checked.json), [16, 4, 0, 12, 0, 0], "{}", checked.text);
        let told = manager.get(&format!("{one}/rows")).await.ok(200);
        // A row that cannot be read says whose it is, where that much can be read.
        let of = |line: u64| told.json["rows"].as_array().unwrap().iter().find(|row| row["line"] == line).unwrap()["code"].clone();
        assert_eq!([of(11), of(12), of(13)], [json!(c(3)), json!(c(3)), json!("")]);
        let told: Vec<(u64, &str)> = told.json["rows"].as_array().unwrap().iter()
            .map(|row| (row["line"].as_u64().unwrap(), row["wrong"][0]["fault"].as_str().unwrap())).collect();
        let wanted: Vec<(u64, &str)> = rows.iter().enumerate().filter(|(_, (_, fault))| !fault.is_empty())
            .map(|(at, (_, fault))| (at as u64 + 2, *fault)).collect();
        assert_eq!(told, wanted);
        // In parts, of any size asked for.
        let part = manager.get(&format!("{one}/rows?most=5&after=0")).await.ok(200);
        assert_eq!(part.json["rows"].as_array().unwrap().len(), 5);
        let rest = manager.get(&format!("{one}/rows?most=99999&after={}", part.json["next"])).await.ok(200);
        assert_eq!((rest.json["rows"].as_array().unwrap().len(), &rest.json["next"]), (7, &Value::Null));
        manager.post(&format!("{one}/confirm"), &json!({})).await.ok(200);
        app.work().await;
        assert_eq!(counts(&manager.get(&one).await.json), [16, 4, 0, 12, 4, 0]);
        assert_eq!(state_of(store, 1).await, "approved");
        assert_eq!(state_of(store, 2).await, "sent_to_ministry");
        assert_eq!(state_of(store, 4).await, "refused");
        // Mended and brought again: what was taken over is not taken twice, and an id keeps its content.
        let mended = format!("{HEADS}d1,{},card,in_review,,{DECIDED}\nd13,{},card,approved,,{DECIDED}\nd3,{},card,in_review,,{DECIDED}\n",
            c(1), c(4), c(2));
        let brought = bring(&manager, "results", "csv", &mended).await.ok(201);
        app.work().await;
        let one = format!("/api/desk/batches/{}", brought.str("id"));
        assert_eq!(counts(&manager.get(&one).await.json), [3, 1, 1, 1, 0, 0]);
        assert_eq!(manager.get(&format!("{one}/rows")).await.json["rows"][0]["wrong"][0]["fault"], "decision_differs");
        manager.post(&format!("{one}/discard"), &json!({})).await.ok(200);
        app.work().await;
        assert_eq!(state_of(store, 2).await, "sent_to_ministry", "put away");
        let audit = eid_store::audit::of_actor(&mut store.read().await.unwrap(), "staff", "demo-truong", 20).await.unwrap();
        let actions: Vec<&str> = audit.iter().map(|entry| entry.action.as_str()).filter(|action| action.starts_with("batch.")).collect();
        assert_eq!(actions, ["batch.discard", "batch.import", "batch.confirm", "batch.import"]);
    }

    async fn files_that_are_none(app) {
        let manager = staff(app, "truong").await;
        let table = [
            ("csv", String::new(), "empty"),
            ("csv", HEADS.to_owned(), "empty"),
            ("csv", "decision_id,dossier_code\n1,2\n".to_owned(), "headings"),
            ("csv", "\0\0PK\n1\n".to_owned(), "not_text"),
            ("json", "[]".to_owned(), "empty"),
        ];
        for (format, text, fault) in table {
            let told = bring(&manager, "results", format, &text).await.ok(201);
            assert_eq!((told.str("state"), told.str("fault")), ("refused", fault), "{}", told.text);
        }
        let told = bring(&manager, "results", "csv", "decision_id,dossier_code\n1,2\n").await.ok(201);
        assert_eq!(told.json["missing"], json!(["subject", "outcome", "decided_at"]));
        bring(&manager, "export", "csv", HEADS).await.problem("invalid_fields");
        bring(&manager, "results", "xls", HEADS).await.problem("invalid_fields");
        let large = "x".repeat(eid_domain::batch::MOST_BYTES + 1);
        bring(&manager, "results", "csv", &large).await.problem("body_too_large");
        // Another office sees nothing of it, nor does anybody else.
        let id = told.str("id");
        staff(app, "canbo.danang").await.get(&format!("/api/desk/batches/{id}")).await.problem("not_found");
        staff(app, "canbo").await.get(&format!("/api/desk/batches/{id}")).await.problem("not_allowed");
        // In JSON a broken object is one row.
        seed(&app.inside().store, 1..2, OFFICE, "sent_to_ministry").await;
        let json = format!("[{{\"decision_id\": \"open\n}},\n{{\"decision_id\":\"j1\",\"dossier_code\":\"{}\",\"subject\":\"card\",\
            \"outcome\":\"in_review\",\"decided_at\":\"{DECIDED}\"}}]", code(1));
        let told = bring(&manager, "results", "json", &json).await.ok(201);
        app.work().await;
        let seen = manager.get(&format!("/api/desk/batches/{}", told.str("id"))).await;
        assert_eq!(counts(&seen.json), [2, 1, 0, 1, 0, 0]);
    }

    async fn two_officers_bring_and_confirm_the_same_file_at_once(app) {
        seed(&app.inside().store, 1..40, OFFICE, "in_transit").await;
        let text: String = (1..40).map(|n| format!("{}\n", code(n))).collect();
        let text = format!("dossier_code\n{text}");
        let (one, two) = (staff(app, "canbo").await, staff(app, "truong").await);
        let (a, b) = tokio::join!(bring(&one, "arrived", "csv", &text), bring(&two, "arrived", "csv", &text));
        let (a, b) = (a.ok(201), b.ok(201));
        assert_eq!(a.str("id"), b.str("id"));
        assert_ne!(a.json["again"], b.json["again"], "one of them was there first");
        app.work().await;
        let confirm = format!("/api/desk/batches/{}/confirm", a.str("id"));
        let nothing = json!({});
        let (a, b) = tokio::join!(one.post(&confirm, &nothing), two.post(&confirm, &nothing));
        let mut statuses = [a.status, b.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        // Two servers work on it at once.
        let twin = app.twin().await;
        let (mine, other) = tokio::join!(
            eid_server::jobs::batches::round(app.inside()),
            eid_server::jobs::batches::round(twin.app()),
        );
        let _ = (mine, other);
        app.work().await;
        let mut tx = app.inside().store.read().await.unwrap();
        for n in 1..40 {
            let found = events::of_dossier(&mut tx, &format!("s{n}")).await.unwrap();
            let here = found.iter().filter(|event| event.state == "at_office").count();
            assert_eq!(here, 1, "{n}");
        }
        drop(tx);
        twin.stop().await.unwrap();
    }
}
