//! The days of several offices at once.

use crate::support::{both, flow::*, sqlite};
use eid_domain::wire::{
    office_days::OfficesDays,
    slots::{Day, Days},
};

const VISIT: &str = "service=card_and_account&age_group=from_14_to_59";

sqlite! {
    async fn no_more_than_six_and_only_known_ones(app) {
        let client = app.client();
        for (ids, fault) in [
            ("", "ids:required"),
            (",,", "ids:required"),
            ("hcm-pc06,no-such-office", "ids:choice_unknown"),
            ("hcm-pc06,%ff", "ids:choice_unknown"),
            ("hcm-quan-1,hcm-quan-3,hcm-quan-4,hcm-quan-5,hcm-quan-6,hcm-quan-7,hcm-quan-8", "ids:text_too_long"),
        ] {
            let answer = client.get(&format!("/api/offices/days?ids={ids}&{VISIT}")).await;
            assert_eq!(answer.problem("invalid_fields").fields(), [fault], "{ids}");
        }
        client.get(&format!("/api/offices/days?{VISIT}")).await.problem("invalid_fields");
        client.get("/api/offices/days?ids=hcm-pc06&service=tea&age_group=from_60").await.problem("invalid_fields");
    }
}

both! {
    /// What is told of several is what each is told of alone, also after a place was taken.
    async fn each_office_as_if_asked_alone(app) {
        let client = app.client();
        hold(&client, "07:30").await;
        let ids = ["hcm-quan-10", OFFICE, "dn-ngu-hanh-son"];
        let all = client.get(&format!("/api/offices/days?ids={}&{VISIT}", ids.join(","))).await.ok(200);
        let all: OfficesDays = serde_json::from_value(all.json).unwrap();
        assert_eq!(all.offices.iter().map(|one| one.office_id.as_str()).collect::<Vec<_>>(), ids);
        for one in &all.offices {
            let alone = client.get(&format!("/api/offices/{}/days?{VISIT}", one.office_id)).await.ok(200);
            let alone: Days = serde_json::from_value(alone.json).unwrap();
            assert_eq!(one.days, alone.days);
            assert!(one.days.iter().any(|day: &Day| day.free > 0));
        }
    }
}
