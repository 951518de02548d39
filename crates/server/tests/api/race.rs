//! Hundreds want few places: exactly the places are won, and every loser is told so.

use crate::support::{both, flow::*};
use std::collections::BTreeMap;

both! {
    async fn hundreds_of_bookings_for_few_places(app) {
        const PEOPLE: u32 = 200;
        let client = app.client();
        let path = format!("/api/offices/{OFFICE}/days/{DAY}?service=card_and_account&age_group=from_14_to_59");
        let slots = client.get(&path).await.ok(200);
        let places = slots.json["slots"][0]["free"].as_u64().unwrap();
        let mut tasks = Vec::new();
        for _ in 0..PEOPLE {
            let client = app.client();
            tasks.push(tokio::spawn(async move { client.post("/api/holds", &hold_body("07:30")).await }));
        }
        let mut answers: BTreeMap<String, u64> = BTreeMap::new();
        let mut won = Vec::new();
        for task in tasks {
            let answer = task.await.unwrap();
            if answer.status == 201 {
                won.push(answer.str("id").to_owned());
            }
            let name = answer.json["code"].as_str().unwrap_or("won").to_owned();
            *answers.entry(name).or_default() += 1;
        }
        let losers = u64::from(PEOPLE) - places;
        assert_eq!(answers, BTreeMap::from([("won".to_owned(), places), ("slot_taken".to_owned(), losers)]));

        // The winners book, two at a time for one person: one of each pair gets it.
        let person = Person::nth(1);
        let proof = prove(app, &client, &person.phone).await;
        let mut tasks = Vec::new();
        for place in won {
            let (client, body) = (app.client(), booking_body(&person, &place, &proof));
            tasks.push(tokio::spawn(async move { client.post("/api/bookings", &body).await }));
        }
        let mut booked = 0;
        for task in tasks {
            let answer = task.await.unwrap();
            match answer.status {
                201 => booked += 1,
                _ => assert!(
                    ["booking_exists", "phone_not_proved"].contains(&answer.str("code")),
                    "{}",
                    answer.text
                ),
            }
        }
        assert_eq!(booked, 1);
    }
}
