//! Changes are asked for by our own pages only; every answer carries the headers that keep a page safe.

use crate::support::{answer::Answer, client::fresh_key, flow::hold_body, sqlite};
use reqwest::Method;

sqlite! {
    async fn other_origins_change_nothing(app) {
        let http = reqwest::Client::new();
        let send = async |name: &str, value: &str| {
            let request = http.request(Method::POST, format!("{}/api/holds", app.origin()));
            let request = request.header("idempotency-key", fresh_key()).header(name, value);
            Answer::read(request.json(&hold_body("07:30")).send().await.unwrap()).await
        };
        send("sec-fetch-site", "cross-site").await.problem("cross_origin");
        send("sec-fetch-site", "same-site").await.problem("cross_origin");
        send("origin", "https://evil.example").await.problem("cross_origin");
        send("origin", "null").await.problem("cross_origin");
        send("origin", &app.origin()).await.ok(201);
        send("sec-fetch-site", "same-origin").await.ok(201);
        send("accept", "application/json").await.ok(201);
    }

    async fn every_answer_has_its_headers(app) {
        let client = app.client();
        for (path, cache) in [
            ("/api/config", "no-store"),
            ("/api/offices", "no-cache"),
            ("/api/nothing", "no-store"),
            ("/nothing.js", ""),
        ] {
            let answer = client.get(path).await;
            assert!(answer.header("content-security-policy").starts_with("default-src 'none'; "), "{path}");
            assert!(!answer.header("content-security-policy").contains("unsafe-inline"));
            assert_eq!(answer.header("x-content-type-options"), "nosniff");
            assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"));
            assert_eq!(answer.header("cache-control"), cache, "{path}");
            assert_eq!(answer.header("x-request-id").len(), 16, "{path}");
            assert_eq!(answer.header("strict-transport-security"), "", "a demo runs without HTTPS");
        }
        let page = client.get("/nothing.js").await;
        assert!(page.header("content-security-policy").contains("script-src 'self'"));
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");
        assert!(page.header("permissions-policy").contains("camera=(self)"));
        let tag = client.get("/api/offices").await.header("etag").to_owned();
        let request = client.request(Method::GET, "/api/offices").header("if-none-match", tag);
        assert_eq!(client.send(request).await.status, 304);
        for path in ["/api/offices", "/api/config"] {
            let plain = client.get(path).await.ok(200);
            let request = client.request(Method::GET, path).header("accept-encoding", "gzip");
            let packed = request.send().await.unwrap();
            assert_eq!(packed.headers()["content-encoding"], "gzip");
            assert_eq!(packed.headers()["vary"], "accept-encoding");
            let size = packed.bytes().await.unwrap().len();
            assert!(size * 2 < plain.text.len(), "{path}: {size} of {}", plain.text.len());
        }
    }

    async fn cookies_are_for_this_host_and_no_script(app) {
        let client = app.client();
        let body = serde_json::json!({ "username": "canbo", "password": eid_server::seed::DEMO_PASSWORD });
        let answer = client.post("/api/desk/session", &body).await.ok(200);
        let cookie = answer.header("set-cookie");
        assert!(cookie.starts_with("__Host-eid-desk="), "{cookie}");
        assert!(cookie.ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict"), "{cookie}");
        assert!(!answer.text.contains(&client.cookie("__Host-eid-desk").unwrap()));
    }

    async fn a_demo_works_in_a_browser_that_keeps_no_secure_cookie_here(app) {
        let client = app.client();
        let agent = "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15";
        let ask = |method: Method, path: &str| client.request(method, path).header("user-agent", agent);
        let body = serde_json::json!({ "username": "canbo", "password": eid_server::seed::DEMO_PASSWORD });
        let request = ask(Method::POST, "/api/desk/session").header("idempotency-key", fresh_key()).json(&body);
        let answer = client.send(request).await.ok(200);
        let cookie = answer.header("set-cookie").to_owned();
        assert!(cookie.starts_with("eid-desk=") && cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
        let kept = cookie.split(';').next().unwrap();
        let request = ask(Method::GET, "/api/desk/session").header("cookie", kept);
        client.send(request).await.ok(200);
        // Another browser is taken at the protected name alone.
        let request = client.request(Method::GET, "/api/desk/session").header("cookie", kept);
        client.send(request).await.problem("not_signed_in");
    }
}
