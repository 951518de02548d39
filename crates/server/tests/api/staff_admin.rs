//! Who may sign in at the desk: added, changed, shut out and helped by an administrator.

use crate::support::{both, flow::*};
use serde_json::{Value, json};

const STAFF: &str = "/api/desk/staff";

fn new(username: &str, role: &str) -> Value {
    json!({
        "username": username, "name": "Cán bộ Mới", "role": role, "office_id": OFFICE,
        "password": "mot mat khau rat dai",
    })
}

fn row<'a>(list: &'a Value, username: &str) -> &'a Value {
    let found = list["staff"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["username"] == username);
    found.unwrap()
}

both! {
    async fn an_administrator_adds_changes_and_shuts_out(app) {
        let admin = staff(app, "quantri").await;
        let wrong = json!({ "username": "Bà", "name": "", "role": "auditor", "office_id": OFFICE, "password": "x" });
        let refused = admin.post(STAFF, &wrong).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["username:username_format", "name:required", "password:staff_password_length"]);
        let mut nowhere = new("moi", "auditor");
        nowhere["office_id"] = json!("nowhere");
        assert_eq!(admin.post(STAFF, &nowhere).await.problem("invalid_fields").fields(), ["office_id:choice_unknown"]);
        let id = admin.post(STAFF, &new("moi", "intake_officer")).await.ok(201).str("id").to_owned();
        assert_eq!(admin.post(STAFF, &new("moi", "auditor")).await.problem("invalid_fields").fields(), ["username:username_taken"]);
        let them = app.client();
        let given = json!({ "username": "moi", "password": "mot mat khau rat dai" });
        them.post("/api/desk/session", &given).await.ok(200);
        them.get("/api/desk/day").await.ok(200);
        // Another role is another sign-in: nobody goes on with rights they had.
        let edited = json!({ "name": "Cán bộ  Khác", "role": "auditor", "office_id": OFFICE });
        let edited = admin.put(&format!("{STAFF}/{id}"), &edited).await.ok(200).json;
        assert_eq!((&edited["name"], &edited["role"]), (&json!("Cán bộ Khác"), &json!("auditor")));
        them.get("/api/desk/session").await.problem("not_signed_in");
        them.post("/api/desk/session", &given).await.ok(200);
        them.get("/api/desk/day").await.problem("not_allowed");
        let step = format!("{STAFF}/{id}/step");
        assert_eq!(admin.post(&step, &json!({ "step": "disable" })).await.ok(200).json["disabled"], true);
        them.get("/api/desk/session").await.problem("not_signed_in");
        them.post("/api/desk/session", &given).await.problem("sign_in_refused");
        admin.post(&step, &json!({ "step": "enable" })).await.ok(200);
        them.post("/api/desk/session", &given).await.ok(200);
        let list = admin.get(STAFF).await.ok(200).json;
        assert_eq!((&row(&list, "moi")["disabled"], &row(&list, "quantri")["me"]), (&json!(false), &json!(true)));
        let mut tx = app.inside().store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "staff", "demo-quantri", 20).await.unwrap();
        for action in ["staff.added", "staff.changed", "staff.disabled", "staff.enabled"] {
            assert!(log.iter().any(|entry| entry.action == action && entry.object_id == id), "{action}");
        }
    }

    async fn nobody_changes_themselves_and_nobody_else_may(app) {
        let admin = staff(app, "quantri").await;
        let list = admin.get(STAFF).await.ok(200).json;
        let me = row(&list, "quantri")["id"].as_str().unwrap().to_owned();
        admin.post(&format!("{STAFF}/{me}/step"), &json!({ "step": "disable" })).await.problem("state_conflict");
        let edited = json!({ "name": "Tôi", "role": "office_manager", "office_id": OFFICE });
        admin.put(&format!("{STAFF}/{me}"), &edited).await.problem("state_conflict");
        admin.post(&format!("{STAFF}/nobody/step"), &json!({ "step": "disable" })).await.problem("not_found");
        for username in ["truong", "kiemtra", "canbo", "hotro"] {
            let other = staff(app, username).await;
            other.get(STAFF).await.problem("not_allowed");
            other.post(STAFF, &new("them", "administrator")).await.problem("not_allowed");
            other.post(&format!("{STAFF}/{me}/step"), &json!({ "step": "disable" })).await.problem("not_allowed");
        }
    }

    async fn a_lost_phone_and_lost_passkeys_are_helped(app) {
        let admin = staff(app, "quantri").await;
        let them = staff(app, "canbo").await;
        let mut device = crate::support::authenticator::Authenticator::nth(9);
        let begun = them.post("/api/desk/passkeys/begin", &json!({})).await.ok(200);
        let given = json!({ "ceremony": begun.str("ceremony"), "credential": device.create(begun.str("options")), "name": "Máy" });
        them.post("/api/desk/passkeys", &given).await.ok(201);
        let list = admin.get(STAFF).await.ok(200).json;
        assert_eq!(row(&list, "canbo")["passkeys"], 1);
        let reset = admin.post(&format!("{STAFF}/demo-canbo/step"), &json!({ "step": "reset_factors" })).await.ok(200).json;
        assert_eq!((&reset["passkeys"], &reset["has_code"]), (&json!(0), &json!(false)));
        them.get("/api/desk/session").await.problem("not_signed_in");
        let signed_in = json!({ "username": "canbo", "password": STAFF_PASSWORD });
        assert_eq!(them.post("/api/desk/session", &signed_in).await.ok(200).json["next"], "done");
    }

    async fn a_forgotten_password_is_replaced_by_one_that_opens_only_its_own_change(app) {
        let admin = staff(app, "quantri").await;
        let them = staff(app, "canbo").await;
        let reset = format!("{STAFF}/demo-canbo/password");
        let given = admin.post(&reset, &json!({})).await.ok(200).str("password").to_owned();
        // Shown once: the same request again does not give it again, it gives another.
        let second = admin.post(&reset, &json!({})).await.ok(200).str("password").to_owned();
        assert_ne!(given, second);
        them.get("/api/desk/session").await.problem("not_signed_in");
        let with = |password: &str| json!({ "username": "canbo", "password": password });
        for old in [STAFF_PASSWORD, given.as_str()] {
            them.post("/api/desk/session", &with(old)).await.problem("sign_in_refused");
        }
        let entered = them.post("/api/desk/session", &with(&second)).await.ok(200).json;
        assert_eq!(entered["staff"]["must_change_password"], true);
        // Nothing else is open: not the day, not the live line, not acting for people, not even the list of passkeys.
        for path in ["/api/desk/day", "/api/desk/queue", "/api/desk/queue/events", "/api/desk/cards"] {
            them.get(path).await.problem("password_change_needed");
        }
        them.post("/api/desk/search", &json!({ "personal_number": "098085120001" })).await.problem("password_change_needed");
        assert_eq!(them.get("/api/desk/session").await.ok(200).json["must_change_password"], true);
        let list = admin.get(STAFF).await.ok(200).json;
        assert!(row(&list, "canbo")["password_until"].is_string() && row(&list, "truong")["password_until"].is_null());
        let own = |new: &str| json!({ "current": second, "new": new });
        let same = them.put("/api/desk/password", &own(&second)).await.problem("invalid_fields");
        assert_eq!(same.fields(), ["new:staff_password_same"]);
        them.put("/api/desk/password", &own("mot mat khau rat dai")).await.ok(204);
        them.get("/api/desk/day").await.ok(200);
        assert_eq!(them.get("/api/desk/session").await.ok(200).json["must_change_password"], false);
        let mut tx = app.inside().store.read().await.unwrap();
        let log = eid_store::audit::of_actor(&mut tx, "staff", "demo-quantri", 20).await.unwrap();
        let resets = log.iter().filter(|entry| entry.action == "staff.password_reset");
        assert_eq!(resets.filter(|entry| entry.object_id == "demo-canbo").count(), 2);
    }

    async fn a_one_time_password_runs_out_after_three_days(app) {
        let admin = staff(app, "quantri").await;
        let reset = |id: &str| format!("{STAFF}/{id}/password");
        let given = admin.post(&reset("demo-canbo"), &json!({})).await.ok(200).str("password").to_owned();
        admin.post(&reset("demo-quantri"), &json!({})).await.problem("state_conflict");
        admin.post(&reset("nobody"), &json!({})).await.problem("not_found");
        app.pass(3 * 86_400 - 60).await;
        let with = json!({ "username": "canbo", "password": given });
        app.client().post("/api/desk/session", &with).await.ok(200);
        app.pass(60).await;
        app.client().post("/api/desk/session", &with).await.problem("sign_in_refused");
    }
}
