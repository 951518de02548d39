//! Children in the account of who represents them: recorded at the desk, consent before use, the 14th birthday.

use crate::support::{app::TestApp, both, client::Client, flow::*, sqlite};
use eid_domain::child::CONSENT_VERSION;
use serde_json::{Value, json};

const DAY_S: u32 = 86_400;

pub(crate) fn mother() -> Person {
    Person {
        name: "Trần Thị Mẫu",
        ..Person::nth(1)
    }
}

/// A child, on the mother's phone.
pub(crate) fn child(n: u32, birth: &'static str) -> Person {
    Person {
        name: "Lê Văn Bé",
        number: format!("097217{n:06}"),
        birth,
        phone: mother().phone,
    }
}

async fn book_child(app: &TestApp, client: &Client, child: &Person, service: &str) -> String {
    let hold = json!({
        "office_id": OFFICE, "starts_at": format!("{DAY}T08:30:00"), "service": service, "age_group": "from_6_to_13",
    });
    let held = client.post("/api/holds", &hold).await.ok(201);
    let proof = prove(app, client, &child.phone).await;
    let mut applicant = child.applicant();
    applicant["representative_name"] = json!(mother().name);
    let body = json!({
        "hold_id": held.str("id"), "reason": "new_6_14", "service": service, "applicant": applicant,
        "phone_proof": proof, "lang": "vi", "declared": true,
    });
    let booked = client.post("/api/bookings", &body).await.ok(201);
    booked.str("reference").to_owned()
}

/// Mother and child in one morning: her account in use and signed in, the child's decided. Gives the desk and the child's
/// reference.
pub(crate) async fn family(
    app: &TestApp,
    client: &Client,
    child: &Person,
    service: &str,
) -> (Client, String) {
    let reference = book_child(app, client, child, service).await;
    let mother = mother();
    let hers = book(app, client, &mother, "07:30").await;
    app.pass(TO_OPENING).await;
    let desk = staff(app, "canbo").await;
    receive(app, &desk, &hers.reference).await;
    app.pass(3_600).await;
    let given = json!({
        "form_signed": true, "biometrics_done": true, "residence": "permanent", "old_card_returned": false,
        "account_form_signed": service != "card", "remark": "",
    });
    at_desk(&desk, &reference, "check-in", json!({})).await;
    at_desk(&desk, &reference, "start-intake", json!({})).await;
    at_desk(&desk, &reference, "receive", given).await;
    app.work().await;
    decide(app, &desk).await;
    activate(app, client, &mother).await;
    sign_in(client, &mother).await;
    (desk, reference)
}

async fn sign_in(client: &Client, person: &Person) {
    let given = json!({ "personal_number": person.number, "password": PASSWORD });
    client.post("/api/session", &given).await.ok(200);
}

pub(crate) fn recorded(person: &Person) -> Value {
    json!({
        "full_name": person.name, "personal_number": person.number, "relation": "mother",
        "proof": "birth_certificate", "card_shown": true,
    })
}

pub(crate) fn path(reference: &str) -> String {
    format!("/api/desk/dossiers/{reference}/representatives")
}

pub(crate) async fn children(client: &Client) -> Vec<Value> {
    let all = client.get("/api/account/children").await.ok(200).json;
    all["children"].as_array().unwrap().clone()
}

pub(crate) fn consent() -> Value {
    json!({ "agreed": true, "text_version": CONSENT_VERSION, "passcode": "135790" })
}

pub(crate) async fn told(app: &TestApp, phone: &str, words: &str) -> usize {
    let all = app.messages(phone).await;
    all.iter().filter(|text| text.contains(words)).count()
}

