//! Who may call what at the desk: one table, tried with every endpoint of the OpenAPI document as everybody. An endpoint
//! that is not in the table fails the test.

mod table;

use crate::support::{app::TestApp, both, client::Client, flow::*};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use table::{May, OF_OFFICES, TABLE};

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
        for (method, path, body, may) in OF_OFFICES.iter().chain(TABLE) {
            let path = path.replace("{office}", OFFICE).replace("{reference}", &reference).replace("{id}", "00000000000000000000000000000000").replace("{date}", "2026-11-25");
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
    let listed: BTreeSet<(String, String)> = OF_OFFICES
        .iter()
        .chain(TABLE)
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
