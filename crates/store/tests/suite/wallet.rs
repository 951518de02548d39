//! Papers in wallets, and what the simulated agencies were asked.

use crate::support::{both, clock};
use eid_store::{
    Tx,
    accounts::{self, Account},
    retention::{self, Cutoffs},
    sources::{self, SourceCase},
    wallet::{self, Paper, PaperState},
};
use jiff::{SignedDuration, civil::date};

async fn account(tx: &mut Tx) -> String {
    let account = Account {
        id: "a1".into(),
        personal_number: "098085120001".into(),
        dossier_id: None,
        full_name: "Nguyễn Văn Thử".into(),
        birth_date: "1985-08-15".into(),
        phone: "+84990000001".into(),
        level: 2,
        state: "l2_active".into(),
        notified_at: None,
        activate_by: None,
        password_hash: None,
        passcode_hash: None,
        activated_at: None,
        last_sign_in_at: None,
        card_expires_on: None,
        lock_reason: None,
        locked_from: None,
        version: 1,
    };
    accounts::insert(tx, &account).await.unwrap();
    account.id
}

fn asked(id: &str, n: i64) -> Paper {
    Paper {
        id: id.into(),
        account_id: "a1".into(),
        kind: "driving_licence".into(),
        state: PaperState::Waiting,
        state_at: clock(n),
        asked_at: clock(n),
        asked_by: "owner".into(),
        number: String::new(),
        issuer: String::new(),
        detail: String::new(),
        issued_on: None,
        valid_until: None,
        refusal: None,
        words: String::new(),
        warned_at: None,
    }
}

fn integrated(id: &str, n: i64) -> Paper {
    Paper {
        state: PaperState::Integrated,
        state_at: clock(n),
        number: "990850000001".into(),
        issuer: "Phòng Cảnh sát giao thông".into(),
        detail: "Hạng B".into(),
        issued_on: Some(date(2022, 5, 20)),
        valid_until: Some(date(2026, 12, 31)),
        ..asked(id, n - 1)
    }
}

