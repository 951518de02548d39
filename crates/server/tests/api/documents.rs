//! The OpenAPI document is the one in the repository.

use crate::support::sqlite;
use std::{collections::BTreeSet, path::Path};

sqlite! {
    async fn the_document_is_served_and_kept(app) {
        let served = app.client().get("/api/openapi.json").await.ok(200).json;
        let fresh: serde_json::Value = serde_json::from_str(&eid_server::openapi::pretty().unwrap()).unwrap();
        assert_eq!(served, fresh);
        let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");
        let kept = std::fs::read_to_string(kept).unwrap_or_default();
        let kept: serde_json::Value = serde_json::from_str(&kept).unwrap_or_default();
        assert!(
            kept == fresh,
            "crates/server/openapi.json is out of date: eid-server openapi > crates/server/openapi.json"
        );
    }

    async fn every_reference_of_the_document_leads_somewhere(app) {
        let document = app.client().get("/api/openapi.json").await.ok(200);
        let schemas = document.json["components"]["schemas"].as_object().unwrap();
        let mut count = 0;
        for part in document.text.split("#/components/schemas/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(schemas.contains_key(name), "{name}");
            count += 1;
        }
        assert!(count > 50, "{count}");
        for (path, item) in document.json["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let names = operation["parameters"].as_array().cloned().unwrap_or_default();
                let keyed = names.iter().any(|parameter| parameter["name"] == "idempotency-key");
                assert_eq!(keyed, method != "get", "{method} {path}");
                assert!(operation["responses"]["default"].is_object(), "{method} {path}");
            }
        }
    }

    async fn the_page_about_the_api_names_every_path_and_problem(app) {
        let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/API.md");
        let page = std::fs::read_to_string(page).unwrap();
        // The list of answers that are not kept, above the table, says nothing of what a call does.
        let calls = page.split_once("## Endpoints").unwrap().1;
        let document = app.client().get("/api/openapi.json").await.ok(200);
        for (path, item) in document.json["paths"].as_object().unwrap() {
            for method in item.as_object().unwrap().keys() {
                let call = format!("`{} {path}", method.to_uppercase());
                let named = [call.clone() + "`", call + "?"].iter().any(|call| calls.contains(call));
                assert!(named, "{method} {path}");
            }
        }
        for code in eid_domain::problem::ProblemCode::ALL {
            let row = format!("| `{}` | {} |", code.as_str(), code.status());
            assert!(page.contains(&row), "{row}");
        }
        let limits = format!("{:?}", app.inside().config.limits);
        for name in limits.split("name: \"").skip(1).map(|part| part.split('"').next().unwrap()) {
            assert!(page.contains(&format!("`{name}`")), "{name}");
        }
    }

    /// Five endpoints had no row in the table of threats, unseen because rows shortened what they are about.
    async fn the_page_about_security_says_how_each_path_could_be_abused(app) {
        let page = file("docs/SECURITY.md");
        let table = page.split_once("## Endpoint by endpoint").unwrap().1;
        let table = table.split_once("\n## ").unwrap().0;
        // Who may call it, how it is abused, what limits it: in the row's other cells.
        let mut about: Vec<&str> = Vec::new();
        for row in table.lines().filter(|line| line.starts_with("| ")) {
            let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
            assert!(cells.len() == 4 && cells.iter().all(|cell| !cell.is_empty()), "{row}");
            about.push(cells[0]);
        }
        let document = app.client().get("/api/openapi.json").await.ok(200);
        let paths = document.json["paths"].as_object().unwrap();
        assert!(paths.len() > 200, "{}", paths.len());
        let ends = ["`", "?"].map(str::to_owned);
        let has_row = |path: &String| ends.iter().any(|end| about.iter().any(|cell| cell.contains(&format!("{path}{end}"))));
        let missing: Vec<&String> = paths.keys().filter(|path| !has_row(path)).collect();
        assert!(missing.is_empty(), "no row of SECURITY.md is about {missing:?}");
    }
}

/// A file of the repository.
fn file(path: &str) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    std::fs::read_to_string(format!("{root}{path}")).unwrap()
}

/// Every Rust file below a folder.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

/// Who repeats a call must know whether it is done again: a handler that leaves its key's `once` out keeps no answer.
#[test]
fn the_page_about_the_api_names_each_call_whose_answer_is_not_kept() {
    let mut all = Vec::new();
    sources(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/api")),
        &mut all,
    );
    let (mut unkept, mut kept) = (BTreeSet::new(), 0);
    for source in &all {
        let mut call = String::new();
        let mut lines = source.lines().map(str::trim).peekable();
        while let Some(line) = lines.next() {
            if let Some(begin) = line.strip_prefix("#[utoipa::path(") {
                // Formatted so, or with each part on a line of its own.
                let both = format!("{begin} {}", lines.peek().unwrap_or(&""));
                let method = both.trim_start().split(',').next().unwrap().to_uppercase();
                let (_, path) = both.split_once("path = \"").unwrap_or_else(|| panic!("{line}"));
                call = format!("{method} {}", path.split('"').next().unwrap());
            }
            let Some((pattern, _)) = line.split_once(": Mutation<") else {
                continue;
            };
            let is_name = pattern != "_" && pattern.chars().all(|c| c.is_ascii_lowercase());
            if pattern.contains("once") || is_name {
                kept += 1;
            } else {
                assert!(
                    pattern == "_" || pattern.starts_with("Mutation {"),
                    "{call}: {line}"
                );
                unkept.insert(call.clone());
            }
        }
    }
    assert!(kept > 100, "{kept}");
    let page = file("docs/API.md");
    let list = page.split_once("compares this list with the code):").unwrap().1;
    let list = list.split_once("Keys are forgotten").unwrap().0;
    let listed: BTreeSet<String> = list.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    assert_eq!(listed, unkept);
}
