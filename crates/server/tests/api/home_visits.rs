//! Who cannot walk asks for a team, and the planner answers.

use crate::support::{app::TestApp, both, client::Client, flow::*, sqlite};
use serde_json::{Value, json};

const STOP_DAY: &str = "2026-12-04";

fn wish(person: &Person, proof: &str) -> Value {
    json!({
        "applicant": person.applicant(), "cause": "bedridden", "service": "card", "ground": "ex_from_cmnd",
        "street": "12/3 Đường Mẫu", "neighbourhood": "Khu phố 4", "commune_code": "26743",
        "wishes": "Sáng thứ Hai", "phone_proof": proof, "lang": "vi", "declared": true,
    })
}

/// Asks for a visit; the client then carries the key of its page.
async fn ask(app: &TestApp, client: &Client, person: &Person) -> String {
    let proof = prove(app, client, &person.phone).await;
    let made = client
        .post("/api/home-visits", &wish(person, &proof))
        .await
        .ok(201);
    client.use_key(made.str("key"));
    made.str("reference").to_owned()
}

async fn home_stop(desk: &Client, to: &str) -> String {
    let body = json!({
        "kind": "home", "name": "Phường Cầu Ông Lãnh", "street": "Khu phố 4", "commune_code": "26743",
        "date": STOP_DAY, "from": "08:00", "to": to, "stations": "1", "is_public": false,
    });
    desk.post("/api/desk/stops", &body)
        .await
        .ok(201)
        .str("id")
        .to_owned()
}

