//! A whole family moves, or calls its visits off: all of them or none.

use crate::households::{Family, book_family, free_places, hold_window};
use crate::support::{answer::Answer, app::TestApp, both, client::Client, flow::*};
use serde_json::{Value, json};

const MOVE: &str = "/api/household-bookings/reschedule";
const CANCEL: &str = "/api/household-bookings/cancel";

/// A family of three that is booked at 7:30, as its receipts.
async fn booked(app: &TestApp, client: &Client, family: &Family) -> Value {
    let booked = book_family(app, client, family, "07:30").await.ok(201);
    booked.json["members"].clone()
}

async fn relocate(client: &Client, hold: &str, members: &Value) -> Answer {
    let body = json!({ "hold_id": hold, "members": members });
    client.post(MOVE, &body).await
}

async fn seen(app: &TestApp, receipt: &Value) -> Answer {
    let own = app.client();
    own.use_key(receipt["key"].as_str().unwrap());
    let path = format!("/api/dossiers/{}", receipt["reference"].as_str().unwrap());
    own.get(&path).await.ok(200)
}

/// When each of them is to come; an empty text for who is not.
async fn times(app: &TestApp, members: &Value) -> Vec<String> {
    let mut times = Vec::new();
    for receipt in members.as_array().unwrap() {
        let seen = seen(app, receipt).await;
        let at = seen.json["visit"]["starts_at"].as_str().unwrap_or_default();
        times.push(at.trim_start_matches(DAY).to_owned());
    }
    times
}

fn with(members: &Value, change: impl FnOnce(&mut Vec<Value>)) -> Value {
    let mut members = members.as_array().unwrap().clone();
    change(&mut members);
    Value::Array(members)
}

