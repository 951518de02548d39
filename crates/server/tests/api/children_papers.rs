//! What who represents a child does with the child's account: the e-ID is shown, papers of other agencies are asked for.

use crate::{
    children::{child, children, consent, family, mother, path, recorded, told},
    support::{app::TestApp, both, client::Client, flow::*},
};
use eid_domain::attest::{Claim, Judged, Said, judge};
use serde_json::{Value, json};

/// A child of nine, recorded, approved, without consent yet: the mother's client, the desk, the child, its address.
async fn waiting(app: &TestApp, n: u32) -> (Client, Client, Person, String, String) {
    let (client, child) = (app.client(), child(n, "2017-08-15"));
    let (desk, reference) = family(app, &client, &child, "card_and_account").await;
    desk.post(&path(&reference), &recorded(&mother())).await.ok(200);
    let id = children(&client).await[0]["id"].as_str().unwrap().to_owned();
    (
        client,
        desk,
        child,
        reference,
        format!("/api/account/children/{id}"),
    )
}

async fn state_of(app: &TestApp, token: &str) -> String {
    let asked = json!({ "token": token, "checker": "Nhà nghỉ Mẫu" });
    let answer = app.client().post("/api/attestations/check", &asked).await.ok(200);
    answer.str("state").to_owned()
}

