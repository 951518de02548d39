//! Ways in which people lose accounts elsewhere, tried here one by one. SIM swap, helpers and families stand with the steps they
//! would use; these are the ones that belong to no step.

use crate::support::{app::TestApp, both, client::Client, flow::*, sqlite};
use eid_store::sessions;
use jiff::SignedDuration;
use serde_json::{Value, json};

const CITIZEN: &str = "__Host-eid";
const DEVICE: &str = "__Host-eid-device";

fn password(person: &Person) -> Value {
    json!({ "personal_number": person.number, "password": PASSWORD })
}

async fn in_use(app: &TestApp, n: u32) -> (Client, Person) {
    let person = Person::nth(n);
    let client = app.client();
    approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    client.post("/api/session", &password(&person)).await.ok(200);
    (client, person)
}

both! {
    /// A stolen phone with the page open: what the thief finds ends by itself, and what hurts asks for the passcode.
    async fn an_open_session_ends_by_itself(app) {
        let (client, _) = in_use(app, 1).await;
        let wrong = json!({ "passcode": "864209" });
        client.post("/api/account/data/export", &wrong).await.problem("invalid_fields");
        // The demo's clock takes sessions along: here it is the session that goes back.
        let idle = async |seconds: i64| {
            let mut tx = app.inside().store.begin().await.unwrap();
            sessions::shift(&mut tx, SignedDuration::from_secs(-seconds)).await.unwrap();
            tx.commit().await.unwrap();
        };
        idle(14 * 60).await;
        client.get("/api/account").await.ok(200);
        idle(15 * 60 + 1).await;
        client.get("/api/account").await.problem("not_signed_in");
    }

    /// Whoever sends the same requests about somebody with an account and about nobody gets the same answers.
    async fn a_stranger_gets_the_same_answers_as_nobody(app) {
        let (_, person) = in_use(app, 1).await;
        let nobody = Person::nth(2);
        let mut answers = Vec::new();
        for who in [&person, &nobody] {
            let stranger = app.client();
            let mut seen = Vec::new();
            let sign_in = json!({ "personal_number": who.number, "password": "Sai_mat_khau1!" });
            let start = json!({ "personal_number": who.number, "phone": "+84990000999", "lang": "vi" });
            let activation = json!({ "personal_number": who.number, "phone": "+84990000999", "own_device": true, "lang": "vi" });
            for (path, body) in [
                ("/api/session", &sign_in),
                ("/api/recovery", &start),
                ("/api/recovery/code", &json!({ "code": "123456" })),
                ("/api/activation", &activation),
                ("/api/activation/code", &json!({ "code": "123456" })),
            ] {
                let answer = stranger.post(path, body).await;
                let mut json = answer.json;
                if let Some(all) = json.as_object_mut() {
                    all.remove("request_id");
                }
                seen.push((path, answer.status, json));
            }
            answers.push(seen);
        }
        assert_eq!(answers[0], answers[1]);
        assert!(app.messages("+84990000999").await.is_empty());
    }
}

sqlite! {
    /// A session known beforehand: signing in never goes on with the token that the browser brought.
    async fn a_session_that_was_planted_is_worth_nothing(app) {
        let (thief, person) = in_use(app, 1).await;
        let planted = thief.cookie(CITIZEN).unwrap();
        // The same token in the browser in which somebody signs in now, on the account's device.
        let browser = app.client();
        browser.plant(CITIZEN, &planted);
        browser.plant(DEVICE, &thief.cookie(DEVICE).unwrap());
        browser.get("/api/account").await.ok(200);
        assert_eq!(browser.post("/api/session", &password(&person)).await.ok(200).json["next"], "done");
        assert_ne!(browser.cookie(CITIZEN).unwrap(), planted);
        browser.get("/api/account").await.ok(200);
        // What was planted ended with the sign-in: nobody else shares the session that began.
        thief.get("/api/account").await.problem("not_signed_in");
        // A token of one's own making is none.
        let made_up = app.client();
        made_up.plant(CITIZEN, &"A".repeat(planted.len()));
        made_up.get("/api/account").await.problem("not_signed_in");
    }

    /// What people type never brings a link, a line or a sentence of its own into a message of ours.
    async fn nothing_typed_becomes_a_link_in_a_message(app) {
        let client = app.client();
        let person = Person::nth(1);
        let hold = hold(&client, "07:30").await;
        let proof = prove(app, &client, &person.phone).await;
        for name in ["Nguyễn Văn http://xau.example", "Bấm xau.example/a", "Nguyễn\nMa OTP 123456", "Nguyễn <b>Văn</b>"] {
            let mut body = booking_body(&person, &hold, &proof);
            body["applicant"]["full_name"] = json!(name);
            let refused = client.post("/api/bookings", &body).await.problem("invalid_fields");
            assert_eq!(refused.fields(), ["applicant.full_name:name_characters"], "{name}");
        }
        client.post("/api/bookings", &booking_body(&person, &hold, &proof)).await.ok(201);
        for message in app.messages(&person.phone).await {
            assert!(!message.contains('\n') && !message.contains("Nguyen"), "{message}");
        }
    }
}
