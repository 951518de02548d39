//! What the server does by itself.

use crate::support::{app::TestApp, both, flow::*};
use serde_json::json;

fn count(texts: &[String], word: &str) -> usize {
    texts.iter().filter(|text| text.contains(word)).count()
}

async fn reminders(app: &TestApp, person: &Person) -> usize {
    count(&app.messages(&person.phone).await, "cho ban kich hoat, han het ")
}

both! {
    async fn who_does_not_come_is_told_at_the_end_of_the_day_and_may_book_again(app) {
        let person = Person::nth(1);
        let client = app.client();
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        // Until half an hour after closing, late people are still received.
        app.pass(9 * 3_600 + 3_500).await;
        let path = format!("/api/dossiers/{}", receipt.reference);
        assert_eq!(client.get(&path).await.json["state"], "booked");
        app.pass(200).await;
        let seen = client.get(&path).await.ok(200);
        assert_eq!(seen.json["state"], "no_show", "{}", seen.text);
        assert_eq!(count(&app.messages(&person.phone).await, "tu dong huy"), 1);
        app.pass(60).await;
        assert_eq!(count(&app.messages(&person.phone).await, "tu dong huy"), 1);
        let mut again = hold_body("07:30");
        again["starts_at"] = json!("2026-11-27T07:30:00");
        let place = client.post("/api/holds", &again).await.ok(201);
        let proof = prove(app, &client, &person.phone).await;
        client.post("/api/bookings", &booking_body(&person, place.str("id"), &proof)).await.ok(201);
    }

    async fn reminders_come_once_each(app) {
        app.work().await;
        let person = Person::nth(2);
        let mut wanted = hold_body("09:00");
        wanted["starts_at"] = json!("2026-11-30T09:00:00");
        let client = app.client();
        let place = client.post("/api/holds", &wanted).await.ok(201);
        let proof = prove(app, &client, &person.phone).await;
        client.post("/api/bookings", &booking_body(&person, place.str("id"), &proof)).await.ok(201);
        assert_eq!(count(&app.messages(&person.phone).await, "Nhac lich hen"), 0);
        // Monday 8:00 to Friday 9:01: three days before.
        for (seconds, reminders) in [(4 * 86_400 + 3_660, 1), (60, 1), (2 * 86_400, 2), (79_200, 3), (60, 3)] {
            app.pass(seconds).await;
            assert_eq!(count(&app.messages(&person.phone).await, "Nhac lich hen"), reminders);
        }
    }

    // Story: a demo's clock that jumped over a day sent the reminder of a day before and that of two hours before in one second,
    // word for word the same; so would every server that stood still overnight.
    async fn nobody_is_reminded_twice_after_a_server_stood_still(app) {
        app.work().await;
        // Monday 8:00. At Monday 7:00, the last one's time; in the night before, when the last one is due in the morning; and at
        // Sunday 12:00, when the one of a day before is late and that of two hours before far.
        for (n, day, jumps, expected) in [
            (1, "11-30", [601_200, 60], [1, 1]),
            (2, "12-07", [568_800, 32_460], [0, 1]),
            (3, "12-14", [532_800, 68_460], [1, 2]),
        ] {
            let (person, client) = (Person::nth(n), app.client());
            let mut wanted = hold_body("09:00");
            wanted["starts_at"] = json!(format!("2026-{day}T09:00:00"));
            let place = client.post("/api/holds", &wanted).await.ok(201);
            let proof = prove(app, &client, &person.phone).await;
            client.post("/api/bookings", &booking_body(&person, place.str("id"), &proof)).await.ok(201);
            let mut told = Vec::new();
            for seconds in jumps {
                app.pass(seconds).await;
                told.push(count(&app.messages(&person.phone).await, "Nhac lich hen"));
            }
            assert_eq!(told, expected, "{day}");
            // The next Monday at 8:00.
            app.pass(3_540).await;
        }
    }

    async fn who_reads_english_is_reminded_in_english_and_early_visits_the_evening_before(app) {
        app.work().await;
        let person = Person::nth(8);
        let mut wanted = hold_body("07:30");
        wanted["starts_at"] = json!("2026-11-30T07:30:00");
        let client = app.client();
        let place = client.post("/api/holds", &wanted).await.ok(201);
        let proof = prove(app, &client, &person.phone).await;
        let mut body = booking_body(&person, place.str("id"), &proof);
        body["lang"] = json!("en");
        client.post("/api/bookings", &body).await.ok(201);
        // Monday 8:00 to Friday 7:31: three days before. Sunday 7:31. Sunday 20:29 and 20:30: two hours before is at night,
        // and at seven there would be half an hour left. Then no more.
        for (seconds, reminders) in
            [(4 * 86_400 - 1_740, 1), (60, 1), (2 * 86_400 - 60, 2), (46_680, 2), (60, 3), (37_800, 3), (1_200, 3)]
        {
            app.pass(seconds).await;
            let told = app.messages(&person.phone).await;
            assert_eq!((count(&told, "Reminder: "), count(&told, "Nhac lich")), (reminders, 0), "{told:?}");
        }
        let told = app.messages(&person.phone).await;
        let texts: Vec<&String> = told.iter().filter(|text| text.contains("Reminder: ")).collect();
        assert!(texts.iter().all(|text| text.contains("07:30 30/11/2026") && text.contains("Cancel: http")), "{texts:?}");
    }

    async fn who_has_not_activated_is_reminded_on_three_days_of_the_seven(app) {
        let person = Person::nth(4);
        approved(app, &app.client(), &person).await;
        assert_eq!(reminders(app, &person).await, 0);
        // In half days, as a reminder comes on its day or not at all.
        for (half_days, expected) in [(3, 1), (2, 1), (4, 2), (4, 3), (2, 3), (4, 3)] {
            for _ in 0..half_days {
                app.pass(43_200).await;
            }
            assert_eq!(reminders(app, &person).await, expected);
        }
    }

    async fn who_has_activated_is_not_reminded(app) {
        let person = Person::nth(5);
        approved(app, &app.client(), &person).await;
        activate(app, &app.client(), &person).await;
        for _ in 0..14 {
            app.pass(43_200).await;
        }
        assert_eq!(reminders(app, &person).await, 0);
    }

    async fn two_servers_do_each_piece_once(app) {
        let person = Person::nth(3);
        let client = app.client();
        let receipt = book(app, &client, &person, "07:30").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        at_desk(&desk, &receipt.reference, "check-in", json!({})).await;
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        let given = json!({
            "form_signed": true, "biometrics_done": true, "residence": "permanent", "old_card_returned": false,
            "account_form_signed": true,
        });
        at_desk(&desk, &receipt.reference, "receive", given).await;
        // Whoever comes second may run into the first, and tries again a second later.
        let servers = (0..4).map(|_| app.inside().clone());
        let rounds = servers.map(|server| tokio::spawn(async move { eid_server::jobs::run::round(&server).await }));
        for round in rounds.collect::<Vec<_>>() {
            let _ = round.await.unwrap();
        }
        app.work().await;
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!(seen.json["state"], "sent_to_ministry");
        assert_eq!(count(&app.messages(&person.phone).await, "Da tiep nhan ho so"), 1);
    }
}
