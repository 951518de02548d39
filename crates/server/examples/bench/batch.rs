//! A file of the ministry's decisions: how long the server takes from its first byte to the last row taken over, beside its
//! other work, and what memory it needs meanwhile.

use super::{Runtimes, settings};
use eid_domain::{
    dossier::State,
    wire::batches::{BatchView, IMPORT_PATH},
};
use eid_server::{
    seed::DEMO_PASSWORD,
    serve::{self, Background, Failure},
};
use eid_store::{Dialect, dossiers, events, testing::TestDatabase};
use jiff::Timestamp;
use std::time::{Duration, Instant};

const ROWS: u32 = 100_000;
const OFFICE: &str = "hcm-pc06";
const LONGEST: Duration = Duration::from_secs(600);

/// Measures SQLite, as the product is set up.
pub(crate) fn measure(runtimes: &Runtimes) -> Result<(), Failure> {
    let rows = match std::env::var("EID_BATCH_ROWS") {
        Ok(told) => told.parse()?,
        Err(_) => ROWS,
    };
    runtimes.server.block_on(run(rows))
}

async fn run(rows: u32) -> Result<(), Failure> {
    let Some(database) = TestDatabase::new(Dialect::Sqlite).await? else {
        return Ok(());
    };
    seed(&database, rows).await?;
    let config = settings::config(&database.url)?;
    let running = serve::start_with(config, Background::Jobs).await?;
    let origin = format!("http://{}", running.address());
    let http = reqwest::Client::new();
    let who = serde_json::json!({ "username": "truong", "password": DEMO_PASSWORD });
    let signed_in = http
        .post(format!("{origin}/api/desk/session"))
        .header("idempotency-key", "bench-batch-sign-in")
        .json(&who)
        .send()
        .await?;
    let cookies: Vec<String> = signed_in
        .headers()
        .get_all("set-cookie")
        .iter()
        .filter_map(|value| value.to_str().ok()?.split(';').next().map(str::to_owned))
        .collect();
    let cookie = cookies.join("; ");
    let file = file(rows);
    let size = file.len();
    let before = resident_mb()?;
    let begun = Instant::now();
    let brought: BatchView = http
        .post(format!(
            "{origin}{IMPORT_PATH}?kind=results&format=csv&name=bench.csv"
        ))
        .header("cookie", &cookie)
        .body(file)
        .send()
        .await?
        .error_for_status()?
        .json()
        .await?;
    let uploaded = begun.elapsed();
    let mut most = before;
    let path = format!("{origin}/api/desk/batches/{}", brought.id);
    let wait = async |state: &str, most: &mut f64| -> Result<BatchView, Failure> {
        loop {
            let batch: BatchView = http
                .get(&path)
                .header("cookie", &cookie)
                .send()
                .await?
                .error_for_status()?
                .json()
                .await?;
            *most = most.max(resident_mb()?);
            if batch.state.as_str() == state {
                return Ok(batch);
            }
            if begun.elapsed() > LONGEST {
                return Err(format!("it is still {}", batch.state).into());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    };
    let checked = wait("checked", &mut most).await?;
    let looked = begun.elapsed();
    if checked.good != rows {
        return Err(format!("only {} rows are good", checked.good).into());
    }
    http.post(format!("{path}/confirm"))
        .header("cookie", &cookie)
        .header("idempotency-key", "bench-batch-confirm")
        .send()
        .await?
        .error_for_status()?;
    let done = wait("done", &mut most).await?;
    let all = begun.elapsed();
    if done.applied != rows || done.failed > 0 {
        return Err(format!("{} taken over, {} not", done.applied, done.failed).into());
    }
    println!(
        "# {rows} rows, {size} bytes: here after {:.1} s, looked at after {:.1} s",
        uploaded.as_secs_f64(),
        looked.as_secs_f64()
    );
    println!("# memory: {before:.1} MB before, at most {most:.1} MB");
    println!("batch_rows {:.1} s", all.as_secs_f64());
    println!("batch_memory {:.1} MB", (most - before).max(0.0));
    running.stop().await?;
    database.close().await?;
    Ok(())
}

fn code(n: u32) -> String {
    format!("G01.899.108.000-261118-79{n:06}")
}

fn file(rows: u32) -> String {
    let mut text = String::from("decision_id,dossier_code,subject,outcome,reason,decided_at\r\n");
    for n in 0..rows {
        text.push_str(&format!(
            "c06-2026-{n},{},card,in_review,,2026-11-18T03:00:00Z\r\n",
            code(n)
        ));
    }
    text
}

/// Dossiers that the ministry has.
async fn seed(database: &TestDatabase, rows: u32) -> Result<(), Failure> {
    let at: Timestamp = "2026-11-18T02:00:00Z".parse()?;
    let all: Vec<u32> = (0..rows).collect();
    for part in all.chunks(5_000) {
        let mut tx = database.store.begin().await?;
        for n in part {
            let dossier = dossiers::Dossier {
                id: format!("b{n:08}"),
                reference: format!("B{n:08}"),
                code: Some(code(*n)),
                state: State::SentToMinistry.as_str().into(),
                state_at: at,
                is_open: true,
                service: "card".into(),
                reason: Some("new_14".into()),
                office_id: OFFICE.into(),
                full_name: "Nguyễn Văn Thử".into(),
                name_key: "nguyen van thu".into(),
                personal_number: format!("0990{n:08}"),
                birth_date: "1985-08-15".into(),
                otp_phone: format!("+8499{n:07}"),
                contact_phone: None,
                representative_name: None,
                lang: "vi".into(),
                created_at: at,
                received_at: Some(at),
                due_on: Some(jiff::civil::date(2026, 11, 27)),
                paused_on: None,
                pauses: "[]".into(),
                message: None,
                reschedules: 0,
                version: 1,
            };
            dossiers::insert(&mut tx, &dossier).await?;
            for (k, state) in [State::Received, State::SentToMinistry].into_iter().enumerate() {
                let event = events::Event {
                    id: format!("v{n:08}-{k}"),
                    dossier_id: dossier.id.clone(),
                    at,
                    state: state.as_str().into(),
                    actor: "officer".into(),
                    note: None,
                };
                events::insert(&mut tx, &event).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Memory of this process, clients included.
fn resident_mb() -> Result<f64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes: f64 = line
        .and_then(|line| line.trim().strip_suffix("kB"))
        .ok_or("no VmRSS")?
        .trim()
        .parse()?;
    Ok(kibibytes * 1024.0 / 1e6)
}
