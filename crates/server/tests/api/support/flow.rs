//! The way of one person, a piece at a time.

use super::{app::TestApp, client::Client};
use serde_json::{Value, json};

/// The office of the first citizen.
pub(crate) const OFFICE: &str = "hcm-pc06";
/// Wednesday after the start; Tuesday is a holiday.
pub(crate) const DAY: &str = "2026-11-25";
pub(crate) const PASSWORD: &str = "Mat_khau1!";
pub(crate) const STAFF_PASSWORD: &str = eid_server::seed::DEMO_PASSWORD;

/// A made-up person. The number's prefix belongs to no province.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) name: &'static str,
    pub(crate) number: String,
    pub(crate) birth: &'static str,
    pub(crate) phone: String,
}

impl Person {
    /// The n-th of a crowd.
    pub(crate) fn nth(n: u32) -> Self {
        Self {
            name: "Nguyễn Văn Thử",
            number: format!("09808512{n:04}"),
            birth: "1985-08-15",
            phone: format!("+8499{n:07}"),
        }
    }

    pub(crate) fn applicant(&self) -> Value {
        json!({
            "full_name": self.name, "personal_number": self.number, "birth_date": self.birth,
            "otp_phone": self.phone,
        })
    }
}

/// A booked visit.
pub(crate) struct Receipt {
    pub(crate) reference: String,
    pub(crate) key: String,
}

pub(crate) fn hold_body(time: &str) -> Value {
    json!({
        "office_id": OFFICE, "starts_at": format!("{DAY}T{time}:00"), "service": "card_and_account",
        "age_group": "from_14_to_59",
    })
}

pub(crate) fn booking_body(person: &Person, hold: &str, proof: &str) -> Value {
    json!({
        "hold_id": hold, "reason": "new_14", "service": "card_and_account", "applicant": person.applicant(),
        "phone_proof": proof, "lang": "vi", "declared": true,
    })
}

/// Holds a place and returns its id.
pub(crate) async fn hold(client: &Client, time: &str) -> String {
    client
        .post("/api/holds", &hold_body(time))
        .await
        .ok(201)
        .str("id")
        .to_owned()
}

/// Proves a phone and returns the proof.
pub(crate) async fn prove(app: &TestApp, client: &Client, phone: &str) -> String {
    let sent = client
        .post("/api/phone-codes", &json!({ "phone": phone, "lang": "vi" }))
        .await
        .ok(201);
    let code = app.code(phone).await;
    let path = format!("/api/phone-codes/{}/confirm", sent.str("id"));
    client
        .post(&path, &json!({ "code": code }))
        .await
        .ok(200)
        .str("proof")
        .to_owned()
}

/// Books at a time of [`DAY`].
pub(crate) async fn book(app: &TestApp, client: &Client, person: &Person, time: &str) -> Receipt {
    let hold = hold(client, time).await;
    let proof = prove(app, client, &person.phone).await;
    let booked = client
        .post("/api/bookings", &booking_body(person, &hold, &proof))
        .await
        .ok(201);
    let receipt = Receipt {
        reference: booked.str("reference").to_owned(),
        key: booked.str("key").to_owned(),
    };
    client.use_key(&receipt.key);
    receipt
}

/// A member of the demo's staff, signed in.
pub(crate) async fn staff(app: &TestApp, username: &str) -> Client {
    let client = app.client();
    let body = json!({ "username": username, "password": STAFF_PASSWORD });
    client.post("/api/desk/session", &body).await.ok(200);
    client
}

/// Does something with a dossier at the desk.
pub(crate) async fn at_desk(desk: &Client, reference: &str, step: &str, body: Value) -> Value {
    desk.post(&format!("/api/desk/dossiers/{reference}/{step}"), &body)
        .await
        .ok(200)
        .json
}

/// What an officer looks at before a card is given to its owner.
pub(crate) fn seen_slip() -> Value {
    json!({ "seen": "slip", "same_person": true })
}

/// Seconds from the start to 7:30 of [`DAY`].
pub(crate) const TO_OPENING: u32 = 2 * 86_400 - 1_800;

/// Receives a booked person on the day; the dossier is on its way to the ministry then.
pub(crate) async fn receive(app: &TestApp, desk: &Client, reference: &str) -> Value {
    at_desk(desk, reference, "check-in", json!({})).await;
    at_desk(desk, reference, "start-intake", json!({})).await;
    let given = json!({
        "form_signed": true, "biometrics_done": true, "residence": "permanent", "old_card_returned": false, "account_form_signed": true,
        "remark": "",
    });
    let received = at_desk(desk, reference, "receive", given).await;
    app.work().await;
    received
}

/// Lets a hurried ministry come to its end.
pub(crate) async fn decide(app: &TestApp, desk: &Client) {
    desk.put("/api/desk/ministry", &json!({ "pace": "hurried" }))
        .await
        .ok(200);
    for _ in 0..6 {
        app.pass(5).await;
    }
}

/// From the booking to an approved account, on the day of the visit.
pub(crate) async fn approved(app: &TestApp, client: &Client, person: &Person) -> (Receipt, Client) {
    let receipt = book(app, client, person, "07:30").await;
    app.pass(TO_OPENING).await;
    let desk = staff(app, "canbo").await;
    receive(app, &desk, &receipt.reference).await;
    decide(app, &desk).await;
    (receipt, desk)
}

/// Activates an approved account.
pub(crate) async fn activate(app: &TestApp, client: &Client, person: &Person) {
    start_activation(client, person).await;
    let code = app.code(&person.phone).await;
    client
        .post("/api/activation/code", &json!({ "code": code }))
        .await
        .ok(200);
    client
        .post("/api/activation/password", &json!({ "password": PASSWORD }))
        .await
        .ok(200);
    let passcode = json!({ "passcode": "135790", "again": "135790" });
    client.post("/api/activation/passcode", &passcode).await.ok(200);
    let done = client.post("/api/activation/questions", &answers()).await.ok(200);
    assert_eq!(done.json["step"], "done");
}

pub(crate) async fn start_activation(client: &Client, person: &Person) {
    let body = json!({
        "personal_number": person.number, "phone": person.phone, "own_device": true, "lang": "vi",
    });
    client.post("/api/activation", &body).await.ok(201);
}

pub(crate) fn answers() -> Value {
    json!({ "answers": [
        { "question": "first_school", "answer": "Trường làng" },
        { "question": "favourite_dish", "answer": "Bún chả" },
    ] })
}