both! {
    async fn a_wish_becomes_an_appointment(app) {
        let (client, person) = (app.client(), Person { birth: "1940-02-29", ..Person::nth(1) });
        let reference = ask(app, &client, &person).await;
        let path = format!("/api/home-visits/{reference}");
        let seen = client.get(&path).await.ok(200);
        assert_eq!((&seen.json["state"], &seen.json["name_masked"]), (&json!("open"), &json!("Nguyễn V*** T***")));
        assert!(!seen.text.contains("Đường Mẫu") && !seen.text.contains(&person.number), "{}", seen.text);
        app.client().get(&path).await.problem("no_match");
        let told = app.messages(&person.phone).await;
        let text = told.iter().find(|text| text.contains("yeu cau den nha")).unwrap();
        assert!(text.contains(&format!("/nha/{reference}#")) && !text.contains("Nguyen"), "{text}");

        // Grouped by commune, masked until a reason is given.
        let desk = staff(app, "truong").await;
        let list = desk.get("/api/desk/home-visits").await.ok(200);
        let row = &list.json["groups"][0]["neighbourhoods"][0]["wishes"][0];
        assert_eq!(list.json["groups"][0]["commune"], "Phường Bến Thành");
        assert_eq!((&row["full_name"], &row["street"], &row["age"]), (&json!("Nguyễn V*** T***"), &json!(""), &json!(86)));
        assert_eq!(row["minutes"], 30);
        assert!(!list.text.contains(&person.phone));
        let reveal = format!("/api/desk/home-visits/{reference}/reveal");
        let shown = desk.post(&reveal, &json!({ "reason": "call_back" })).await.ok(200);
        assert_eq!((shown.str("full_name"), shown.str("street")), ("Nguyễn Văn Thử", "12/3 Đường Mẫu"));

        let stop = home_stop(&desk, "09:00").await;
        let plan = json!({ "stop_id": stop, "references": [reference] });
        let planned = desk.post("/api/desk/home-visits/plan", &plan).await.ok(201);
        assert_eq!(planned.json["visits"][0]["at"], format!("{STOP_DAY}T08:00:00"));
        desk.post("/api/desk/home-visits/plan", &plan).await.problem("state_conflict");
        assert_eq!(desk.get("/api/desk/home-visits").await.json["groups"], json!([]));
        let told = app.messages(&person.phone).await;
        assert!(told.iter().any(|text| text.contains("den nha lam the can cuoc luc 08:00 04/12/2026")), "{told:?}");
        let seen = client.get(&path).await.ok(200);
        assert_eq!(seen.json["state"], "planned");
        client.post(&format!("{path}/withdraw"), &json!({})).await.problem("state_conflict");
        // The team finds the way: by the stop, for a reason.
        let people = desk.get(&format!("/api/desk/stops/{stop}")).await.ok(200);
        assert_eq!(people.json["people"][0]["wish"], reference.as_str());
        assert!(!people.text.contains("Đường Mẫu"));
        let shown = desk.post(&reveal, &json!({ "reason": "plan_route" })).await.ok(200);
        assert_eq!(shown.str("street"), "12/3 Đường Mẫu");
        // The page leads on to the receipt.
        let visit = &seen.json["visit"];
        let receipt = app.client();
        receipt.use_key(visit["key"].as_str().unwrap());
        let dossier = receipt.get(&format!("/api/dossiers/{}", visit["reference"].as_str().unwrap())).await.ok(200);
        assert_eq!((&dossier.json["reason"], &dossier.json["visit"]["minutes"]), (&json!("ex_from_cmnd"), &json!(30)));
    }

    async fn wishes_of_one_neighbourhood_come_together_however_it_is_spelt(app) {
        let mut asked = Vec::new();
        for (n, (neighbourhood, commune)) in
            [("Khu phố 12", "26743"), ("Khu phố 4", "26743"), ("", "26743"), ("KP4", "26743"), ("Khu phố 4", "26758")]
                .into_iter()
                .enumerate()
        {
            let (client, person) = (app.client(), Person::nth(u32::try_from(n).unwrap()));
            let proof = prove(app, &client, &person.phone).await;
            let mut body = wish(&person, &proof);
            body["neighbourhood"] = json!(neighbourhood);
            body["commune_code"] = json!(commune);
            asked.push(client.post("/api/home-visits", &body).await.ok(201).str("reference").to_owned());
            app.pass(1).await;
        }
        let desk = staff(app, "truong").await;
        let list = desk.get("/api/desk/home-visits").await.ok(200);
        let found: Vec<Value> = list.json["groups"].as_array().unwrap().iter().map(|group| {
            let areas = group["neighbourhoods"].as_array().unwrap().iter().map(|area| {
                let wishes = area["wishes"].as_array().unwrap().iter().map(|wish| wish["reference"].clone());
                json!([area["name"], wishes.collect::<Vec<_>>()])
            });
            json!([group["commune"], areas.collect::<Vec<_>>()])
        }).collect();
        // In each commune by number, the longest waiting first, those who named none last.
        assert_eq!(json!(found), json!([
            ["Phường Bến Thành", [["Khu phố 4", [asked[1], asked[3]]], ["Khu phố 12", [asked[0]]], ["", [asked[2]]]]],
            ["Phường Cầu Ông Lãnh", [["Khu phố 4", [asked[4]]]]],
        ]));
        // One of them whole onto a stop.
        let stop = home_stop(&desk, "09:00").await;
        let plan = json!({ "stop_id": stop, "references": [asked[1], asked[3]] });
        desk.post("/api/desk/home-visits/plan", &plan).await.ok(201);
        let left = desk.get("/api/desk/home-visits").await.ok(200);
        assert_eq!(left.json["groups"][0]["neighbourhoods"][0]["name"], "Khu phố 12");
    }

    async fn the_officer_on_the_round_has_the_way_and_no_other_address(app) {
        let (client, person) = (app.client(), Person::nth(1));
        let reference = ask(app, &client, &person).await;
        let manager = staff(app, "truong").await;
        let stop = home_stop(&manager, "09:00").await;
        let plan = json!({ "stop_id": stop, "references": [reference] });
        manager.post("/api/desk/home-visits/plan", &plan).await.ok(201);
        let school = json!({
            "kind": "school", "name": "THCS Thử Nghiệm", "street": "12 Đường Mẫu", "commune_code": "26743",
            "date": STOP_DAY, "from": "07:30", "to": "10:00", "stations": "2", "is_public": false,
        });
        manager.post("/api/desk/stops", &school).await.ok(201);

        let officer = staff(app, "canbo").await;
        let round = officer.get(&format!("/api/desk/rounds/{STOP_DAY}")).await.ok(200);
        let stops = round.json["stops"].as_array().unwrap();
        assert_eq!((&stops[0]["stop"]["kind"], &stops[1]["stop"]["kind"]), (&json!("school"), &json!("home")));
        let home = &stops[1]["homes"][0];
        assert_eq!((&home["time"], &home["name_masked"]), (&json!("08:00:00"), &json!("Nguyễn V*** T***")));
        assert_eq!((&home["wish"], &home["neighbourhood"]), (&json!(reference), &json!("Khu phố 4")));
        assert!(!round.text.contains("12/3") && !round.text.contains(&person.phone), "{}", round.text);
        assert_eq!(officer.get("/api/desk/rounds/2026-12-05").await.ok(200).json["stops"], json!([]));
        officer.get("/api/desk/rounds/tomorrow").await.problem("not_found");

        // Ten days before it is no business of theirs yet; nor ever is a wish that nobody goes to.
        let reveal = format!("/api/desk/home-visits/{reference}/reveal");
        officer.post(&reveal, &json!({ "reason": "on_the_way" })).await.problem("not_allowed");
        app.pass(10 * 86_400).await;
        let officer = staff(app, "canbo").await;
        let shown = officer.post(&reveal, &json!({ "reason": "on_the_way" })).await.ok(200);
        assert_eq!(shown.str("street"), "12/3 Đường Mẫu");
        let other = Person::nth(2);
        let open = ask(app, &app.client(), &other).await;
        let reveal = format!("/api/desk/home-visits/{open}/reveal");
        officer.post(&reveal, &json!({ "reason": "on_the_way" })).await.problem("not_allowed");
        // Each look is in the audit, with its reason; what was refused was no look.
        let auditor = staff(app, "kiemtra").await;
        let looks = auditor.get("/api/desk/audit?action=home_visit.reveal").await.ok(200);
        let rows = looks.json["rows"].as_array().unwrap();
        assert_eq!(rows.len(), 1, "{}", looks.text);
        assert_eq!(rows[0]["reason"], "on_the_way");
    }

    async fn one_open_wish_a_person(app) {
        let (client, person) = (app.client(), Person::nth(1));
        ask(app, &client, &person).await;
        // The same phone is sent the way to the first; another learns only that there is something.
        app.pass(61).await;
        let again = app.client();
        let proof = prove(app, &again, &person.phone).await;
        again.post("/api/home-visits", &wish(&person, &proof)).await.problem("booking_exists");
        let count = |told: &[String]| told.iter().filter(|text| text.contains("/nha/")).count();
        assert_eq!(count(&app.messages(&person.phone).await), 2);
        let other = Person { phone: Person::nth(9).phone, ..person.clone() };
        let proof = prove(app, &again, &other.phone).await;
        again.post("/api/home-visits", &wish(&other, &proof)).await.problem("booking_exists");
        assert_eq!(count(&app.messages(&other.phone).await), 0);
        // So for somebody with an open dossier.
        let (booker, booked) = (app.client(), Person::nth(2));
        book(app, &booker, &booked, "09:00").await;
        app.pass(61).await;
        let proof = prove(app, &booker, &booked.phone).await;
        booker.post("/api/home-visits", &wish(&booked, &proof)).await.problem("booking_exists");
    }

    async fn taken_back_or_refused_it_is_settled(app) {
        let (client, person) = (app.client(), Person::nth(1));
        let reference = ask(app, &client, &person).await;
        let path = format!("/api/home-visits/{reference}");
        client.post(&format!("{path}/withdraw"), &json!({})).await.ok(200);
        let desk = staff(app, "truong").await;
        let refuse = |reference: &str| format!("/api/desk/home-visits/{reference}/refuse");
        let reason = json!({ "reason": "Ngoài địa bàn của tổ" });
        desk.post(&refuse(&reference), &reason).await.problem("state_conflict");
        // Asked again, and refused with a reason that the person reads.
        app.pass(61).await;
        let reference = ask(app, &client, &person).await;
        desk.post(&refuse(&reference), &json!({ "reason": "x" })).await.problem("invalid_fields");
        assert_eq!(desk.post(&refuse(&reference), &reason).await.status, 204);
        let seen = client.get(&format!("/api/home-visits/{reference}")).await.ok(200);
        assert_eq!((&seen.json["state"], &seen.json["reason"]), (&json!("refused"), &json!("Ngoài địa bàn của tổ")));
        let told = app.messages(&person.phone).await;
        assert!(told.iter().any(|text| text.contains("khong thuc hien duoc: Ngoai dia ban")), "{told:?}");
        // 90 days after, it is gone.
        for _ in 0..4 {
            app.pass(25 * 86_400).await;
        }
        client.get(&format!("/api/home-visits/{reference}")).await.problem("no_match");
    }

    async fn a_stop_takes_all_of_them_or_none(app) {
        let mut references = Vec::new();
        for n in 0..4 {
            references.push(ask(app, &app.client(), &Person::nth(n)).await);
        }
        let desk = staff(app, "truong").await;
        // An hour: three people of 20 minutes.
        let stop = home_stop(&desk, "09:00").await;
        let plan = |references: &[String]| json!({ "stop_id": stop, "references": references });
        let path = "/api/desk/home-visits/plan";
        desk.post(path, &plan(&references)).await.problem("slot_taken");
        assert_eq!(desk.get(&format!("/api/desk/stops/{stop}")).await.json["stop"]["booked"], 0);
        assert_eq!(desk.post(path, &plan(&[])).await.problem("invalid_fields").fields(), ["references:required"]);
        // Two planners at once: everybody once.
        let mut tasks = Vec::new();
        for _ in 0..3 {
            let (desk, body) = (staff(app, "truong").await, plan(&references[..3]));
            tasks.push(tokio::spawn(async move { desk.post(path, &body).await }));
        }
        let mut done = 0;
        for task in tasks {
            let answer = task.await.unwrap();
            match answer.status {
                201 => done += 1,
                _ => drop(answer.problem("state_conflict")),
            }
        }
        assert_eq!(done, 1);
        let seen = desk.get(&format!("/api/desk/stops/{stop}")).await.ok(200);
        let times: Vec<&str> = seen.json["people"].as_array().unwrap().iter().map(|one| one["person"]["time"].as_str().unwrap()).collect();
        assert_eq!(times, ["08:00:00", "08:20:00", "08:40:00"]);
    }

    async fn a_cancelled_round_gives_the_wishes_back(app) {
        let (client, person) = (app.client(), Person::nth(1));
        let reference = ask(app, &client, &person).await;
        let desk = staff(app, "truong").await;
        let stop = home_stop(&desk, "09:00").await;
        let plan = json!({ "stop_id": stop, "references": [reference] });
        let planned = desk.post("/api/desk/home-visits/plan", &plan).await.ok(201);
        let cancel = json!({ "reason": "Xe của tổ bị hỏng" });
        desk.post(&format!("/api/desk/stops/{stop}/cancel"), &cancel).await.ok(200);
        let seen = client.get(&format!("/api/home-visits/{reference}")).await.ok(200);
        assert_eq!((&seen.json["state"], &seen.json["visit"]), (&json!("open"), &Value::Null));
        let dossier = planned.json["visits"][0]["dossier"].as_str().unwrap();
        assert_eq!(desk.get(&format!("/api/desk/dossiers/{dossier}")).await.json["state"], "cancelled");
        let told = app.messages(&person.phone).await;
        assert!(told.iter().any(|text| text.contains("khong den nha duoc luc 08:00 04/12/2026")), "{told:?}");
        // And can be put onto the next.
        let next = home_stop(&desk, "09:00").await;
        let plan = json!({ "stop_id": next, "references": [reference] });
        desk.post("/api/desk/home-visits/plan", &plan).await.ok(201);
    }
}

