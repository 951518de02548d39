//! Years of visits, made by the database itself: for measuring what a large store costs.
//!
//! Every office is full on every day, the last of them yesterday; a few visits are to come, as many in a small store as in
//! a large one, since what is to come is what answers are made of. Rows have the columns and about the lengths of real
//! ones, but half as long a reservation's id; ids, references and personal numbers are spread over their whole range, as
//! chance would. Events, audit and notices are left out: nothing reads them on the way to a place.

use crate::Dialect;
use jiff::Timestamp;
use sqlx::{AnyConnection, AssertSqlSafe, Connection, Row};

/// Visits of one office on one day: four stations, sixteen times.
const A_DAY: u64 = 64;
/// Days to come on which every office has one visit at each of the sixteen times.
const DAYS_TO_COME: u64 = 6;

/// What is stored afterwards.
#[derive(Clone, Copy, Debug)]
pub struct Filled {
    /// Visits, past and to come.
    pub visits: u64,
    /// Bytes on the disk.
    pub bytes: u64,
}

/// Fills a migrated, empty database with about `visits` visits at these offices. `today` is midnight of the first day to
/// come; nobody else may be connected to a SQLite file. Indexes and foreign keys are taken away for it and made again.
///
/// # Errors
/// What the database says, in a sentence.
pub async fn fill(
    url: &str,
    dialect: Dialect,
    visits: u64,
    offices: &[&str],
    today: Timestamp,
) -> Result<Filled, String> {
    sqlx::any::install_default_drivers();
    let told = |error: sqlx::Error| error.to_string();
    let mut connection = AnyConnection::connect(url).await.map_err(told)?;
    let shape = Shape::of(visits, offices.len() as u64, today);
    for text in before(dialect) {
        run(&mut connection, text).await?;
    }
    let indexes = indexes(&mut connection, dialect).await?;
    for (name, _) in &indexes {
        run(&mut connection, format!("DROP INDEX {name}")).await?;
    }
    let names: Vec<String> = (0_u64..)
        .zip(offices)
        .map(|(n, id)| format!("({n}, '{id}')"))
        .collect();
    run(
        &mut connection,
        "CREATE TABLE history_office (n BIGINT NOT NULL PRIMARY KEY, id TEXT NOT NULL)".into(),
    )
    .await?;
    run(
        &mut connection,
        format!("INSERT INTO history_office VALUES {}", names.join(", ")),
    )
    .await?;
    for text in shape.rows(dialect) {
        run(&mut connection, text).await?;
    }
    run(&mut connection, "DROP TABLE history_office".into()).await?;
    for (_, text) in indexes {
        run(&mut connection, text).await?;
    }
    for text in after(dialect) {
        run(&mut connection, text).await?;
    }
    let size = match dialect {
        Dialect::Sqlite => "SELECT page_count * page_size AS n FROM pragma_page_count(), pragma_page_size()",
        Dialect::Postgres => {
            "SELECT CAST(SUM(pg_total_relation_size(c.oid)) AS BIGINT) AS n FROM pg_class c
            WHERE c.relkind = 'r' AND c.relnamespace = CAST(current_schema() AS regnamespace)"
        }
    };
    let row = sqlx::query(size).fetch_one(&mut connection).await.map_err(told)?;
    let bytes: i64 = row.try_get("n").map_err(told)?;
    connection.close().await.map_err(told)?;
    Ok(Filled {
        visits: shape.past + shape.to_come,
        bytes: bytes.unsigned_abs(),
    })
}

async fn run(connection: &mut AnyConnection, text: String) -> Result<(), String> {
    let shown = text.chars().take(80).collect::<String>();
    let done = sqlx::raw_sql(AssertSqlSafe(text)).execute(connection).await;
    done.map(drop).map_err(|error| format!("{error}: {shown}"))
}

