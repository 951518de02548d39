//! How many of what: counted as it happens, told to who may know, set apart from what was reported before.

use crate::support::{app::TestApp, both, flow::*};
use eid_server::jobs::figures;
use serde_json::{Value, json};

async fn count(app: &TestApp) {
    app.work().await;
    while figures::round(app.inside()).await.unwrap() > 0 {}
}

fn unit<'a>(view: &'a Value, office: &str) -> &'a Value {
    let units = view["units"].as_array().unwrap();
    units.iter().find(|unit| unit["office_id"] == office).unwrap()
}

/// `received 1 permanent`, sorted.
fn counts(unit: &Value) -> Vec<String> {
    let word = |value: &Value| value.as_str().unwrap_or("unknown").to_owned();
    let mut all: Vec<String> = unit["counts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            format!(
                "{} {} {}",
                word(&one["measure"]),
                one["count"],
                word(&one["residence"])
            )
        })
        .collect();
    all.sort();
    all
}

both! {
    async fn a_day_of_an_office_is_counted(app) {
        let boss = staff(app, "quantri").await;
        let seen = boss.get("/api/desk/figures").await.ok(200).json;
        assert_eq!(counts(unit(&seen, OFFICE)), [""; 0]);
        assert_eq!((seen["waiting"].clone(), seen["everywhere"].clone(), seen["newest_at"].clone()), (json!(0), json!(true), json!(null)));
        // What was reported before is there on the first day, and in no count.
        let reported = seen["reported"].as_array().unwrap();
        assert!(reported.iter().any(|one| one["measure"] == "eligible" && one["value"] == 816_918));
        assert!(seen["units"].as_array().unwrap().iter().all(|unit| unit["activated_ever"] == 0));

        let (client, person) = (app.client(), Person::nth(1));
        approved(app, &client, &person).await;
        activate(app, &client, &person).await;
        let seen = boss.get("/api/desk/figures").await.ok(200).json;
        assert!(seen["waiting"].as_u64().unwrap() >= 2, "{seen}");
        count(app).await;
        let seen = boss.get("/api/desk/figures").await.ok(200).json;
        assert_eq!(seen["waiting"], 0);
        let told = counts(unit(&seen, OFFICE));
        assert!(told.iter().any(|one| one.starts_with("received 1 ")), "{told:?}");
        assert!(told.iter().any(|one| one.starts_with("activated 1 ")), "{told:?}");
        assert_eq!(unit(&seen, OFFICE)["activated_ever"], 1);
        assert_eq!(seen["pace"]["activated"], 1);
        let weeks = seen["weeks"].as_array().unwrap();
        assert_eq!((weeks.len(), weeks.last().unwrap()["received"].clone()), (13, json!(1)));
        assert_eq!(weeks.last().unwrap()["monday"], "2026-11-23");

        // Days without anything, and another office.
        let before = boss.get("/api/desk/figures?from=2026-10-01&to=2026-10-31").await.ok(200).json;
        assert!(!counts(unit(&before, OFFICE)).iter().any(|one| one.starts_with("received")));
        assert_eq!((before["weeks"].as_array().unwrap().len(), before["weeks"][0]["monday"].clone()), (5, json!("2026-09-28")));
        let other = boss.get("/api/desk/figures?office=dn-hai-chau").await.ok(200).json;
        assert_eq!(other["units"].as_array().unwrap().len(), 1);
        assert_eq!(other["pace"]["activated"], 0);

        // The same as a table.
        let table = boss.get("/api/desk/figures.csv").await.ok(200);
        assert!(table.header("content-type").starts_with("text/csv"));
        assert!(table.text.contains(&format!("counted,{OFFICE},")), "{}", table.text);
        assert!(table.text.contains("reported,,TP. Đà Nẵng,eligible,,816918,,exact,,2022-04-30,"), "{}", table.text);
        assert!(!table.text.contains(&person.number) && !table.text.contains(person.name));
    }

    async fn who_sees_which_office(app) {
        let manager = staff(app, "truong").await;
        let own = manager.get("/api/desk/figures").await.ok(200).json;
        assert_eq!((own["office_id"].clone(), own["everywhere"].clone()), (json!(OFFICE), json!(false)));
        assert_eq!(own["units"].as_array().unwrap().len(), 1);
        manager.get(&format!("/api/desk/figures?office={OFFICE}")).await.ok(200);
        for path in ["/api/desk/figures?office=dn-hai-chau", "/api/desk/figures.csv?office=dn-hai-chau"] {
            manager.get(path).await.problem("not_allowed");
        }
        let auditor = staff(app, "kiemtra").await;
        let all = auditor.get("/api/desk/figures").await.ok(200).json;
        assert!(all["units"].as_array().unwrap().len() > 40);
        assert_eq!(all["may_set"], false);
        let fields = |answer: crate::support::answer::Answer| answer.problem("invalid_fields").fields();
        assert_eq!(fields(auditor.get("/api/desk/figures?office=nowhere").await), ["office:choice_unknown"]);
        assert_eq!(fields(auditor.get("/api/desk/figures?from=2026-11-02&to=2026-11-01").await), ["to:date_impossible"]);
        assert_eq!(fields(auditor.get("/api/desk/figures?from=2020-01-01").await), ["to:date_impossible"]);
        auditor.get("/api/desk/figures?from=x").await.problem("invalid_fields");
    }

    async fn a_target_and_the_day_it_is_reached(app) {
        let manager = staff(app, "truong").await;
        let path = format!("/api/desk/figures/targets/{OFFICE}");
        let target = |target: u32, version: u32| {
            json!({ "eligible": 50, "target": target, "until": "2026-12-31", "version": version })
        };
        let wrong = json!({ "eligible": 5, "target": 6, "until": "2026-11-23", "version": 0 });
        let refused = manager.put(&path, &wrong).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["target:choice_unknown", "until:choice_unknown"]);
        manager.put("/api/desk/figures/targets/dn-hai-chau", &target(10, 0)).await.problem("not_allowed");
        assert_eq!(manager.put(&path, &target(10, 0)).await.status, 204);
        manager.put(&path, &target(11, 0)).await.problem("state_conflict");
        let of = |view: &Value| unit(view, OFFICE)["target"].clone();
        let seen = manager.get("/api/desk/figures").await.ok(200).json;
        assert_eq!((of(&seen)["reached"].clone(), of(&seen)["version"].clone()), (json!("never"), json!(1)));

        let (client, person) = (app.client(), Person::nth(2));
        approved(app, &client, &person).await;
        activate(app, &client, &person).await;
        count(app).await;
        // Signed in again: days have passed.
        let manager = staff(app, "truong").await;
        let seen = manager.get("/api/desk/figures").await.ok(200).json;
        assert_eq!(of(&seen)["reached"], "later", "{seen}");
        assert!(of(&seen)["reached_on"].as_str().unwrap() > "2026-12-01");
        let boss = staff(app, "quantri").await;
        assert_eq!(boss.put(&path, &target(1, 1)).await.status, 204);
        let seen = manager.get("/api/desk/figures").await.ok(200).json;
        assert_eq!((of(&seen)["reached"].clone(), of(&seen)["reached_on"].clone()), (json!("yes"), json!(null)));
        boss.put("/api/desk/figures/targets/nowhere", &target(1, 0)).await.problem("not_found");
        let noted = staff(app, "kiemtra").await.get("/api/desk/audit?action=figures.target").await.ok(200).json;
        assert_eq!(noted["rows"].as_array().unwrap().len(), 2);
    }
}