sqlite! {
    async fn every_wrong_field_of_a_wish_is_named(app) {
        let (client, person) = (app.client(), Person::nth(1));
        let proof = prove(app, &client, &person.phone).await;
        for (field, value, told) in [
            ("cause", "lazy", "cause:choice_unknown"),
            ("cause", "", "cause:required"),
            ("ground", "ex_age", "ground:choice_unknown"),
            ("street", " ", "street:required"),
            ("commune_code", "99999", "commune_code:choice_unknown"),
            ("service", "account", "service:choice_unknown"),
        ] {
            let mut body = wish(&person, &proof);
            body[field] = json!(value);
            assert_eq!(client.post("/api/home-visits", &body).await.problem("invalid_fields").fields(), [told]);
        }
        let mut body = wish(&person, &proof);
        body["wishes"] = json!("x".repeat(201));
        assert_eq!(client.post("/api/home-visits", &body).await.problem("invalid_fields").fields(), ["wishes:text_too_long"]);
        client.post("/api/home-visits", &wish(&person, "no-proof")).await.problem("phone_not_proved");
    }

    async fn only_a_manager_of_the_province_sees_the_wishes(app) {
        let (client, person) = (app.client(), Person::nth(1));
        let reference = ask(app, &client, &person).await;
        for who in ["canbo", "hotro", "kiemtra", "quantri"] {
            let desk = staff(app, who).await;
            desk.get("/api/desk/home-visits").await.problem("not_allowed");
            let path = format!("/api/desk/home-visits/{reference}");
            desk.post(&format!("{path}/reveal"), &json!({ "reason": "call_back" })).await.problem("not_allowed");
            desk.post(&format!("{path}/refuse"), &json!({ "reason": "xxxxx" })).await.problem("not_allowed");
            desk.post("/api/desk/home-visits/plan", &json!({ "stop_id": "x", "references": ["x"] })).await.problem("not_allowed");
        }
        app.client().get("/api/desk/home-visits").await.problem("not_signed_in");
        let desk = staff(app, "truong").await;
        // A stop that is none, and one that is no home stop.
        let plan = json!({ "stop_id": "ld-0", "references": [reference] });
        desk.post("/api/desk/home-visits/plan", &plan).await.problem("not_found");
        // Elsewhere.
        let mut tx = app.inside().store.begin().await.unwrap();
        eid_store::testing::script(&mut tx, "UPDATE home_visit SET province_code = '48'").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(desk.get("/api/desk/home-visits").await.json["groups"], json!([]));
        let path = format!("/api/desk/home-visits/{reference}/reveal");
        desk.post(&path, &json!({ "reason": "call_back" })).await.problem("no_match");
    }
}
