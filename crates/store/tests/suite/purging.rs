//! What is past its time goes a batch at a time. Story: a file of 200,000 rows went in one statement, and every other
//! writer of a SQLite database stood still meanwhile, because rows were chosen by the file they belong to.

use crate::support::{both, clock};
use eid_store::{Store, retention, testing};

/// How many rows there are.
const ROWS: u64 = 1_200;
/// How many one statement may take.
const BATCH: u64 = 500;

/// What is made, once for every number `n` from 1 on.
macro_rules! each {
    ($($text:literal),+ => $table:literal, $values:literal) => {
        concat!($($text,)+ "INSERT INTO ", $table,
            " WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1200) SELECT ",
            $values, " FROM numbers")
    };
}

/// A finished batch of a kind, and its rows.
macro_rules! batch {
    ($kind:literal) => {
        each!(
            "INSERT INTO batch (id, office_id, kind, state, format, name, hash, heading, created_at, created_by, total,
            checked, good, already, bad, applied, failed, position, missing) VALUES ('b', 'o', '", $kind, "', 'done', 'csv',
            'n', 'h', '', 0, 's', 1200, 1200, 0, 0, 1200, 0, 0, 0, ''); "
            => "batch_row (batch_id, n, line, state, mark, code, subject, after_state, data)",
            "'b', n, n, 'bad', '', '', '', '', '{}'"
        )
    };
}

/// Makes the rows and takes them all; every purge but the last takes a batch and no more.
async fn goes_in_batches(store: &Store, made: &'static str) {
    let mut tx = store.begin().await.unwrap();
    testing::script(&mut tx, made).await.unwrap();
    tx.commit().await.unwrap();
    let before = clock(0);
    let cutoffs = retention::Cutoffs {
        lapsed: before,
        answers: before,
        messages: before,
        places: before,
    };
    let mut left = ROWS;
    while left > 0 {
        let mut tx = store.begin().await.unwrap();
        assert_eq!(
            retention::purge(&mut tx, &cutoffs).await.unwrap(),
            left.min(BATCH),
            "{left} left of: {made}"
        );
        tx.commit().await.unwrap();
        left = left.saturating_sub(BATCH);
    }
    let mut tx = store.begin().await.unwrap();
    assert_eq!(retention::purge(&mut tx, &cutoffs).await.unwrap(), 0);
}

both! {
    async fn the_rows_of_one_file(db) {
        goes_in_batches(&db.store, batch!("results")).await;
    }

    async fn what_the_rows_of_one_export_said(db) {
        goes_in_batches(&db.store, batch!("export")).await;
    }

    async fn the_pupils_of_one_stop(db) {
        let made = each!(
            "INSERT INTO stop (id, office_id, kind, date, ends_at, is_public, state, data, staff_id, created_at, version)
            VALUES ('s', 'o', 'school', '2026-01-05', 0, 0, 'planned', '{}', 's', 0, 1); "
            => "stop_pupil (stop_id, personal_number, class_name, dossier_id, created_at)",
            "'s', 'p' || n, '1A', 'd' || n, 0"
        );
        goes_in_batches(&db.store, made).await;
    }

    async fn the_same_moment_of_many_offices(db) {
        let made = each!("" => "slot_tick (office_id, starts_at, capacity, taken)", "'o' || n, 0, 1, 0");
        goes_in_batches(&db.store, made).await;
    }

    async fn one_limit_of_many_kinds(db) {
        let made = each!("" => "rate_limit (name, key_hash, window_start, window_end, count)", "'l' || n, 'k', 0, 1, 1");
        goes_in_batches(&db.store, made).await;
    }
}
