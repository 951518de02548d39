//! Named limits.

use crate::support::{app::TestApp, both, flow::*};
use eid_store::Dialect;
use serde_json::json;
use std::collections::BTreeMap;

both! {
    async fn five_codes_an_hour_for_one_phone(app) {
        let client = app.client();
        let body = json!({ "phone": Person::nth(1).phone, "lang": "vi" });
        for _ in 0..5 {
            client.post("/api/phone-codes", &body).await.ok(201);
            app.pass(61).await;
        }
        let refused = client.post("/api/phone-codes", &body).await.problem("too_many_requests");
        let wait = refused.json["retry_after_s"].as_u64().unwrap();
        assert!((3_000..=3_600).contains(&wait), "{wait}");
        // Another phone is not concerned.
        client.post("/api/phone-codes", &json!({ "phone": Person::nth(2).phone, "lang": "vi" })).await.ok(201);
        app.pass(u32::try_from(wait).unwrap() + 1).await;
        client.post("/api/phone-codes", &body).await.ok(201);
    }

    async fn five_wrong_passwords_lock_for_a_quarter_of_an_hour_whoever_it_is(app) {
        let client = app.client();
        for number in [Person::nth(1).number, Person::nth(2).number] {
            let wrong = json!({ "personal_number": number, "password": "sai" });
            for left in (0..5).rev() {
                let refused = client.post("/api/session", &wrong).await.problem("sign_in_refused");
                assert_eq!(refused.json["tries_left"], left);
            }
            let locked = client.post("/api/session", &wrong).await.problem("locked_out");
            assert!((890..=901).contains(&locked.json["retry_after_s"].as_u64().unwrap()), "{}", locked.text);
        }
        app.pass(902).await;
        let wrong = json!({ "personal_number": Person::nth(1).number, "password": "sai" });
        client.post("/api/session", &wrong).await.problem("sign_in_refused");
        for name in ["canbo", "nobody"] {
            let wrong = json!({ "username": name, "password": "sai" });
            for _ in 0..5 {
                client.post("/api/desk/session", &wrong).await.problem("sign_in_refused");
            }
            client.post("/api/desk/session", &wrong).await.problem("locked_out");
        }
    }

    async fn guessing_many_passwords_at_once_is_no_faster(app) {
        let mut tasks = Vec::new();
        for _ in 0..20 {
            let client = app.client();
            let wrong = json!({ "personal_number": Person::nth(3).number, "password": "sai" });
            tasks.push(tokio::spawn(async move { client.post("/api/session", &wrong).await }));
        }
        let mut codes = BTreeMap::new();
        for task in tasks {
            *codes.entry(task.await.unwrap().str("code").to_owned()).or_insert(0) += 1;
        }
        assert_eq!(codes, BTreeMap::from([("sign_in_refused".to_owned(), 5), ("locked_out".to_owned(), 15)]));
    }

    async fn a_phone_has_only_so_many_open_dossiers(app) {
        let client = app.client();
        let phone = Person::nth(100).phone;
        let times = ["07:30", "08:00", "08:30", "09:00", "13:00", "13:30", "14:00"];
        for (n, time) in (0..7).zip(times) {
            // Five codes an hour is another limit.
            app.pass(if n == 5 { 3_601 } else { 61 }).await;
            let person = Person { phone: phone.clone(), ..Person::nth(n) };
            let place = hold(&client, time).await;
            let proof = prove(app, &client, &phone).await;
            let answer = client.post("/api/bookings", &booking_body(&person, &place, &proof)).await;
            if n < 6 { answer.ok(201) } else { answer.problem("phone_limit") };
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn limits_by_address_come_from_the_configuration_and_believe_no_claims() {
    let replaced = BTreeMap::from([("hold_source".to_owned(), 2)]);
    let limits = eid_server::limits::Limits::new(true, &replaced).unwrap();
    let app = TestApp::start_with(Dialect::Sqlite, |config| config.limits = limits)
        .await
        .unwrap();
    let client = app.client();
    hold(&client, "07:30").await;
    hold(&client, "08:00").await;
    client
        .post("/api/holds", &hold_body("08:30"))
        .await
        .problem("too_many_requests");
    let claimed = client
        .request(reqwest::Method::POST, "/api/holds")
        .header("x-forwarded-for", "203.0.113.7");
    let claimed = claimed.header("idempotency-key", crate::support::client::fresh_key());
    client
        .send(claimed.json(&hold_body("08:30")))
        .await
        .problem("too_many_requests");
    app.stop().await;
}
