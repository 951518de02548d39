//! The audit's chain: sealed in order, and everything that was done to it behind the program's back is found.

use crate::support::{both, clock, dossier};
use eid_store::{
    Dialect, Store, Tx,
    audit::{
        self, Entry, Seen,
        chain::{self, Head},
        check::{self, Fault, Place, Step},
        search::{self, Cursor, Wanted},
    },
    home_visits,
    testing::script,
};

fn sign(sequence: u64, hash: &str) -> String {
    format!("signed:{sequence}:{hash}")
}

fn signed(head: &Head) -> bool {
    head.mac == sign(head.sequence, &head.hash)
}

fn entry(n: i64) -> Entry {
    Entry {
        id: format!("{n:016x}"),
        at: clock(n),
        actor_kind: if n % 2 == 0 { "staff" } else { "citizen" }.into(),
        actor_id: format!("s{}", n % 3),
        actor_role: None,
        actor_office: None,
        action: if n % 5 == 0 {
            "dossier.reveal"
        } else {
            "dossier.booked"
        }
        .into(),
        object_kind: "dossier".into(),
        object_id: format!("d{}", n % 4),
        request_id: format!("r{n}"),
        reason: (n % 5 == 0).then(|| "at_counter".into()),
    }
}

async fn written(store: &Store, numbers: std::ops::Range<i64>) {
    let mut tx = store.begin().await.unwrap();
    for n in numbers {
        audit::append(&mut tx, &entry(n)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn sealed(store: &Store) -> u32 {
    let mut all = 0;
    loop {
        let mut tx = store.begin().await.unwrap();
        let some = chain::seal(&mut tx, 7, &sign).await.unwrap();
        tx.commit().await.unwrap();
        all += some;
        if some == 0 {
            return all;
        }
    }
}

async fn checked(store: &Store) -> Result<Head, Fault> {
    let mut place = Place::start();
    loop {
        let mut tx = store.read().await.unwrap();
        // As somebody does who carries it on in another request.
        let here = Place::parse(&place.text()).unwrap();
        match check::step(&mut tx, &here, 5, &signed).await.unwrap() {
            Step::More(next) => place = next,
            Step::Sound(head) => return Ok(head),
            Step::Broken(fault) => return Err(fault),
        }
    }
}

/// Does what the triggers forbid, as somebody does who owns the database.
async fn tamper(store: &Store, how: &'static str) {
    let mut tx: Tx = store.begin().await.unwrap();
    let (off, on) = match store.dialect() {
        Dialect::Sqlite => (
            "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;
            DROP TRIGGER audit_seal_no_update; DROP TRIGGER audit_seal_no_delete;",
            "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
            CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
            CREATE TRIGGER audit_seal_no_update BEFORE UPDATE ON audit_seal
                BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
            CREATE TRIGGER audit_seal_no_delete BEFORE DELETE ON audit_seal
                BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;",
        ),
        Dialect::Postgres => (
            "ALTER TABLE audit DISABLE TRIGGER USER; ALTER TABLE audit_seal DISABLE TRIGGER USER;",
            "ALTER TABLE audit ENABLE TRIGGER USER; ALTER TABLE audit_seal ENABLE TRIGGER USER;",
        ),
    };
    for text in [off, how, on] {
        script(&mut tx, text).await.unwrap();
    }
    tx.commit().await.unwrap();
}

both! {
    async fn looks_at_a_person_are_those_at_each_of_their_dossiers(db) {
        let mut tx = db.store.begin().await.unwrap();
        let (mut first, mut second, other) = (dossier(0), dossier(1), dossier(2));
        (first.is_open, second.personal_number) = (false, first.personal_number.clone());
        for one in [&first, &second, &other] {
            eid_store::dossiers::insert(&mut tx, one).await.unwrap();
        }
        for (n, action, object, actor) in [
            (1, "dossier.reveal", "d0", "staff"),
            (2, "dossier.reveal", "d2", "staff"),
            (3, "dossier.reveal", "d1", "staff"),
            (4, "dossier.reveal", "d1", "citizen"),
            (5, "dossier.act", "d1", "staff"),
        ] {
            let entry = Entry { action: action.into(), object_id: object.into(), actor_kind: actor.into(), ..entry(n) };
            audit::append(&mut tx, &entry).await.unwrap();
        }
        let mut of = async |seen, most| {
            let found = audit::looks(&mut tx, seen, "dossier.reveal", most).await.unwrap();
            found.into_iter().map(|entry| entry.at).collect::<Vec<_>>()
        };
        assert_eq!(of(Seen::Person(&first.personal_number), 9).await, [clock(3), clock(1)]);
        assert_eq!(of(Seen::Person(&first.personal_number), 1).await, [clock(3)]);
        assert_eq!(of(Seen::Dossier("d0"), 9).await, [clock(1)]);
        assert_eq!(of(Seen::Person("099000000009"), 9).await, []);
    }

    async fn looks_at_a_wish_at_home_are_those_under_the_persons_number(db) {
        let mut tx = db.store.begin().await.unwrap();
        let mine = crate::campaign::wish("A", 1);
        assert!(home_visits::insert(&mut tx, &mine).await.unwrap());
        assert!(home_visits::insert(&mut tx, &crate::campaign::wish("B", 2)).await.unwrap());
        for (n, object, kind) in [(1, "A", "home_visit"), (2, "B", "home_visit"), (3, "A", "dossier"), (4, "A", "home_visit")] {
            let entry = Entry { action: "home_visit.reveal".into(), object_kind: kind.into(), object_id: object.into(), actor_kind: "staff".into(), ..entry(n) };
            audit::append(&mut tx, &entry).await.unwrap();
        }
        let found = audit::looks(&mut tx, Seen::AtHome(&mine.personal_number), "home_visit.reveal", 9).await;
        assert!(found.unwrap().iter().map(|entry| entry.at).eq([clock(4), clock(1)]));
    }

    async fn entries_are_sealed_in_order_without_a_gap(db) {
        assert_eq!(checked(&db.store).await.unwrap(), Head::default());
        written(&db.store, 1..18).await;
        let waiting = chain::waiting(&mut db.store.peek().await.unwrap()).await.unwrap();
        assert_eq!(waiting, (17, Some(clock(1))));
        // What waits is no fault.
        checked(&db.store).await.unwrap();
        assert_eq!(sealed(&db.store).await, 17);
        assert_eq!(sealed(&db.store).await, 0);
        written(&db.store, 18..20).await;
        assert!(chain::has_waiting(&mut db.store.peek().await.unwrap()).await.unwrap());
        assert_eq!(sealed(&db.store).await, 2);
        let head = checked(&db.store).await.unwrap();
        assert_eq!(head.sequence, 19);
        let mut tx = db.store.read().await.unwrap();
        let mut before = String::new();
        for n in 1..20_i64 {
            before = chain::hash(&before, u64::try_from(n).unwrap(), &entry(n));
            assert_eq!(chain::hash_at(&mut tx, u64::try_from(n).unwrap()).await.unwrap().as_deref(), Some(&*before));
        }
        assert_eq!(head.hash, before);
    }

    async fn servers_that_seal_at_once_make_one_chain(db) {
        let writers = (0..4_i64).map(|w| {
            let store: Store = db.store.clone();
            tokio::spawn(async move {
                for n in 0..15 {
                    written(&store, (w * 100 + n + 1)..(w * 100 + n + 2)).await;
                }
                sealed(&store).await
            })
        });
        let mut all = 0;
        for writer in writers.collect::<Vec<_>>() {
            all += writer.await.unwrap();
        }
        all += sealed(&db.store).await;
        assert_eq!(all, 60);
        assert_eq!(checked(&db.store).await.unwrap().sequence, 60);
    }

    async fn a_long_transaction_is_sealed_when_it_is_committed(db) {
        // On SQLite there is one writer: the long one is over before the other begins.
        if db.store.dialect() == Dialect::Sqlite {
            return;
        }
        let mut long = db.store.begin().await.unwrap();
        audit::append(&mut long, &entry(1)).await.unwrap();
        written(&db.store, 2..4).await;
        assert_eq!(sealed(&db.store).await, 2);
        long.commit().await.unwrap();
        assert_eq!(sealed(&db.store).await, 1);
        assert_eq!(checked(&db.store).await.unwrap().sequence, 3);
    }

    async fn the_seals_only_grow(db) {
        written(&db.store, 1..3).await;
        sealed(&db.store).await;
        for change in ["UPDATE audit_seal SET hash = ''", "DELETE FROM audit_seal"] {
            let mut tx = db.store.begin().await.unwrap();
            let refused = script(&mut tx, change).await.unwrap_err();
            assert_eq!(refused.constraint(), Some(eid_store::Constraint::AuditAppendOnly), "{refused:?}");
        }
    }

    async fn a_changed_entry_is_named(db) {
        written(&db.store, 1..30).await;
        sealed(&db.store).await;
        tamper(&db.store, "UPDATE audit SET reason = 'call_back' WHERE id = '000000000000000a'").await;
        let found = checked(&db.store).await.unwrap_err();
        assert_eq!(found, Fault::Changed { sequence: 10, entry_id: format!("{:016x}", 10) });
        assert_eq!(found.to_string(), "number 10: entry 000000000000000a is not the one that was sealed");
    }

    async fn a_removed_entry_is_named(db) {
        written(&db.store, 1..30).await;
        sealed(&db.store).await;
        tamper(&db.store, "DELETE FROM audit WHERE id = '000000000000000b'").await;
        let found = checked(&db.store).await.unwrap_err();
        assert_eq!(found, Fault::Removed { sequence: 11, entry_id: format!("{:016x}", 11) });
    }

    async fn an_entry_removed_with_its_seal_leaves_a_gap(db) {
        written(&db.store, 1..30).await;
        sealed(&db.store).await;
        tamper(&db.store, "DELETE FROM audit WHERE id = '000000000000000c'; DELETE FROM audit_seal WHERE sequence = 12").await;
        assert_eq!(checked(&db.store).await.unwrap_err(), Fault::Gap { sequence: 12 });
    }

    async fn numbers_closed_up_over_a_gap_do_not_help(db) {
        written(&db.store, 1..12).await;
        sealed(&db.store).await;
        tamper(
            &db.store,
            "DELETE FROM audit WHERE id = '0000000000000004'; DELETE FROM audit_seal WHERE sequence = 4;
            UPDATE audit_seal SET sequence = -sequence WHERE sequence > 4;
            UPDATE audit_seal SET sequence = -sequence - 1 WHERE sequence < 0;
            UPDATE audit_head SET sequence = 10",
        )
        .await;
        assert_eq!(checked(&db.store).await.unwrap_err(), Fault::Changed { sequence: 4, entry_id: format!("{:016x}", 5) });
    }

    async fn the_last_entries_cut_off_are_missed(db) {
        written(&db.store, 1..12).await;
        sealed(&db.store).await;
        tamper(&db.store, "DELETE FROM audit WHERE id > '0000000000000008'; DELETE FROM audit_seal WHERE sequence > 8").await;
        assert_eq!(checked(&db.store).await.unwrap_err(), Fault::End { sequence: 8 });
        // Whoever sets the end back as well cannot sign it.
        tamper(
            &db.store,
            "UPDATE audit_head SET sequence = 8, hash = (SELECT hash FROM audit_seal WHERE sequence = 8)",
        )
        .await;
        assert_eq!(checked(&db.store).await.unwrap_err(), Fault::Signature { sequence: 8 });
    }

    async fn two_entries_swapped_are_found(db) {
        written(&db.store, 1..12).await;
        sealed(&db.store).await;
        tamper(
            &db.store,
            "UPDATE audit_seal SET entry_id = 'x' WHERE sequence = 3;
            UPDATE audit_seal SET entry_id = '0000000000000003' WHERE sequence = 6;
            UPDATE audit_seal SET entry_id = '0000000000000006' WHERE sequence = 3",
        )
        .await;
        assert_eq!(checked(&db.store).await.unwrap_err(), Fault::Changed { sequence: 3, entry_id: format!("{:016x}", 6) });
    }

    async fn an_inserted_entry_is_named(db) {
        written(&db.store, 1..12).await;
        sealed(&db.store).await;
        tamper(
            &db.store,
            "INSERT INTO audit (id, at, actor_kind, actor_id, action, object_kind, object_id, request_id)
            SELECT '00000000000000050', at, actor_kind, actor_id, action, object_kind, object_id, request_id
            FROM audit WHERE id = '0000000000000005'",
        )
        .await;
        assert_eq!(checked(&db.store).await.unwrap_err(), Fault::Inserted { entry_id: "00000000000000050".into() });
    }

    async fn an_entry_inserted_into_the_chain_breaks_it(db) {
        written(&db.store, 1..12).await;
        sealed(&db.store).await;
        tamper(
            &db.store,
            "UPDATE audit_seal SET sequence = -sequence WHERE sequence > 5;
            UPDATE audit_seal SET sequence = 1 - sequence WHERE sequence < 0;
            INSERT INTO audit (id, at, actor_kind, actor_id, action, object_kind, object_id, request_id)
            SELECT 'forged', at, actor_kind, actor_id, action, object_kind, object_id, request_id
            FROM audit WHERE id = '0000000000000005';
            INSERT INTO audit_seal (sequence, entry_id, hash) VALUES (6, 'forged', 'forged')",
        )
        .await;
        assert_eq!(checked(&db.store).await.unwrap_err(), Fault::Changed { sequence: 6, entry_id: "forged".into() });
    }

    async fn an_entry_removed_before_its_seal_is_missed(db) {
        written(&db.store, 1..4).await;
        sealed(&db.store).await;
        written(&db.store, 4..6).await;
        tamper(&db.store, "DELETE FROM audit WHERE id = '0000000000000004'").await;
        assert_eq!(checked(&db.store).await.unwrap_err(), Fault::Lost { entry_id: format!("{:016x}", 4) });
        // It stays missed when the others are sealed.
        sealed(&db.store).await;
        assert_eq!(checked(&db.store).await.unwrap_err(), Fault::Lost { entry_id: format!("{:016x}", 4) });
    }

    async fn pages_hold_everything_once_newest_first(db) {
        written(&db.store, 1..60).await;
        sealed(&db.store).await;
        written(&db.store, 60..64).await;
        let cases = [
            (Wanted::default(), (1..64).collect::<Vec<i64>>()),
            (Wanted { from: Some(clock(10)), to: Some(clock(20)), ..Wanted::default() }, (10..20).collect()),
            (Wanted { staff_id: Some("s0".into()), ..Wanted::default() }, (1..64).filter(|n| n % 6 == 0).collect()),
            (
                Wanted { action: Some("dossier.reveal".into()), dossier_id: Some("d1".into()), ..Wanted::default() },
                (1..64).filter(|n| n % 5 == 0 && n % 4 == 1).collect(),
            ),
            (Wanted { action: Some("none".into()), ..Wanted::default() }, Vec::new()),
        ];
        for (mut wanted, mut expected) in cases {
            expected.reverse();
            let mut seen = Vec::new();
            loop {
                let mut tx = db.store.peek().await.unwrap();
                let page = search::page(&mut tx, &wanted, 7).await.unwrap();
                let Some(last) = page.last() else { break };
                wanted.before = Some(Cursor { at: last.entry.at, id: last.entry.id.clone() });
                seen.extend(page);
            }
            let ids: Vec<String> = seen.iter().map(|found| found.entry.id.clone()).collect();
            assert_eq!(ids, expected.iter().map(|n| format!("{n:016x}")).collect::<Vec<_>>());
            for found in seen {
                let number = i64::from_str_radix(&found.entry.id, 16).unwrap();
                assert_eq!(found.sequence, (number < 60).then(|| u64::try_from(number).unwrap()));
                assert_eq!(found.hash.is_some(), number < 60);
            }
        }
    }
}
