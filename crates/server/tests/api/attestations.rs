//! Showing one's e-ID, and checking it.

use crate::support::{both, client::Client, flow::*};
use eid_domain::attest::{Claim, Judged, Said, judge};
use serde_json::json;

/// Signs in who has just activated.
async fn sign_in(client: &Client, person: &Person) {
    let given = json!({ "personal_number": person.number, "password": PASSWORD });
    client.post("/api/session", &given).await.ok(200);
}

async fn check(client: &Client, token: &str, checker: &str) -> String {
    let asked = json!({ "token": token, "checker": checker });
    client
        .post("/api/attestations/check", &asked)
        .await
        .ok(200)
        .str("state")
        .to_owned()
}

both! {
    async fn what_was_ticked_is_shown_checked_seen_by_its_owner_and_taken_back(app) {
        let (client, person) = (app.client(), Person::nth(1));
        approved(app, &client, &person).await;
        activate(app, &client, &person).await;
        let wanted = json!({ "claims": ["name", "age_over_18", "name"] });
        app.client().post("/api/account/attestations", &wanted).await.problem("not_signed_in");
        sign_in(&client, &person).await;
        let none = client.post("/api/account/attestations", &json!({ "claims": [] })).await;
        assert_eq!(none.problem("invalid_fields").fields(), ["claims:required"]);
        let made = client.post("/api/account/attestations", &wanted).await.ok(201);
        let token = made.str("token").to_owned();
        assert_eq!(made.json["expires_in_s"], 60);
        assert!(made.json["code"]["side"].as_u64().unwrap() < 90, "{}", made.json["code"]["side"]);

        // With the published keys alone.
        let keys = serde_json::from_value(app.client().get("/api/slips/keys").await.ok(200).json).unwrap();
        let Judged::Good(said) = judge(&token, &keys, app.inside().now()) else { panic!("not good") };
        assert_eq!(said.said, [(Claim::AgeOver18, Said::Truth(true)), (Claim::Name, Said::Text(person.name.to_owned()))]);

        let stranger = app.client();
        assert_eq!(check(&stranger, &token, " Chung cư Hoa Sen ").await, "valid");
        assert_eq!(check(&stranger, "xin chào", "").await, "unknown");
        assert_eq!(check(&stranger, &token[..token.len() - 8], "").await, "unknown");
        let long = json!({ "token": token, "checker": "a".repeat(61) });
        let refused = stranger.post("/api/attestations/check", &long).await;
        assert_eq!(refused.problem("invalid_fields").fields(), ["checker:text_too_long"]);

        let seen = client.get("/api/account/attestations").await.ok(200);
        let shown = &seen.json["shown"][0];
        assert_eq!(shown["claims"], json!(["age_over_18", "name"]));
        assert_eq!(shown["checks"].as_array().unwrap().len(), 1);
        assert_eq!((&shown["checks"][0]["checker"], &shown["checks"][0]["state"]), (&json!("Chung cư Hoa Sen"), &json!("valid")));
        // What was said is kept nowhere but in the token.
        assert!(!seen.text.contains(person.name));

        // Taken back at once; a new one takes the place of the old.
        client.delete("/api/account/attestations").await.ok(204);
        assert_eq!(check(&stranger, &token, "").await, "revoked");
        let second = client.post("/api/account/attestations", &wanted).await.ok(201).str("token").to_owned();
        let third = client.post("/api/account/attestations", &wanted).await.ok(201).str("token").to_owned();
        assert_eq!(check(&stranger, &second, "").await, "revoked");
        assert_eq!(check(&stranger, &third, "").await, "valid");
        app.pass(61).await;
        assert_eq!(check(&stranger, &third, "").await, "expired");
    }

    /// Twenty checks by anybody pushed out the one that mattered, and twenty codes that nobody read pushed out the one that was.
    async fn nobody_who_checks_pushes_another_out(app) {
        let (client, person) = (app.client(), Person::nth(4));
        approved(app, &client, &person).await;
        activate(app, &client, &person).await;
        sign_in(&client, &person).await;
        let wanted = json!({ "claims": ["name"] });
        let make = async || client.post("/api/account/attestations", &wanted).await.ok(201).str("token").to_owned();
        let token = make().await;
        let stranger = app.client();
        check(&stranger, &token, "Quầy vé").await;
        for n in 0..60 {
            check(&stranger, &token, if n % 2 == 0 { "Kẻ phá" } else { "" }).await;
        }
        // Codes that nobody has read are no news.
        for _ in 0..25 {
            make().await;
        }
        let seen = client.get("/api/account/attestations").await.ok(200);
        let shown = seen.json["shown"].as_array().unwrap();
        assert_eq!(shown.len(), 1);
        let mut by: Vec<(&str, u64)> = shown[0]["checks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|check| (check["checker"].as_str().unwrap(), check["times"].as_u64().unwrap()))
            .collect();
        by.sort_unstable();
        assert_eq!(by, [("", 30), ("Kẻ phá", 30), ("Quầy vé", 1)]);
        // Later than five minutes after its end nothing is noted, whatever is answered.
        app.pass(361).await;
        check(&stranger, &token, "Muộn").await;
        assert!(!client.get("/api/account/attestations").await.ok(200).text.contains("Muộn"));
    }

    /// Story: an address that somebody types is no address. What is said is what the police have answered for the wallet.
    async fn a_place_of_residence_is_said_once_the_wallet_has_it(app) {
        let (client, person) = (app.client(), Person::nth(5));
        approved(app, &client, &person).await;
        activate(app, &client, &person).await;
        sign_in(&client, &person).await;
        let (at, wanted) = ("/api/account/attestations", json!({ "claims": ["residence"] }));
        let refused = client.post(at, &wanted).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["claims:choice_unknown"]);
        assert_eq!(client.get(at).await.ok(200).json["residence"], false);
        let paper = "/api/account/wallet/permanent_residence";
        client.post(paper, &json!({})).await.ok(201);
        client.post(at, &wanted).await.problem("invalid_fields");
        for _ in 0..2 {
            app.pass(5).await;
        }
        assert_eq!(client.get(at).await.ok(200).json["residence"], true);
        let everything = json!({ "claims": ["age_over_18", "age_over_60", "name", "birth_date", "personal_number", "residence"] });
        let made = client.post(at, &everything).await.ok(201);
        assert!(made.json["code"]["side"].as_u64().unwrap() < 110, "{}", made.json["code"]["side"]);
        let keys = serde_json::from_value(app.client().get("/api/slips/keys").await.ok(200).json).unwrap();
        let Judged::Good(said) = judge(made.str("token"), &keys, app.inside().now()) else { panic!("not good") };
        let place = "Phường Sài Gòn, Thành phố Hồ Chí Minh".to_owned();
        assert_eq!(said.said.last(), Some(&(Claim::Residence, Said::Text(place))));
        // Out of the wallet, out of what can be said.
        client.delete(paper).await.ok(204);
        client.post(at, &wanted).await.problem("invalid_fields");
    }

    async fn a_locked_account_shows_nothing_and_what_it_showed_falls(app) {
        let (client, person) = (app.client(), Person::nth(2));
        approved(app, &client, &person).await;
        activate(app, &client, &person).await;
        sign_in(&client, &person).await;
        let wanted = json!({ "claims": ["age_over_18"] });
        let token = client.post("/api/account/attestations", &wanted).await.ok(201).str("token").to_owned();
        client.post("/api/account/lock", &json!({})).await.ok(204);
        assert_eq!(check(&app.client(), &token, "").await, "revoked");
    }

    async fn old_statements_and_their_checks_are_removed(app) {
        let (client, person) = (app.client(), Person::nth(3));
        approved(app, &client, &person).await;
        activate(app, &client, &person).await;
        sign_in(&client, &person).await;
        let token = client.post("/api/account/attestations", &json!({ "claims": ["name"] })).await.ok(201).str("token").to_owned();
        assert_eq!(check(&app.client(), &token, "").await, "valid");
        for _ in 0..4 {
            app.pass(23 * 86_400).await;
        }
        assert_eq!(check(&app.client(), &token, "").await, "unknown");
    }
}
