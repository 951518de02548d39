//! What every screen is told of an office's day, as it happens.

use crate::{
    queue::{QUEUE, arrives, at, booked, next, walks_in},
    support::{app::TestApp, both, client::Client, flow::*, sqlite},
};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

/// A stream of events.
struct Events(reqwest::Response, String);

impl Events {
    async fn open(client: &Client, path: &str) -> Self {
        let response = client.request(Method::GET, path).send().await.unwrap();
        assert_eq!(response.status(), 200, "{path}");
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["cache-control"], "no-store");
        Self(response, String::new())
    }

    /// The next picture; within two seconds.
    async fn next(&mut self) -> Value {
        let told = tokio::time::timeout(Duration::from_secs(2), self.picture()).await;
        told.expect("a picture within two seconds")
            .expect("the stream goes on")
    }

    /// The picture for which this is so.
    async fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let picture = self.next().await;
            if wanted(&picture) {
                return picture;
            }
        }
    }

    async fn picture(&mut self) -> Option<Value> {
        loop {
            while let Some((event, rest)) = self.1.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.1 = rest;
                if let Some(data) = event.strip_prefix("data: ") {
                    return Some(serde_json::from_str(data).unwrap());
                }
            }
            let chunk = self.0.chunk().await.ok()??;
            self.1.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }
}