both! {
    async fn nothing_of_a_child_is_used_before_consent_nor_after_it_is_withdrawn(app) {
        let (client, child) = (app.client(), child(1, "2017-08-15"));
        app.client().get("/api/account/children").await.problem("not_signed_in");
        let (desk, reference) = family(app, &client, &child, "card_and_account").await;
        assert_eq!(told(app, &child.phone, "Tai khoan cua Le Van Be da duoc duyet").await, 1);
        assert!(children(&client).await.is_empty(), "nobody has recorded her");
        // Whoever has the phone and knows the number does not open a child's account.
        start_activation(&app.client(), &child).await;
        let stranger = app.client();
        app.pass(61).await;
        start_activation(&stranger, &child).await;
        let code = app.code(&child.phone).await;
        stranger.post("/api/activation/code", &json!({ "code": code })).await.problem("representative_needed");

        let seen = desk.post(&path(&reference), &recorded(&mother())).await.ok(200).json;
        assert_eq!((&seen["representatives"][0]["relation"], &seen["may_record"]), (&json!("mother"), &json!(true)));
        assert!(!seen.to_string().contains(&mother().number) && !seen.to_string().contains("Trần Thị Mẫu"), "{seen}");
        assert_eq!(told(app, &child.phone, "Da ghi mot nguoi dai dien cua Le Van Be").await, 1);

        let all = children(&client).await;
        assert_eq!(all.len(), 1);
        assert_eq!((&all[0]["step"], &all[0]["level"], &all[0]["own_from"]), (&json!("activate"), &json!(0), &json!("2031-08-15")));
        assert!(!all[0].to_string().contains(&child.number), "{}", all[0]);
        let here = format!("/api/account/children/{}", all[0]["id"].as_str().unwrap());
        client.get(&format!("{here}/card")).await.problem("state_conflict");
        client.post(&format!("{here}/withdraw"), &json!({})).await.problem("state_conflict");
        let mut wrong = consent();
        wrong["agreed"] = json!(false);
        wrong["passcode"] = json!("");
        let refused = client.post(&format!("{here}/consent"), &wrong).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["agreed:consent_required", "passcode:required"]);
        let mut wrong = consent();
        wrong["passcode"] = json!("024680");
        let refused = client.post(&format!("{here}/consent"), &wrong).await.problem("invalid_fields");
        assert_eq!((refused.fields(), &refused.json["tries_left"]), (vec!["passcode:passcode_wrong".to_owned()], &json!(4)));

        let after = client.post(&format!("{here}/consent"), &consent()).await.ok(200).json;
        let mine = &after["children"][0];
        assert_eq!((&mine["step"], &mine["level"], &mine["consent"]["by_me"]), (&json!("in_use"), &json!(2), &json!(true)));
        assert_eq!(mine["consent"]["text_version"], CONSENT_VERSION);
        assert_eq!(told(app, &child.phone, "Da dong y cho dung tai khoan cua Le Van Be").await, 1);
        let card = client.get(&format!("{here}/card")).await.ok(200);
        assert_eq!((card.str("personal_number"), card.str("full_name")), (child.number.as_str(), child.name));
        client.post(&format!("{here}/consent"), &consent()).await.problem("state_conflict");

        // It stops at once, for every session of hers.
        let stopped = client.post(&format!("{here}/withdraw"), &json!({})).await.ok(200).json;
        assert_eq!((&stopped["children"][0]["step"], &stopped["children"][0]["consent"]), (&json!("consent"), &Value::Null));
        client.get(&format!("{here}/card")).await.problem("state_conflict");
        assert_eq!(told(app, &child.phone, "tai khoan cua Le Van Be khong dung duoc nua").await, 1);
        client.post(&format!("{here}/consent"), &consent()).await.ok(200);
        client.get(&format!("{here}/card")).await.ok(200);
        // Nobody signs in to it: it has no secrets of its own.
        let given = json!({ "personal_number": child.number, "password": PASSWORD });
        app.client().post("/api/session", &given).await.problem("sign_in_refused");

        // The court ends it: at once, with the consent, told to her.
        let shown = desk.get(&path(&reference)).await.ok(200).json;
        assert_eq!(shown["representatives"][0]["consents"], true);
        let end = format!("{}/{}/end", path(&reference), shown["representatives"][0]["id"].as_str().unwrap());
        for odd in ["", "of_age", "quarrel"] {
            let refused = desk.post(&end, &json!({ "reason": odd })).await.problem("invalid_fields");
            assert!(refused.fields()[0].starts_with("reason:"));
        }
        desk.post(&end, &json!({ "reason": "court" })).await.ok(200);
        desk.post(&end, &json!({ "reason": "court" })).await.problem("no_match");
        assert!(children(&client).await.is_empty());
        client.get(&format!("{here}/card")).await.problem("no_match");
        client.post(&format!("{here}/consent"), &consent()).await.problem("no_match");
        assert_eq!(told(app, &child.phone, "Ban khong con dai dien cho Le Van Be: theo quyet dinh cua toa an").await, 1);
    }

    async fn at_fourteen_the_account_is_the_persons_own(app) {
        let (client, child) = (app.client(), child(2, "2012-12-20"));
        let (desk, reference) = family(app, &client, &child, "card_and_account").await;
        desk.post(&path(&reference), &recorded(&mother())).await.ok(200);
        let id = children(&client).await[0]["id"].as_str().unwrap().to_owned();
        let here = format!("/api/account/children/{id}");
        client.post(&format!("{here}/consent"), &consent()).await.ok(200);
        // 28 days before is over: both are told, each once.
        app.pass(60).await;
        app.pass(60).await;
        let soon = "Le Van Be du 14 tuoi ngay 20/12/2026";
        let before = told(app, &child.phone, soon).await;
        assert_eq!(before, 1, "one phone of both, one message");

        // 19 December, 23:59: hers. A minute later: not any more.
        let now = app.inside().now().as_second();
        let midnight = "2026-12-19T17:00:00Z".parse::<jiff::Timestamp>().unwrap().as_second();
        app.pass(u32::try_from(midnight - now - 60).unwrap()).await;
        sign_in(&client, &mother()).await;
        client.get(&format!("{here}/card")).await.ok(200);
        client.post("/api/dev/clock", &json!({ "seconds": 60 })).await.ok(204);
        client.get(&format!("{here}/card")).await.problem("no_match");
        assert!(children(&client).await.is_empty(), "before any job has run");
        app.work().await;
        // Nobody is woken at midnight.
        assert_eq!(told(app, &child.phone, "Ban khong con dai dien cho Le Van Be: da du 14 tuoi").await, 0);
        app.pass(7 * 3600 + 60).await;
        assert_eq!(told(app, &child.phone, "Ban khong con dai dien cho Le Van Be: da du 14 tuoi").await, 1);
        assert_eq!(told(app, &child.phone, "Le Van Be du 14 tuoi va tu dung tai khoan nay").await, 1);

        // Her phone opens nothing of it.
        let codes = told(app, &child.phone, "Ma xac nhan").await;
        start_activation(&app.client(), &child).await;
        assert_eq!(told(app, &child.phone, "Ma xac nhan").await, codes);
        // The person brings a number of their own, and activates.
        let desk = staff(app, "canbo").await;
        assert_eq!(desk.get(&format!("/api/desk/dossiers/{reference}")).await.ok(200).json["represented"], true);
        let seen = desk.get(&path(&reference)).await.ok(200).json;
        assert_eq!((&seen["needs_own_phone"], &seen["is_child"], &seen["representatives"]), (&json!(true), &json!(false), &json!([])));
        desk.post(&path(&reference), &recorded(&mother())).await.problem("change_not_allowed");
        at_desk(&desk, &reference, "reveal", json!({ "reason": "at_counter" })).await;
        let hers = json!({ "phone": mother().phone, "identity_checked": true });
        let refused = desk.post(&format!("/api/desk/dossiers/{reference}/account-phone"), &hers).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["phone:phone_taken"]);
        let own = Person { phone: "+84990000888".to_owned(), ..child.clone() };
        at_desk(&desk, &reference, "account-phone", json!({ "phone": own.phone, "identity_checked": true })).await;
        assert_eq!(desk.get(&path(&reference)).await.ok(200).json["needs_own_phone"], false);
        let young = app.client();
        activate(app, &young, &own).await;
        sign_in(&young, &own).await;
        assert_eq!(young.get("/api/account").await.ok(200).str("full_name"), child.name);
        assert!(young.get("/api/account").await.text.contains("account.handed_over"));
    }
}

