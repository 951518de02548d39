//! Lodgings and apartment blocks: registered by an administrator, signed in by themselves, with their day list.

use crate::{
    stays::{guest, signed_in},
    support::{app::TestApp, both, client::Client, flow::*},
};
use eid_store::venues;
use serde_json::{Value, json};

const OWN: &str = "mat khau cua hoa sen";

fn place(username: &str) -> Value {
    json!({
        "kind": "lodging", "name": "Nhà nghỉ Hoa Sen", "line": "1 Lê Lợi", "commune_code": "26740",
        "phone": "028 3838 7342", "username": username,
    })
}

/// Registers one and gives a one-time password: id and password.
async fn register(app: &TestApp, username: &str) -> (Client, String, String) {
    let admin = staff(app, "quantri").await;
    let row = admin.post("/api/desk/venues", &place(username)).await.ok(201);
    let id = row.str("id").to_owned();
    let given = admin
        .post(&format!("/api/desk/venues/{id}/password"), &json!({}))
        .await
        .ok(200);
    let password = given.str("password").to_owned();
    (admin, id, password)
}

async fn enter(client: &Client, username: &str, password: &str) -> crate::support::answer::Answer {
    let body = json!({ "username": username, "password": password });
    client.post("/api/venue/session", &body).await
}

/// A registered place that has chosen its own password and is signed in.
pub(crate) async fn registered(app: &TestApp, username: &str) -> Client {
    let (_, _, password) = register(app, username).await;
    let client = app.client();
    enter(&client, username, &password).await.ok(200);
    let chosen = json!({ "current": password, "new": OWN });
    client.put("/api/venue/password", &chosen).await.ok(204);
    client
}

