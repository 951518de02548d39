//! The second factor of staff, and the command that helps who has lost it.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_server::{
    cli::staff::{self as command, Change},
    config::{SecondFactor, flags::NewStaffFlags},
    totp,
};
use eid_store::{Dialect, factors};
use serde_json::{Value, json};

fn secret_of(shown: &Value) -> Vec<u8> {
    let text = shown["secret"].as_str().unwrap();
    let bits: String = text
        .chars()
        .filter(|c| *c != ' ')
        .map(|c| {
            let value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(c).unwrap();
            format!("{value:05b}")
        })
        .collect();
    bits.as_bytes()
        .chunks_exact(8)
        .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap())
        .collect()
}

/// The code that a phone shows, some steps from now.
fn shown_by_phone(app: &TestApp, secret: &[u8], later: i64) -> String {
    let step = app.inside().machine_now().as_second().div_euclid(totp::STEP_S) + later;
    format!("{:06}", totp::code(secret, step).unwrap())
}

fn credentials(username: &str) -> Value {
    json!({ "username": username, "password": STAFF_PASSWORD })
}

fn code(text: &str) -> Value {
    json!({ "code": text })
}

/// Sets it up; gives the secret and the recovery codes.
async fn enrol(app: &TestApp, client: &Client) -> (Vec<u8>, Vec<String>) {
    let shown = client
        .post("/api/desk/second-factor", &json!({}))
        .await
        .ok(200)
        .json;
    let secret = secret_of(&shown);
    let given = code(&shown_by_phone(app, &secret, 0));
    let done = client
        .post("/api/desk/second-factor/confirm", &given)
        .await
        .ok(200)
        .json;
    let codes = done["codes"].as_array().unwrap();
    (
        secret,
        codes
            .iter()
            .map(|code| code.as_str().unwrap().to_owned())
            .collect(),
    )
}

