//! A family books together: windows, one hold, all dossiers or none.

use crate::support::{answer::Answer, app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

/// Grandmother, mother, and a child who is to have an account.
const MEMBERS: &str = "card.from_60,card.from_14_to_59,card_and_account.from_6_to_13";

/// A family that shares a phone; `n` keeps families apart.
pub(crate) struct Family {
    n: u32,
    pub(crate) phone: String,
}

impl Family {
    pub(crate) fn nth(n: u32) -> Self {
        let phone = Person::nth(900 + n).phone;
        Self { n, phone }
    }

    fn member(&self, at: u32) -> Value {
        let (name, birth, service, reason) = match at {
            0 => ("Trần Thị Thử", "1959-03-02", "card", "ex_age"),
            1 => ("Lê Thị Mẫu", "1988-05-06", "card", "re_lost"),
            _ => ("Lê Văn Bé", "2018-07-08", "card_and_account", "new_6_14"),
        };
        let guardian = if at == 2 { "Lê Thị Mẫu" } else { "" };
        json!({
            "reason": reason, "service": service, "applicant": {
                "full_name": name, "personal_number": format!("0990{:08}", self.n * 10 + at), "birth_date": birth,
                "otp_phone": self.phone, "representative_name": guardian,
            },
        })
    }

    fn body(&self, hold: &str, proof: &str) -> Value {
        let members: Vec<Value> = (0..3).map(|at| self.member(at)).collect();
        json!({ "hold_id": hold, "members": members, "phone_proof": proof, "lang": "vi", "declared": true })
    }
}

pub(crate) fn hold_body(time: &str) -> Value {
    let members: Vec<Value> = MEMBERS
        .split(',')
        .map(|member| {
            let (service, age_group) = member.split_once('.').unwrap();
            json!({ "service": service, "age_group": age_group })
        })
        .collect();
    json!({ "office_id": OFFICE, "starts_at": format!("{DAY}T{time}:00"), "members": members })
}

pub(crate) async fn hold_window(client: &Client, time: &str) -> String {
    let held = client
        .post("/api/household-holds", &hold_body(time))
        .await
        .ok(201);
    held.str("id").to_owned()
}

async fn windows(client: &Client) -> Answer {
    let path = format!("/api/offices/{OFFICE}/household-days/{DAY}?members={MEMBERS}");
    client.get(&path).await.ok(200)
}

/// How many places of the day are taken, as one number that only equals itself when nothing was.
pub(crate) async fn free_places(client: &Client) -> String {
    let path = format!("/api/offices/{OFFICE}/days/{DAY}?service=account&age_group=from_14_to_59");
    client.get(&path).await.ok(200).text
}

pub(crate) async fn book_family(app: &TestApp, client: &Client, family: &Family, time: &str) -> Answer {
    let hold = hold_window(client, time).await;
    let proof = prove(app, client, &family.phone).await;
    client
        .post("/api/household-bookings", &family.body(&hold, &proof))
        .await
}

both! {
    async fn a_family_books_one_window_and_everybody_has_a_dossier(app) {
        let client = app.client();
        let days = client.get(&format!("/api/offices/{OFFICE}/household-days?members={MEMBERS}")).await.ok(200);
        let day = days.json["days"].as_array().unwrap().iter().find(|day| day["date"] == DAY).unwrap().clone();
        let offered = windows(&client).await;
        let list = offered.json["windows"].as_array().unwrap();
        assert_eq!(day["free"].as_u64().unwrap(), list.len() as u64);
        assert_eq!(list[0]["start"], "07:30:00");
        // Grandmother and child together, the mother beside the child; then the mother.
        assert_eq!(list[0]["starts"], json!(["07:30:00", "08:00:00", "07:30:00"]));
        assert_eq!(list[0]["end"], "08:20:00");

        let family = Family::nth(1);
        let held = client.post("/api/household-holds", &hold_body("07:30")).await.ok(201);
        assert_eq!(held.json["visits"][1], json!({ "starts_at": format!("{DAY}T08:00:00"), "minutes": 20 }));
        let id = held.str("id").to_owned();
        let path = format!("/api/household-holds/{id}");
        client.get(&path).await.ok(200);
        for left in [1, 0] {
            let longer = client.post(&format!("{path}/extend"), &json!({})).await.ok(200);
            assert_eq!(longer.json["extensions_left"], left);
        }
        client.post(&format!("{path}/extend"), &json!({})).await.problem("hold_not_extendable");
        let proof = prove(app, &client, &family.phone).await;
        let booked = client.post("/api/household-bookings", &family.body(&id, &proof)).await.ok(201);
        let receipts = booked.json["members"].as_array().unwrap();
        assert_eq!(receipts.len(), 3);
        for (receipt, minutes) in receipts.iter().zip([30, 20, 40]) {
            let own = app.client();
            own.use_key(receipt["key"].as_str().unwrap());
            let seen = own.get(&format!("/api/dossiers/{}", receipt["reference"].as_str().unwrap())).await.ok(200);
            assert_eq!(seen.json["visit"]["minutes"], minutes);
            // Nobody's key opens another's.
            let other = receipts.iter().find(|other| *other != receipt).unwrap();
            own.get(&format!("/api/dossiers/{}", other["reference"].as_str().unwrap())).await.problem("no_match");
        }
        let told = app.messages(&family.phone).await;
        let told: Vec<&String> = told.iter().filter(|text| text.contains("ca nha")).collect();
        assert_eq!(told.len(), 1, "one message for all: {told:?}");
        assert!(receipts.iter().all(|receipt| told[0].contains(receipt["reference"].as_str().unwrap())));
        client.get(&path).await.problem("hold_expired");
    }

    async fn one_wrong_member_and_nobody_is_booked(app) {
        let client = app.client();
        let family = Family::nth(2);
        let hold = hold_window(&client, "07:30").await;
        let held = free_places(&client).await;
        let proof = prove(app, &client, &family.phone).await;
        let wrong = |change: &dyn Fn(&mut Value)| {
            let mut body = family.body(&hold, &proof);
            change(&mut body);
            body
        };
        for (body, field) in [
            (wrong(&|b| b["members"][2]["applicant"]["full_name"] = json!("")), "members[2].applicant.full_name:required"),
            (
                wrong(&|b| b["members"][2]["applicant"]["representative_name"] = json!("")),
                "members[2].applicant.representative_name:required",
            ),
            (
                wrong(&|b| b["members"][1]["applicant"]["personal_number"] = family.member(0)["applicant"]["personal_number"].clone()),
                "members[1].applicant.personal_number:person_repeated",
            ),
            (wrong(&|b| b["members"][1]["reason"] = Value::Null), "members[1].reason:required"),
            (
                wrong(&|b| b["members"][1]["applicant"]["otp_phone"] = json!("0912000999")),
                "members[1].applicant.otp_phone:choice_unknown",
            ),
            (
                wrong(&|b| b["members"][1]["applicant"]["birth_date"] = json!("1950-05-06")),
                "members[1].applicant.birth_date:time_too_short",
            ),
            (wrong(&|b| b["declared"] = json!(false)), "declared:consent_required"),
        ] {
            let refused = client.post("/api/household-bookings", &body).await.problem("invalid_fields");
            assert_eq!(refused.fields(), [field]);
        }
        let fewer = wrong(&|b| { b["members"].as_array_mut().unwrap().pop(); });
        client.post("/api/household-bookings", &fewer).await.problem("hold_expired");
        assert_eq!(free_places(&client).await, held, "the window is still kept, and not more");
        client.post("/api/household-bookings", &family.body(&hold, &proof)).await.ok(201);
    }

    async fn a_member_with_an_open_dossier_is_named_and_nobody_else_is_booked(app) {
        let client = app.client();
        let family = Family::nth(3);
        let single = hold(&client, "15:00").await;
        let mother = family.member(1);
        let proof = prove(app, &client, &family.phone).await;
        let mut body = booking_body(&Person::nth(1), &single, &proof);
        body["applicant"] = mother["applicant"].clone();
        let first = client.post("/api/bookings", &body).await.ok(201);
        app.pass(61).await;
        let refused = book_family(app, &client, &family, "07:30").await.problem("booking_exists");
        assert_eq!(refused.fields(), ["members[1].applicant.personal_number:person_has_booking"]);
        assert!(!refused.text.contains(first.str("reference")));
        let told = app.messages(&family.phone).await;
        assert!(told[0].contains(first.str("reference")), "its own phone is told: {told:?}");

        // A stranger's family with the same person learns that it exists and no more.
        app.pass(61).await;
        let mut stranger = Family::nth(3);
        stranger.phone = Person::nth(950).phone;
        book_family(app, &client, &stranger, "09:00").await.problem("booking_exists");
        assert!(app.messages(&stranger.phone).await.iter().all(|text| !text.contains(first.str("reference"))));
        // Unproved, not even that.
        let hold = hold_window(&client, "13:30").await;
        let unproved = client.post("/api/household-bookings", &family.body(&hold, "rubbish")).await;
        unproved.problem("phone_not_proved");
    }

    async fn a_phone_has_six_open_dossiers_and_no_more(app) {
        let client = app.client();
        let (one, two, mut three) = (Family::nth(4), Family::nth(5), Family::nth(6));
        book_family(app, &client, &one, "07:30").await.ok(201);
        for family in [two, Family::nth(6)] {
            app.pass(61).await;
            let same = Family { phone: one.phone.clone(), ..family };
            let answer = book_family(app, &client, &same, "09:00").await;
            if same.n == 5 {
                answer.ok(201);
            } else {
                answer.problem("phone_limit");
            }
        }
        app.pass(61).await;
        three.phone = Person::nth(960).phone;
        book_family(app, &client, &three, "10:00").await.ok(201);
    }

    async fn a_window_that_fills_or_lapses_is_said(app) {
        let client = app.client();
        let family = Family::nth(7);
        let before = windows(&client).await.text;
        client.post("/api/household-holds", &hold_body("11:20")).await.problem("slot_not_offered");
        client.post("/api/household-holds", &hold_body("12:00")).await.problem("slot_not_offered");
        let mut held = Vec::new();
        loop {
            let answer = client.post("/api/household-holds", &hold_body("07:30")).await;
            if answer.status != 201 {
                answer.problem("slot_taken");
                break;
            }
            held.push(answer.str("id").to_owned());
        }
        let first = windows(&client).await.json["windows"][0]["start"].clone();
        assert_ne!(first, "07:30:00");
        let last = held.pop().unwrap();
        client.delete(&format!("/api/household-holds/{last}")).await.ok(204);
        client.delete(&format!("/api/household-holds/{last}")).await.ok(204);
        client.post("/api/household-holds", &hold_body("07:30")).await.ok(201);
        app.pass(601).await;
        assert_eq!(windows(&client).await.text, before);
        let proof = prove(app, &client, &family.phone).await;
        let late = client.post("/api/household-bookings", &family.body(&held[0], &proof)).await;
        late.problem("hold_expired");
    }

    async fn six_at_once_and_a_repeat_books_nobody_twice(app) {
        let client = app.client();
        let family = Family::nth(8);
        let kind = json!({ "service": "account", "age_group": "from_14_to_59" });
        let wanted = json!({ "office_id": OFFICE, "starts_at": format!("{DAY}T07:30:00"), "members": vec![kind; 6] });
        let held = client.post("/api/household-holds", &wanted).await.ok(201);
        let proof = prove(app, &client, &family.phone).await;
        let mut body = family.body(held.str("id"), &proof);
        let members: Vec<Value> = (0..6)
            .map(|at| {
                let mut one = family.member(1);
                one["applicant"]["personal_number"] = json!(format!("0990{:08}", 8000 + at));
                one["service"] = json!("account");
                one["reason"] = Value::Null;
                one
            })
            .collect();
        body["members"] = json!(members);
        let booked = client.post_once("/api/household-bookings", &body, "the-same-key-0001").await.ok(201);
        assert_eq!(booked.json["members"].as_array().unwrap().len(), 6);
        let again = client.post_once("/api/household-bookings", &body, "the-same-key-0001").await.ok(201);
        assert_eq!(again.text, booked.text);
    }

    async fn no_family_no_windows(app) {
        let client = app.client();
        for odd in ["", "card.from_60", "card.from_60,card.from_61", "account.under_6,card.from_60"] {
            let path = format!("/api/offices/{OFFICE}/household-days?members={odd}");
            let refused = client.get(&path).await.problem("invalid_fields");
            assert_eq!(refused.fields(), ["members:choice_unknown"]);
        }
        client.get(&format!("/api/offices/nowhere/household-days?members={MEMBERS}")).await.problem("not_found");
        let mut body = hold_body("07:30");
        body["members"].as_array_mut().unwrap().truncate(1);
        client.post("/api/household-holds", &body).await.problem("malformed_body");
    }

    async fn crowds_of_families_and_singles_never_oversell(app) {
        let client = app.client();
        let mut tasks = Vec::new();
        for n in 0..60 {
            let client = app.client();
            tasks.push(tokio::spawn(async move {
                let answer = if n % 2 == 0 {
                    client.post("/api/household-holds", &hold_body("07:30")).await
                } else {
                    client.post("/api/holds", &crate::support::flow::hold_body("07:40")).await
                };
                assert!(answer.status == 201 || answer.json["code"] == "slot_taken", "{}", answer.text);
                (n % 2 == 0, answer.status == 201)
            }));
        }
        let mut won = (0, 0);
        for task in tasks {
            match task.await.unwrap() {
                (true, true) => won.0 += 1,
                (false, true) => won.1 += 1,
                _ => {}
            }
        }
        assert!(won.0 + won.1 > 0);
        // The database's rules are checked when the test ends; here: nobody else gets in.
        client.post("/api/household-holds", &hold_body("07:30")).await.problem("slot_taken");
    }

    async fn whoever_proved_the_phone_is_led_to_the_booking_that_exists(app) {
        let client = app.client();
        let person = Person::nth(70);
        let first = book(app, &client, &person, "15:00").await;
        let other = app.client();
        app.pass(61).await;
        let place = hold(&other, "09:30").await;
        let proof = prove(app, &other, &person.phone).await;
        other.post("/api/bookings", &booking_body(&person, &place, &proof)).await.problem("booking_exists");
        let asked = json!({ "applicant": person.applicant(), "phone_proof": proof });
        let found = other.post("/api/bookings/existing", &asked).await.ok(200);
        assert_eq!(found.str("reference"), first.reference);
        // One step: the first visit moves to the place that was kept for the second.
        other.use_key(found.str("key"));
        let path = format!("/api/bookings/{}/reschedule", first.reference);
        let moved = other.post(&path, &json!({ "hold_id": place })).await.ok(200);
        assert_eq!(moved.json["visit"]["starts_at"], format!("{DAY}T09:30:00"));

        // Another phone, another birth date, no proof: nothing.
        let stranger = Person { phone: Person::nth(71).phone, ..person.clone() };
        app.pass(61).await;
        let foreign = prove(app, &other, &stranger.phone).await;
        let asked = json!({ "applicant": stranger.applicant(), "phone_proof": foreign });
        other.post("/api/bookings/existing", &asked).await.problem("no_match");
        let asked = json!({ "applicant": person.applicant(), "phone_proof": foreign });
        other.post("/api/bookings/existing", &asked).await.problem("phone_not_proved");
        app.pass(61).await;
        let proof = prove(app, &other, &person.phone).await;
        let wrong = Person { birth: "1985-08-16", ..person.clone() };
        let asked = json!({ "applicant": wrong.applicant(), "phone_proof": proof });
        other.post("/api/bookings/existing", &asked).await.problem("no_match");
    }
}