both! {
    async fn a_place_is_registered_chooses_its_password_and_is_shut_out(app) {
        let (admin, id, password) = register(app, "hoasen").await;
        let taken = admin.post("/api/desk/venues", &place("hoasen")).await.problem("invalid_fields");
        assert_eq!(taken.fields(), ["username:username_taken"]);
        let wrong = json!({ "kind": "", "name": "", "line": "", "commune_code": "x", "phone": "12a", "username": "Hoa Sen" });
        let wrong = admin.post("/api/desk/venues", &wrong).await.problem("invalid_fields");
        assert_eq!(wrong.fields(), ["kind:choice_unknown", "name:required", "commune_code:choice_unknown", "line:required", "phone:phone_characters", "username:username_format"]);
        let client = app.client();
        client.get("/api/venue/session").await.problem("not_signed_in");
        enter(&client, "hoasen", "khong phai mat khau").await.problem("sign_in_refused");
        enter(&client, "khongco", &password).await.problem("sign_in_refused");
        let view = enter(&client, " HoaSen ", &password).await.ok(200);
        assert_eq!((&view.json["must_change_password"], view.str("name")), (&json!(true), "Nhà nghỉ Hoa Sen"));
        // Nothing before a password of its own.
        for path in ["/api/venue/checks", "/api/venue/stays"] {
            client.get(path).await.problem("password_change_needed");
        }
        let same = client.put("/api/venue/password", &json!({ "current": password, "new": password })).await;
        assert_eq!(same.problem("invalid_fields").fields(), ["new:staff_password_same"]);
        client.put("/api/venue/password", &json!({ "current": "x", "new": OWN })).await.problem("sign_in_refused");
        client.put("/api/venue/password", &json!({ "current": password, "new": OWN })).await.ok(204);
        assert_eq!(client.get("/api/venue/session").await.ok(200).json["must_change_password"], false);
        client.get("/api/venue/stays").await.ok(200);
        // Another name is at once what owners of e-IDs read; who is shut out is out everywhere.
        let mut renamed = place("");
        renamed["name"] = json!("Chung cư Hoa Sen");
        renamed["kind"] = json!("apartment_block");
        admin.put(&format!("/api/desk/venues/{id}"), &renamed).await.ok(200);
        assert_eq!(client.get("/api/venue/session").await.ok(200).str("name"), "Chung cư Hoa Sen");
        admin.post(&format!("/api/desk/venues/{id}/step"), &json!({ "disabled": true })).await.ok(200);
        client.get("/api/venue/session").await.problem("not_signed_in");
        enter(&client, "hoasen", OWN).await.problem("sign_in_refused");
        admin.post(&format!("/api/desk/venues/{id}/step"), &json!({ "disabled": false })).await.ok(200);
        enter(&client, "hoasen", OWN).await.ok(200);
        client.delete("/api/venue/session").await.ok(204);
        client.get("/api/venue/session").await.problem("not_signed_in");
        client.delete("/api/venue/session").await.ok(204);
        let mut tx = app.inside().store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "venue", &id, 20).await.unwrap();
        assert_eq!(log.iter().filter(|entry| entry.action == "venue.signed_out").count(), 1);
        drop(tx);
        let list = admin.get("/api/desk/venues").await.ok(200);
        assert!(!list.text.contains("argon2") && list.json["venues"][0]["commune"].as_str().unwrap().contains("Phường"));
    }

    async fn a_one_time_password_runs_out_and_guessing_locks(app) {
        let (_, _, password) = register(app, "hoasen").await;
        let client = app.client();
        app.pass(3 * 86_400).await;
        enter(&client, "hoasen", &password).await.problem("sign_in_refused");
        for _ in 0..4 {
            enter(&client, "hoasen", "khong phai mat khau").await.problem("sign_in_refused");
        }
        enter(&client, "hoasen", "khong phai mat khau").await.problem("locked_out");
        // As long as there are no such names: who is registered cannot be found out.
        for _ in 0..5 {
            enter(&client, "khongco", "khong phai mat khau").await.problem("sign_in_refused");
        }
        enter(&client, "khongco", "khong phai mat khau").await.problem("locked_out");
    }

    async fn a_session_ends_after_eight_hours_of_rest(app) {
        let client = registered(app, "hoasen").await;
        let mut tx = app.inside().store.read().await.unwrap();
        let hash = eid_server::secret::digest(&client.cookie("__Host-eid-venue").unwrap());
        let now = app.inside().now();
        let eight = jiff::SignedDuration::from_hours(8);
        let later = now + jiff::SignedDuration::from_secs(eight.as_secs());
        assert!(venues::live_session(&mut tx, &hash, later, later - eight).await.unwrap().is_none());
        let almost = later - jiff::SignedDuration::from_mins(1);
        assert!(venues::live_session(&mut tx, &hash, almost, almost - eight).await.unwrap().is_some());
    }

    async fn its_checks_stand_in_its_list_with_what_was_ticked_alone(app) {
        let person = Person::nth(1);
        let owner = signed_in(app, &person).await;
        let (gate, other) = (registered(app, "hoasen").await, registered(app, "sen2").await);
        let wanted = json!({ "claims": ["age_over_18", "name"] });
        let token = owner.post("/api/account/attestations", &wanted).await.ok(201).str("token").to_owned();
        let ask = |checker: &str| json!({ "token": token, "checker": checker });
        let valid = gate.post("/api/attestations/check", &ask("Người khác")).await.ok(200);
        assert_eq!(valid.str("state"), "valid");
        gate.post("/api/attestations/check", &json!({ "token": "x".repeat(200), "checker": "" })).await.ok(200);
        // Whoever only calls themselves so is not marked as registered.
        app.client().post("/api/attestations/check", &ask("Nhà nghỉ Hoa Sen")).await.ok(200);
        let shown = owner.get("/api/account/attestations").await.ok(200);
        let checks = shown.json["shown"][0]["checks"].as_array().unwrap().clone();
        let seen: Vec<(&str, bool)> = checks.iter().map(|check| (check["checker"].as_str().unwrap(), check["registered"].as_bool().unwrap())).collect();
        assert!(seen.contains(&("Nhà nghỉ Hoa Sen", true)) && seen.contains(&("Nhà nghỉ Hoa Sen", false)) && seen.len() == 2, "{seen:?}");
        let list = gate.get("/api/venue/checks").await.ok(200);
        let states: Vec<&str> = list.json["checks"].as_array().unwrap().iter().map(|check| check["state"].as_str().unwrap()).collect();
        assert_eq!(states, ["unknown", "valid"]);
        let said = &list.json["checks"][1]["said"];
        assert_eq!(said, &json!([{ "claim": "age_over_18", "truth": true, "text": null }, { "claim": "name", "truth": null, "text": person.name }]));
        assert!(!list.text.contains(&person.number) && !list.text.contains(person.birth));
        assert_eq!(other.get("/api/venue/checks").await.ok(200).json["checks"], json!([]));
        // Sealed where it lies; what was taken back says nothing.
        let mut tx = app.inside().store.read().await.unwrap();
        let now = app.inside().now();
        let day = jiff::SignedDuration::from_hours(24);
        let venue = venues::by_username(&mut tx, "hoasen").await.unwrap().unwrap();
        let kept = venues::checks(&mut tx, &venue.id, (now - day, now + day), now, 9).await.unwrap();
        assert!(!kept.iter().any(|check| check.said_sealed.contains("Thử")));
        drop(tx);
        owner.delete("/api/account/attestations").await.ok(204);
        gate.post("/api/attestations/check", &ask("")).await.ok(200);
        let list = gate.get("/api/venue/checks").await.ok(200);
        assert_eq!((list.json["checks"][0]["state"].as_str(), &list.json["checks"][0]["said"]), (Some("revoked"), &json!([])));
        // Three days later the list has forgotten it.
        let today = list.json["checks"][0]["at"].as_str().unwrap()[..10].to_owned();
        app.pass(3 * 86_400).await;
        assert_eq!(gate.get(&format!("/api/venue/checks?day={today}")).await.ok(200).json["checks"], json!([]));
        gate.get("/api/venue/checks?day=x").await.problem("invalid_fields");
    }

    async fn it_declares_guests_at_its_own_address_and_sees_its_own_alone(app) {
        let (one, two) = (registered(app, "hoasen").await, registered(app, "sen2").await);
        let mut wanted = guest(&Person::nth(5));
        for (name, value) in [("arrives", "2026-11-23"), ("leaves", "2026-11-24"), ("line", "99 Nơi Khác"), ("commune_code", "x")] {
            wanted[name] = json!(value);
        }
        let filed = one.post("/api/venue/stays", &wanted).await.ok(201);
        assert!(filed.str("address").starts_with("1 Lê Lợi, "), "{}", filed.str("address"));
        let path = format!("/api/venue/stays/{}", filed.str("id"));
        let better = json!({ "full_name": "Nguyễn Thị Mẫu", "birth_date": "1990-01-02", "reason": "tourism", "leaves": "2026-11-26" });
        two.put(&path, &better).await.problem("not_found");
        two.post(&format!("{path}/withdraw"), &json!({ "reason": "mistake" })).await.problem("not_found");
        one.put(&path, &better).await.ok(200);
        assert_eq!(two.get("/api/venue/stays").await.ok(200).json["stays"], json!([]));
        assert_eq!(one.get("/api/venue/stays?day=2026-11-24").await.ok(200).json["stays"], json!([]));
        let listed = one.get("/api/venue/stays?day=2026-11-23").await.ok(200);
        assert_eq!(listed.json["stays"][0]["full_name"], "Nguyễn Thị Mẫu");
        // The guest has left: the notice stands as it is.
        app.pass(4 * 86_400).await;
        one.put(&path, &better).await.problem("state_conflict");
        app.client().post("/api/venue/stays", &wanted).await.problem("not_signed_in");
    }
}