both! {
    async fn a_childs_e_id_is_shown_by_who_represents_it_and_falls_with_the_consent(app) {
        let (client, desk, child, reference, here) = waiting(app, 11).await;
        let (show, wanted) = (format!("{here}/attestations"), json!({ "claims": ["name", "birth_date", "age_over_18"] }));
        client.post(&show, &wanted).await.problem("state_conflict");
        client.get(&show).await.problem("state_conflict");
        client.post(&format!("{here}/consent"), &consent()).await.ok(200);
        assert_eq!(client.post(&show, &json!({ "claims": [] })).await.problem("invalid_fields").fields(), ["claims:required"]);
        let token = client.post(&show, &wanted).await.ok(201).str("token").to_owned();
        let keys = serde_json::from_value(app.client().get("/api/slips/keys").await.ok(200).json).unwrap();
        let Judged::Good(said) = judge(&token, &keys, app.inside().now()) else { panic!("not good") };
        assert_eq!(said.said, [
            (Claim::AgeOver18, Said::Truth(false)),
            (Claim::Name, Said::Text(child.name.to_owned())),
            (Claim::BirthDate, Said::Text("2017-08-15".to_owned())),
        ]);
        assert_eq!(state_of(app, &token).await, "valid");
        // It is the child's: seen there, and not among hers.
        assert_eq!(client.get(&show).await.ok(200).json["shown"][0]["checks"][0]["checker"], "Nhà nghỉ Mẫu");
        assert_eq!(client.get("/api/account/attestations").await.ok(200).json["shown"], json!([]));
        client.delete("/api/account/attestations").await.ok(204);
        assert_eq!(state_of(app, &token).await, "valid", "hiding her own hides nothing of the child's");
        client.delete(&show).await.ok(204);
        assert_eq!(state_of(app, &token).await, "revoked");

        let second = client.post(&show, &wanted).await.ok(201).str("token").to_owned();
        client.post(&format!("{here}/withdraw"), &json!({})).await.ok(200);
        assert_eq!(state_of(app, &second).await, "revoked", "without consent nothing speaks for a child");
        client.post(&show, &wanted).await.problem("state_conflict");
        client.post(&format!("{here}/consent"), &consent()).await.ok(200);
        let third = client.post(&show, &wanted).await.ok(201).str("token").to_owned();
        // A court takes the representation away while the code is on the screen.
        let seen = desk.get(&path(&reference)).await.ok(200).json;
        let id = seen["representatives"][0]["id"].as_str().unwrap().to_owned();
        desk.post(&format!("{}/{id}/end", path(&reference)), &json!({ "reason": "court" })).await.ok(200);
        assert_eq!(state_of(app, &third).await, "revoked");
        client.post(&show, &wanted).await.problem("no_match");
        app.client().post(&show, &wanted).await.problem("not_signed_in");
        for method in ["nothing", "%20"] {
            client.post(&format!("/api/account/children/{method}/attestations"), &wanted).await.problem("no_match");
        }
    }

    async fn papers_of_a_child_are_asked_for_shown_and_told_with_the_childs_name(app) {
        let (client, _, child, _, here) = waiting(app, 12).await;
        let wallet = format!("{here}/wallet");
        let paper = format!("{wallet}/birth_certificate");
        client.get(&wallet).await.problem("state_conflict");
        client.post(&paper, &json!({})).await.problem("state_conflict");
        client.post(&format!("{here}/consent"), &consent()).await.ok(200);
        assert_eq!(client.get(&wallet).await.ok(200).json, json!({ "may_ask": true, "papers": [], "child": child.name }));
        assert_eq!(client.post(&paper, &json!({})).await.ok(201).json["state"], "waiting");
        client.post(&paper, &json!({})).await.problem("change_not_allowed");
        for not_here in ["identity_card", "nothing"] {
            client.post(&format!("{wallet}/{not_here}"), &json!({})).await.problem("no_match");
        }
        for _ in 0..2 {
            app.pass(5).await;
        }
        assert_eq!(told(app, &child.phone, "Vi cua Le Van Be: Giay khai sinh da tich hop").await, 1);
        let masked = client.get(&wallet).await.ok(200);
        assert_eq!(masked.json["papers"][0]["state"], "integrated");
        let whole = format!("99{}", &child.number[2..]);
        assert!(!masked.text.contains(&whole));
        assert_eq!(client.get(&paper).await.ok(200).str("number"), whole);
        // Hers is another wallet.
        assert_eq!(client.get("/api/account/wallet").await.ok(200).json["papers"], json!([]));
        client.delete("/api/account/wallet/birth_certificate").await.problem("no_match");
        client.post(&format!("{paper}/mismatch"), &json!({})).await.problem("change_not_allowed");
        // It is in the log of the child's account who has done what.
        let auditor = staff(app, "kiemtra").await;
        let log = auditor.get("/api/desk/audit?action=account.paper_asked").await.ok(200).json;
        let entry = &log["rows"][0];
        assert_eq!((&entry["actor"], &entry["object_kind"]), (&json!("citizen"), &json!("account")), "{log}");

        client.delete(&paper).await.ok(204);
        client.get(&paper).await.problem("no_match");
        client.delete(&paper).await.problem("no_match");
        client.post(&format!("{here}/withdraw"), &json!({})).await.ok(200);
        for refused in [client.get(&wallet).await, client.get(&paper).await, client.delete(&paper).await] {
            refused.problem("state_conflict");
        }
    }

    async fn at_level_1_there_is_no_e_id_and_no_paper(app) {
        let (client, child) = (app.client(), child(13, "2017-08-15"));
        let (desk, reference) = family(app, &client, &child, "card").await;
        desk.post(&path(&reference), &recorded(&mother())).await.ok(200);
        at_desk(&desk, &reference, "card-arrived", json!({})).await;
        app.work().await;
        at_desk(&desk, &reference, "hand-over", seen_slip()).await;
        let id = children(&client).await[0]["id"].as_str().unwrap().to_owned();
        let here = format!("/api/account/children/{id}");
        let opened: Value = client.post(&format!("{here}/consent"), &consent()).await.ok(200).json;
        assert_eq!((&opened["children"][0]["step"], &opened["children"][0]["level"]), (&json!("in_use"), &json!(1)));
        client.post(&format!("{here}/attestations"), &json!({ "claims": ["name"] })).await.problem("state_conflict");
        client.get(&format!("{here}/wallet")).await.problem("state_conflict");
        client.post(&format!("{here}/wallet/birth_certificate"), &json!({})).await.problem("state_conflict");
    }
}
