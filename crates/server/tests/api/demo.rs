//! What a demo begins with.

use crate::support::{flow::*, sqlite};
use serde_json::json;

sqlite! {
    async fn the_list_of_social_assistance_says_something_on_the_first_day(app) {
        eid_server::seed::aid::demo_list(app.inside()).await.unwrap();
        let manager = staff(app, "truong").await;
        let shown = manager.get("/api/desk/aid").await.ok(200).json;
        assert_eq!(shown["all"], 10);
        // A woman of a poor household books with the phone that the list knows: no fee, and why.
        let person = Person {
            name: "Trần Thị Mẫu",
            number: "097158000011".to_owned(),
            birth: "1958-03-12",
            phone: "+84990701011".to_owned(),
        };
        let client = app.client();
        let proof = prove(app, &client, &person.phone).await;
        let asked = json!({ "applicant": person.applicant(), "phone_proof": proof, "on": DAY });
        let free = client.post("/api/bookings/exemption", &asked).await.ok(200);
        assert_eq!(free.json["exemption"], "poor_household");
        // What the manager changes stays so after a restart.
        let ended = "Số định danh,Họ và tên,Ngày sinh,Đối tượng,Xã phường,Từ ngày,Đến ngày\n\
            097158000011,Trần Thị Mẫu,12/03/1958,Hộ nghèo,26740,01/01/2026,20/11/2026\n";
        let seen = manager.post("/api/desk/aid/preview", &json!({ "csv": ended })).await.ok(200);
        let confirmed = json!({ "csv": ended, "seen": seen.str("seen") });
        manager.post("/api/desk/aid", &confirmed).await.ok(201);
        eid_server::seed::aid::demo_list(app.inside()).await.unwrap();
        assert_eq!(manager.get("/api/desk/aid").await.ok(200).json["all"], 9);
    }

    async fn a_mother_signs_in_and_her_child_is_there(app) {
        use eid_server::seed::family::{DEMO_NUMBER, DEMO_PASSCODE, DEMO_PASSWORD, demo_family, has_demo_family};
        demo_family(app.inside()).await.unwrap();
        demo_family(app.inside()).await.unwrap();
        let client = app.client();
        let given = json!({ "personal_number": DEMO_NUMBER, "password": DEMO_PASSWORD });
        client.post("/api/session", &given).await.ok(200);
        let children = client.get("/api/account/children").await.ok(200).json;
        let child = &children["children"][0];
        assert_eq!((&child["step"], &child["level"], &child["consent"]["by_me"]), (&json!("in_use"), &json!(2), &json!(true)));
        let here = format!("/api/account/children/{}", child["id"].as_str().unwrap());
        client.post(&format!("{here}/attestations"), &json!({ "claims": ["name"] })).await.ok(201);
        client.post("/api/account/attestations", &json!({ "claims": ["age_over_18"] })).await.ok(201);
        client.post("/api/account/data/export", &json!({ "passcode": DEMO_PASSCODE })).await.ok(200);
        // A database like this must not serve a city.
        let (store, passwords) = (&app.inside().store, &app.inside().passwords);
        assert!(has_demo_family(store, passwords).await.unwrap());
    }
}
