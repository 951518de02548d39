//! What the owner of a thing is told of its audit: some actions whole, others by the day, so that strangers push nothing out.

use crate::support::{both, clock};
use eid_store::{
    Tx,
    audit::{
        self, Entry,
        history::{self, Day},
    },
};

async fn done(tx: &mut Tx, n: i64, seconds: i64, (kind, id): (&str, &str), action: &str) {
    let entry = Entry {
        id: format!("{n:016x}"),
        at: clock(seconds),
        actor_kind: "citizen".into(),
        actor_id: "a1".into(),
        actor_role: None,
        actor_office: None,
        action: action.into(),
        object_kind: kind.into(),
        object_id: id.into(),
        request_id: "r".into(),
        reason: None,
    };
    audit::append(tx, &entry).await.unwrap();
}

const MINE: (&str, &str) = ("account", "a1");
const DAY: i64 = 86_400;
/// From the clock's beginning, at ten in the morning, to the offices' midnight.
const TO_MIDNIGHT: i64 = 14 * 3_600;

fn ids(entries: &[Entry]) -> Vec<i64> {
    let id = |entry: &Entry| i64::from_str_radix(&entry.id, 16).unwrap();
    entries.iter().map(id).collect()
}

both! {
    async fn some_actions_are_told_whole_and_the_rest_by_their_number(db) {
        let mut tx = db.store.begin().await.unwrap();
        done(&mut tx, 1, 1, MINE, "account.locked").await;
        done(&mut tx, 2, 2, MINE, "account.code_sent").await;
        // An action whose name is part of another one, another's, and the same id of another kind.
        done(&mut tx, 3, 3, MINE, "account.locked_out").await;
        done(&mut tx, 4, 4, ("account", "a2"), "account.locked").await;
        done(&mut tx, 5, 5, ("dossier", "a1"), "account.locked").await;
        done(&mut tx, 6, 6, MINE, "account.l2_active").await;
        let told = ["account.locked", "account.l2_active"];
        assert_eq!(ids(&history::only(&mut tx, MINE.0, MINE.1, &told).await.unwrap()), [6, 1]);
        assert_eq!(ids(&history::but(&mut tx, MINE.0, MINE.1, &told, 9).await.unwrap()), [3, 2]);
        assert_eq!(ids(&history::but(&mut tx, MINE.0, MINE.1, &told, 1).await.unwrap()), [3], "the newest");
        assert_eq!(ids(&history::only(&mut tx, MINE.0, MINE.1, &[]).await.unwrap()), Vec::<i64>::new());
        assert_eq!(ids(&history::but(&mut tx, MINE.0, MINE.1, &[], 9).await.unwrap()), [6, 3, 2, 1]);
    }

    /// Story: counted by Greenwich's day, a try at six in the morning stood under yesterday.
    async fn days_are_those_of_the_offices(db) {
        let mut tx = db.store.begin().await.unwrap();
        let action = "account.sign_in_refused";
        for (n, at) in (1..).zip([0, TO_MIDNIGHT - 1, TO_MIDNIGHT, TO_MIDNIGHT + 7 * 3_600 + 60, TO_MIDNIGHT + 3 * DAY]) {
            done(&mut tx, n, at, MINE, action).await;
        }
        done(&mut tx, 9, 10, MINE, "account.locked").await;
        let day = |at: i64, times| Day { at: clock(at), times };
        let days = history::days(&mut tx, MINE.0, MINE.1, action, 9).await.unwrap();
        assert_eq!(days, [day(TO_MIDNIGHT + 3 * DAY, 1), day(TO_MIDNIGHT + 7 * 3_600 + 60, 2), day(TO_MIDNIGHT - 1, 2)]);
        assert_eq!(history::days(&mut tx, MINE.0, MINE.1, action, 1).await.unwrap(), [day(TO_MIDNIGHT + 3 * DAY, 1)]);
        assert_eq!(history::days(&mut tx, "account", "a2", action, 9).await.unwrap(), []);
    }

    async fn the_last_time_is_told_only_where_it_is_later(db) {
        let mut tx = db.store.begin().await.unwrap();
        done(&mut tx, 1, 10, MINE, "account.phone_changed").await;
        done(&mut tx, 2, 20, MINE, "account.phone_changed").await;
        let mut last = async |id: &str, action: &str, since| {
            history::last(&mut tx, "account", id, action, clock(since)).await.unwrap()
        };
        assert_eq!(last("a1", "account.phone_changed", 0).await, Some(clock(20)));
        assert_eq!(last("a1", "account.phone_changed", 19).await, Some(clock(20)));
        assert_eq!(last("a1", "account.phone_changed", 20).await, None);
        assert_eq!(last("a1", "account.phone", 0).await, None);
        assert_eq!(last("a2", "account.phone_changed", 0).await, None);
    }
}
