//! The audit as the auditor sees it: searched, exported, checked; each of that written into it.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_server::{cli, jobs, secret::Keys};
use serde_json::{Value, json};

async fn sealed(app: &TestApp) {
    jobs::seal::round(app.inside()).await.unwrap();
}

async fn rows(auditor: &Client, query: &str) -> Vec<Value> {
    let page = auditor.get(&format!("/api/desk/audit{query}")).await.ok(200);
    page.json["rows"].as_array().unwrap().clone()
}

async fn checked(auditor: &Client) -> Value {
    let mut cursor = String::new();
    loop {
        let part = auditor
            .get(&format!("/api/desk/audit/check?cursor={cursor}"))
            .await
            .ok(200)
            .json;
        match part["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => return part,
        }
    }
}

/// As somebody who owns the database.
async fn tamper(app: &TestApp, how: &'static str) {
    let mut tx = app.inside().store.begin().await.unwrap();
    let off = match tx.dialect() {
        eid_store::Dialect::Sqlite => "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;",
        eid_store::Dialect::Postgres => "ALTER TABLE audit DISABLE TRIGGER USER;",
    };
    eid_store::testing::script(&mut tx, off).await.unwrap();
    eid_store::testing::script(&mut tx, how).await.unwrap();
    tx.commit().await.unwrap();
}

both! {
    async fn the_auditor_finds_who_looked_at_whom_and_why(app) {
        let receipt = book(app, &app.client(), &Person::nth(1), "07:30").await;
        let desk = staff(app, "canbo").await;
        at_desk(&desk, &receipt.reference, "reveal", json!({ "reason": "at_counter" })).await;
        sealed(app).await;
        let auditor = staff(app, "kiemtra").await;
        let found = rows(&auditor, "?action=dossier.reveal").await;
        assert_eq!(found.len(), 1);
        let look = &found[0];
        for (name, wanted) in [
            ("actor", "staff"), ("actor_name", "Cán bộ Thử Nghiệm"), ("role", "intake_officer"),
            ("object_kind", "dossier"), ("object", receipt.reference.as_str()), ("reason", "at_counter"),
        ] {
            assert_eq!(look[name], wanted, "{name}");
        }
        assert!(look["sequence"].as_u64().unwrap() > 0);
        // By dossier in any form that people type, by person, by day.
        let bare = receipt.reference.replace('-', "").to_lowercase();
        let of_dossier = rows(&auditor, &format!("?dossier={bare}&staff=demo-canbo")).await;
        assert_eq!(of_dossier, found);
        assert!(rows(&auditor, "?from=2026-11-23&to=2026-11-23").await.len() > 2);
        assert_eq!(rows(&auditor, "?from=2026-11-24").await, Vec::<Value>::new());
        // Each of these was written down; a search for a dossier stands with it.
        let reading = rows(&auditor, "?action=audit.search").await;
        assert_eq!(reading.len(), 4);
        let of_dossier = rows(&auditor, &format!("?dossier={}&action=audit.search", receipt.reference)).await;
        assert_eq!(of_dossier[0]["reason"], "staff=demo-canbo");
        // No personal data.
        let all = auditor.get("/api/desk/audit").await.ok(200).text;
        for secret in [Person::nth(1).name, &Person::nth(1).number, &Person::nth(1).phone] {
            assert!(!all.contains(secret), "{secret}");
        }
    }

    async fn what_cannot_be_looked_for_is_told(app) {
        let auditor = staff(app, "kiemtra").await;
        let refused = auditor.get("/api/desk/audit?dossier=K7M").await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["dossier:reference_format"]);
        let refused = auditor.get("/api/desk/audit?from=2026-11-24&to=2026-11-23").await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["to:date_impossible"]);
        auditor.get("/api/desk/audit?cursor=x").await.problem("invalid_fields");
        auditor.get("/api/desk/audit?who=x").await.problem("invalid_fields");
        auditor.get("/api/desk/audit/check?cursor=x").await.problem("invalid_fields");
        assert_eq!(rows(&auditor, "?dossier=000-000-001").await, Vec::<Value>::new());
    }

    async fn pages_follow_each_other_and_the_export_has_all(app) {
        let auditor = staff(app, "kiemtra").await;
        for _ in 0..120 {
            auditor.get("/api/desk/audit/check").await.ok(200);
        }
        sealed(app).await;
        let mut seen = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = auditor.get(&format!("/api/desk/audit?action=audit.check&cursor={cursor}")).await.ok(200).json;
            seen.extend(page["rows"].as_array().unwrap().iter().map(|row| row["sequence"].as_u64().unwrap()));
            match page["next"].as_str() {
                Some(next) => cursor = next.to_owned(),
                None => break,
            }
        }
        assert_eq!(seen.len(), 120);
        assert!(seen.windows(2).all(|pair| pair[0] > pair[1]), "{seen:?}");
        let file = auditor.get("/api/desk/audit/export?action=audit.check").await.ok(200);
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"audit-2026-11-23.csv\"");
        let lines: Vec<&str> = file.text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 121);
        assert!(lines[0].starts_with("sequence,at_utc,at_office,actor,name,username,"), "{}", lines[0]);
        assert!(lines[1].contains(",staff,Kiểm tra viên Mẫu,kiemtra,auditor,hcm-pc06,audit.check,audit,,,"), "{}", lines[1]);
        assert_eq!(rows(&auditor, "?action=audit.export").await.len(), 1);
        // The same through many pieces.
        let all = auditor.get("/api/desk/audit/export").await.ok(200).text;
        assert!(all.lines().count() > 121);
        let none = auditor.get("/api/desk/audit/export?dossier=000-000-001").await.ok(200).text;
        assert_eq!(none.lines().count(), 1);
    }

    async fn the_chain_is_sealed_and_its_check_names_what_was_changed(app) {
        let receipt = book(app, &app.client(), &Person::nth(2), "07:30").await;
        let auditor = staff(app, "kiemtra").await;
        let before = auditor.get("/api/desk/audit/chain").await.ok(200).json;
        assert_eq!((before["sealed"].as_u64(), before["hash"].as_str()), (Some(0), Some("")));
        assert!(before["waiting"].as_u64().unwrap() >= 2 && before["waiting_since"].is_string());
        sealed(app).await;
        let chain = auditor.get("/api/desk/audit/chain").await.ok(200).json;
        assert_eq!((chain["waiting"].as_u64(), chain["hash"].as_str().unwrap().len()), (Some(0), 64));
        let sound = checked(&auditor).await;
        assert_eq!((sound["state"].as_str(), &sound["checked"]), (Some("sound"), &chain["sealed"]));
        // The same from the command line, with and without the key.
        let store = &app.inside().store;
        let keys = &app.inside().keys;
        let noted = format!("{}:{}", chain["sealed"], chain["hash"].as_str().unwrap());
        cli::audit::whole(store, Some(&noted), Some(keys)).await.unwrap();
        cli::audit::whole(store, None, None).await.unwrap();
        let (other, _) = Keys::generate(&eid_server::rng::SystemRng).unwrap();
        let refused = cli::audit::whole(store, None, Some(&other)).await.unwrap_err().to_string();
        assert!(refused.contains("not signed with this server's key"), "{refused}");
        let refused = cli::audit::whole(store, Some("1:00"), Some(keys)).await.unwrap_err().to_string();
        assert_eq!(refused, "the audit is broken: number 1 is not what was noted");
        tamper(app, "UPDATE audit SET actor_id = 'somebody else' WHERE action = 'dossier.booked'").await;
        let broken = checked(&auditor).await;
        assert_eq!((broken["state"].as_str(), broken["fault"]["kind"].as_str()), (Some("broken"), Some("changed")));
        let number = broken["fault"]["sequence"].as_u64().unwrap();
        let refused = cli::audit::whole(store, None, Some(keys)).await.unwrap_err().to_string();
        assert!(refused.starts_with(&format!("the audit is broken: number {number}: entry ")), "{refused}");
        assert!(!refused.contains(&receipt.reference));
    }

    async fn the_person_is_told_of_each_look_without_a_name(app) {
        let client = app.client();
        let receipt = book(app, &client, &Person::nth(3), "07:30").await;
        let path = format!("/api/dossiers/{}", receipt.reference);
        assert_eq!(client.get(&path).await.ok(200).json["looks"], Value::Null);
        let desk = staff(app, "canbo").await;
        at_desk(&desk, &receipt.reference, "reveal", json!({ "reason": "correction" })).await;
        app.pass(60).await;
        at_desk(&staff(app, "hotro").await, &receipt.reference, "reveal", json!({ "reason": "call_back" })).await;
        let seen = client.get(&path).await.ok(200);
        let looks = seen.json["looks"].as_array().unwrap();
        let told: Vec<_> = looks.iter().map(|look| (look["role"].as_str().unwrap(), look["reason"].as_str().unwrap())).collect();
        assert_eq!(told, [("help_desk", "call_back"), ("intake_officer", "correction")]);
        assert_eq!(looks[0]["office"], "", "the help desk works for every office");
        assert!(looks[1]["office"].as_str().unwrap().contains("PC06"));
        assert!(looks[0]["at"].as_str() > looks[1]["at"].as_str());
        assert!(!seen.text.contains("Cán bộ Thử") && !seen.text.contains("demo-canbo"));
        // Where and in which part is what was true then.
        let mut tx = app.inside().store.begin().await.unwrap();
        eid_store::testing::script(&mut tx, "UPDATE staff SET role = 'auditor', office_id = 'dn-hai-chau'").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(client.get(&path).await.ok(200).json["looks"], seen.json["looks"]);
        // Who only has a look-up's key sees the stages alone.
        let birth = json!({ "code": receipt.reference, "birth_date": Person::nth(3).birth });
        let found = app.client().post("/api/tracking/by-code", &birth).await.ok(200);
        let reader = app.client();
        reader.use_key(found.str("key"));
        assert_eq!(reader.get(&path).await.ok(200).json["looks"], Value::Null);
    }
}

