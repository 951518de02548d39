//! Who has an account and comes again for a card: at another office, or by post. What happens with that dossier concerns the
//! account too.

use crate::support::{app::TestApp, both, client::Client, flow::*};
use eid_store::accounts;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

const ELSEWHERE: &str = "dn-hai-chau";
/// Days from [`DAY`] to the second visit.
const TWO_DAYS: u32 = 2 * 86_400;

fn password(person: &Person) -> Value {
    json!({ "personal_number": person.number, "password": PASSWORD })
}

/// Somebody whose account is in use, with the card of the first dossier still on its way.
async fn in_use(app: &TestApp, n: u32) -> (Client, Person, Receipt) {
    let person = Person::nth(n);
    let client = app.client();
    let (receipt, desk) = approved(app, &client, &person).await;
    decide(app, &desk).await;
    activate(app, &client, &person).await;
    client.post("/api/session", &password(&person)).await.ok(200);
    (client, person, receipt)
}

/// Collects the card at the first office.
async fn collected(app: &TestApp, receipt: &Receipt) {
    let desk = staff(app, "canbo").await;
    at_desk(&desk, &receipt.reference, "card-arrived", json!({})).await;
    app.work().await;
    at_desk(&desk, &receipt.reference, "hand-over", seen_slip()).await;
}

/// Books for a lost card at this office.
async fn lost(app: &TestApp, person: &Person, office: &str) -> Receipt {
    let client = app.client();
    let place = json!({
        "office_id": office, "starts_at": "2026-11-27T08:00:00", "service": "card", "age_group": "from_14_to_59",
    });
    let place = client.post("/api/holds", &place).await.ok(201);
    app.pass(61).await;
    let proof = prove(app, &client, &person.phone).await;
    let body = json!({
        "hold_id": place.str("id"), "reason": "re_lost", "service": "card", "applicant": person.applicant(),
        "phone_proof": proof, "lang": "vi", "declared": true,
    });
    let booked = client.post("/api/bookings", &body).await.ok(201);
    Receipt {
        reference: booked.str("reference").to_owned(),
        key: booked.str("key").to_owned(),
    }
}

async fn expires(app: &TestApp, person: &Person, on: Date) {
    let mut tx = app.inside().store.begin().await.unwrap();
    let found = accounts::by_person(&mut tx, &person.number).await.unwrap();
    let mut account = found.unwrap();
    account.card_expires_on = Some(on);
    accounts::update(&mut tx, &mut account).await.unwrap();
    tx.commit().await.unwrap();
}

/// Until the card has run out and the account is locked with it.
async fn locked(app: &TestApp, client: &Client, person: &Person) {
    expires(app, person, date(2026, 11, 26)).await;
    app.pass(TWO_DAYS).await;
    client
        .post("/api/session", &password(person))
        .await
        .problem("card_expired");
}

async fn opened(client: &Client, person: &Person, app: &TestApp) {
    let told = app.messages(&person.phone).await;
    assert!(
        told.iter()
            .take(3)
            .any(|text| text.contains("mo khoa: ban da nhan the can cuoc moi")),
        "{told:?}"
    );
    let signed_in = client.post("/api/session", &password(person)).await.ok(200);
    assert_eq!(signed_in.json["next"], "done");
    let account = client.get("/api/account").await.ok(200).json;
    assert_eq!(
        (&account["state"], &account["card_expires_on"]),
        (&json!("l2_active"), &json!("2045-08-15"))
    );
}

