//! Jobs, notices, simulated messages, the ministry's cases.

use crate::support::{both, clock, dossier};
use eid_store::{
    StoreError, dossiers,
    jobs::{self, NewJob},
    messages::{self, Message},
    ministry::{self, Case, CaseKind},
    notices::{self, Notice, NoticeState},
};

fn job<'a>(id: &'a str, key: &'a str, at: i64) -> NewJob<'a> {
    NewJob {
        id,
        kind: "remind",
        unique_key: key,
        payload: "{}",
        run_at: clock(at),
    }
}

fn notice(id: &str, at: i64) -> Notice {
    Notice {
        id: id.into(),
        dossier_id: None,
        account_id: None,
        kind: "booked".into(),
        channel: "sms".into(),
        lang: "vi".into(),
        to_address: "+84900000000".into(),
        subject: String::new(),
        body: "Da dat lich".into(),
        state: NoticeState::Queued,
        attempts: 0,
        created_at: clock(at),
        sent_at: None,
        next_try_at: clock(at),
    }
}

both! {
    async fn each_job_is_claimed_once(db) {
        let mut tx = db.store.begin().await.unwrap();
        for n in 0..100 {
            let name = format!("{n:03}");
            assert!(jobs::enqueue(&mut tx, &job(&name, &name, n)).await.unwrap());
        }
        tx.commit().await.unwrap();
        let workers: Vec<_> = (0..16).map(|_| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut mine = Vec::new();
                for _ in 0..8 {
                    let mut tx = store.begin().await.unwrap();
                    let claimed = jobs::claim_due(&mut tx, clock(89), clock(500), 3).await.unwrap();
                    tx.commit().await.unwrap();
                    mine.extend(claimed.into_iter().map(|job| job.id));
                }
                mine
            })
        }).collect();
        let mut all = Vec::new();
        for worker in workers {
            all.extend(worker.await.unwrap());
        }
        all.sort();
        assert_eq!(all, (0..90).map(|n| format!("{n:03}")).collect::<Vec<_>>());
    }

    async fn work_of_one_key_is_stored_once(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(jobs::enqueue(&mut tx, &job("a", "key", 0)).await.unwrap());
        assert!(!jobs::enqueue(&mut tx, &job("b", "key", 0)).await.unwrap());
        let claimed = jobs::claim_due(&mut tx, clock(0), clock(60), 9).await.unwrap();
        assert_eq!((claimed.len(), claimed[0].attempts), (1, 1));
        assert!(jobs::finish(&mut tx, &claimed[0], clock(1)).await.unwrap());
        assert!(!jobs::finish(&mut tx, &claimed[0], clock(1)).await.unwrap());
        assert!(!jobs::enqueue(&mut tx, &job("c", "key", 0)).await.unwrap());
        assert!(jobs::claim_due(&mut tx, clock(9999), clock(9999), 9).await.unwrap().is_empty());
    }

    async fn work_of_a_worker_that_died_is_due_again(db) {
        let mut tx = db.store.begin().await.unwrap();
        jobs::enqueue(&mut tx, &job("a", "key", 0)).await.unwrap();
        let first = jobs::claim_due(&mut tx, clock(0), clock(60), 9).await.unwrap();
        assert!(jobs::claim_due(&mut tx, clock(59), clock(120), 9).await.unwrap().is_empty());
        let second = jobs::claim_due(&mut tx, clock(60), clock(120), 9).await.unwrap();
        assert_eq!(second[0].attempts, 2);
        // The first was not dead but slow: its word counts no more.
        assert!(!jobs::finish(&mut tx, &first[0], clock(61)).await.unwrap());
        assert!(!jobs::fail(&mut tx, &first[0], clock(61), "late").await.unwrap());
        assert!(jobs::fail(&mut tx, &second[0], clock(61), "no network").await.unwrap());
        assert!(jobs::claim_due(&mut tx, clock(80), clock(120), 9).await.unwrap().is_empty());
        let third = jobs::claim_due(&mut tx, clock(81), clock(120), 9).await.unwrap();
        assert_eq!((third[0].attempts, third[0].last_error.as_deref()), (3, Some("no network")));
    }

    async fn each_notice_is_claimed_once_and_its_text_wiped(db) {
        let mut tx = db.store.begin().await.unwrap();
        dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
        for n in 0..30 {
            let about = Notice { dossier_id: Some("d1".into()), ..notice(&format!("{n:02}"), n) };
            notices::queue(&mut tx, &about).await.unwrap();
        }
        tx.commit().await.unwrap();
        let senders: Vec<_> = (0..8).map(|_| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let due = notices::claim_due(&mut tx, clock(29), clock(99), 5).await.unwrap();
                tx.commit().await.unwrap();
                due
            })
        }).collect();
        let mut all = Vec::new();
        for sender in senders {
            all.extend(sender.await.unwrap());
        }
        all.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(all.iter().map(|n| n.id.clone()).collect::<Vec<_>>(),
            (0..30).map(|n| format!("{n:02}")).collect::<Vec<_>>());
        assert!(all.iter().all(|n| n.attempts == 1 && n.body == "Da dat lich"));
        let mut tx = db.store.begin().await.unwrap();
        notices::mark_sent(&mut tx, "00", clock(30)).await.unwrap();
        notices::mark_failed(&mut tx, "01", None).await.unwrap();
        notices::mark_failed(&mut tx, "02", Some(clock(50))).await.unwrap();
        let again = notices::claim_due(&mut tx, clock(50), clock(99), 99).await.unwrap();
        assert_eq!(again.iter().map(|n| (n.id.as_str(), n.attempts)).collect::<Vec<_>>(), [("02", 2)]);
        let of = notices::of_dossier(&mut tx, "d1").await.unwrap();
        assert_eq!((of.len(), of[0].id.as_str()), (30, "29"));
        let told: Vec<_> = of[28..].iter().map(|n| (n.state, n.body.as_str(), n.sent_at)).collect();
        assert_eq!(told, [(NoticeState::Failed, "", None), (NoticeState::Sent, "", Some(clock(30)))]);
        // Nobody told of the others: they are due again.
        assert_eq!(notices::claim_due(&mut tx, clock(99), clock(200), 99).await.unwrap().len(), 28);
    }

    async fn messages_come_newest_first(db) {
        let mut tx = db.store.begin().await.unwrap();
        for n in [0, 1, 2, 1] {
            let message = Message {
                id: n.to_string(), at: clock(n), channel: "sms".into(), to_address: "+84900000000".into(),
                subject: String::new(), body: format!("Mã {n}"),
            };
            messages::insert(&mut tx, &message).await.unwrap();
        }
        let latest = messages::latest(&mut tx, 2).await.unwrap();
        assert_eq!(latest.into_iter().map(|m| m.body).collect::<Vec<_>>(), ["Mã 2", "Mã 1"]);
    }

    async fn a_case_is_submitted_once_and_goes_step_by_step(db) {
        let mut case = Case {
            id: "1".into(), dossier_code: "G01".into(), kind: CaseKind::Card, step: "checking".into(),
            next_at: Some(clock(10)), payload: "{}".into(),
        };
        let mut tx = db.store.begin().await.unwrap();
        assert!(ministry::insert(&mut tx, &case).await.unwrap());
        assert!(!ministry::insert(&mut tx, &Case { id: "2".into(), ..case.clone() }).await.unwrap());
        assert!(ministry::insert(&mut tx, &Case { id: "3".into(), kind: CaseKind::Account, ..case.clone() }).await.unwrap());
        assert!(ministry::due(&mut tx, clock(9), 9).await.unwrap().is_empty());
        assert_eq!(ministry::due(&mut tx, clock(10), 9).await.unwrap().len(), 2);
        case.step = "printing".into();
        case.next_at = None;
        ministry::advance(&mut tx, "checking", &case).await.unwrap();
        let twice = ministry::advance(&mut tx, "checking", &case).await;
        assert!(matches!(twice, Err(StoreError::Stale("ministry_case"))));
        assert_eq!(ministry::by_code(&mut tx, "G01", CaseKind::Card).await.unwrap(), Some(case));
        assert_eq!(ministry::waiting(&mut tx).await.unwrap().len(), 1);
    }
}

#[test]
fn the_pause_doubles_up_to_an_hour() {
    let seconds: Vec<i64> = (0..12).map(|n| jobs::back_off(n).as_secs()).collect();
    assert_eq!(
        seconds,
        [10, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]
    );
}