both! {
    async fn every_screen_is_told_within_two_seconds(app) {
        let receipt = booked(app, 1, "07:30").await;
        app.pass(TO_OPENING).await;
        let (desk, colleague) = (staff(app, "canbo").await, staff(app, "truong").await);
        let mut screen = Events::open(&colleague, &format!("{QUEUE}/events")).await;
        let mut hall = Events::open(&app.client(), &format!("/api/offices/{OFFICE}/hall/events")).await;
        assert_eq!(screen.next().await["waiting"], json!([]));
        assert_eq!(hall.next().await["calls"], json!([]));
        arrives(&desk, &receipt).await;
        screen.until(|queue| queue["waiting"][0]["number"] == 1).await;
        assert_eq!(hall.until(|hall| hall["waiting"] == 1).await["calls"], json!([]));
        let key = app.messages(&Person::nth(1).phone).await[0].rsplit_once('#').unwrap().1.to_owned();
        let citizen = app.client();
        citizen.use_key(&key);
        let stream = citizen.get("/api/queue").await.ok(200).str("stream").to_owned();
        // Nothing but the stream's own name opens it.
        let mut link = Events::open(&app.client(), &format!("/api/queue/{stream}/events")).await;
        assert_eq!(link.next().await["ahead"], 0);
        app.client().get(&format!("/api/queue/{}0/events", stream)).await.problem("no_match");
        next(&desk, 3).await;
        assert_eq!(at(&screen.until(|queue| queue["waiting"] == json!([])).await, 3)["number"], 1);
        let called = link.until(|place| place["state"] == "called").await;
        assert_eq!(called["station"], 3);
        let shown = hall.until(|hall| hall["calls"] != json!([])).await;
        assert_eq!(shown["calls"], json!([{ "number": 1, "station": 3, "calls": 1, "is_called": true }]));
        // Nothing of a person is on the hall's screen.
        assert!(!shown.to_string().contains("Nguy") && !shown.to_string().contains(&receipt.reference), "{shown}");
        // What happens to a dossier moves the screen too.
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        hall.until(|hall| hall["calls"][0]["is_called"] == false).await;
        // A room closes after the last one has left.
        drop((screen, hall, link));
        for _ in 0..40 {
            if app.inside().live.rooms() == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("a room stays open where nobody looks");
    }
}

both! {
    /// Story: a colleague's page of a dossier, the cards and the questions asked every 15 to 30 seconds, and two officers worked on one
    /// person without knowing.
    async fn a_screen_is_told_of_dossiers_and_questions_that_stand_in_no_line(app) {
        let (client, own) = (app.client(), app.client());
        let receipt = book(app, &client, &Person::nth(1), "08:00").await;
        client.use_key(&receipt.key);
        let absent = book(app, &own, &Person::nth(2), "10:00").await;
        own.use_key(&absent.key);
        app.pass(TO_OPENING).await;
        let (desk, colleague) = (staff(app, "canbo").await, staff(app, "truong").await);
        receive(app, &desk, &receipt.reference).await;
        // Off to the ministry, before anything is looked at.
        app.work().await;
        let mut screen = Events::open(&colleague, &format!("{QUEUE}/events")).await;
        let of = |picture: &Value| (picture["version"].clone(), picture["news"].clone());
        let quiet = of(&screen.next().await);

        let ask = format!("/api/dossiers/{}/questions", receipt.reference);
        client.post(&ask, &json!({ "text": "Thẻ của tôi đến đâu rồi ạ?" })).await.ok(201);
        let asked = of(&screen.until(|picture| of(picture) != quiet).await);
        assert_eq!(asked.0, quiet.0, "nobody in the line has moved");
        let list = desk.get("/api/desk/tickets").await.ok(200).json;
        let answer = format!("/api/desk/tickets/{}/answer", list["waiting"][0]["id"].as_str().unwrap());
        desk.post(&answer, &json!({ "text": "Thẻ đang được in." })).await.ok(204);
        let answered = of(&screen.until(|picture| of(picture) != asked).await);
        // What nobody at the desk does: somebody calls their visit off.
        let cancel = format!("/api/bookings/{}/cancel", absent.reference);
        own.post(&cancel, &json!({})).await.ok(200);
        let cancelled = of(&screen.until(|picture| of(picture) != answered).await);
        assert_eq!(cancelled.0, quiet.0);
        // The line itself says the same number to who asks for it.
        assert_eq!(of(&desk.get(QUEUE).await.ok(200).json), cancelled);
    }
}

both! {
    /// Story: the help desk answers for every office and heard of its own alone: what happened elsewhere showed after 15 seconds.
    async fn the_help_desk_is_told_of_every_office(app) {
        let (client, own) = (app.client(), app.client());
        let mut held = hold_body("08:00");
        held["office_id"] = json!("dn-hai-chau");
        let hold = client.post("/api/holds", &held).await.ok(201).str("id").to_owned();
        let person = Person::nth(1);
        let proof = prove(app, &client, &person.phone).await;
        let booked = client.post("/api/bookings", &booking_body(&person, &hold, &proof)).await.ok(201);
        let (reference, key) = (booked.str("reference").to_owned(), booked.str("key").to_owned());
        client.use_key(&key);
        let near = book(app, &own, &Person::nth(2), "08:00").await;
        own.use_key(&near.key);
        app.pass(TO_OPENING).await;
        let help = staff(app, "hotro").await;
        let there = staff(app, "canbo.danang").await;
        let here = staff(app, "canbo").await;
        let path = format!("/api/desk/dossiers/{reference}/events");
        // A dossier of another office is nobody's there, and what is asked of it moves no screen.
        here.get(&path).await.problem("no_match");
        there.get(&format!("/api/desk/dossiers/{}/events", near.reference)).await.problem("no_match");
        staff(app, "kiemtra").await.get(&path).await.problem("not_allowed");
        let mut dossier = Events::open(&help, &path).await;
        let mut cards = Events::open(&help, "/api/desk/cards/events").await;
        let (seen, calm) = (dossier.next().await, cards.next().await);
        // Numbers alone: what a page may show is asked for by who may.
        let keys = |told: &Value| told.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&seen), ["day", "news", "version"]);
        receive(app, &there, &reference).await;
        dossier.until(|told| *told != seen).await;
        receive(app, &here, &near.reference).await;
        cards.until(|told| *told != calm).await;

        let mut asked = Events::open(&help, "/api/desk/tickets/events").await;
        let mut near_asked = Events::open(&here, "/api/desk/tickets/events").await;
        let (quiet, near_quiet) = (asked.next().await, near_asked.next().await);
        let text = json!({ "text": "Khi nào có thẻ?" });
        client.post(&format!("/api/dossiers/{reference}/questions"), &text).await.ok(201);
        let first = asked.until(|told| *told != quiet).await;
        own.post(&format!("/api/dossiers/{}/questions", near.reference), &text).await.ok(201);
        let second = asked.until(|told| *told != first).await;
        near_asked.until(|told| *told != near_quiet).await;
        let list = there.get("/api/desk/tickets").await.ok(200).json;
        let answer = format!("/api/desk/tickets/{}/answer", list["waiting"][0]["id"].as_str().unwrap());
        there.post(&answer, &json!({ "text": "Tuần sau." })).await.ok(204);
        asked.until(|told| *told != second).await;
    }
}

