//! Holds, codes, bookings, and their wrong turns.

use crate::support::{both, flow::*};
use serde_json::json;

both! {
    async fn a_hold_lapses_can_be_extended_twice_and_given_back(app) {
        let client = app.client();
        let kept = client.post("/api/holds", &hold_body("07:30")).await.ok(201);
        assert_eq!((kept.json["expires_in_s"].as_u64(), kept.json["extensions_left"].as_u64()), (Some(600), Some(2)));
        let id = kept.str("id").to_owned();
        for left in [1, 0] {
            let longer = client.post(&format!("/api/holds/{id}/extend"), &json!({})).await.ok(200);
            assert_eq!(longer.json["extensions_left"], left);
        }
        client.post(&format!("/api/holds/{id}/extend"), &json!({})).await.problem("hold_not_extendable");
        client.get(&format!("/api/holds/{id}")).await.ok(200);
        app.pass(1_801).await;
        client.get(&format!("/api/holds/{id}")).await.problem("hold_expired");
        client.post(&format!("/api/holds/{id}/extend"), &json!({})).await.problem("hold_expired");

        let other = hold(&client, "07:30").await;
        client.delete(&format!("/api/holds/{other}")).await.ok(204);
        client.delete(&format!("/api/holds/{other}")).await.ok(204);
        client.get(&format!("/api/holds/{other}")).await.problem("hold_expired");
        client.get("/api/holds/never-was").await.problem("hold_expired");
    }

    async fn a_taken_place_is_said_and_the_next_ones_are_offered(app) {
        let client = app.client();
        let path = format!("/api/offices/{OFFICE}/days/{DAY}?service=card_and_account&age_group=from_14_to_59");
        let slots = client.get(&path).await.ok(200);
        let first = &slots.json["slots"][0];
        assert_eq!(first["time"], "07:30:00");
        for _ in 0..first["free"].as_u64().unwrap() {
            hold(&client, "07:30").await;
        }
        client.post("/api/holds", &hold_body("07:30")).await.problem("slot_taken");
        let slots = client.get(&path).await.ok(200);
        assert_ne!(slots.json["slots"][0]["time"], "07:30:00");
        // What lapsed is free again, even before anybody has tidied up.
        client.post("/api/dev/clock", &json!({ "seconds": 601 })).await.ok(204);
        assert_eq!(client.get(&path).await.json["slots"][0], *first);
        client.post("/api/holds", &hold_body("07:30")).await.ok(201);
    }

    async fn a_wrong_code_counts_down_and_a_late_one_is_late(app) {
        let client = app.client();
        let phone = Person::nth(3).phone;
        let sent = client.post("/api/phone-codes", &json!({ "phone": phone, "lang": "vi" })).await.ok(201);
        assert_eq!((sent.str("phone_ends"), sent.json["expires_in_s"].as_u64()), ("003", Some(180)));
        let path = format!("/api/phone-codes/{}/confirm", sent.str("id"));
        let right = app.code(&phone).await;
        let wrong = if right == "000000" { "000001" } else { "000000" };
        for left in (0..5).rev() {
            let refused = client.post(&path, &json!({ "code": wrong })).await.problem("code_wrong");
            assert_eq!(refused.json["tries_left"], left);
        }
        client.post(&path, &json!({ "code": right })).await.problem("code_expired");
        client.post(&path, &json!({ "code": "12" })).await.problem("invalid_fields");

        let again = client.post("/api/phone-codes", &json!({ "phone": phone, "lang": "vi" })).await;
        let again = again.problem("too_many_requests");
        assert!((1..=60).contains(&again.json["retry_after_s"].as_u64().unwrap()));
        assert_eq!(again.header("retry-after"), again.json["retry_after_s"].to_string());
        app.pass(61).await;
        let second = client.post("/api/phone-codes", &json!({ "phone": phone, "lang": "vi" })).await.ok(201);
        let late = app.code(&phone).await;
        app.pass(181).await;
        let path = format!("/api/phone-codes/{}/confirm", second.str("id"));
        client.post(&path, &json!({ "code": late })).await.problem("code_expired");
    }

    async fn a_code_counts_once_and_a_proof_is_for_one_phone(app) {
        let client = app.client();
        let (one, other) = (Person::nth(4), Person::nth(5));
        let proof = prove(app, &client, &one.phone).await;
        let place = hold(&client, "08:00").await;
        let stolen = client.post("/api/bookings", &booking_body(&other, &place, &proof)).await;
        stolen.problem("phone_not_proved");
        client.post("/api/bookings", &booking_body(&one, &place, "rubbish")).await.problem("phone_not_proved");
        client.post("/api/bookings", &booking_body(&one, &place, &proof)).await.ok(201);
        // Used up: not good for a brother's booking.
        let brother = Person { number: Person::nth(6).number, ..one.clone() };
        let place = hold(&client, "08:30").await;
        client.post("/api/bookings", &booking_body(&brother, &place, &proof)).await.problem("phone_not_proved");
    }

    async fn a_second_booking_is_refused_and_the_first_one_told_to_its_own_phone_only(app) {
        let person = Person::nth(8);
        let first = book(app, &app.client(), &person, "08:00").await;

        let stranger = Person { phone: Person::nth(9).phone, ..person.clone() };
        let client = app.client();
        let place = hold(&client, "09:00").await;
        let proof = prove(app, &client, &stranger.phone).await;
        let refused = client.post("/api/bookings", &booking_body(&stranger, &place, &proof)).await;
        let refused = refused.problem("booking_exists");
        assert!(!refused.text.contains(&first.reference));
        assert!(app.messages(&stranger.phone).await.iter().all(|text| !text.contains(&first.reference)));

        app.pass(61).await;
        let proof = prove(app, &client, &person.phone).await;
        let place = hold(&client, "09:30").await;
        client.post("/api/bookings", &booking_body(&person, &place, &proof)).await.problem("booking_exists");
        let told = app.messages(&person.phone).await;
        assert!(told[0].contains(&first.reference) && told[0].contains("da co ho so"), "{told:?}");
    }

    async fn a_visit_moves_three_times_and_not_in_the_last_two_hours(app) {
        let client = app.client();
        let receipt = book(app, &client, &Person::nth(10), "15:00").await;
        let path = format!("/api/bookings/{}/reschedule", receipt.reference);
        let short = json!({
            "office_id": OFFICE, "starts_at": format!("{DAY}T09:00:00"), "service": "card",
            "age_group": "from_14_to_59",
        });
        let short = client.post("/api/holds", &short).await.ok(201);
        client.post(&path, &json!({ "hold_id": short.str("id") })).await.problem("change_not_allowed");
        for (time, left) in [("14:00", 2), ("13:00", 1), ("15:30", 0)] {
            let place = hold(&client, time).await;
            let moved = client.post(&path, &json!({ "hold_id": place })).await.ok(200);
            assert_eq!(moved.json["changes"]["remaining"], left);
        }
        let place = hold(&client, "14:00").await;
        client.post(&path, &json!({ "hold_id": place })).await.problem("change_not_allowed");

        let other = app.client();
        let receipt = book(app, &other, &Person::nth(11), "09:00").await;
        app.pass(TO_OPENING).await;
        let seen = other.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert_eq!(seen.json["changes"]["may_reschedule"], false);
        assert_eq!(seen.json["changes"]["may_cancel"], true);
        let path = format!("/api/bookings/{}/cancel", receipt.reference);
        other.post(&path, &json!({})).await.ok(200);
        other.post(&path, &json!({})).await.problem("change_not_allowed");
    }

    async fn a_contact_number_typed_on_the_way_is_kept_with_the_move(app) {
        let client = app.client();
        let receipt = book(app, &client, &Person::nth(14), "15:00").await;
        let path = format!("/api/bookings/{}/reschedule", receipt.reference);
        let wishes = format!("/api/dossiers/{}/notices", receipt.reference);
        assert_eq!(client.get(&wishes).await.ok(200).json["contact_ends"], "");
        let place = hold(&client, "14:00").await;
        let typed = |number: &str| json!({ "hold_id": place, "contact_phone": number });
        // What is no number is said at its field, and nothing moves.
        let wrong = client.post(&path, &typed("12")).await.problem("invalid_fields");
        assert_eq!(wrong.fields(), ["contact_phone:phone_country_code"]);
        let moved = client.post(&path, &typed("+49 151 23456789")).await.ok(200);
        assert_eq!(moved.json["visit"]["starts_at"], format!("{DAY}T14:00:00"));
        assert_eq!(client.get(&wishes).await.ok(200).json["contact_ends"], "789");
        // Nothing typed: it stays.
        let place = hold(&client, "13:00").await;
        client.post(&path, &json!({ "hold_id": place })).await.ok(200);
        assert_eq!(client.get(&wishes).await.ok(200).json["contact_ends"], "789");
        let auditor = staff(app, "kiemtra").await;
        let entries = auditor.get("/api/desk/audit?action=dossier.contact").await.ok(200);
        assert_eq!(entries.json["rows"].as_array().unwrap().len(), 1, "{}", entries.text);
    }

    async fn who_turns_sixty_before_the_visit_needs_the_longer_one(app) {
        // 60 on the day of the visit, 59 today.
        let person = Person { number: "098066120012".into(), birth: "1966-11-26", ..Person::nth(12) };
        let client = app.client();
        let proof = prove(app, &client, &person.phone).await;
        let held = |day: &str, group: &str| json!({
            "office_id": OFFICE, "starts_at": format!("{day}T10:00:00"), "service": "card_and_account", "age_group": group,
        });
        let short = client.post("/api/holds", &held("2026-11-26", "from_14_to_59")).await.ok(201);
        let refused = client.post("/api/bookings", &booking_body(&person, short.str("id"), &proof)).await;
        assert_eq!(refused.problem("invalid_fields").fields(), ["applicant.birth_date:time_too_short"]);
        let long = client.post("/api/holds", &held("2026-11-26", "from_60")).await.ok(201);
        let booked = client.post("/api/bookings", &booking_body(&person, long.str("id"), &proof)).await.ok(201);
        client.use_key(booked.str("key"));
        let path = format!("/api/dossiers/{}", booked.str("reference"));
        let visit = client.get(&path).await.ok(200).json["visit"].clone();
        assert_eq!((&visit["age_group"], &visit["slot_group"], &visit["minutes"]), (&json!("from_60"), &json!("from_60"), &json!(40)));

        // Before the birthday the short visit does, after it the long one alone; a place is looked for that does on both.
        let path = format!("/api/bookings/{}/reschedule", booked.str("reference"));
        let early = client.post("/api/holds", &held(DAY, "from_14_to_59")).await.ok(201);
        let moved = client.post(&path, &json!({ "hold_id": early.str("id") })).await.ok(200).json["visit"].clone();
        assert_eq!((&moved["age_group"], &moved["slot_group"]), (&json!("from_14_to_59"), &json!("from_60")));
        let short = client.post("/api/holds", &held("2026-11-27", "from_14_to_59")).await.ok(201);
        client.post(&path, &json!({ "hold_id": short.str("id") })).await.problem("change_not_allowed");
        let long = client.post("/api/holds", &held("2026-11-27", "from_60")).await.ok(201);
        client.post(&path, &json!({ "hold_id": long.str("id") })).await.ok(200);
    }

    async fn a_cancelled_place_is_free_and_the_person_may_book_again(app) {
        let client = app.client();
        let person = Person::nth(12);
        let days = format!("/api/offices/{OFFICE}/days/{DAY}?service=card_and_account&age_group=from_14_to_59");
        let before = client.get(&days).await.text;
        let receipt = book(app, &client, &person, "07:30").await;
        assert_ne!(client.get(&days).await.text, before);
        let gone = client.post(&format!("/api/bookings/{}/cancel", receipt.reference), &json!({})).await.ok(200);
        assert_eq!(gone.json["state"], "cancelled");
        assert_eq!(client.get(&days).await.text, before);
        app.pass(61).await;
        book(app, &client, &person, "07:30").await;
    }

    async fn only_the_key_opens_a_dossier(app) {
        let owner = app.client();
        let receipt = book(app, &owner, &Person::nth(13), "08:00").await;
        let path = format!("/api/dossiers/{}", receipt.reference);
        let stranger = app.client();
        let unknown = stranger.get("/api/dossiers/000-000-001").await.problem("no_match");
        let without = stranger.get(&path).await.problem("no_match");
        stranger.use_key("a-wrong-key");
        let wrong = stranger.get(&path).await.problem("no_match");
        let bare = |answer: &crate::support::answer::Answer| {
            let mut json = answer.json.clone();
            json["request_id"] = json!("");
            json
        };
        assert_eq!(bare(&unknown), bare(&without));
        assert_eq!(bare(&unknown), bare(&wrong));
        // Another's key does not open it either.
        let other = app.client();
        book(app, &other, &Person::nth(14), "08:30").await;
        other.get(&path).await.problem("no_match");
        other.post(&format!("/api/bookings/{}/cancel", receipt.reference), &json!({})).await.problem("no_match");
        // However the reference is typed.
        let typed = receipt.reference.replace('-', "").to_lowercase();
        owner.get(&format!("/api/dossiers/{typed}")).await.ok(200);
    }
}