/// Nobody else looks at it yet, and it can be made again: the log and the waiting for the disk are left out.
fn before(dialect: Dialect) -> Vec<String> {
    let texts: &[&str] = match dialect {
        Dialect::Sqlite => &[
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            "PRAGMA foreign_keys = OFF",
            "PRAGMA locking_mode = EXCLUSIVE",
            "PRAGMA cache_size = -600000",
            "PRAGMA threads = 2",
        ],
        Dialect::Postgres => &[
            "SET statement_timeout = 0",
            "SET synchronous_commit = off",
            "SET maintenance_work_mem = '600MB'",
            "ALTER TABLE appointment DROP CONSTRAINT appointment_dossier_id_fkey",
            "ALTER TABLE appointment DROP CONSTRAINT appointment_reservation_id_fkey",
        ],
    };
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn after(dialect: Dialect) -> Vec<String> {
    let texts: &[&str] = match dialect {
        Dialect::Sqlite => &[
            "PRAGMA synchronous = FULL",
            "PRAGMA analysis_limit = 1000",
            "ANALYZE",
            "PRAGMA locking_mode = NORMAL",
            "PRAGMA journal_mode = WAL",
        ],
        // New rows are checked as before; that the old ones are right need not be proved.
        Dialect::Postgres => &[
            "ALTER TABLE appointment ADD CONSTRAINT appointment_dossier_id_fkey
                FOREIGN KEY (dossier_id) REFERENCES dossier (id) NOT VALID",
            "ALTER TABLE appointment ADD CONSTRAINT appointment_reservation_id_fkey
                FOREIGN KEY (reservation_id) REFERENCES reservation (id) NOT VALID",
            "VACUUM (ANALYZE) dossier, reservation, appointment, slot_tick",
            "CHECKPOINT",
        ],
    };
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// The indexes of the filled tables that are not part of them, with the statements that make them.
async fn indexes(connection: &mut AnyConnection, dialect: Dialect) -> Result<Vec<(String, String)>, String> {
    let tables = "('dossier', 'reservation', 'appointment', 'slot_tick')";
    let text = match dialect {
        Dialect::Sqlite => format!(
            "SELECT name AS name, sql AS text FROM sqlite_master
            WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN {tables} ORDER BY name"
        ),
        Dialect::Postgres => format!(
            "SELECT CAST(i.indexname AS TEXT) AS name, i.indexdef AS text FROM pg_indexes i
            WHERE i.schemaname = current_schema() AND i.tablename IN {tables} AND NOT EXISTS (
                SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname
                AND c.connamespace = CAST(current_schema() AS regnamespace)) ORDER BY i.indexname"
        ),
    };
    let told = |error: sqlx::Error| error.to_string();
    let rows = sqlx::query(AssertSqlSafe(text))
        .fetch_all(connection)
        .await
        .map_err(told)?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get("name").map_err(told)?,
                row.try_get("text").map_err(told)?,
            ))
        })
        .collect()
}

/// How many of what, and when.
struct Shape {
    offices: u64,
    days: u64,
    past: u64,
    to_come: u64,
    /// Microseconds of today's midnight.
    today: i64,
}

impl Shape {
    fn of(visits: u64, offices: u64, today: Timestamp) -> Self {
        let to_come = offices * DAYS_TO_COME * 16;
        let a_day = (offices * A_DAY).max(1);
        let days = (visits.saturating_sub(to_come) + a_day / 2) / a_day;
        Self {
            offices,
            days,
            past: days * a_day,
            to_come,
            today: today.as_microsecond(),
        }
    }

