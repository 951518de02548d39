//! What a reader of the code found could be done to others, and cannot any more.

use crate::support::{app::TestApp, both, client::Client, client::fresh_key, flow::*, sqlite};
use eid_server::app::citizens;
use eid_server::secret::{digest, digest_parts};
use eid_store::{accounts, codes, idempotency};
use serde_json::{Value, json};

fn password(person: &Person) -> Value {
    json!({ "personal_number": person.number, "password": PASSWORD })
}

async fn in_use(app: &TestApp, n: u32) -> (Client, Person) {
    let person = Person::nth(n);
    let client = app.client();
    approved(app, &client, &person).await;
    activate(app, &client, &person).await;
    client.post("/api/session", &password(&person)).await.ok(200);
    (client, person)
}

both! {
    async fn one_proof_of_a_phone_books_one_person(app) {
        let client = app.client();
        let phone = Person::nth(1).phone;
        let proof = prove(app, &client, &phone).await;
        let mut asked = Vec::new();
        for (n, time) in (1..=6).zip(["07:30", "08:00", "08:30", "09:00", "09:30", "10:00"]) {
            let person = Person { phone: phone.clone(), ..Person::nth(n) };
            let place = hold(&client, time).await;
            let (client, body) = (app.client(), booking_body(&person, &place, &proof));
            asked.push(tokio::spawn(async move { client.post("/api/bookings", &body).await }));
        }
        let mut booked = 0;
        for answer in asked {
            let answer = answer.await.unwrap();
            if answer.status == 201 {
                booked += 1;
            } else {
                answer.problem("phone_not_proved");
            }
        }
        assert_eq!(booked, 1);
    }

    async fn what_is_kept_of_a_request_is_no_help_to_who_reads_it(app) {
        let client = app.client();
        let receipt = book(app, &client, &Person::nth(1), "07:30").await;
        let mut tx = app.inside().store.read().await.unwrap();
        let kept = idempotency::kept(&mut tx).await.unwrap();
        drop(tx);
        assert!(kept.len() >= 3, "{}", kept.len());
        for (_, body) in &kept {
            assert!(!body.contains(&receipt.key) && !body.contains('{'), "{body}");
        }
        // A plain digest of `{"passcode":"135790"}` is found in a moment by trying all six digits.
        let code = json!({ "phone": "+84990000001", "lang": "vi" });
        let plain = digest_parts(&[code.to_string().as_bytes()]);
        client.post("/api/phone-codes", &code).await.ok(201);
        let mut tx = app.inside().store.read().await.unwrap();
        let kept = idempotency::kept(&mut tx).await.unwrap();
        drop(tx);
        assert!(kept.iter().all(|(asked, _)| *asked != plain));
    }

    async fn what_is_kept_of_secrets_tells_none_of_them(app) {
        let (client, person) = in_use(app, 1).await;
        let sent = client.post("/api/phone-codes", &json!({ "phone": person.phone, "lang": "vi" })).await.ok(201);
        let (id, code) = (sent.str("id").to_owned(), app.code(&person.phone).await);
        let mut tx = app.inside().store.read().await.unwrap();
        let kept = codes::by_id(&mut tx, &id).await.unwrap().unwrap();
        let account = accounts::by_person(&mut tx, &person.number).await.unwrap().unwrap();
        drop(tx);
        // A digest without a key is found in a moment by trying a million codes.
        let plain = [code.clone(), digest(&code), digest_parts(&[id.as_bytes(), code.as_bytes()])];
        assert!(plain.iter().all(|guess| *guess != kept.mac && !kept.payload.contains(guess)));
        assert!(app.inside().keys.matches("code", &[&id, &code], &kept.mac), "the key is what is missing");
        for hash in [account.password_hash, account.passcode_hash] {
            assert!(hash.unwrap().starts_with("$argon2id$"));
        }
    }

    async fn an_answer_that_was_lost_comes_again(app) {
        let (client, person) = in_use(app, 1).await;
        // The link of a message: a frightened person must not read that it failed.
        let message = app.messages(&person.phone).await;
        let link = message.iter().find_map(|text| text.split_once("/khoa#")).map(|(_, key)| key.to_owned());
        let key = fresh_key();
        let lock = "/api/account/lock";
        let again = client.twin();
        client.post_once(lock, &json!({}), &key).await.ok(204);
        let repeat = again.post_once(lock, &json!({}), &key).await.ok(204);
        assert_eq!(repeat.header("idempotent-replayed"), "true");
        assert!(again.cookie("__Host-eid").is_none());
        again.post(lock, &json!({})).await.problem("not_signed_in");
        // A stranger with the same key finds nothing.
        app.client().post_once(lock, &json!({}), &key).await.problem("not_signed_in");
        assert!(link.is_none(), "activation sends no such link");

        let start = json!({ "personal_number": person.number, "phone": person.phone, "lang": "vi" });
        app.pass(61).await;
        client.post("/api/recovery", &start).await.ok(201);
        let code = app.code(&person.phone).await;
        client.post("/api/recovery/code", &json!({ "code": code })).await.ok(200);
        let given = json!({ "answers": ["bun cha", "truong lang"], "password": "Mat_khau9!" });
        let (key, again) = (fresh_key(), client.twin());
        client.post_once("/api/recovery/password", &given, &key).await.ok(204);
        again.post_once("/api/recovery/password", &given, &key).await.ok(204);
        again.post("/api/recovery/password", &given).await.problem("journey_expired");
    }

    async fn a_lock_wins_against_a_sign_in_under_way(app) {
        let (client, person) = in_use(app, 1).await;
        let mut inside = client;
        for after_ms in [0, 15, 40] {
            let (given, device) = (password(&person), inside.twin());
            let signing = tokio::spawn(async move {
                let answer = device.post("/api/session", &given).await;
                (device, answer)
            });
            tokio::time::sleep(std::time::Duration::from_millis(after_ms)).await;
            locked_by_owner(app, &person).await;
            let (device, answer) = signing.await.unwrap();
            // Whichever was first: nobody is signed in to a locked account.
            device.get("/api/account").await.problem("not_signed_in");
            assert!(answer.status == 200, "{}", answer.text);
            inside = unlocked(app, &person, &device).await;
        }
    }

    async fn a_text_with_a_nul_is_refused_and_not_a_fault(app) {
        let client = app.client();
        client.post("/api/phone-codes/%00/confirm", &json!({ "code": "123456" })).await.problem("not_found");
        client.post("/api/tracking/%00/confirm", &json!({ "code": "123456" })).await.problem("not_found");
        let named = json!({ "username": "\u{0}", "password": "x" });
        client.post("/api/desk/session", &named).await.problem("malformed_body");
        client.post("/api/venue/session", &named).await.problem("malformed_body");
        let auditor = staff(app, "kiemtra").await;
        auditor.get("/api/desk/audit?staff=%00").await.problem("invalid_fields");
    }

    async fn who_knows_a_number_alone_does_not_use_up_its_owners_tries(app) {
        let person = Person::nth(1);
        let client = app.client();
        approved(app, &client, &person).await;
        let stranger = app.client();
        for n in 0..6 {
            let phone = format!("+8499000010{n}");
            let start = json!({ "personal_number": person.number, "phone": phone, "own_device": true, "lang": "vi" });
            stranger.post("/api/activation", &start).await.ok(201);
            let ask = json!({ "personal_number": person.number, "birth_date": format!("1970-01-0{}", n + 1) });
            stranger.post("/api/tracking/by-person", &ask).await.ok(202);
        }
        activate(app, &client, &person).await;
        let ask = json!({ "personal_number": person.number, "birth_date": person.birth });
        client.post("/api/tracking/by-person", &ask).await.ok(202);
    }
}

