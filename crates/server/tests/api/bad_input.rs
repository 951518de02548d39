//! Every wrong turn gets a problem that says what is wrong, never a 500.

use crate::support::{answer::Answer, client::fresh_key, flow::*, sqlite};
use reqwest::Method;
use serde_json::json;

sqlite! {
    async fn bodies_that_are_no_json_of_ours(app) {
        let client = app.client();
        let send = async |body: &str, kind: &str| -> Answer {
            let request = client.request(Method::POST, "/api/holds").header("idempotency-key", fresh_key());
            client.send(request.header("content-type", kind).body(body.to_owned())).await
        };
        send("{\"office_id\":", "application/json").await.problem("malformed_body");
        send("[]", "application/json; charset=utf-8").await.problem("malformed_body");
        send("{\"unknown\":1}", "application/json").await.problem("malformed_body");
        send("", "application/json").await.problem("malformed_body");
        send("\u{0}\u{1}", "application/json").await.problem("malformed_body");
        send("office_id=1", "application/x-www-form-urlencoded").await.problem("unsupported_media_type");
        send(&" ".repeat(70_000), "application/json").await.problem("body_too_large");
        let deep = "[".repeat(30_000);
        send(&deep, "application/json").await.problem("malformed_body");
    }

    async fn paths_and_methods_that_do_not_exist(app) {
        let client = app.client();
        client.get("/api/nothing").await.problem("not_found");
        client.get("/api").await.problem("not_found");
        client.get("/api/offices/no-such-office/days?service=card&age_group=under_6").await.problem("not_found");
        client.get("/api/offices/%ff/days?service=card&age_group=under_6").await.problem("not_found");
        client.get("/api/offices/hcm-pc06/days?service=tea&age_group=under_6").await.problem("invalid_fields");
        client.get("/api/offices/hcm-pc06/days").await.problem("invalid_fields");
        let day = "/api/offices/hcm-pc06/days/2026-02-30?service=card&age_group=under_6";
        client.get(day).await.problem("not_found");
        client.delete("/api/offices").await.problem("method_not_allowed");
        client.get("/api/holds").await.problem("method_not_allowed");
        client.post("/somewhere", &json!({})).await.problem("method_not_allowed");
    }

    async fn every_wrong_field_of_a_booking_is_named(app) {
        let client = app.client();
        let mut person = Person::nth(1);
        person.number = "123456789".to_owned();
        person.birth = "1985-02-30";
        let mut body = booking_body(&person, "no-hold", "no-proof");
        body["declared"] = json!(false);
        body["applicant"]["otp_phone"] = json!("09ab");
        let refused = client.post("/api/bookings", &body).await.problem("invalid_fields");
        assert_eq!(
            refused.fields(),
            [
                "applicant.personal_number:personal_number_old_cmnd",
                "applicant.birth_date:date_impossible",
                "applicant.otp_phone:phone_characters",
                "declared:consent_required",
            ]
        );
    }

    async fn places_that_are_not_offered(app) {
        let client = app.client();
        let hold = async |starts_at: &str| {
            let mut body = hold_body("07:30");
            body["starts_at"] = json!(starts_at);
            client.post("/api/holds", &body).await
        };
        hold("2026-11-24T07:30:00").await.problem("slot_not_offered"); // a holiday
        hold("2026-11-29T07:30:00").await.problem("slot_not_offered"); // a Sunday
        hold("2026-11-23T09:00:00").await.problem("slot_not_offered"); // today
        hold("2027-01-25T09:00:00").await.problem("slot_not_offered"); // beyond the horizon
        hold("2026-11-25T11:10:00").await.problem("slot_not_offered"); // across noon
        hold("2026-11-25T07:35:00").await.problem("slot_not_offered"); // between ticks
        hold("2026-11-25T05:00:00").await.problem("slot_not_offered"); // before opening
        let mut elsewhere = hold_body("07:30");
        elsewhere["office_id"] = json!("no-office");
        client.post("/api/holds", &elsewhere).await.problem("slot_not_offered");
    }

    async fn a_key_is_needed_for_every_change(app) {
        let client = app.client();
        let without = |path: &str| client.request(Method::POST, path).json(&hold_body("07:30"));
        client.send(without("/api/holds")).await.problem("idempotency_key_missing");
        let short = without("/api/holds").header("idempotency-key", "short");
        client.send(short).await.problem("idempotency_key_missing");
        client.send(without("/api/session")).await.problem("idempotency_key_missing");
        let delete = client.request(Method::DELETE, "/api/holds/x");
        client.send(delete).await.problem("idempotency_key_missing");
    }

    async fn a_panic_is_a_problem_and_not_the_end(app) {
        // No handler panics; the layer is tried with one that does.
        use tower_http::catch_panic::CatchPanicLayer;
        let broken = axum::Router::new()
            .route("/", axum::routing::get(async || -> String { panic!("a broken handler") }))
            .layer(CatchPanicLayer::custom(eid_server::web::panic::answer));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let served = tokio::spawn(async move { axum::serve(listener, broken).await });
        for _ in 0..2 {
            let answer = Answer::read(reqwest::get(&origin).await.unwrap()).await;
            assert_eq!((answer.status, answer.str("code")), (500, "internal"));
        }
        served.abort();
        app.client().get("/api/health").await.ok(200);
    }
}
