//! The owner of an account lets the help desk look along.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

const MINE: &str = "/api/account/helper";
const DESK: &str = "/api/desk/helper-sessions";

/// Somebody whose account is in use, signed in.
async fn signed_in(app: &TestApp, n: u32) -> (Client, Person) {
    let person = Person::nth(n);
    let client = app.client();
    approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    let body = json!({ "personal_number": person.number, "password": PASSWORD });
    client.post("/api/session", &body).await.ok(200);
    (client, person)
}

async fn code_of(client: &Client) -> Value {
    let asked = client.post(MINE, &json!({})).await.ok(201).json;
    json!({ "number_ends": asked["number_ends"], "code": asked["code"] })
}

async fn begin(desk: &Client, code: &Value) -> String {
    desk.post(DESK, code).await.ok(201).str("id").to_owned()
}

fn looks(id: &str) -> String {
    format!("{DESK}/{id}/looks")
}

async fn look(desk: &Client, id: &str, part: &str) -> Value {
    desk.post(&looks(id), &json!({ "part": part })).await.ok(200).json
}

/// Over for the helper in every way there is.
async fn is_over(desk: &Client, id: &str) {
    desk.get(&format!("{DESK}/{id}")).await.problem("journey_expired");
    for part in ["account", "access", "dossier"] {
        desk.post(&looks(id), &json!({ "part": part }))
            .await
            .problem("journey_expired");
    }
    desk.delete(&format!("{DESK}/{id}"))
        .await
        .problem("journey_expired");
}