/// As with the link of a message: whoever signs in meanwhile has another session.
async fn locked_by_owner(app: &TestApp, person: &Person) {
    let app = app.inside();
    let mut tx = app.store.begin().await.unwrap();
    let account = accounts::by_person(&mut tx, &person.number).await.unwrap();
    let lock = citizens::lock(app, &mut tx, &mut account.unwrap(), app.now()).await;
    if lock.is_ok() {
        tx.commit().await.unwrap();
    }
}

/// Opened again by its owner, with the code and the passcode.
async fn unlocked(app: &TestApp, person: &Person, device: &Client) -> Client {
    let client = device.twin();
    app.pass(61).await;
    let begun = client.post("/api/session", &password(person)).await.ok(200);
    assert_eq!(begun.json["next"], "locked");
    client
        .post("/api/session/device/code", &json!({ "lang": "vi" }))
        .await
        .ok(200);
    let code = app.code(&person.phone).await;
    let given = json!({ "code": code, "passcode": "135790" });
    client.post("/api/session/device", &given).await.ok(200);
    client
}

sqlite! {
    async fn hashing_is_done_for_nobody_without_a_journey(app) {
        let (_, person) = in_use(app, 1).await;
        let mut flood = Vec::new();
        for _ in 0..120 {
            let client = app.client();
            flood.push(tokio::spawn(async move {
                client.post("/api/activation/password", &json!({ "password": "Mat_khau1!" })).await
            }));
        }
        let wrong = json!({ "personal_number": person.number, "password": "Mat_khau_khac1!" });
        for _ in 0..3 {
            app.client().post("/api/session", &wrong).await.problem("sign_in_refused");
        }
        for answer in flood {
            answer.await.unwrap().problem("journey_expired");
        }
    }

    async fn figures_of_the_last_day_there_is_come_to_an_end(app) {
        let boss = staff(app, "quantri").await;
        let last = "/api/desk/figures?from=9999-12-31&to=9999-12-31";
        let seen = boss.get(last).await.ok(200).json;
        assert_eq!(seen["weeks"].as_array().unwrap().len(), 1);
    }

    async fn a_receipts_file_says_no_more_of_the_number_than_its_page(app) {
        let (client, person) = (app.client(), Person::nth(1));
        let receipt = book(app, &client, &person, "07:30").await;
        client.use_key(&receipt.key);
        let path = format!("/api/dossiers/{}/export", receipt.reference);
        let file = client.post(&path, &json!({})).await.ok(200);
        let dossier = &file.json["dossiers"][0]["dossier"][0];
        assert_eq!(dossier["full_name"], person.name);
        assert_eq!(dossier["birth_date"].as_str(), person.birth.get(..4));
        assert!(!file.text.contains(&person.number), "{}", file.text);
    }

    async fn a_demos_database_does_not_serve_a_city(app) {
        let mut config = app.inside().config.clone();
        config.demo = false;
        config.demo_start = None;
        let refused = eid_server::serve::assemble(config).await.err().unwrap().to_string();
        assert!(refused.contains("demo's staff"), "{refused}");
    }
}
