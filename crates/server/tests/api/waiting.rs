//! Waiting for an earlier place: who is offered what, in which order, and how it ends.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_store::slots;
use jiff::Timestamp;
use serde_json::{Value, json};

/// Friday of the week after: those who wait have their visit then.
const LATER: &str = "2026-12-04";
/// The tick of [`DAY`] at 7:30.
pub(crate) const FREED: &str = "2026-11-25T00:30:00Z";

fn wish() -> Value {
    json!({ "offices": [OFFICE], "from": "2026-11-24", "to": "2026-11-27" })
}

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// No place is left from the first to the last day of the wish: the plan's places are taken by a hold of the test.
pub(crate) async fn fill(app: &TestApp) {
    let mut tx = app.inside().store.begin().await.unwrap();
    for day in ["2026-11-25", "2026-11-26", "2026-11-27"] {
        let date: jiff::civil::Date = day.parse().unwrap();
        let office = app.inside().catalog.office(OFFICE).unwrap();
        for tick in eid_server::app::plan::ticks(&office, &app.inside().catalog.calendar(), date) {
            let starts_at = eid_domain::calendar::office_timestamp(date.to_datetime(tick.start));
            slots::set_capacity(&mut tx, OFFICE, starts_at, 0).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
}

/// So many places for a visit of three ticks from 7:30 of [`DAY`] on become free.
pub(crate) async fn free(app: &TestApp, places: u16) {
    let mut tx = app.inside().store.begin().await.unwrap();
    for minutes in [0, 10, 20] {
        let tick = at(FREED) + jiff::SignedDuration::from_mins(minutes);
        let touched = slots::touched(
            &mut tx,
            OFFICE,
            tick,
            tick + jiff::SignedDuration::from_mins(1),
            app.inside().now(),
        );
        let taken = touched.await.unwrap().first().map_or(0, |tick| tick.taken);
        slots::set_capacity(&mut tx, OFFICE, tick, taken + places)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

/// Books at a time of [`LATER`].
async fn book_later(app: &TestApp, client: &Client, person: &Person, time: &str) -> Receipt {
    let mut wanted = hold_body(time);
    wanted["starts_at"] = json!(format!("{LATER}T{time}:00"));
    let place = client.post("/api/holds", &wanted).await.ok(201);
    let proof = prove(app, client, &person.phone).await;
    let body = booking_body(person, place.str("id"), &proof);
    let booked = client.post("/api/bookings", &body).await.ok(201);
    let receipt = Receipt {
        reference: booked.str("reference").to_owned(),
        key: booked.str("key").to_owned(),
    };
    client.use_key(&receipt.key);
    receipt
}

/// Somebody with a visit far off who waits for an earlier one.
pub(crate) async fn waits(app: &TestApp, n: u32, time: &str) -> (Client, Person, String) {
    let (client, person) = (app.client(), Person::nth(n));
    let receipt = book_later(app, &client, &person, time).await;
    let path = format!("/api/bookings/{}/waiting", receipt.reference);
    let seen = client.post(&path, &wish()).await.ok(201);
    assert_eq!(seen.json["waiting"]["kind"], "earlier");
    (client, person, path)
}

pub(crate) async fn offer(client: &Client, path: &str) -> Option<Value> {
    let seen = client.get(path).await.ok(200);
    Some(seen.json["offer"].clone()).filter(|offer| !offer.is_null())
}

async fn answer(client: &Client, path: &str, how: &str, offer: &Value) -> crate::support::answer::Answer {
    client
        .post(&format!("{path}/{how}"), &json!({ "offer_id": offer["id"] }))
        .await
}

/// The sweep of the next minute sees what became free without anybody saying so.
async fn minute(app: &TestApp) {
    app.pass(60).await;
    app.work().await;
}

both! {
    async fn a_freed_place_goes_from_one_to_the_next_and_is_taken_with_one_tap(app) {
        fill(app).await;
        let (first, first_person, first_path) = waits(app, 1, "08:00").await;
        app.pass(5).await;
        let (second, second_person, second_path) = waits(app, 2, "08:30").await;
        app.work().await;
        assert!(offer(&first, &first_path).await.is_none(), "nothing is free");

        free(app, 1).await;
        minute(app).await;
        let offered = offer(&first, &first_path).await.expect("the first who joined");
        assert!(offer(&second, &second_path).await.is_none(), "one at a time");
        assert_eq!(offered["starts_at"], "2026-11-25T07:30:00");
        assert_eq!(first.get(&first_path.replace("/bookings/", "/dossiers/").replace("/waiting", "")).await.json["waiting"], "offered");
        let told = app.messages(&first_person.phone).await;
        assert!(told[0].contains("Gio som hon") && !told[0].contains(first_person.name), "{}", told[0]);
        // Nobody else can have it meanwhile.
        let other = app.client();
        other.post("/api/holds", &hold_body("07:30")).await.problem("slot_taken");

        // Silence passes it on.
        app.pass(30 * 60).await;
        assert!(offer(&first, &first_path).await.is_none());
        answer(&first, &first_path, "take", &offered).await.problem("hold_expired");
        let offered = offer(&second, &second_path).await.expect("passed on");
        other.post("/api/holds", &hold_body("07:30")).await.problem("slot_taken");
        let seen = first.get(&first_path).await.ok(200);
        assert_eq!(seen.json["waiting"]["silent"], 1, "keeps the turn");

        // Taken: the visit has moved, and the old place is free again.
        let taken = answer(&second, &second_path, "take", &offered).await.ok(200);
        assert_eq!(taken.json["visit"], "2026-11-25T07:30:00");
        assert!(taken.json["waiting"].is_null() && taken.json["offer"].is_null());
        let dossier = second.get(&second_path.replace("/bookings/", "/dossiers/").replace("/waiting", "")).await.ok(200);
        assert_eq!(dossier.json["visit"]["starts_at"], "2026-11-25T07:30:00");
        assert_eq!(dossier.json["changes"]["remaining"], 3, "not a change by the person");
        assert!(app.messages(&second_person.phone).await[0].contains("da doi sang 07:30 25/11/2026"));
        answer(&second, &second_path, "take", &offered).await.problem("hold_expired");
        // The first was silent about this place: it is not offered to them again.
        minute(app).await;
        assert!(offer(&first, &first_path).await.is_none());
    }

    async fn no_is_an_answer_and_three_silences_are_one(app) {
        fill(app).await;
        let (client, person, path) = waits(app, 1, "08:00").await;
        free(app, 1).await;
        minute(app).await;
        let offered = offer(&client, &path).await.unwrap();
        let seen = answer(&client, &path, "decline", &offered).await.ok(200);
        assert_eq!(seen.json["waiting"]["silent"], 0);
        minute(app).await;
        assert!(offer(&client, &path).await.is_none(), "not the same again");
        app.client().post("/api/holds", &hold_body("07:30")).await.ok(201);

        for (n, minutes) in [(1, 60), (2, 120), (3, 180)] {
            let mut tx = app.inside().store.begin().await.unwrap();
            for ten in [0, 10, 20] {
                let tick = at(FREED) + jiff::SignedDuration::from_mins(minutes + ten);
                slots::set_capacity(&mut tx, OFFICE, tick, 1).await.unwrap();
            }
            tx.commit().await.unwrap();
            minute(app).await;
            assert!(offer(&client, &path).await.is_some(), "offer {n}");
            app.pass(30 * 60).await;
        }
        let seen = client.get(&path).await.ok(200);
        assert!(seen.json["waiting"].is_null(), "{}", seen.text);
        assert!(app.messages(&person.phone).await[0].contains("ban khong tra loi 3 lan"));
        let dossier = client.get(&path.replace("/bookings/", "/dossiers/").replace("/waiting", "")).await.ok(200);
        assert_eq!(dossier.json["visit"]["starts_at"], format!("{LATER}T08:00:00"), "the visit stands");
    }

    async fn a_cancelled_visit_is_offered_at_once_and_the_chain_goes_on(app) {
        fill(app).await;
        free(app, 1).await;
        let (early, early_person) = (app.client(), Person::nth(9));
        let receipt = book(app, &early, &early_person, "07:30").await;
        let (client, _, path) = waits(app, 1, "08:00").await;
        app.work().await;
        assert!(offer(&client, &path).await.is_none());
        early.post(&format!("/api/bookings/{}/cancel", receipt.reference), &json!({})).await.ok(200);
        // No sweep in between: cancelling has queued the work.
        app.work().await;
        let offered = offer(&client, &path).await.expect("what was cancelled");

        // Who has a visit later still waits for that day: what is given up by taking goes to them.
        let (last, last_person) = (app.client(), Person::nth(10));
        let receipt = book_later(app, &last, &last_person, "16:00").await;
        let last_path = format!("/api/bookings/{}/waiting", receipt.reference);
        let late = json!({ "offices": [OFFICE], "from": LATER, "to": LATER, "earliest": "08:00", "latest": "08:00" });
        let mut tx = app.inside().store.begin().await.unwrap();
        for ten in [0, 10, 20] {
            let tick = at("2026-12-04T01:00:00Z") + jiff::SignedDuration::from_mins(ten);
            slots::set_capacity(&mut tx, OFFICE, tick, 1).await.unwrap();
        }
        tx.commit().await.unwrap();
        last.post(&last_path, &late).await.ok(201);
        app.work().await;
        assert!(offer(&last, &last_path).await.is_none());
        answer(&client, &path, "take", &offered).await.ok(200);
        app.work().await;
        let chained = offer(&last, &last_path).await.expect("the old place");
        assert_eq!(chained["starts_at"], "2026-12-04T08:00:00");
    }

    async fn waiting_ends_with_the_visit(app) {
        fill(app).await;
        free(app, 1).await;
        let (client, _, path) = waits(app, 1, "08:00").await;
        app.work().await;
        let offered = offer(&client, &path).await.unwrap();
        client.post(&path.replace("waiting", "cancel"), &json!({})).await.ok(200);
        let seen = client.get(&path).await.ok(200);
        assert!(seen.json["waiting"].is_null() && seen.json["visit"].is_null(), "{}", seen.text);
        answer(&client, &path, "take", &offered).await.problem("change_not_allowed");
        app.client().post("/api/holds", &hold_body("07:30")).await.ok(201);
        client.post(&path, &wish()).await.problem("change_not_allowed");
    }

    async fn leaving_the_queue_gives_the_place_to_the_next(app) {
        fill(app).await;
        free(app, 1).await;
        let (first, _, first_path) = waits(app, 1, "08:00").await;
        app.pass(5).await;
        let (second, _, second_path) = waits(app, 2, "08:30").await;
        app.work().await;
        assert!(offer(&first, &first_path).await.is_some());
        first.delete(&first_path).await.ok(200);
        app.work().await;
        assert!(offer(&second, &second_path).await.is_some());
        // Who joins again stands behind all others.
        first.post(&first_path, &wish()).await.ok(201);
        app.work().await;
        assert!(offer(&first, &first_path).await.is_none());
    }

    async fn at_night_nobody_is_woken_and_the_place_waits(app) {
        fill(app).await;
        let (client, person, path) = waits(app, 1, "08:00").await;
        // From 8:00 to 22:00.
        app.pass(14 * 3_600).await;
        let before = app.messages(&person.phone).await.len();
        let mut tx = app.inside().store.begin().await.unwrap();
        for ten in [0, 10, 20] {
            let tick = at("2026-11-26T07:00:00Z") + jiff::SignedDuration::from_mins(ten);
            slots::set_capacity(&mut tx, OFFICE, tick, 1).await.unwrap();
        }
        tx.commit().await.unwrap();
        minute(app).await;
        let offered = offer(&client, &path).await.expect("kept over night");
        assert_eq!(offered["expires_at"], "2026-11-24T00:30:00Z", "half an hour from seven on");
        assert_eq!(app.messages(&person.phone).await.len(), before, "nobody is woken");
        app.pass(9 * 3_600 + 60).await;
        assert_eq!(app.messages(&person.phone).await.len(), before + 1, "at seven");
        let taken = answer(&client, &path, "take", &offered).await.ok(200);
        assert_eq!(taken.json["visit"], "2026-11-26T14:00:00");
    }

    async fn the_link_of_the_message_answers_the_offer_and_does_nothing_else(app) {
        fill(app).await;
        free(app, 1).await;
        let (client, person, path) = waits(app, 1, "08:00").await;
        let told = app.messages(&person.phone).await;
        let offered = offer(&client, &path).await.unwrap();
        let (_, key) = told[0].rsplit_once('#').unwrap();
        assert!(told[0].contains("/som/") && key.len() == 22, "{}", told[0]);
        let holder = app.client();
        holder.use_key(key);
        let seen = holder.get(&path).await.ok(200);
        assert_eq!(seen.json["may_change"], false);
        let dossier = path.replace("/bookings/", "/dossiers/").replace("/waiting", "");
        holder.get(&dossier).await.problem("no_match");
        holder.post(&path, &wish()).await.problem("no_match");
        holder.delete(&path).await.problem("no_match");
        holder.post(&path.replace("waiting", "cancel"), &json!({})).await.problem("no_match");
        holder.post(&path.replace("waiting", "cancel-link"), &json!({})).await.problem("no_match");
        let nobody = app.client();
        nobody.get(&path).await.problem("no_match");
        answer(&holder, &path, "take", &offered).await.ok(200);
        assert_eq!(client.get(&dossier).await.json["visit"]["starts_at"], "2026-11-25T07:30:00");
    }

    async fn a_wrong_wish_is_told_field_by_field(app) {
        let (client, person) = (app.client(), Person::nth(1));
        let receipt = book(app, &client, &person, "07:30").await;
        let path = format!("/api/bookings/{}/waiting", receipt.reference);
        let wrong = json!({ "offices": ["nowhere-1"], "from": "2026-11-24", "to": "2026-11-25" });
        assert_eq!(client.post(&path, &wrong).await.problem("invalid_fields").fields(), ["offices:choice_unknown"]);
        let wrong = json!({ "offices": [], "from": "2026-11-23", "to": "2026-11-26", "earliest": "x" });
        let told = client.post(&path, &wrong).await.problem("invalid_fields").fields();
        assert_eq!(told, ["offices:required", "from:choice_unknown", "to:choice_unknown", "earliest:choice_unknown"]);
    }
}
