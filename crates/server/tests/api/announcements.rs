//! What is said above every page.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_store::{Dialect, testing::Folder};
use serde_json::{Value, json};

const PAGE: &str = "<!doctype html><html lang=\"vi\"><body>\n<div id=\"app\">x</div></body></html>";

fn announcement(office: Option<&str>, vi: &str) -> Value {
    json!({
        "office_id": office, "kind": "outage", "vi": vi, "en": "Maintenance tonight", "from": "2026-11-23T08:00:00",
        "until": "2026-11-24T17:00:00", "version": 0,
    })
}

async fn with_pages(dialect: Dialect) -> Option<(TestApp, Folder)> {
    let folder = Folder::new("eid-dist").unwrap();
    for name in ["index.html", "en/index.html", "app.html", "en/app.html"] {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, PAGE).unwrap();
    }
    let dist = folder.path().to_owned();
    let app = TestApp::start_with(dialect, |config| config.dist = dist).await?;
    Some((app, folder))
}

async fn page(client: &Client, path: &str) -> String {
    let page = client.get(path).await.ok(200);
    assert_eq!(page.header("content-type"), "text/html");
    assert_eq!(page.header("cache-control"), "no-cache");
    assert!(
        page.header("content-security-policy")
            .contains("script-src 'self'")
    );
    page.text
}

#[tokio::test]
async fn it_stands_in_the_page_itself() {
    let (app, folder) = with_pages(Dialect::Sqlite).await.unwrap();
    let (anyone, boss) = (app.client(), staff(&app, "quantri").await);
    assert_eq!(page(&anyone, "/").await, PAGE);
    assert_eq!(page(&anyone, "/news.html").await, "");
    let made = boss
        .post(
            "/api/desk/announcements",
            &announcement(None, "Tối nay <b>bảo trì</b> & nâng cấp"),
        )
        .await
        .ok(201);
    for path in ["/", "/en", "/dat-lich", "/en/tra-cuu", "/desk"] {
        let text = page(&anyone, path).await;
        assert!(
            text.contains("Tối nay &lt;b&gt;bảo trì&lt;/b&gt; &amp; nâng cấp"),
            "{path}: {text}"
        );
        assert!(
            text.contains("Maintenance tonight") && text.contains("notice-danger"),
            "{path}: {text}"
        );
        assert!(
            text.contains("</aside>\n<div id=\"app\">x</div>"),
            "{path}: {text}"
        );
        assert!(!text.contains("<b>"));
    }
    // Alone for pages that stay open: the same, word for word.
    let alone = page(&anyone, "/news.html").await;
    assert!(alone.starts_with("<aside class=\"news\""), "{alone}");
    assert_eq!(
        page(&anyone, "/").await,
        PAGE.replace("<div", &format!("{alone}<div"))
    );
    // Not in what is kept for a time without a network, nor in a hall.
    for path in ["/app.html", "/en/app.html", "/man-hinh/hcm-pc06"] {
        assert_eq!(page(&anyone, path).await, PAGE, "{path}");
    }
    let request = anyone
        .request(reqwest::Method::GET, "/")
        .header("accept-encoding", "gzip");
    let packed = anyone.send(request).await.ok(200);
    assert_eq!(packed.header("content-encoding"), "gzip");
    // A new build of the page is seen at once.
    let newer = PAGE.replace(">x<", ">y<");
    let file = std::fs::File::create(folder.path().join("index.html")).unwrap();
    std::io::Write::write_all(&mut &file, newer.as_bytes()).unwrap();
    file.set_modified(std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(86_400))
        .unwrap();
    assert!(page(&anyone, "/").await.contains(">y<"));

    let id = made.str("id").to_owned();
    let mut changed = announcement(None, "Tối mai bảo trì");
    changed["version"] = json!(1);
    changed["kind"] = json!("info");
    boss.put(&format!("/api/desk/announcements/{id}"), &changed)
        .await
        .ok(200);
    let text = page(&anyone, "/").await;
    assert!(
        text.contains("Tối mai bảo trì") && !text.contains("Tối nay"),
        "{text}"
    );
    let taken = boss
        .post(
            &format!("/api/desk/announcements/{id}/withdraw"),
            &json!({ "version": 2 }),
        )
        .await;
    assert_eq!(taken.status, 204);
    assert_eq!(page(&anyone, "/").await, newer);
    app.stop().await;
}

both! {
    async fn who_chooses_an_office_learns_what_it_says(app) {
        let (anyone, boss) = (app.client(), staff(app, "quantri").await);
        let news = async || anyone.get("/api/offices/news").await.ok(200).json["news"].clone();
        assert_eq!(news().await, json!([]));
        boss.post("/api/desk/announcements", &announcement(None, "Tối nay bảo trì")).await.ok(201);
        boss.post("/api/desk/announcements", &announcement(Some(OFFICE), "Lối vào ở cổng sau")).await.ok(201);
        let wanted = json!([{ "office_id": OFFICE, "kind": "outage", "said": { "vi": "Lối vào ở cổng sau", "en": "Maintenance tonight" } }]);
        assert_eq!(news().await, wanted);
        app.pass(2 * 86_400).await;
        assert_eq!(news().await, json!([]));
    }
}