sqlite! {
    async fn a_strangers_claim_gives_nothing_and_tells_nothing(app) {
        let (client, child) = (app.client(), child(3, "2017-08-15"));
        let (desk, reference) = family(app, &client, &child, "card_and_account").await;
        // The officer's slip: her number with another's name opens nothing, and the answer is the same as for a number that
        // nobody has.
        let mut slip = recorded(&mother());
        slip["full_name"] = json!("Phạm Văn Khác");
        let known = desk.post(&path(&reference), &slip).await.ok(200).json;
        assert!(children(&client).await.is_empty());
        let end = |seen: &Value| format!("{}/{}/end", path(&reference), seen["representatives"][0]["id"].as_str().unwrap());
        desk.post(&end(&known), &json!({ "reason": "recorded_wrongly" })).await.ok(200);
        slip["personal_number"] = json!("099185771234");
        let unknown = desk.post(&path(&reference), &slip).await.ok(200).json;
        let same = |seen: &Value| (seen["representatives"][0]["full_name"].clone(), seen["may_record"].clone(), seen["is_child"].clone());
        assert_eq!(same(&known), same(&unknown));

        desk.post(&path(&reference), &recorded(&mother())).await.ok(200);
        let twice = desk.post(&path(&reference), &recorded(&mother())).await.problem("invalid_fields");
        assert_eq!(twice.fields(), ["personal_number:person_repeated"]);
        let third = recorded(&Person { name: "Lê Văn Ba", ..Person::nth(9) });
        desk.post(&path(&reference), &third).await.problem("change_not_allowed");
        let mut own = recorded(&mother());
        own["personal_number"] = json!(child.number);
        own["relation"] = json!("guardian");
        own["card_shown"] = json!(false);
        let refused = desk.post(&path(&reference), &own).await.problem("invalid_fields");
        assert_eq!(refused.fields(), ["personal_number:person_repeated", "proof:choice_unknown", "card_shown:consent_required"]);

        // Another's account finds another's child as little as none.
        let mine = children(&client).await[0]["id"].as_str().unwrap().to_owned();
        let other = app.client();
        for (who, id) in [(&client, "no-such-child"), (&client, "%20"), (&other, mine.as_str())] {
            let code = if std::ptr::eq(who, &other) { "not_signed_in" } else { "no_match" };
            who.get(&format!("/api/account/children/{id}/card")).await.problem(code);
            who.post(&format!("/api/account/children/{id}/consent"), &consent()).await.problem(code);
            who.post(&format!("/api/account/children/{id}/withdraw"), &json!({})).await.problem(code);
        }
        // The help desk sees that there are some, and changes nothing.
        let help = staff(app, "hotro").await;
        assert_eq!(help.get(&path(&reference)).await.ok(200).json["representatives"].as_array().unwrap().len(), 2);
        help.post(&path(&reference), &third).await.problem("not_allowed");
        desk.get(&path("000000000")).await.problem("no_match");
    }

    async fn both_parents_see_it_and_either_stops_it(app) {
        let (client, child) = (app.client(), child(4, "2017-08-15"));
        let father = Person { name: "Lê Văn Ba", ..Person::nth(7) };
        let his = app.client();
        let fathers = book(app, &his, &father, "10:00").await;
        let (_, reference) = family(app, &client, &child, "card_and_account").await;
        app.pass(5_400).await;
        let desk = staff(app, "canbo").await;
        receive(app, &desk, &fathers.reference).await;
        decide(app, &desk).await;
        activate(app, &his, &father).await;
        sign_in(&his, &father).await;
        sign_in(&client, &mother()).await;
        let mut fathers = recorded(&father);
        fathers["relation"] = json!("father");
        for one in [recorded(&mother()), fathers] {
            desk.post(&path(&reference), &one).await.ok(200);
        }
        let (hers, for_him) = (children(&client).await[0].clone(), children(&his).await[0].clone());
        assert_ne!(hers["id"], for_him["id"]);
        assert_eq!((&hers["others"], &for_him["others"]), (&json!(1), &json!(1)));
        let here = |view: &Value, what: &str| format!("/api/account/children/{}/{what}", view["id"].as_str().unwrap());
        // His address of the child is not hers.
        client.post(&here(&for_him, "consent"), &consent()).await.problem("no_match");
        client.post(&here(&hers, "consent"), &consent()).await.ok(200);
        assert_eq!(children(&his).await[0]["consent"]["by_me"], false);
        his.get(&here(&for_him, "card")).await.ok(200);
        assert_eq!(told(app, &father.phone, "Da dong y cho dung tai khoan cua Le Van Be").await, 1);
        his.post(&here(&for_him, "withdraw"), &json!({})).await.ok(200);
        client.get(&here(&hers, "card")).await.problem("state_conflict");
        assert_eq!(told(app, &mother().phone, "Da rut lai dong y").await, 1);
        // His consent goes with him; she can give hers.
        his.post(&here(&for_him, "consent"), &consent()).await.ok(200);
        let seen = desk.get(&path(&reference)).await.ok(200).json;
        let his_row = seen["representatives"].as_array().unwrap().iter().find(|one| one["relation"] == "father").unwrap().clone();
        desk.post(&format!("{}/{}/end", path(&reference), his_row["id"].as_str().unwrap()), &json!({ "reason": "court" })).await.ok(200);
        assert_eq!(children(&client).await[0]["step"], "consent");
        assert!(children(&his).await.is_empty());
        assert_eq!(told(app, &mother().phone, "Mot nguoi khong con dai dien cho Le Van Be").await, 1);
        assert_eq!(told(app, &father.phone, "Ban khong con dai dien cho Le Van Be").await, 1);
    }

    async fn with_a_card_alone_a_representative_opens_level_1(app) {
        let (client, child) = (app.client(), child(5, "2017-08-15"));
        let (desk, reference) = family(app, &client, &child, "card").await;
        desk.post(&path(&reference), &recorded(&mother())).await.ok(200);
        let here = |view: &Value, what: &str| format!("/api/account/children/{}/{what}", view["id"].as_str().unwrap());
        let first = children(&client).await[0].clone();
        assert_eq!((&first["step"], &first["account"]), (&json!("visit"), &Value::Null));
        client.post(&here(&first, "consent"), &consent()).await.problem("state_conflict");
        at_desk(&desk, &reference, "card-arrived", json!({})).await;
        app.work().await;
        at_desk(&desk, &reference, "hand-over", seen_slip()).await;
        assert_eq!(children(&client).await[0]["step"], "open");
        let opened = client.post(&here(&first, "consent"), &consent()).await.ok(200).json;
        assert_eq!((&opened["children"][0]["step"], &opened["children"][0]["level"]), (&json!("in_use"), &json!(1)));
        let card = client.get(&here(&first, "card")).await.ok(200).json;
        assert_eq!((&card["level"], &card["papers"]), (&json!(1), &json!([])));
        assert!(card["card_expires_on"].is_string(), "{card}");
    }

    async fn overdue_days_are_told_and_a_child_without_consent_is_not_signed_in_to(app) {
        let (client, child) = (app.client(), child(6, "2017-08-15"));
        let (desk, reference) = family(app, &client, &child, "card_and_account").await;
        desk.post(&path(&reference), &recorded(&mother())).await.ok(200);
        app.pass(9 * DAY_S).await;
        sign_in(&client, &mother()).await;
        let late = children(&client).await[0].clone();
        assert_eq!(late["step"], "overdue");
        let path = format!("/api/account/children/{}/consent", late["id"].as_str().unwrap());
        client.post(&path, &consent()).await.problem("activation_overdue");
        let help = staff(app, "hotro").await;
        at_desk(&help, &reference, "reopen-activation", json!({})).await;
        let given = client.post(&path, &consent()).await.ok(200).json;
        assert_eq!(given["children"][0]["step"], "in_use");
    }
}
