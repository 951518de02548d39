//! What to do when the account cannot be used; codes that browsers fill in.

use crate::support::{app::TestApp, both, flow::*};
use eid_store::Dialect;
use serde_json::json;

/// The first question.
const FIRST: [(&str, &str); 2] = [("vi", "Bạn đang vướng ở đâu?"), ("en", "What is in your way?")];

both! {
    async fn the_tree_is_the_same_for_everybody_in_either_language(app) {
        let client = app.client();
        for (lang, title) in FIRST {
            let tree = client.get(&format!("/api/rescue/{lang}")).await.ok(200);
            assert_eq!(tree.json["questions"][0]["id"], "start");
            assert_eq!(tree.json["questions"][0]["title"], title);
            let answers = tree.json["answers"].as_array().unwrap();
            assert!(answers.len() > 30);
            for answer in answers {
                assert!(!answer["ways"].as_array().unwrap().is_empty(), "{answer}");
            }
        }
        client.get("/api/rescue/fr").await.problem("not_found");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_names_our_site_in_its_last_line() {
    let named = |config: &mut eid_server::config::Config| {
        config.public_origin = Some("https://hen.example.gov.vn".to_owned());
    };
    let app = TestApp::start_with(Dialect::Sqlite, named).await.unwrap();
    let (client, person) = (app.client(), Person::nth(1));
    let body = json!({ "phone": person.phone, "lang": "vi" });
    client.post("/api/phone-codes", &body).await.ok(201);
    app.work().await;
    let code = app.code(&person.phone).await;
    let texts = app.messages(&person.phone).await;
    let last = format!("\n@hen.example.gov.vn #{code}");
    assert!(texts.iter().any(|text| text.ends_with(&last)), "{texts:?}");
    app.stop().await;
}