both! {
    async fn the_helper_sees_masked_data_and_the_owner_every_look(app) {
        let (client, person) = signed_in(app, 1).await;
        assert_eq!(client.get(MINE).await.ok(200).json["state"], "none");
        let asked = client.post(MINE, &json!({})).await.ok(201).json;
        assert_eq!((asked["code"].as_str().unwrap().len(), &asked["minutes"]), (6, &json!(10)));
        assert_eq!(asked["number_ends"], person.number[8..]);
        assert_eq!(client.get(MINE).await.ok(200).json["state"], "waiting");
        let desk = staff(app, "hotro").await;
        let code = json!({ "number_ends": asked["number_ends"], "code": asked["code"] });
        let opened = desk.post(DESK, &code).await.ok(201).json;
        let id = opened["id"].as_str().unwrap();
        // Good once.
        desk.post(DESK, &code).await.problem("code_wrong");
        assert_eq!(opened["ends_in_s"], 600);
        let mut shown = opened.to_string();
        app.pass(1).await;
        let account = look(&desk, id, "account").await;
        assert_eq!(account["account"]["state"], "l2_active");
        assert_eq!(account["account"]["blocks"], json!(["no_passkey"]));
        assert_eq!((&account["access"], &account["dossier"]), (&Value::Null, &Value::Null));
        app.pass(1).await;
        let access = look(&desk, id, "access").await;
        assert_eq!(access["access"]["sessions"], 1);
        assert_eq!(access["access"]["sign_ins"][0]["way"], "password");
        app.pass(1).await;
        let dossier = look(&desk, id, "dossier").await;
        assert_eq!(dossier["dossier"]["service"], "card_and_account");
        for part in [account, access, dossier] {
            shown.push_str(&part.to_string());
        }
        for secret in [&person.number, person.name, &person.phone, person.birth] {
            assert!(!shown.contains(secret), "{secret} in {shown}");
        }
        let mine = client.get(MINE).await.ok(200).json;
        assert_eq!((&mine["state"], &mine["role"]), (&json!("open"), &json!("help_desk")));
        let parts: Vec<&str> = mine["looks"].as_array().unwrap().iter().map(|one| one["part"].as_str().unwrap()).collect();
        assert_eq!(parts, ["dossier", "access", "account"]);
        // The owner ends it with one tap; what was looked at stays to be read, there and in the history.
        client.delete(MINE).await.ok(204);
        is_over(&desk, id).await;
        let mine = client.get(MINE).await.ok(200).json;
        assert_eq!((&mine["state"], &mine["ended_by"], mine["looks"].as_array().unwrap().len()), (&json!("ended"), &json!("citizen"), 3));
        let events = client.get("/api/account").await.ok(200).json["events"].to_string();
        for action in ["helper_asked", "helper_began", "helper_look", "helper_ended"] {
            assert!(events.contains(&format!("account.{action}")), "{action}");
        }
    }

    async fn it_ends_by_itself_and_with_either_session(app) {
        let (client, _) = signed_in(app, 2).await;
        let desk = staff(app, "hotro").await;
        let clock = app.inside().demo_clock.as_ref().unwrap();
        // The code lapses.
        let code = code_of(&client).await;
        clock.advance(301);
        desk.post(DESK, &code).await.problem("code_wrong");
        assert_eq!(client.get(MINE).await.ok(200).json["ended_by"], "time");
        // The time is over.
        let id = begin(&desk, &code_of(&client).await).await;
        assert!(desk.get(&format!("{DESK}/{id}")).await.ok(200).json["ends_in_s"].as_u64().unwrap() <= 600);
        clock.advance(599);
        look(&desk, &id, "account").await;
        clock.advance(1);
        is_over(&desk, &id).await;
        // The owner signs out.
        client.get("/api/account").await.ok(200);
        let id = begin(&desk, &code_of(&client).await).await;
        client.delete("/api/session").await.ok(204);
        is_over(&desk, &id).await;
    }

    async fn signing_out_at_the_desk_and_another_code_end_it_too(app) {
        let (client, _) = signed_in(app, 3).await;
        let desk = staff(app, "hotro").await;
        let first = begin(&desk, &code_of(&client).await).await;
        let second = code_of(&client).await;
        is_over(&desk, &first).await;
        let id = begin(&desk, &second).await;
        // Another member of staff, and the same one in another browser, have nothing of it.
        is_over(&staff(app, "hotro").await, &id).await;
        desk.delete("/api/desk/session").await.ok(204);
        let mine = client.get(MINE).await.ok(200).json;
        assert_eq!((&mine["state"], &mine["ended_by"]), (&json!("ended"), &json!("time")));
        is_over(&staff(app, "hotro").await, &id).await;
        // The owner locks the account while somebody looks.
        let desk = staff(app, "hotro").await;
        let id = begin(&desk, &code_of(&client).await).await;
        client.post("/api/account/lock", &json!({})).await.ok(204);
        is_over(&desk, &id).await;
    }

    async fn looking_on_keeps_no_session_alive(app) {
        let (client, _) = signed_in(app, 4).await;
        let clock = app.inside().demo_clock.as_ref().unwrap();
        for _ in 0..3 {
            clock.advance(290);
            client.get(MINE).await.ok(200);
        }
        clock.advance(31);
        client.get(MINE).await.problem("not_signed_in");
    }

    async fn codes_are_not_to_be_guessed(app) {
        let (client, person) = signed_in(app, 5).await;
        let desk = staff(app, "hotro").await;
        let refused = desk.post(DESK, &json!({ "number_ends": "12", "code": "" })).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["number_ends:code_format", "code:required"]);
        let right = code_of(&client).await;
        // The right code of somebody else's number opens nothing.
        let other = if person.number.ends_with("0000") { "0001" } else { "0000" };
        for left in (0..5).rev() {
            let refused = desk.post(DESK, &json!({ "number_ends": other, "code": right["code"] })).await.problem("code_wrong");
            assert_eq!(refused.json["tries_left"], left);
        }
        let locked = desk.post(DESK, &right).await.problem("locked_out");
        assert!((840..=901).contains(&locked.json["retry_after_s"].as_u64().unwrap()));
        // Not in another browser either: the count is the person's, not the session's.
        staff(app, "hotro").await.post(DESK, &right).await.problem("locked_out");
        app.pass(901).await;
        desk.post(DESK, &right).await.problem("code_wrong");
        // Ten codes an hour.
        for _ in 0..9 {
            client.post(MINE, &json!({})).await.ok(201);
        }
        client.post(MINE, &json!({})).await.problem("too_many_requests");
    }

    async fn a_helper_changes_nothing(app) {
        let (client, _) = signed_in(app, 6).await;
        let desk = staff(app, "hotro").await;
        let id = begin(&desk, &code_of(&client).await).await;
        // What it opens has no way to change anything, and the owner's own ways are not the helper's.
        for path in ["/api/account/lock", "/api/account/helper", "/api/account/device-code"] {
            desk.post(path, &json!({})).await.problem("not_signed_in");
        }
        let not_me = json!({ "at": "2026-11-25T00:00:00Z" });
        desk.post("/api/account/not-me", &not_me).await.problem("not_signed_in");
        desk.post(&looks(&id), &json!({ "part": "password" })).await.problem("malformed_body");
        // Officers at a counter look with a reason of their own, not along.
        staff(app, "canbo").await.post(DESK, &code_of(&client).await).await.problem("not_allowed");
    }
}