both! {
    /// Story: the account listed looks at the dossier with which it was asked for, and at no other. Who had booked again for a lost
    /// card never saw in the account that staff had opened that dossier, and could not say that it was not for them.
    async fn looks_at_any_dossier_stand_in_the_history(app) {
        let (client, person, first) = in_use(app, 1).await;
        let look = async |desk: &Client, receipt: &Receipt, reason: &str| {
            at_desk(desk, &receipt.reference, "reveal", json!({ "reason": reason })).await;
            app.pass(1).await;
        };
        look(&staff(app, "canbo").await, &first, "at_counter").await;
        collected(app, &first).await;
        let second = lost(app, &person, ELSEWHERE).await;
        look(&staff(app, "canbo.danang").await, &second, "at_counter").await;
        look(&staff(app, "hotro").await, &second, "call_back").await;
        // Another person's dossier is another person's matter.
        let theirs = lost(app, &Person::nth(2), OFFICE).await;
        look(&staff(app, "hotro").await, &theirs, "call_back").await;

        let account = client.get("/api/account").await.ok(200).json;
        let looks = account["looks"].as_array().unwrap();
        let told: Vec<_> = looks.iter().map(|look| (look["role"].as_str().unwrap(), look["office"].as_str().unwrap())).collect();
        assert_eq!((told.len(), told[0]), (3, ("help_desk", "")), "{told:?}");
        assert!(told[1].1.contains("Hòa Cường"), "{told:?}");
        assert!(told[2].1.contains("PC06"), "{told:?}");
        assert!(looks[0]["at"].as_str() > looks[1]["at"].as_str() && looks[1]["at"].as_str() > looks[2]["at"].as_str());
        // The receipt tells of its own dossier alone.
        let receipt = app.client();
        receipt.use_key(&second.key);
        let seen = receipt.get(&format!("/api/dossiers/{}", second.reference)).await.ok(200).json;
        assert_eq!(seen["looks"].as_array().unwrap().len(), 2);
        // "This was not me" at such a look locks and asks the office, with the instant of that look.
        not_me(app, &client, &looks[1]["at"]).await;
    }

    /// Story: name, address and phone of who asks for a visit at home were opened for a reason, and their owner never learned of it.
    async fn looks_at_a_wish_for_a_visit_at_home_stand_in_the_history(app) {
        let (client, person, first) = in_use(app, 6).await;
        collected(app, &first).await;
        let asked = async |person: &Person| {
            let client = app.client();
            app.pass(61).await;
            let proof = prove(app, &client, &person.phone).await;
            let wish = json!({
                "applicant": person.applicant(), "cause": "bedridden", "service": "card", "ground": "re_lost",
                "street": "12/3 Đường Mẫu", "neighbourhood": "Khu phố 4", "commune_code": "26743",
                "wishes": "", "phone_proof": proof, "lang": "vi", "declared": true,
            });
            client.post("/api/home-visits", &wish).await.ok(201).str("reference").to_owned()
        };
        let (mine, other) = (asked(&person).await, asked(&Person::nth(7)).await);
        let desk = staff(app, "truong").await;
        for (reference, reason) in [(&mine, "call_back"), (&other, "call_back"), (&mine, "plan_route")] {
            desk.post(&format!("/api/desk/home-visits/{reference}/reveal"), &json!({ "reason": reason })).await.ok(200);
            app.pass(1).await;
        }
        let account = client.get("/api/account").await.ok(200).json;
        let looks = account["home_looks"].as_array().unwrap();
        let reasons: Vec<_> = looks.iter().map(|look| look["reason"].as_str().unwrap()).collect();
        assert_eq!((reasons, &account["looks"]), (vec!["plan_route", "call_back"], &json!([])));
        assert!(looks.iter().all(|look| !look["office"].as_str().unwrap().is_empty()), "{looks:?}");
        not_me(app, &client, &looks[0]["at"]).await;
    }

    async fn not_me_at_a_check_of_the_e_id_asks_the_office(app) {
        let (client, _, _) = in_use(app, 3).await;
        let made = client.post("/api/account/attestations", &json!({ "claims": ["age_over_18"] })).await.ok(201);
        let asked = json!({ "token": made.str("token"), "checker": "Chung cư Hoa Sen" });
        app.client().post("/api/attestations/check", &asked).await.ok(200);
        app.pass(1).await;
        let at = client.get("/api/account").await.ok(200).json["checks"][0]["at"].clone();
        not_me(app, &client, &at).await;
    }

    async fn a_new_card_of_another_office_opens_what_the_old_one_locked(app) {
        let (client, person, first) = in_use(app, 4).await;
        collected(app, &first).await;
        let second = lost(app, &person, ELSEWHERE).await;
        locked(app, &client, &person).await;
        let desk = staff(app, "canbo.danang").await;
        at_desk(&desk, &second.reference, "check-in", json!({})).await;
        at_desk(&desk, &second.reference, "start-intake", json!({})).await;
        let given = json!({
            "form_signed": true, "biometrics_done": true, "residence": "permanent", "old_card_returned": false,
            "account_form_signed": false, "remark": "",
        });
        at_desk(&desk, &second.reference, "receive", given).await;
        app.work().await;
        decide(app, &staff(app, "canbo").await).await;
        at_desk(&desk, &second.reference, "card-arrived", json!({})).await;
        app.work().await;
        client.post("/api/session", &password(&person)).await.problem("card_expired");
        at_desk(&desk, &second.reference, "hand-over", seen_slip()).await;
        opened(&client, &person, app).await;
    }

    async fn a_new_card_by_post_opens_it_when_it_was_delivered(app) {
        let (client, person, receipt) = in_use(app, 5).await;
        let chosen = json!({ "way": "post", "line": "12 Đường Thử Nghiệm", "commune_code": "26740" });
        client.put(&format!("/api/dossiers/{}/delivery", receipt.reference), &chosen).await.ok(200);
        locked(app, &client, &person).await;
        let desk = staff(app, "canbo").await;
        at_desk(&desk, &receipt.reference, "card-arrived", json!({})).await;
        app.work().await;
        at_desk(&desk, &receipt.reference, "post", json!({ "tracking_number": "RR473124829VN" })).await;
        // With the post it is not in its owner's hands yet.
        client.post("/api/session", &password(&person)).await.problem("card_expired");
        at_desk(&desk, &receipt.reference, "post-delivered", json!({})).await;
        opened(&client, &person, app).await;
    }
}

/// Says that what happened then was not they: the account is locked, and the office of its dossier has a question of that instant.
async fn not_me(app: &TestApp, client: &Client, at: &Value) {
    let done = client.post("/api/account/not-me", &json!({ "at": at })).await;
    assert_eq!(done.ok(200).json["asked"], true);
    client.get("/api/account").await.problem("not_signed_in");
    let desk = staff(app, "canbo").await;
    let waiting = desk.get("/api/desk/tickets").await.ok(200).json["waiting"].clone();
    let asked = |one: &Value| one["question"]["not_me_at"] == *at && one["question"]["text"] == "";
    assert!(waiting.as_array().unwrap().iter().any(asked), "{waiting}");
}
