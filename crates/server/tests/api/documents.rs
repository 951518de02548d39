//! The OpenAPI document is the one in the repository.

use crate::support::sqlite;

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
        let document = app.client().get("/api/openapi.json").await.ok(200);
        for (path, item) in document.json["paths"].as_object().unwrap() {
            for method in item.as_object().unwrap().keys() {
                let call = format!("`{} {path}", method.to_uppercase());
                let named = [call.clone() + "`", call + "?"].iter().any(|call| page.contains(call));
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
}
