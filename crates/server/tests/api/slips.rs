//! Slips: signed for the holder alone, checked by anybody, out of date when the visit moves.

use crate::support::{answer::Answer, app::TestApp, both, client::Client, flow::*, sqlite};
use eid_domain::slip::{KeySet, SigningKey, SlipClaims, Verdict, judge};
use serde_json::json;

async fn keys(app: &TestApp) -> KeySet {
    let answer = app.client().get("/api/slips/keys").await.ok(200);
    assert_eq!(answer.header("content-type"), "application/jwk-set+json");
    serde_json::from_str(&answer.text).unwrap()
}

/// The receipt's slip.
async fn token(client: &Client, receipt: &Receipt) -> String {
    let path = format!("/api/dossiers/{}", receipt.reference);
    client.get(&path).await.ok(200).str("slip").to_owned()
}

/// Asks with a slip, as anybody may.
async fn ask(app: &TestApp, slip: &str) -> Answer {
    let client = app.client();
    let request = client.request(reqwest::Method::GET, "/api/slips/standing");
    client.send(request.header("x-slip", slip)).await.ok(200)
}

async fn state(app: &TestApp, slip: &str) -> String {
    ask(app, slip).await.str("state").to_owned()
}

async fn claims(app: &TestApp, slip: &str) -> SlipClaims {
    match judge(slip, &keys(app).await) {
        Verdict::Genuine(claims) => claims,
        other => panic!("{other:?}"),
    }
}

both! {
    async fn a_receipt_comes_with_a_slip_that_anybody_can_check(app) {
        let (client, person) = (app.client(), Person::nth(1));
        let receipt = book(app, &client, &person, "08:00").await;
        let slip = token(&client, &receipt).await;
        let says = claims(app, &slip).await;
        assert_eq!(says.reference.as_str(), receipt.reference);
        assert_eq!((says.office.as_str(), says.sequence, says.minutes), (OFFICE, 0, 30));
        assert_eq!(says.starts_at.to_string(), format!("{DAY}T08:00:00"));
        assert_eq!(state(app, &slip).await, "current");
        assert_eq!(state(app, &format!("https://eid.example/kiem-tra-phieu#{slip}")).await, "current");
        app.pass(60).await;
        assert_eq!(token(&client, &receipt).await, slip, "the same visit, the same slip");
    }

    async fn moving_and_cancelling_leave_older_slips_behind(app) {
        let (client, person) = (app.client(), Person::nth(2));
        let receipt = book(app, &client, &person, "08:00").await;
        let first = token(&client, &receipt).await;
        app.pass(60).await;
        let place = hold(&client, "09:00").await;
        let path = format!("/api/bookings/{}/reschedule", receipt.reference);
        let moved = client.post(&path, &json!({ "hold_id": place })).await.ok(200);
        let second = moved.str("slip").to_owned();
        assert_eq!(claims(app, &second).await.sequence, 1);
        assert!(claims(app, &second).await.issued_at > claims(app, &first).await.issued_at);
        assert_eq!((state(app, &first).await, state(app, &second).await), ("superseded".into(), "current".into()));

        let path = format!("/api/bookings/{}/cancel", receipt.reference);
        let gone = client.post(&path, &json!({})).await.ok(200);
        assert!(gone.json["slip"].is_null());
        assert_eq!((state(app, &first).await, state(app, &second).await), ("cancelled".into(), "cancelled".into()));
    }

    async fn a_visit_that_is_over_is_over(app) {
        let (client, person) = (app.client(), Person::nth(3));
        let receipt = book(app, &client, &person, "07:30").await;
        let slip = token(&client, &receipt).await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        at_desk(&desk, &receipt.reference, "check-in", json!({})).await;
        assert_eq!((state(app, &slip).await, token(&client, &receipt).await), ("current".into(), slip.clone()));
        at_desk(&desk, &receipt.reference, "start-intake", json!({})).await;
        let given = json!({
            "form_signed": true, "biometrics_done": true, "residence": "permanent", "old_card_returned": false, "account_form_signed": true,
            "remark": "",
        });
        at_desk(&desk, &receipt.reference, "receive", given).await;
        assert_eq!(state(app, &slip).await, "past");
    }
}

sqlite! {
    async fn a_slip_that_is_forged_damaged_or_of_nobody_is_one_answer(app) {
        let (client, person) = (app.client(), Person::nth(4));
        let receipt = book(app, &client, &person, "08:00").await;
        let slip = token(&client, &receipt).await;
        let says = claims(app, &slip).await;
        let kid = keys(app).await.keys[0].kid.clone();
        let forged = SigningKey::new([9; 32], |_| kid.clone()).unwrap().sign(&says).unwrap();
        let (body, signature) = slip.rsplit_once('.').unwrap();
        let (header, payload) = body.split_once('.').unwrap();
        let mut other = payload.to_owned();
        other.replace_range(20..21, if &other[20..21] == "A" { "B" } else { "A" });
        let nobody = SlipClaims { reference: "000-000-001".parse().unwrap(), ..says };
        let nobody = app.inside().slip_keys.signing().sign(&nobody).unwrap();
        let wrong = [
            forged,
            format!("{header}.{other}.{signature}"),
            format!("{body}.{}", "A".repeat(86)),
            format!("{body}."),
            nobody,
            receipt.reference.clone(),
            "x".repeat(5000),
            String::new(),
        ];
        for slip in wrong {
            let answer = ask(app, &slip).await;
            assert_eq!(answer.json, json!({ "state": "unknown" }), "{slip}");
        }
        let none = app.client().get("/api/slips/standing").await.ok(200);
        assert_eq!(none.json, json!({ "state": "unknown" }));
    }

    async fn who_only_looked_it_up_is_given_no_slip(app) {
        let person = Person::nth(5);
        let receipt = book(app, &app.client(), &person, "08:00").await;
        let client = app.client();
        let body = json!({ "code": receipt.reference, "birth_date": person.birth });
        let found = client.post("/api/tracking/by-code", &body).await.ok(200);
        client.use_key(found.str("key"));
        let seen = client.get(&format!("/api/dossiers/{}", receipt.reference)).await.ok(200);
        assert!(seen.json["slip"].is_null());
    }
}

/// A former key's slips stay good; those of a key that was never ours do not.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keys_are_rotated() {
    let former = SigningKey::new([3; 32], |_| String::new()).unwrap();
    let x = former.public().unwrap().x;
    let old = x.clone();
    let app = TestApp::start_with(eid_store::Dialect::Sqlite, |config| {
        config.slip_key = Some("04".repeat(32));
        config.slip_old_keys = vec![old];
    })
    .await
    .unwrap();
    let (client, person) = (app.client(), Person::nth(6));
    let receipt = book(&app, &client, &person, "08:00").await;
    let says = claims(&app, &token(&client, &receipt).await).await;
    let published = keys(&app).await.keys;
    assert_eq!((published.len(), published[1].x.as_str()), (2, x.as_str()));
    let kid = published[1].kid.clone();
    let earlier = SigningKey::new([3; 32], |_| kid.clone())
        .unwrap()
        .sign(&says)
        .unwrap();
    assert_eq!(state(&app, &earlier).await, "current");
    let stranger = SigningKey::new([5; 32], |_| "stranger".to_owned())
        .unwrap()
        .sign(&says)
        .unwrap();
    assert_eq!(state(&app, &stranger).await, "unknown");
    app.stop().await;
}
