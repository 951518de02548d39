//! Finding a person at the desk without a reference.

use crate::support::{both, flow::*};
use serde_json::{Value, json};

fn references(found: &Value) -> Vec<&str> {
    found["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["reference"].as_str().unwrap())
        .collect()
}

both! {
    async fn by_what_a_person_knows(app) {
        let (one, other) = (Person::nth(1), Person::nth(2));
        let first = book(app, &app.client(), &one, "07:30").await;
        let second = book(app, &app.client(), &other, "08:00").await;
        app.pass(TO_OPENING).await;
        let desk = staff(app, "canbo").await;
        let received = receive(app, &desk, &first.reference).await;
        let code = received["dossier_code"].as_str().unwrap().to_lowercase();
        for wanted in [
            json!({ "personal_number": one.number }),
            json!({ "code": code }),
            json!({ "phone_end": "0001", "birth_date": one.birth }),
        ] {
            let found = desk.post("/api/desk/search", &wanted).await.ok(200);
            assert_eq!(references(&found.json), [first.reference.as_str()], "{wanted}");
            let row = &found.json["rows"][0];
            assert_eq!((&row["birth_year"], &row["state"]), (&json!("1985"), &json!("sent_to_ministry")));
            assert!(!found.text.contains(one.name) && !found.text.contains(&one.number));
        }
        let named = json!({ "name": "van thu", "birth_date": one.birth });
        let found = desk.post("/api/desk/search", &named).await.ok(200).json;
        assert_eq!(references(&found), [second.reference.as_str(), first.reference.as_str()], "the newest first");
        let nobody = json!({ "name": "van thu", "birth_date": "1985-08-16" });
        assert_eq!(references(&desk.post("/api/desk/search", &nobody).await.ok(200).json), [""; 0]);

        // Another office learns nothing; the help desk looks after all of them.
        let number = json!({ "personal_number": one.number });
        let elsewhere = staff(app, "canbo.danang").await;
        for wanted in [&number, &json!({ "code": code }), &named] {
            assert_eq!(references(&elsewhere.post("/api/desk/search", wanted).await.ok(200).json), [""; 0]);
        }
        let help = staff(app, "hotro").await;
        assert_eq!(references(&help.post("/api/desk/search", &number).await.ok(200).json), [first.reference.as_str()]);
    }

    async fn what_is_missing_is_said_at_the_field(app) {
        let desk = staff(app, "canbo").await;
        for (wanted, wrong) in [
            (json!({}), "code:required"),
            (json!({ "name": "Thử" }), "birth_date:required"),
            (json!({ "phone_end": "12", "birth_date": "1985" }), "phone_end:phone_length"),
            (json!({ "name": "%", "birth_date": "1985" }), "name:name_length"),
        ] {
            assert_eq!(desk.post("/api/desk/search", &wanted).await.problem("invalid_fields").fields(), [wrong]);
        }
        desk.post("/api/desk/search", &json!({ "who": "me" })).await.problem("malformed_body");
        app.client().post("/api/desk/search", &json!({})).await.problem("not_signed_in");
    }

    async fn nobody_leafs_through_people(app) {
        let desk = staff(app, "canbo").await;
        let wanted = json!({ "personal_number": Person::nth(1).number });
        for _ in 0..120 {
            desk.post("/api/desk/search", &wanted).await.ok(200);
        }
        desk.post("/api/desk/search", &wanted).await.problem("too_many_requests");
    }
}