both! {
    async fn who_has_set_it_up_needs_password_and_code(app) {
        let (one, other) = (staff(app, "canbo").await, staff(app, "canbo").await);
        assert_eq!(one.get("/api/desk/second-factor").await.ok(200).json, json!({ "enrolled_at": null, "recovery_left": 0 }));
        let shown = one.post("/api/desk/second-factor", &json!({})).await.ok(200).json;
        assert_eq!(shown["account"], "canbo");
        assert!(shown["code"]["side"].as_u64().unwrap() > 20);
        let (secret, codes) = enrol(app, &one).await;
        assert_eq!(codes.len(), 10);
        // Whoever else was signed in under this name is not any more.
        other.get("/api/desk/session").await.problem("not_signed_in");
        one.get("/api/desk/session").await.ok(200);
        assert_eq!(one.get("/api/desk/second-factor").await.ok(200).json["recovery_left"], 10);
        one.post("/api/desk/second-factor", &json!({})).await.problem("state_conflict");
        // The password alone opens nothing.
        let client = app.client();
        let begun = client.post("/api/desk/session", &credentials("canbo")).await.ok(200).json;
        assert_eq!((&begun["next"], &begun["staff"]), (&json!("code"), &Value::Null));
        client.get("/api/desk/session").await.problem("not_signed_in");
        client.get("/api/desk/day").await.problem("not_signed_in");
        client.post("/api/desk/second-factor", &json!({})).await.problem("state_conflict");
        // The code with which it was set up is used up; the next one is good, once.
        let used = shown_by_phone(app, &secret, 0);
        let refused = client.post("/api/desk/session/code", &code(&used)).await.problem("code_wrong");
        assert_eq!(refused.json["tries_left"], 4);
        let next = shown_by_phone(app, &secret, 1);
        let done = client.post("/api/desk/session/code", &code(&next)).await.ok(200).json;
        assert_eq!((&done["next"], &done["staff"]["name"]), (&json!("done"), &json!("Cán bộ Thử Nghiệm")));
        client.get("/api/desk/day").await.ok(200);
        let again = app.client();
        again.post("/api/desk/session", &credentials("canbo")).await.ok(200);
        again.post("/api/desk/session/code", &code(&next)).await.problem("code_wrong");
    }

    async fn a_recovery_code_opens_once_and_new_ones_replace_the_old(app) {
        let client = staff(app, "truong").await;
        let (secret, codes) = enrol(app, &client).await;
        let typed = codes[0].to_lowercase().replace('-', " ");
        let other = app.client();
        other.post("/api/desk/session", &credentials("truong")).await.ok(200);
        let done = other.post("/api/desk/session/code", &code(&typed)).await.ok(200).json;
        assert_eq!(done["recovery_left"], 9);
        let third = app.client();
        third.post("/api/desk/session", &credentials("truong")).await.ok(200);
        third.post("/api/desk/session/code", &code(&codes[0])).await.problem("code_wrong");
        third.post("/api/desk/session/code", &code("ABCDE-FGHJK")).await.problem("code_wrong");
        let wrong = third.post("/api/desk/session/code", &code("12345")).await.problem("invalid_fields");
        assert_eq!(wrong.fields(), ["code:code_format"]);
        // One recovery code does not become ten.
        let renew = "/api/desk/second-factor/recovery-codes";
        other.post(renew, &code(&codes[1])).await.problem("invalid_fields");
        let next = shown_by_phone(app, &secret, 1);
        let fresh = other.post(renew, &code(&next)).await.ok(200).json;
        third.post("/api/desk/session/code", &code(&codes[2])).await.problem("code_wrong");
        let one = fresh["codes"][9].as_str().unwrap();
        assert!(!codes.contains(&one.to_owned()));
        third.post("/api/desk/session/code", &code(one)).await.ok(200);
        third.delete("/api/desk/session").await.ok(204);
        third.get("/api/desk/session").await.problem("not_signed_in");
        let mut tx = app.inside().store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "staff", "demo-truong", 20).await.unwrap();
        for action in ["staff.factor_enrolled", "staff.recovery_used", "staff.recovery_renewed", "staff.signed_in", "staff.signed_out"] {
            assert!(log.iter().any(|entry| entry.action == action), "{action}");
        }
    }

    async fn guessing_codes_locks_and_the_password_lapses(app) {
        let (secret, _) = enrol(app, &staff(app, "hotro").await).await;
        let client = app.client();
        client.post("/api/desk/session", &credentials("hotro")).await.ok(200);
        let next = shown_by_phone(app, &secret, 1);
        let wrong = if next == "000000" { "000001" } else { "000000" };
        for left in (0..5).rev() {
            let refused = client.post("/api/desk/session/code", &code(wrong)).await.problem("code_wrong");
            assert_eq!(refused.json["tries_left"], left);
        }
        // The right one comes too late, also with a fresh password.
        let locked = client.post("/api/desk/session/code", &code(&next)).await.problem("locked_out");
        assert!((890..=901).contains(&locked.json["retry_after_s"].as_u64().unwrap()), "{}", locked.text);
        client.post("/api/desk/session", &credentials("hotro")).await.ok(200);
        client.post("/api/desk/session/code", &code(&next)).await.problem("locked_out");
        app.pass(902).await;
        client.post("/api/desk/session/code", &code(&next)).await.problem("not_signed_in");
        client.post("/api/desk/session", &credentials("hotro")).await.ok(200);
        let later = shown_by_phone(app, &secret, 1);
        client.post("/api/desk/session/code", &code(&later)).await.ok(200);
    }

    async fn nothing_readable_lies_in_the_database(app) {
        let client = staff(app, "kiemtra").await;
        let (secret, codes) = enrol(app, &client).await;
        let mut tx = app.inside().store.read().await.unwrap();
        let factor = factors::of_staff(&mut tx, "demo-kiemtra").await.unwrap().unwrap();
        let spoken = totp::spoken(&secret).replace(' ', "");
        assert!(!factor.secret.contains(&spoken) && factor.secret.len() > 70, "{}", factor.secret);
        // Under another member of staff's name it opens nothing.
        let keys = &app.inside().keys;
        assert_eq!(keys.open("second-factor", "demo-kiemtra", &factor.secret).as_deref(), Some(&secret[..]));
        assert_eq!(keys.open("second-factor", "demo-canbo", &factor.secret), None);
        assert_eq!(codes.iter().collect::<std::collections::BTreeSet<_>>().len(), 10);
    }

    async fn the_command_adds_resets_and_disables(app) {
        let store = &app.inside().store;
        let mut flags = NewStaffFlags {
            username: "ba.nguyen".into(),
            name: "Bà Nguyễn Mẫu".into(),
            role: "administrator".into(),
            office: OFFICE.into(),
            common: eid_server::config::flags::CommonFlags::default(),
        };
        let password = "mot mat khau rat dai";
        for (wrong, told) in [("short", "12 to 128"), ("x".repeat(129).as_str(), "12 to 128")] {
            let refused = command::add(store, &flags, wrong).await.unwrap_err().to_string();
            assert!(refused.contains(told), "{refused}");
        }
        command::add(store, &flags, password).await.unwrap();
        assert_eq!(command::add(store, &flags, password).await.unwrap_err().to_string(), "this user name is taken");
        flags.office = "nowhere".into();
        assert!(command::add(store, &flags, password).await.unwrap_err().to_string().contains("no such office"));
        flags.role = "king".into();
        assert!(command::add(store, &flags, password).await.unwrap_err().to_string().starts_with("--role"));
        flags.username = "Bà".into();
        assert!(command::add(store, &flags, password).await.unwrap_err().to_string().starts_with("user name"));
        let client = app.client();
        let given = json!({ "username": "ba.nguyen", "password": password });
        client.post("/api/desk/session", &given).await.ok(200);
        assert_eq!(client.get("/api/desk/session").await.ok(200).json["role"], "administrator");
        let (_, codes) = enrol(app, &client).await;
        command::carry_out(store, "ba.nguyen", Change::Factor).await.unwrap();
        client.get("/api/desk/session").await.problem("not_signed_in");
        let begun = client.post("/api/desk/session", &given).await.ok(200).json;
        assert_eq!(begun["next"], "done", "the factor is gone");
        command::carry_out(store, "ba.nguyen", Change::Password("mot mat khau khac han".into())).await.unwrap();
        client.post("/api/desk/session", &given).await.problem("sign_in_refused");
        command::carry_out(store, "ba.nguyen", Change::Disabled(true)).await.unwrap();
        let given = json!({ "username": "ba.nguyen", "password": "mot mat khau khac han" });
        client.post("/api/desk/session", &given).await.problem("sign_in_refused");
        command::carry_out(store, "ba.nguyen", Change::Disabled(false)).await.unwrap();
        client.post("/api/desk/session", &given).await.ok(200);
        assert!(command::carry_out(store, "nobody", Change::Factor).await.is_err());
        assert_eq!(codes.len(), 10);
        // The command line is the system's; the audit has it all.
        let mut tx = store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "system", "", 20).await.unwrap();
        for action in ["staff.added", "staff.factor_reset", "staff.password_set", "staff.disabled", "staff.enabled"] {
            assert!(log.iter().any(|entry| entry.action == action), "{action}");
        }
    }
}

