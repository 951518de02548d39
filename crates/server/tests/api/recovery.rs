//! Another password for who has forgotten the old one.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

const START: &str = "/api/recovery";
const CODE: &str = "/api/recovery/code";
const SET: &str = "/api/recovery/password";
const NEW: &str = "Mat_khau9!";

async fn in_use(app: &TestApp, n: u32) -> Person {
    let person = Person::nth(n);
    let client = app.client();
    approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    person
}

fn start(number: &str, phone: &str) -> Value {
    json!({ "personal_number": number, "phone": phone, "lang": "vi" })
}

fn set(first: &str, second: &str) -> Value {
    json!({ "answers": [first, second], "password": NEW })
}

/// As far as the questions.
async fn proved(app: &TestApp, client: &Client, person: &Person) {
    client
        .post(START, &start(&person.number, &person.phone))
        .await
        .ok(201);
    let code = app.code(&person.phone).await;
    let asked = client.post(CODE, &json!({ "code": code })).await.ok(200).json;
    assert_eq!(asked["questions"], json!(["favourite_dish", "first_school"]));
}

both! {
    async fn phone_and_both_answers_set_another_password(app) {
        let person = in_use(app, 1).await;
        let old = app.client();
        let signed_in = json!({ "personal_number": person.number, "password": PASSWORD });
        old.post("/api/session", &signed_in).await.ok(200);
        let client = app.client();
        client.post(SET, &set("bun cha", "truong lang")).await.problem("journey_expired");
        client.post(START, &start(&person.number, &person.phone)).await.ok(201);
        // Before the code nothing goes.
        client.post(SET, &set("bun cha", "truong lang")).await.problem("state_conflict");
        let code = app.code(&person.phone).await;
        client.post(CODE, &json!({ "code": code })).await.ok(200);
        let weak = json!({ "answers": ["bun cha", "truong lang"], "password": "yeu" });
        assert!(client.post(SET, &weak).await.problem("invalid_fields").fields()[0].starts_with("password:"));
        // One right answer is not enough, and which one is wrong is not told.
        let refused = client.post(SET, &set("bun cha", "truong khac")).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["answers.0:answer_wrong", "answers.1:answer_wrong"]);
        assert_eq!(refused.json["tries_left"], 4);
        client.post(SET, &set("Bún chả", "TRƯỜNG LÀNG")).await.ok(204);
        old.get("/api/account").await.problem("not_signed_in");
        assert!(app.messages(&person.phone).await[0].contains("Mat khau"));
        client.post("/api/session", &signed_in).await.problem("sign_in_refused");
        let new = json!({ "personal_number": person.number, "password": NEW });
        assert_eq!(old.post("/api/session", &new).await.ok(200).json["next"], "done");
        // It was good once.
        client.post(SET, &set("bun cha", "truong lang")).await.problem("journey_expired");
    }

    async fn five_wrong_answers_end_the_day(app) {
        let person = in_use(app, 2).await;
        let client = app.client();
        proved(app, &client, &person).await;
        for left in (0..5).rev() {
            let refused = client.post(SET, &set("pho", "truong khac")).await.problem("invalid_fields");
            assert_eq!(refused.json["tries_left"], left);
        }
        let locked = client.post(SET, &set("bun cha", "truong lang")).await.problem("locked_out");
        let wait = u32::try_from(locked.json["retry_after_s"].as_u64().unwrap()).unwrap();
        app.pass(wait + 1).await;
        proved(app, &client, &person).await;
        client.post(SET, &set("bun cha", "truong lang")).await.ok(204);
    }

    async fn nobody_learns_who_is_there(app) {
        let person = in_use(app, 3).await;
        let (number, phone) = (person.number.as_str(), person.phone.as_str());
        let other = Person::nth(4);
        let begin = async |number: &str, phone: &str| {
            let client = app.client();
            let told = client.post(START, &start(number, phone)).await.ok(201).json;
            (client, told)
        };
        let (mine, told) = begin(number, phone).await;
        let sent = app.messages(phone).await.len();
        for (number, phone) in [(number, other.phone.as_str()), (other.number.as_str(), phone), (other.number.as_str(), other.phone.as_str())] {
            let (client, same) = begin(number, phone).await;
            assert_eq!(same["code_expires_in_s"], told["code_expires_in_s"]);
            client.post(CODE, &json!({ "code": "123456" })).await.problem("code_wrong");
        }
        assert!(app.messages(&other.phone).await.is_empty());
        assert_eq!(app.messages(phone).await.len(), sent);
        // Five codes an hour, whoever asks.
        drop(mine);
        for _ in 0..4 {
            app.pass(61).await;
            begin(number, phone).await;
        }
        app.pass(61).await;
        app.client().post(START, &start(number, phone)).await.problem("too_many_requests");
    }
}