both! {
    async fn a_family_moves_and_is_called_off_as_one(app) {
        let client = app.client();
        let empty = free_places(&client).await;
        let family = Family::nth(21);
        let members = booked(app, &client, &family).await;
        assert_eq!(times(app, &members).await, ["T07:30:00", "T08:00:00", "T07:30:00"]);

        let hold = hold_window(&client, "13:30").await;
        let moved = relocate(&client, &hold, &members).await.ok(200);
        assert_eq!(times(app, &members).await, ["T13:30:00", "T14:00:00", "T13:30:00"]);
        for one in moved.json["members"].as_array().unwrap() {
            assert_eq!(one["changes"]["remaining"], 2, "each counts the change");
        }
        let told = app.messages(&family.phone).await;
        let told: Vec<&String> = told.iter().filter(|text| text.contains("doi sang 13:30")).collect();
        assert_eq!(told.len(), 1, "one message for all: {told:?}");
        for one in members.as_array().unwrap() {
            assert!(told[0].contains(one["reference"].as_str().unwrap()));
        }
        relocate(&client, &hold, &members).await.problem("hold_expired");

        client.post(CANCEL, &json!({ "members": members })).await.ok(200);
        assert_eq!(free_places(&client).await, empty, "no place is left taken");
        for one in members.as_array().unwrap() {
            assert_eq!(seen(app, one).await.json["state"], "cancelled");
        }
        let told = app.messages(&family.phone).await;
        assert_eq!(told.iter().filter(|text| text.contains("da huy")).count(), 1, "{told:?}");
        let again = client.post(CANCEL, &json!({ "members": members })).await.problem("change_not_allowed");
        assert_eq!(again.fields(), ["members[0]:choice_unknown"]);
    }

    async fn where_one_cannot_nobody_moves_and_they_are_named(app) {
        let client = app.client();
        let family = Family::nth(22);
        let members = booked(app, &client, &family).await;
        let hold = hold_window(&client, "13:30").await;
        let before = times(app, &members).await;

        let stranger = with(&members, |members| members[2]["key"] = members[0]["key"].clone());
        for path in [MOVE, CANCEL] {
            let mut body = json!({ "members": stranger });
            if path == MOVE {
                body["hold_id"] = json!(hold);
            }
            let refused = client.post(path, &body).await.problem("no_match");
            assert_eq!(refused.fields(), ["members[2]:choice_unknown"]);
        }
        let alone = with(&members, |members| members.truncate(1));
        assert_eq!(relocate(&client, &hold, &alone).await.problem("invalid_fields").fields(), ["members:choice_unknown"]);
        let twice = with(&members, |members| members[1] = members[0].clone());
        assert_eq!(relocate(&client, &hold, &twice).await.problem("invalid_fields").fields(), ["members:person_repeated"]);
        // In another order the places would not be long enough, or for something else.
        let turned = with(&members, |members| members.reverse());
        let refused = relocate(&client, &hold, &turned).await.problem("change_not_allowed");
        assert_eq!(refused.fields(), ["members[0]:choice_unknown"]);
        // A window for three does not do for two.
        let fewer = with(&members, |members| members.truncate(2));
        relocate(&client, &hold, &fewer).await.problem("hold_expired");
        assert_eq!(times(app, &members).await, before);

        let mother = members[1].clone();
        let own = app.client();
        own.use_key(mother["key"].as_str().unwrap());
        own.post(&format!("/api/bookings/{}/cancel", mother["reference"].as_str().unwrap()), &json!({})).await.ok(200);
        let refused = relocate(&client, &hold, &members).await.problem("change_not_allowed");
        assert_eq!(refused.fields(), ["members[1]:choice_unknown"]);
        let after = times(app, &members).await;
        assert_eq!((&after[0], &after[2]), (&before[0], &before[2]), "nobody has moved");
        // The others still hold a window of their own, until it lapses.
        app.pass(601).await;
        relocate(&client, &hold, &members).await.problem("change_not_allowed");
    }

    async fn a_family_moves_three_times_and_a_repeat_moves_nobody_twice(app) {
        let client = app.client();
        let family = Family::nth(23);
        let members = booked(app, &client, &family).await;
        for (n, time) in ["13:30", "14:30", "09:30"].into_iter().enumerate() {
            let hold = hold_window(&client, time).await;
            let body = json!({ "hold_id": hold, "members": members });
            let key = format!("family-move-{n:04}-{time}");
            let moved = client.post_once(MOVE, &body, &key).await.ok(200);
            let again = client.post_once(MOVE, &body, &key).await.ok(200);
            assert_eq!(again.text, moved.text);
        }
        let hold = hold_window(&client, "13:30").await;
        let refused = relocate(&client, &hold, &members).await.problem("change_not_allowed");
        assert_eq!(refused.fields(), ["members[0]:choice_unknown"]);
        assert_eq!(times(app, &members).await[0], "T09:30:00");
        client.post(CANCEL, &json!({ "members": members })).await.ok(200);
    }

    // Two devices of a family, or two families on the same ticks: whatever they do at once, nobody stands with two
    // visits or none, and nobody waits for another in a circle.
    async fn families_that_change_at_once_stay_whole(app) {
        let client = app.client();
        let mut families = Vec::new();
        for (n, from, to) in [(31, "07:30", ["13:30", "14:30"]), (32, "09:00", ["10:10", "15:30"])] {
            let family = Family::nth(n);
            let booked = book_family(app, &client, &family, from).await.ok(201);
            families.push((booked.json["members"].clone(), to));
            app.pass(61).await;
        }
        let mut tasks = Vec::new();
        for (members, to) in &families {
            for time in to {
                let hold = hold_window(&client, time).await;
                let (own, members) = (app.client(), members.clone());
                tasks.push(tokio::spawn(async move {
                    let answer = relocate(&own, &hold, &members).await;
                    assert!(answer.status == 200 || answer.status == 409, "{}", answer.text);
                    answer.status == 200
                }));
            }
        }
        let mut done = 0;
        for task in tasks {
            done += usize::from(task.await.unwrap());
        }
        assert!(done >= families.len(), "each family has moved at least once, and where its two devices met, one was told so: {done}");
        for (members, to) in &families {
            let times = times(app, members).await;
            let first = times.iter().min().unwrap();
            assert!(to.iter().any(|time| first.contains(time)), "{times:?}");
            client.post(CANCEL, &json!({ "members": members })).await.ok(200);
        }
    }
}
