//! Letters by e-mail beside the messages, for who wishes them.

use crate::support::{answer::Answer, app::TestApp, both, client::Client, client::fresh_key, flow::*};
use reqwest::Method;
use serde_json::{Value, json};

const MAIL: &str = "thu.nghiem@example.org";

fn path(receipt: &Receipt, end: &str) -> String {
    format!("/api/dossiers/{}/{end}", receipt.reference)
}

/// The letters to an address, newest first: subject and text.
async fn letters(app: &TestApp, to: &str) -> Vec<(String, String)> {
    app.work().await;
    let all = app.client().get("/api/dev/messages").await;
    let all = all.json["messages"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    all.iter()
        .filter(|message| message["to"] == to && message["channel"] == "mail")
        .map(|message| (text(&message["subject"]), text(&message["body"])))
        .collect()
}

async fn ask(client: &Client, receipt: &Receipt, address: &str) -> Answer {
    client
        .post(&path(receipt, "mail/code"), &json!({ "address": address }))
        .await
}

/// The code in the last letter.
async fn code(app: &TestApp, to: &str) -> String {
    let (subject, text) = letters(app, to).await.remove(0);
    assert_eq!(subject, "Mã xác nhận địa chỉ thư");
    text.chars().filter(char::is_ascii_digit).take(6).collect()
}

async fn confirm(client: &Client, receipt: &Receipt, code: &str) -> Answer {
    client.put(&path(receipt, "mail"), &json!({ "code": code })).await
}

async fn with_letters(app: &TestApp, client: &Client, person: &Person, time: &str) -> Receipt {
    let receipt = book(app, client, person, time).await;
    client.use_key(&receipt.key);
    let sent = ask(client, &receipt, &format!(" {MAIL} ")).await.ok(201);
    assert_eq!(
        (
            sent.json["expires_in_s"].as_u64(),
            sent.json["resend_in_s"].as_u64()
        ),
        (Some(900), Some(60))
    );
    let code = code(app, MAIL).await;
    let seen = confirm(client, &receipt, &code).await.ok(200);
    assert_eq!(seen.str("mail"), "t***@example.org");
    receipt
}

fn other_than(code: &str) -> &'static str {
    if code == "135790" { "246801" } else { "135790" }
}

