//! Who may call what at the desk: one table, tried with every endpoint of the OpenAPI document as everybody. An endpoint
//! that is not in the table fails the test.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Who tries; the first two are no staff.
const CALLERS: [(&str, &str); 7] = [
    ("nobody", ""),
    ("citizen", ""),
    ("help_desk", "hotro"),
    ("intake_officer", "canbo"),
    ("office_manager", "truong"),
    ("auditor", "kiemtra"),
    ("administrator", "quantri"),
];

/// Who may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum May {
    /// Nobody is asked who they are.
    Anyone,
    /// Whoever gave a right password a moment ago; nobody here did.
    Begun,
    /// Every member of staff: it is about themselves.
    Staff,
    /// These roles.
    Roles(&'static [&'static str]),
}

const SEE: May = May::Roles(&["help_desk", "intake_officer", "office_manager"]);
const COUNTER: May = May::Roles(&["intake_officer", "office_manager"]);
const MANAGE: May = May::Roles(&["office_manager"]);
const AUDIT: May = May::Roles(&["auditor"]);
const PACE: May = May::Roles(&["help_desk", "intake_officer", "office_manager", "administrator"]);

/// Method, path, body, who. The last row signs its caller out.
const TABLE: &[(&str, &str, &str, May)] = &[
    ("GET", "/api/desk/audit", "", AUDIT),
    ("GET", "/api/desk/audit/chain", "", AUDIT),
    ("GET", "/api/desk/audit/check", "", AUDIT),
    ("GET", "/api/desk/audit/export", "", AUDIT),
    ("GET", "/api/desk/audit/people", "", AUDIT),
    ("GET", "/api/desk/cards", "", SEE),
    ("GET", "/api/desk/closures", "", MANAGE),
    (
        "POST",
        "/api/desk/closures",
        r#"{"date":"2026-12-01","part":"day","reason":"Sửa điện"}"#,
        MANAGE,
    ),
    (
        "GET",
        "/api/desk/closures/preview?date=2026-12-02&part=day",
        "",
        MANAGE,
    ),
    ("GET", "/api/desk/day", "", SEE),
    ("GET", "/api/desk/dossiers/{reference}", "", SEE),
    (
        "POST",
        "/api/desk/dossiers/{reference}/card-arrived",
        "{}",
        COUNTER,
    ),
    ("POST", "/api/desk/dossiers/{reference}/check-in", "{}", COUNTER),
    (
        "POST",
        "/api/desk/dossiers/{reference}/data-correction",
        r#"{"reason":"Ngày sinh khác"}"#,
        COUNTER,
    ),
    ("POST", "/api/desk/dossiers/{reference}/hand-over", "{}", COUNTER),
    (
        "POST",
        "/api/desk/dossiers/{reference}/receive",
        r#"{"form_signed":true,"biometrics_done":true,"old_card_returned":true,"account_form_signed":true}"#,
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/refuse",
        r#"{"reason":"Không đủ điều kiện"}"#,
        COUNTER,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/reopen-activation",
        "{}",
        SEE,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/reveal",
        r#"{"reason":"call_back"}"#,
        SEE,
    ),
    (
        "POST",
        "/api/desk/dossiers/{reference}/start-intake",
        "{}",
        COUNTER,
    ),
    ("GET", "/api/desk/home-visits", "", MANAGE),
    (
        "POST",
        "/api/desk/home-visits/plan",
        r#"{"stop_id":"x","references":["x"]}"#,
        MANAGE,
    ),
    (
        "POST",
        "/api/desk/home-visits/{reference}/refuse",
        r#"{"reason":"Không đủ điều kiện"}"#,
        MANAGE,
    ),
    (
        "POST",
        "/api/desk/home-visits/{reference}/reveal",
        r#"{"reason":"plan_route"}"#,
        MANAGE,
    ),
    ("GET", "/api/desk/ministry", "", PACE),
    ("PUT", "/api/desk/ministry", r#"{"pace":"lawful"}"#, PACE),
    ("GET", "/api/desk/queue", "", SEE),
    ("GET", "/api/desk/queue/events", "", SEE),
    ("POST", "/api/desk/queue/next", r#"{"station":1}"#, COUNTER),
    (
        "POST",
        "/api/desk/queue/walk-ins",
        r#"{"service":"card","priority":"none"}"#,
        COUNTER,
    ),
    ("POST", "/api/desk/queue/{id}/absent", "{}", COUNTER),
    ("POST", "/api/desk/queue/{id}/back", "{}", COUNTER),
    ("POST", "/api/desk/queue/{id}/done", "{}", COUNTER),
    (
        "POST",
        "/api/desk/queue/{id}/priority",
        r#"{"priority":"none"}"#,
        COUNTER,
    ),
    ("POST", "/api/desk/queue/{id}/recall", "{}", COUNTER),
    ("POST", "/api/desk/queue/{id}/serve", "{}", COUNTER),
    (
        "POST",
        "/api/desk/queue/{id}/transfer",
        r#"{"station":1}"#,
        COUNTER,
    ),
    ("GET", "/api/desk/second-factor", "", May::Staff),
    ("POST", "/api/desk/second-factor", "{}", May::Staff),
    (
        "POST",
        "/api/desk/second-factor/confirm",
        r#"{"code":"000000"}"#,
        May::Staff,
    ),
    (
        "POST",
        "/api/desk/second-factor/recovery-codes",
        r#"{"code":"000000"}"#,
        May::Staff,
    ),
    ("GET", "/api/desk/session", "", May::Staff),
    (
        "POST",
        "/api/desk/session",
        r#"{"username":"khong.co","password":"sai"}"#,
        May::Anyone,
    ),
    (
        "POST",
        "/api/desk/session/code",
        r#"{"code":"000000"}"#,
        May::Begun,
    ),
    ("GET", "/api/desk/stops", "", MANAGE),
    (
        "POST",
        "/api/desk/stops",
        r#"{"kind":"school","name":"x","street":"x","commune_code":"x","date":"x","from":"x","to":"x","stations":"1","is_public":true}"#,
        MANAGE,
    ),
    ("GET", "/api/desk/stops/{id}", "", MANAGE),
    (
        "POST",
        "/api/desk/stops/{id}/cancel",
        r#"{"reason":"Mưa bão lớn"}"#,
        MANAGE,
    ),
    (
        "POST",
        "/api/desk/stops/{id}/class-list",
        r#"{"csv":"x","service":"card","seen":"x"}"#,
        MANAGE,
    ),
    (
        "POST",
        "/api/desk/stops/{id}/class-list/preview",
        r#"{"csv":"x","service":"card"}"#,
        MANAGE,
    ),
    ("GET", "/api/desk/tickets", "", SEE),
    (
        "POST",
        "/api/desk/tickets/{id}/answer",
        r#"{"text":"Chúng tôi đã nhận được câu hỏi."}"#,
        SEE,
    ),
    ("DELETE", "/api/desk/session", "", May::Anyone),
];

impl May {
    /// The problem with which a caller is turned away; none where they are let in, whatever becomes of it then.
    fn refusal(self, caller: &str) -> Option<&'static str> {
        let is_staff = !["nobody", "citizen"].contains(&caller);
        match self {
            Self::Anyone => None,
            Self::Begun => Some("not_signed_in"),
            _ if !is_staff => Some("not_signed_in"),
            Self::Staff => None,
            Self::Roles(roles) => (!roles.contains(&caller)).then_some("not_allowed"),
        }
    }
}

fn plain(path: &str) -> &str {
    path.split('?').next().unwrap()
}

/// The problem of the answer, where the caller was turned away for who they are.
async fn turned_away(client: &Client, method: &str, path: &str, body: &str) -> Option<String> {
    let mut request = client.request(method.parse::<Method>().unwrap(), path);
    if method != "GET" {
        request = request.header("idempotency-key", crate::support::client::fresh_key());
    }
    if !body.is_empty() {
        request = request.json(&serde_json::from_str::<Value>(body).unwrap());
    }
    let answer = request.send().await.unwrap();
    // What goes well may be a stream that never ends.
    if answer.status().is_success() {
        return None;
    }
    let problem: Value = answer.json().await.unwrap();
    let code = problem["code"].as_str().unwrap().to_owned();
    assert_ne!(
        code, "malformed_body",
        "{method} {path}: the table's body is not what the endpoint takes"
    );
    assert_ne!(code, "internal", "{method} {path}");
    ["not_signed_in", "not_allowed", "not_found"]
        .contains(&code.as_str())
        .then_some(code)
}

async fn callers(app: &TestApp) -> (String, BTreeMap<&'static str, Client>) {
    let citizen = app.client();
    let person = Person::nth(1);
    let (receipt, _) = approved(app, &citizen, &person).await;
    activate(app, &citizen, &person).await;
    let signed_in = json!({ "personal_number": person.number, "password": PASSWORD });
    citizen.post("/api/session", &signed_in).await.ok(200);
    let mut all = BTreeMap::from([("nobody", app.client()), ("citizen", citizen)]);
    for (role, username) in CALLERS.into_iter().filter(|(_, username)| !username.is_empty()) {
        all.insert(role, staff(app, username).await);
    }
    (receipt.reference, all)
}

both! {
    async fn everybody_at_every_endpoint_of_the_desk(app) {
        let (reference, callers) = callers(app).await;
        let mut wrong = Vec::new();
        for (method, path, body, may) in TABLE {
            let path = path.replace("{reference}", &reference).replace("{id}", "00000000000000000000000000000000");
            for (caller, _) in CALLERS {
                let seen = turned_away(&callers[caller], method, &path, body).await;
                // Nothing of this id is there: that is said only to who may know.
                let seen = seen.filter(|code| code != "not_found");
                let wanted = may.refusal(caller);
                if seen.as_deref() != wanted {
                    wrong.push(format!("{method} {path} as {caller}: {seen:?}, not {wanted:?}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn the_table_has_every_endpoint_of_the_desk() {
    let document: Value = serde_json::from_str(&eid_server::openapi::pretty().unwrap()).unwrap();
    let mut described = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in ["get", "put", "post", "delete"] {
            if path.starts_with("/api/desk") && item.get(method).is_some() {
                described.insert((method.to_uppercase(), path.clone()));
            }
        }
    }
    let listed: BTreeSet<(String, String)> = TABLE
        .iter()
        .map(|(method, path, _, _)| ((*method).to_owned(), plain(path).to_owned()))
        .collect();
    let missing: Vec<_> = described.difference(&listed).collect();
    assert!(missing.is_empty(), "say in TABLE who may call {missing:?}");
    let gone: Vec<_> = listed.difference(&described).collect();
    assert!(gone.is_empty(), "not there any more: {gone:?}");
}

both! {
    async fn each_role_looks_for_its_own_reasons(app) {
        let receipt = book(app, &app.client(), &Person::nth(2), "07:30").await;
        let path = format!("/api/desk/dossiers/{}/reveal", receipt.reference);
        let help = staff(app, "hotro").await;
        for reason in ["at_counter", "hand_over", "correction"] {
            let refused = help.post(&path, &json!({ "reason": reason })).await.problem("invalid_fields");
            assert_eq!(refused.fields(), ["reason:choice_unknown"]);
        }
        help.post(&path, &json!({ "reason": "curious" })).await.problem("malformed_body");
        help.post(&path, &json!({ "reason": "call_back" })).await.ok(200);
    }
}
