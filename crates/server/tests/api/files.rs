//! The client's files.

use crate::support::app::TestApp;
use eid_store::{Dialect, testing::Folder};

#[tokio::test]
async fn pages_hashed_files_and_what_is_not_there() {
    let folder = Folder::new("eid-dist").unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("index.html", "<p>Trang chủ</p>");
    write("en/index.html", "<p>Home</p>");
    write("app.html", "<p>app</p>");
    write("en/app.html", "<p>app en</p>");
    write("sw.js", "self");
    write("assets/app-0123.wasm", "wasm");
    write("assets/app-0123.js", "let plain;");
    write("assets/app-0123.js.gz", "gz");
    write("assets/app-0123.js.br", "br");
    let dist = folder.path().to_owned();
    let app = TestApp::start_with(Dialect::Sqlite, |config| config.dist = dist)
        .await
        .unwrap();
    let client = app.client();

    for (path, text) in [
        ("/", "<p>Trang chủ</p>"),
        ("/en", "<p>Home</p>"),
        ("/en/", "<p>Home</p>"),
        ("/dat-lich/ngay", "<p>app</p>"),
        ("/en/booking", "<p>app en</p>"),
    ] {
        let page = client.get(path).await.ok(200);
        assert_eq!(page.text, text, "{path}");
        assert_eq!(
            (page.header("content-type"), page.header("cache-control")),
            ("text/html", "no-cache"),
            "{path}"
        );
    }
    // A worker of an old version would keep old pages; it is asked for again, under the policy of a document.
    let worker = client.get("/sw.js").await.ok(200);
    assert_eq!(worker.header("cache-control"), "no-cache");
    assert!(
        worker
            .header("content-security-policy")
            .contains("connect-src 'self'")
    );
    let wasm = client.get("/assets/app-0123.wasm").await.ok(200);
    assert_eq!(wasm.header("content-type"), "application/wasm");
    assert_eq!(
        wasm.header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    for (accepts, encoding, text) in [
        ("gzip", "gzip", "gz"),
        ("gzip, br", "br", "br"),
        ("", "", "let plain;"),
    ] {
        let request = client.request(reqwest::Method::GET, "/assets/app-0123.js");
        let script = client
            .send(request.header("accept-encoding", accepts))
            .await
            .ok(200);
        assert_eq!(
            (script.header("content-encoding"), script.text.as_str()),
            (encoding, text)
        );
    }
    client.get("/assets/gone-4567.js").await.problem("not_found");
    for path in [
        "/assets/../../../etc/passwd",
        "/assets/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd.txt",
    ] {
        let answer = raw(&app.origin(), path).await;
        assert!(answer.starts_with("HTTP/1.1 404 "), "{path}: {answer}");
    }
    app.stop().await;
}

/// An HTTP library would tidy the path up before sending it.
async fn raw(origin: &str, path: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let host = origin.trim_start_matches("http://");
    let mut stream = tokio::net::TcpStream::connect(host).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}