/// A word that is written as an action: kind, dot, what.
fn is_action(word: &str) -> bool {
    let kinds: std::collections::BTreeSet<&str> = eid_domain::wire::audit::ACTIONS
        .iter()
        .filter_map(|action| action.split('.').next())
        .collect();
    word.split_once('.').is_some_and(|(kind, what)| {
        kinds.contains(kind) && !what.is_empty() && what.chars().all(|c| c.is_ascii_lowercase() || c == '_')
    })
}

/// Every action that the server writes stands in the domain's list, and every one of these has words in both languages.
#[test]
fn every_action_has_words() {
    use eid_domain::wire::audit::ACTIONS;
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut unknown = Vec::new();
    let mut folders = vec![root.join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for action in text.split('"').filter(|word| is_action(word)) {
                if !ACTIONS.contains(&action) {
                    unknown.push(action.to_owned());
                }
            }
        }
    }
    assert!(unknown.is_empty(), "not in wire::audit::ACTIONS: {unknown:?}");
    for language in ["vi", "en"] {
        let text =
            std::fs::read_to_string(root.join(format!("../../locales/{language}/audit.json"))).unwrap();
        let words: Value = serde_json::from_str(&text).unwrap();
        for action in ACTIONS {
            let key = format!("action_{}", action.replace('.', "_"));
            assert!(words[&key].is_string(), "{language}: {key}");
        }
    }
}