/// What another server of the same database has changed shows here within two seconds.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_server_changes_shows_too() {
    let Some(app) = TestApp::start(eid_store::Dialect::Postgres).await else {
        eprintln!("left out: EID_SKIP_POSTGRES=1");
        return;
    };
    app.pass(TO_OPENING).await;
    let twin = app.twin().await;
    let mut hall = Events::open(&app.client(), &format!("/api/offices/{OFFICE}/hall/events")).await;
    assert_eq!(hall.next().await["waiting"], 0);
    let desk = Client::new(format!("http://{}", twin.address()));
    let body = json!({ "username": "canbo", "password": STAFF_PASSWORD });
    desk.post("/api/desk/session", &body).await.ok(200);
    walks_in(&desk, "none").await;
    hall.until(|hall| hall["waiting"] == 1).await;
    next(&desk, 1).await;
    hall.until(|hall| hall["calls"][0]["station"] == 1).await;
    twin.stop().await.unwrap();
    drop(hall);
    app.stop().await;
}

sqlite! {
    async fn a_stream_ends_with_the_session_and_keeps_none_alive(app) {
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        let mut screen = Events::open(&desk, &format!("{QUEUE}/events")).await;
        screen.next().await;
        // Asking by itself does not count as being there.
        // Moving the demo's clock by its endpoint would move the sessions too.
        let clock = app.inside().demo_clock.clone().unwrap();
        clock.advance(29 * 60);
        let asked = desk.request(Method::GET, QUEUE).header("x-background", "1").send().await.unwrap();
        assert_eq!(asked.status(), 200);
        clock.advance(2 * 60);
        desk.get(QUEUE).await.problem("not_signed_in");
        let ended = tokio::time::timeout(Duration::from_secs(20), async { while screen.picture().await.is_some() {} }).await;
        assert!(ended.is_ok(), "the stream goes on without a session");
    }

    async fn a_stopping_server_lets_nobody_wait(app) {
        let mut hall = Events::open(&app.client(), &format!("/api/offices/{OFFICE}/hall/events")).await;
        hall.next().await;
        app.inside().live.close();
        assert_eq!(tokio::time::timeout(Duration::from_secs(2), hall.picture()).await.unwrap(), None);
    }
}

/// One source cannot take all the streams there are.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn open_streams_of_one_source_are_limited() {
    let replaced = std::collections::BTreeMap::from([("live_source".to_owned(), 3)]);
    let app = TestApp::start_with(eid_store::Dialect::Sqlite, |config| {
        config.limits = eid_server::limits::Limits::new(true, &replaced).unwrap();
    })
    .await
    .unwrap();
    let path = format!("/api/offices/{OFFICE}/hall/events");
    let mut open = Vec::new();
    for _ in 0..3 {
        open.push(Events::open(&app.client(), &path).await);
    }
    app.client().get(&path).await.problem("too_many_requests");
    open.pop();
    for _ in 0..40 {
        let response = app.client().request(Method::GET, &path).send().await.unwrap();
        if response.status() == 200 {
            drop((open, response));
            app.stop().await;
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("a place is not given back");
}