both! {
    async fn from_a_time_to_a_time(app) {
        let boss = staff(app, "quantri").await;
        let mut later = announcement(Some(OFFICE), "Thứ Tư nghỉ buổi sáng");
        later["kind"] = json!("info");
        later["from"] = json!("2026-11-23T09:00:00");
        later["until"] = json!("2026-11-23T10:00:00");
        boss.post("/api/desk/announcements", &later).await.ok(201);
        let days = format!("/api/offices/{OFFICE}/days?service=card&age_group=from_14_to_59");
        let said = |answer: crate::support::answer::Answer| answer.json["news"].clone();
        assert_eq!(said(app.client().get(&days).await), json!(null), "not yet");
        let twin = app.twin().await;
        app.pass(3_700).await;
        let line = json!([{ "kind": "info", "vi": "Thứ Tư nghỉ buổi sáng", "en": "Maintenance tonight" }]);
        assert_eq!(said(app.client().get(&days).await), line);
        // Another server has read it too, and one that begins now.
        assert_eq!(twin.app().news.at(OFFICE, app.inside().now()).len(), 1);
        twin.stop().await.unwrap();
        let other = "/api/offices/hcm-quan-1/days?service=card&age_group=from_14_to_59";
        assert_eq!(said(app.client().get(other).await), json!(null), "another office");
        let client = app.client();
        let receipt = book(app, &client, &Person::nth(1), "09:00").await;
        let dossier = format!("/api/dossiers/{}", receipt.reference);
        assert_eq!(said(client.get(&dossier).await.ok(200)), line);
        app.pass(3_700).await;
        assert_eq!(said(app.client().get(&days).await), json!(null), "over");
        assert_eq!(said(client.get(&dossier).await.ok(200)), json!(null));
    }

    async fn who_may_say_what(app) {
        let (manager, boss) = (staff(app, "truong").await, staff(app, "quantri").await);
        let path = "/api/desk/announcements";
        manager.post(path, &announcement(None, "Cả nước nghỉ")).await.problem("not_allowed");
        manager.post(path, &announcement(Some("dn-hai-chau"), "Đà Nẵng nghỉ")).await.problem("not_allowed");
        let mine = manager.post(path, &announcement(Some(OFFICE), "PC06 nghỉ")).await.ok(201);
        let theirs = boss.post(path, &announcement(Some("dn-hai-chau"), "Đà Nẵng nghỉ")).await.ok(201);
        boss.post(path, &announcement(Some("nowhere"), "Không đâu")).await.problem("invalid_fields");
        let list = manager.get(path).await.ok(200).json;
        assert_eq!((list["rows"].as_array().unwrap().len(), list["everywhere"].clone()), (1, json!(false)));
        assert_eq!(boss.get(path).await.ok(200).json["rows"].as_array().unwrap().len(), 2);
        let other = format!("{path}/{}", theirs.str("id"));
        let mut again = announcement(Some("dn-hai-chau"), "Tôi sửa đây");
        again["version"] = json!(1);
        manager.put(&other, &again).await.problem("not_found");
        manager.post(&format!("{other}/withdraw"), &json!({ "version": 1 })).await.problem("not_found");

        // Two at once: the second sees that it was changed.
        let own = format!("{path}/{}", mine.str("id"));
        let mut change = announcement(Some(OFFICE), "PC06 nghỉ cả ngày");
        change["version"] = json!(1);
        boss.put(&own, &change).await.ok(200);
        manager.put(&own, &change).await.problem("state_conflict");
        change["office_id"] = json!(null);
        change["version"] = json!(2);
        boss.put(&own, &change).await.problem("invalid_fields");
        assert_eq!(manager.post(&format!("{own}/withdraw"), &json!({ "version": 2 })).await.status, 204);
        manager.post(&format!("{own}/withdraw"), &json!({ "version": 3 })).await.problem("state_conflict");

        let mut wrong = announcement(Some(OFFICE), "x");
        wrong["en"] = json!("e".repeat(241));
        wrong["until"] = json!("2026-11-23T07:00:00");
        let refused = manager.post(path, &wrong).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["vi:required", "en:text_too_long", "until:date_impossible"]);
        for action in ["make", "change", "withdraw"] {
            let noted = staff(app, "kiemtra").await.get(&format!("/api/desk/audit?action=announcement.{action}")).await.ok(200);
            assert!(!noted.json["rows"].as_array().unwrap().is_empty(), "{action}");
        }
    }
}