    /// The statements that make the rows; in each, `n` counts the visits in order of time.
    fn rows(&self, dialect: Dialect) -> Vec<String> {
        let hex = |digits: u8, value: &str| match dialect {
            Dialect::Sqlite => format!("printf('%0{digits}x', {value})"),
            Dialect::Postgres => format!("lpad(to_hex({value}), {digits}, '0')"),
        };
        let digits = |count: u8, value: &str| match dialect {
            Dialect::Sqlite => format!("printf('%0{count}d', {value})"),
            Dialect::Postgres => format!("lpad(CAST({value} AS TEXT), {count}, '0')"),
        };
        let mut texts = Vec::new();
        for part in [Part::past(self), Part::to_come(self)] {
            let Part {
                from,
                count,
                a_day,
                state,
                dossier_state,
                is_open,
                reservation_mark,
                first_day,
            } = part;
            let Self { offices, today, .. } = self;
            let series = series(dialect, from, count);
            // The how-manieth visit of its office it is, its day, and its time of the day in half hours from 7:30.
            let visits = format!(
                "SELECT v.n AS n, o.id AS office_id, {today} + ({first_day} + (v.n - {from}) / {offices} / {a_day})
                    * CAST(86400000000 AS BIGINT) + CAST(27000000000 AS BIGINT)
                    + ((v.n - {from}) / {offices} % {a_day}) * 16 / {a_day} * CAST(1800000000 AS BIGINT) AS starts_at
                FROM ({series}) v JOIN history_office o ON o.n = (v.n - {from}) % {offices}"
            );
            let mixed = hex(8, "n * 2654435761 % 4294967296");
            let id = format!("'0' || {}", hex(15, "n"));
            let reservation = format!(
                "{} || '{reservation_mark}' || {}",
                hex(8, "n * 429 % 4294967296"),
                hex(23, "n")
            );
            texts.push(format!(
                "INSERT INTO reservation (id, office_id, starts_at, ticks, service, age_group, state, expires_at,
                    extensions, source_hash, created_at)
                SELECT {reservation}, office_id, starts_at, 3, 'card_and_account', 'from_14_to_59', 'booked', NULL, 0,
                    {mixed}, starts_at - CAST(604800000000 AS BIGINT) FROM ({visits}) a"
            ));
            texts.push(format!(
                "INSERT INTO dossier (id, reference, code, state, state_at, is_open, service, reason, office_id, full_name,
                    name_key, personal_number, birth_date, otp_phone, contact_phone, representative_name, lang,
                    created_at, received_at, due_on, paused_on, pauses, message, reschedules, version)
                SELECT {id}, {mixed} || '{reservation_mark}0', 'G01-' || {mixed} || '{reservation_mark}', '{dossier_state}',
                    starts_at, {is_open}, 'card_and_account', 'new_14', office_id, 'Nguyễn Văn Thử', 'nguyen van thu', {},
                    '1985-08-15', '+849' || {}, NULL, NULL, 'vi', starts_at - CAST(604800000000 AS BIGINT), starts_at,
                    '2026-01-01', NULL, '[]', NULL, 0, 9 FROM ({visits}) a",
                digits(12, "n * 90001 % 999999999989"),
                digits(8, "n * 7919 % 99999989"),
            ));
            texts.push(format!(
                "INSERT INTO appointment (id, dossier_id, reservation_id, office_id, starts_at, ticks, state, sequence,
                    created_at, arrived_at)
                SELECT {id}, {id}, {reservation}, office_id, starts_at, 3, '{state}', 0,
                    starts_at - CAST(604800000000 AS BIGINT), starts_at FROM ({visits}) a"
            ));
        }
        texts.push(self.ticks(dialect, -(self.days as i64), self.days, "4", 4));
        // Others find room beside those who come already.
        texts.push(self.ticks(dialect, 1, DAYS_TO_COME, "200", 1));
        texts
    }

    fn ticks(&self, dialect: Dialect, first_day: i64, days: u64, capacity: &str, taken: u8) -> String {
        let Self { offices, today, .. } = self;
        let series = series(dialect, 0, days * offices * 48);
        let per_office = days * 48;
        format!(
            "INSERT INTO slot_tick (office_id, starts_at, capacity, taken)
            SELECT o.id, {today} + ({first_day} + v.n % {per_office} / 48) * CAST(86400000000 AS BIGINT)
                + CAST(27000000000 AS BIGINT) + v.n % 48 * CAST(600000000 AS BIGINT), {capacity}, {taken}
            FROM ({series}) v JOIN history_office o ON o.n = v.n / {per_office}"
        )
    }
}

/// Past visits, or those to come.
struct Part {
    /// Number of the first visit.
    from: u64,
    count: u64,
    /// Visits of an office a day.
    a_day: u64,
    /// Counted from today.
    first_day: i64,
    state: &'static str,
    dossier_state: &'static str,
    is_open: u8,
    reservation_mark: char,
}

impl Part {
    fn past(shape: &Shape) -> Self {
        Self {
            from: 0,
            count: shape.past,
            a_day: A_DAY,
            first_day: -(shape.days as i64),
            state: "done",
            dossier_state: "handed_over",
            is_open: 0,
            reservation_mark: 'a',
        }
    }

    fn to_come(shape: &Shape) -> Self {
        Self {
            from: shape.past,
            count: shape.to_come,
            a_day: 16,
            first_day: 1,
            state: "booked",
            dossier_state: "booked",
            is_open: 1,
            reservation_mark: 'b',
        }
    }
}

/// `count` numbers from `from` on.
fn series(dialect: Dialect, from: u64, count: u64) -> String {
    let end = from + count;
    match dialect {
        Dialect::Sqlite => format!(
            "WITH RECURSIVE s (n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM s WHERE n + 1 < {end}) SELECT n FROM s"
        ),
        Dialect::Postgres => {
            format!("SELECT n FROM generate_series(CAST({from} AS BIGINT), {end} - 1) AS s (n)")
        }
    }
}