both! {
    async fn who_has_proved_an_address_gets_letters_beside_messages(app) {
        let (person, client) = (Person::nth(1), app.client());
        let receipt = book(app, &client, &person, "09:00").await;
        client.use_key(&receipt.key);
        let wishes = path(&receipt, "notices");
        assert_eq!(client.get(&wishes).await.ok(200).str("mail"), "");
        for (typed, wrong) in [("", "address:required"), ("thu@example", "address:mail_format"), ("Thu <thu@example.org>", "address:mail_format")] {
            assert_eq!(ask(&client, &receipt, typed).await.problem("invalid_fields").fields(), [wrong]);
        }
        ask(&client, &receipt, MAIL).await.ok(201);
        ask(&client, &receipt, MAIL).await.problem("too_many_requests");
        let given = code(app, MAIL).await;
        let refused = confirm(&client, &receipt, other_than(&given)).await.problem("code_wrong");
        assert_eq!(refused.json["tries_left"], 4);
        assert_eq!(confirm(&client, &receipt, "12").await.problem("invalid_fields").fields(), ["code:code_format"]);
        // Until it is proved nothing but the code went there.
        assert_eq!((client.get(&wishes).await.ok(200).str("mail"), letters(app, MAIL).await.len()), ("", 1));
        assert_eq!(confirm(&client, &receipt, &given).await.ok(200).str("mail"), "t***@example.org");
        // The code is used up; the phone learns of the change, and so does the new address.
        confirm(&client, &receipt, &given).await.problem("code_expired");
        assert!(app.messages(&person.phone).await[0].contains("cach gui tin nhan vua duoc doi"));
        assert!(letters(app, MAIL).await[0].1.contains("cách gửi tin nhắn vừa được đổi"));

        client.post(&format!("/api/bookings/{}/cancel", receipt.reference), &json!({})).await.ok(200);
        let (subject, text) = letters(app, MAIL).await.remove(0);
        assert_eq!(subject, format!("Lịch hẹn {}", receipt.reference));
        assert!(text.starts_with(&format!("Lịch hẹn {} lúc 09:00 ", receipt.reference)), "{text}");
        assert!(text.contains("đã hủy. Bạn có thể đặt lịch mới.") && text.contains("/tra-cuu"), "{text}");
        assert!(!text.contains(&person.number) && !text.contains(&receipt.key), "{text}");
        assert!(app.messages(&person.phone).await[0].contains("da huy"));
        // Each stands in the list of what was sent.
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        let listed = seen.json["notices"].as_array().unwrap().clone();
        let cancelled: Vec<&str> = listed.iter().filter(|one| one["kind"] == "cancelled").map(|one| one["channel"].as_str().unwrap()).collect();
        assert!(cancelled.contains(&"sms") && cancelled.contains(&"mail") && cancelled.len() == 2, "{listed:#?}");
    }

    async fn letters_end_when_their_owner_says_so_and_reminders_with_the_wish(app) {
        let (person, client) = (Person::nth(2), app.client());
        let receipt = with_letters(app, &client, &person, "09:00").await;
        // What else is wished keeps the address; reminders that nobody wants do not come as letters, either.
        let wished = json!({ "lang": "en", "reminders": false, "phones": "codes" });
        assert_eq!(client.put(&path(&receipt, "notices"), &wished).await.ok(200).str("mail"), "t***@example.org");
        let before = letters(app, MAIL).await;
        assert!(before[0].1.starts_with("Dossier ") && before[0].1.contains("Reference implementation"), "{}", before[0].1);
        // To the morning of the visit: three reminders would have come.
        app.pass(TO_OPENING).await;
        assert_eq!(letters(app, MAIL).await.len(), before.len());
        assert_eq!(client.delete(&path(&receipt, "mail")).await.ok(200).str("mail"), "");
        assert!(app.messages(&person.phone).await[0].contains("how we write to you was changed"));
        client.delete(&path(&receipt, "mail")).await.ok(200);
        client.post(&format!("/api/bookings/{}/cancel", receipt.reference), &json!({})).await.ok(200);
        assert_eq!(letters(app, MAIL).await.len(), before.len());
    }

    async fn only_the_owner_gives_an_address_and_not_without_end(app) {
        let (person, client) = (Person::nth(3), app.client());
        let receipt = book(app, &client, &person, "08:00").await;
        client.use_key(&receipt.key);
        let link = client.post(&path(&receipt, "links"), &json!({})).await.ok(201);
        let afar = app.client();
        for (key, refusal) in [(link.str("key"), "not_allowed"), ("no-key-of-anybody", "no_match")] {
            afar.use_key(key);
            ask(&afar, &receipt, MAIL).await.problem(refusal);
            confirm(&afar, &receipt, "135790").await.problem(refusal);
            afar.delete(&path(&receipt, "mail")).await.problem(refusal);
        }
        // Staff who act for a person do not say where the person's mail goes.
        let desk = staff(app, "canbo").await;
        desk.post(&format!("/api/desk/dossiers/{}/reveal", receipt.reference), &json!({ "reason": "at_counter" })).await.ok(200);
        let lent = desk.post(&format!("/api/desk/dossiers/{}/act", receipt.reference), &json!({})).await.ok(200);
        let request = desk.request(Method::POST, &path(&receipt, "mail/code"));
        let request = request.header("x-assisted", "1").header("x-access-key", lent.str("key"));
        desk.send(request.header("idempotency-key", fresh_key()).json(&json!({ "address": MAIL }))).await.problem("not_allowed");
        assert_eq!(letters(app, MAIL).await.len(), 0);

        // A code comes late, and is of no use after a quarter of an hour; an address gets five an hour, whoever asks.
        confirm(&client, &receipt, "135790").await.problem("code_expired");
        ask(&client, &receipt, MAIL).await.ok(201);
        let first = code(app, MAIL).await;
        app.pass(901).await;
        confirm(&client, &receipt, &first).await.problem("code_expired");
        for _ in 0..4 {
            app.pass(61).await;
            ask(&client, &receipt, MAIL).await.ok(201);
        }
        app.pass(61).await;
        ask(&client, &receipt, MAIL).await.problem("too_many_requests");
        ask(&client, &receipt, "another.thu@example.org").await.ok(201);
    }

    async fn the_dossier_s_own_steps_come_as_letters(app) {
        let (person, client) = (Person::nth(4), app.client());
        let receipt = with_letters(app, &client, &person, "09:00").await;
        let desk = staff(app, "canbo").await;
        app.pass(TO_OPENING).await;
        receive(app, &desk, &receipt.reference).await;
        let (subject, text) = letters(app, MAIL).await.remove(0);
        assert!(subject.starts_with("Hồ sơ G"), "{subject}");
        assert!(text.contains("Đã tiếp nhận hồ sơ") && text.contains("Ngày hẹn trả kết quả"), "{text}");
    }
}