/// Outside a demo nobody gets in without; here a server that asks for it as such a one does.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_it_is_required_the_first_sign_in_sets_it_up() {
    let required = |config: &mut eid_server::config::Config| config.second_factor = SecondFactor::Required;
    let app = TestApp::start_with(Dialect::Sqlite, required).await.unwrap();
    let client = app.client();
    let begun = client
        .post("/api/desk/session", &credentials("canbo"))
        .await
        .ok(200)
        .json;
    assert_eq!((&begun["next"], &begun["staff"]), (&json!("enrol"), &Value::Null));
    client.get("/api/desk/day").await.problem("not_signed_in");
    client
        .get("/api/desk/second-factor")
        .await
        .problem("not_signed_in");
    client
        .post("/api/desk/second-factor/confirm", &code("000000"))
        .await
        .problem("journey_expired");
    client
        .post("/api/desk/session/code", &code("000000"))
        .await
        .problem("code_wrong");
    let (secret, _) = enrol(&app, &client).await;
    client.get("/api/desk/day").await.ok(200);
    let other = app.client();
    let begun = other
        .post("/api/desk/session", &credentials("canbo"))
        .await
        .ok(200)
        .json;
    assert_eq!(begun["next"], "code");
    let next = shown_by_phone(&app, &secret, 1);
    other.post("/api/desk/session/code", &code(&next)).await.ok(200);
    app.stop().await;
}

/// A lock holds however often the server is started anew.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_survives_a_restart() {
    let app = TestApp::start(Dialect::Sqlite).await.unwrap();
    let client = app.client();
    let wrong = json!({ "username": "canbo", "password": "sai" });
    for _ in 0..5 {
        client
            .post("/api/desk/session", &wrong)
            .await
            .problem("sign_in_refused");
    }
    let app = app.restart().await;
    let locked = app
        .client()
        .post("/api/desk/session", &credentials("canbo"))
        .await
        .problem("locked_out");
    assert!(
        (880..=901).contains(&locked.json["retry_after_s"].as_u64().unwrap()),
        "{}",
        locked.text
    );
    app.pass(902).await;
    app.client()
        .post("/api/desk/session", &credentials("canbo"))
        .await
        .ok(200);
    app.stop().await;
}