both! {
    async fn one_of_a_kind_waits_or_is_there_and_a_late_answer_finds_nothing(db) {
        let mut tx = db.store.begin().await.unwrap();
        account(&mut tx).await;
        assert!(wallet::ask(&mut tx, &asked("r1", 1)).await.unwrap());
        assert!(!wallet::ask(&mut tx, &asked("r2", 2)).await.unwrap(), "it waits");
        assert!(wallet::of_kind(&mut tx, "a1", "driving_licence").await.unwrap() == Some(asked("r1", 1)));
        let refused = Paper { state: PaperState::Refused, state_at: clock(3), refusal: Some("old_number".into()), words: "Số cũ".into(), ..asked("r1", 1) };
        assert!(wallet::settle(&mut tx, &refused).await.unwrap());
        assert!(!wallet::settle(&mut tx, &integrated("r1", 4)).await.unwrap(), "it does not wait any more");
        assert!(wallet::by_id(&mut tx, "r1").await.unwrap() == Some(refused));

        assert!(wallet::ask(&mut tx, &asked("r2", 5)).await.unwrap(), "after a refusal");
        assert!(!wallet::settle(&mut tx, &integrated("r1", 6)).await.unwrap(), "an answer to the former request");
        assert!(wallet::by_id(&mut tx, "r2").await.unwrap() == Some(asked("r2", 5)), "nothing of the refusal is left");
        assert!(wallet::settle(&mut tx, &integrated("r2", 6)).await.unwrap());
        assert!(!wallet::ask(&mut tx, &asked("r3", 7)).await.unwrap(), "it is there");
        assert_eq!(wallet::of_account(&mut tx, "a1").await.unwrap().len(), 1);
        assert!(wallet::remove(&mut tx, "r2").await.unwrap() && !wallet::remove(&mut tx, "r2").await.unwrap());
        assert!(wallet::of_account(&mut tx, "a1").await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }

    async fn a_paper_is_warned_of_once_and_over_after_its_last_day(db) {
        let mut tx = db.store.begin().await.unwrap();
        account(&mut tx).await;
        wallet::ask(&mut tx, &asked("r1", 1)).await.unwrap();
        wallet::settle(&mut tx, &Paper { asked_at: clock(1), ..integrated("r1", 2) }).await.unwrap();
        assert!(wallet::to_warn(&mut tx, date(2026, 12, 30), 9).await.unwrap().is_empty());
        assert_eq!(wallet::to_warn(&mut tx, date(2026, 12, 31), 9).await.unwrap().len(), 1);
        wallet::warned(&mut tx, "r1", clock(3)).await.unwrap();
        assert!(wallet::to_warn(&mut tx, date(2026, 12, 31), 9).await.unwrap().is_empty());
        assert!(wallet::over(&mut tx, date(2026, 12, 31), 9).await.unwrap().is_empty(), "its last day is a whole day");
        assert_eq!(wallet::over(&mut tx, date(2027, 1, 1), 9).await.unwrap().len(), 1);
        assert!(wallet::expire(&mut tx, "r1", clock(4)).await.unwrap() && !wallet::expire(&mut tx, "r1", clock(4)).await.unwrap());
        assert!(wallet::over(&mut tx, date(2027, 1, 1), 9).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }

    async fn what_was_refused_or_is_over_goes_in_time_what_is_shown_or_waits_stays(db) {
        let mut tx = db.store.begin().await.unwrap();
        account(&mut tx).await;
        for (n, kind) in ["waits", "shown", "refused", "over"].into_iter().enumerate() {
            let (id, n) = (format!("r{n}"), i64::try_from(n).unwrap() + 1);
            wallet::ask(&mut tx, &Paper { kind: kind.into(), ..asked(&id, n) }).await.unwrap();
            let answer = match kind {
                "waits" => continue,
                "refused" => Paper { state: PaperState::Refused, refusal: Some("other".into()), ..asked(&id, n) },
                _ => integrated(&id, n + 1),
            };
            assert!(wallet::settle(&mut tx, &answer).await.unwrap());
        }
        wallet::expire(&mut tx, "r3", clock(5)).await.unwrap();
        let case = SourceCase { id: "r0".into(), personal_number: "098085120001".into(), kind: "waits".into(), attempt: 1, asked_at: clock(1), next_at: None };
        sources::insert(&mut tx, &case).await.unwrap();
        let at = |n| clock(n) + SignedDuration::from_secs(1);
        let cutoffs = |messages| Cutoffs { lapsed: clock(0), answers: clock(0), messages, places: clock(0) };
        retention::purge(&mut tx, &cutoffs(at(0))).await.unwrap();
        assert_eq!(wallet::of_account(&mut tx, "a1").await.unwrap().len(), 4);
        retention::purge(&mut tx, &cutoffs(at(9))).await.unwrap();
        let mut left: Vec<_> = wallet::of_account(&mut tx, "a1").await.unwrap().into_iter().map(|paper| paper.kind).collect();
        left.sort();
        assert_eq!(left, ["shown", "waits"]);
        // The agencies forget too: the same key counts as the first again.
        sources::insert(&mut tx, &SourceCase { next_at: Some(clock(9)), ..case }).await.unwrap();
        assert_eq!(sources::due(&mut tx, clock(9), 9).await.unwrap()[0].attempt, 1);
        tx.commit().await.unwrap();
    }

    async fn an_agency_counts_requests_and_answers_when_it_is_time(db) {
        let mut tx = db.store.begin().await.unwrap();
        let case = |id: &str, n| SourceCase {
            id: id.into(), personal_number: "098085120001".into(), kind: "driving_licence".into(), attempt: 1,
            asked_at: clock(n), next_at: Some(clock(n + 50)),
        };
        sources::insert(&mut tx, &case("r1", 1)).await.unwrap();
        sources::insert(&mut tx, &case("r1", 2)).await.unwrap();
        sources::insert(&mut tx, &case("r2", 3)).await.unwrap();
        sources::insert(&mut tx, &SourceCase { kind: "passport".into(), ..case("r3", 4) }).await.unwrap();
        assert!(sources::due(&mut tx, clock(50), 9).await.unwrap().is_empty());
        sources::hurry(&mut tx, clock(10)).await.unwrap();
        let due = sources::due(&mut tx, clock(10), 9).await.unwrap();
        let told: Vec<_> = due.iter().map(|case| (case.id.as_str(), case.attempt)).collect();
        assert_eq!(told, [("r1", 1), ("r2", 2), ("r3", 1)]);
        sources::answered(&mut tx, "r1").await.unwrap();
        sources::answered(&mut tx, "nothing").await.unwrap();
        assert_eq!(sources::due(&mut tx, clock(10), 9).await.unwrap().len(), 2);
        tx.commit().await.unwrap();
    }
}
