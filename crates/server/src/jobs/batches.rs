//! The work on files from the ministry, some hundred rows at a time: each piece and how far it came are one transaction, so
//! a server that dies has lost nothing, and the next goes on where it was.

pub mod apply;
pub mod check;

use crate::{
    app::batches::{format_of, kind_of, state_of},
    problem::ApiError,
    state::App,
};
use eid_domain::batch::{Columns, Fault, Format, Kind, Refused, Row, State, csv, json};
use eid_domain::problem::ProblemCode;
use eid_store::{
    Tx,
    batches::{self, Batch},
};
use jiff::Timestamp;
use std::time::Duration;
use tokio::time::Instant;

/// Other work waits no longer than this.
const TURN: Duration = Duration::from_secs(1);

/// Works on what is open for a moment, and asks to be called again where there is more.
///
/// # Errors
/// When the database is out of reach; nothing is lost.
pub async fn round(app: &App) -> Result<(), ApiError> {
    let begun = Instant::now();
    for id in batches::open(&mut app.store.peek().await?).await? {
        while step(app, &id).await? {
            if begun.elapsed() >= TURN {
                app.wake.notify_one();
                return Ok(());
            }
        }
    }
    Ok(())
}

/// One piece of work on a batch. True where there is more.
async fn step(app: &App, id: &str) -> Result<bool, ApiError> {
    match piece(app, id, false).await {
        Ok(more) => Ok(more),
        Err(error) if error.problem().code == ProblemCode::Unavailable => Err(error),
        // One odd row must not keep all others back: it is found, and said to be odd.
        Err(_) => match piece(app, id, true).await {
            Ok(more) => Ok(more),
            Err(error) if error.problem().code == ProblemCode::Unavailable => Err(error),
            Err(_) => odd(app, id).await,
        },
    }
}

/// Works on the next rows, or on the next one alone.
async fn piece(app: &App, id: &str, alone: bool) -> Result<bool, ApiError> {
    let at_most = |rows: u32| if alone { 1 } else { rows };
    let now = app.now();
    let mut tx = app.store.begin().await?;
    let Some(mut batch) = batches::locked(&mut tx, id).await? else {
        return Ok(false);
    };
    let (state, position) = (batch.state.clone(), batch.position);
    let more = match state_of(&batch)? {
        State::Checking => check::piece(&mut tx, &mut batch, at_most(check::ROWS), now).await?,
        State::Applying => apply::piece(app, &mut tx, &mut batch, at_most(apply::ROWS), now).await?,
        _ => return Ok(false),
    };
    batches::update(&mut tx, (&state, position), &batch).await?;
    tx.commit().await?;
    if state == State::Applying.as_str() {
        app.live.changed(&batch.office_id);
    }
    Ok(more)
}

/// Passes over the row at hand.
async fn odd(app: &App, id: &str) -> Result<bool, ApiError> {
    let mut tx = app.store.begin().await?;
    let Some(mut batch) = batches::locked(&mut tx, id).await? else {
        return Ok(false);
    };
    let (state, position) = (batch.state.clone(), batch.position);
    let rows = batches::rows::after(&mut tx, id, position, 1).await?;
    let Some(mut row) = rows.into_iter().next() else {
        return Ok(false);
    };
    tracing::error!(batch = %id, line = row.line, "a row could not be worked on");
    row.fault = Some(Fault::Internal.as_str().to_owned());
    row.data.clear();
    batch.position = row.n;
    if state == State::Checking.as_str() {
        row.state = eid_domain::batch::RowState::Bad.as_str().to_owned();
        (batch.checked, batch.bad) = (batch.checked + 1, batch.bad + 1);
    } else {
        row.state = eid_domain::batch::RowState::Failed.as_str().to_owned();
        (batch.applied, batch.failed) = (batch.applied + 1, batch.failed + 1);
    }
    batches::rows::put(&mut tx, id, &[row]).await?;
    batches::update(&mut tx, (&state, position), &batch).await?;
    tx.commit().await?;
    Ok(true)
}

/// Reads the rows of one file.
struct Reader {
    kind: Kind,
    format: Format,
    columns: Option<Columns>,
    now: Timestamp,
}

impl Reader {
    fn of(batch: &Batch, now: Timestamp) -> Result<Self, ApiError> {
        let (kind, format) = (kind_of(batch)?, format_of(batch)?);
        let columns = match format {
            Format::Csv => Columns::read(kind, &batch.heading).ok(),
            Format::Json => None,
        };
        Ok(Self {
            kind,
            format,
            columns,
            now,
        })
    }

    fn read(&self, text: &str) -> Result<Row, Refused> {
        match (self.format, &self.columns) {
            (Format::Csv, Some(columns)) => csv(self.kind, columns, text, self.now),
            (Format::Csv, None) => Err(Refused::whole(Fault::CellCount)),
            (Format::Json, _) => json(self.kind, text, self.now),
        }
    }
}

/// What distinguishes the content of a decision from another under the same id.
fn digest(row: &Row) -> String {
    let Some(decided) = &row.decision else {
        return String::new();
    };
    crate::secret::digest_parts(&[
        row.code.as_bytes(),
        decided.subject.as_str().as_bytes(),
        decided.outcome.as_str().as_bytes(),
        decided.outcome.reason().as_bytes(),
    ])
}

/// So many rows wait: nothing is done where the batch has none left.
async fn rows_at(tx: &mut Tx, batch: &Batch, most: u32) -> Result<Vec<batches::rows::Row>, ApiError> {
    Ok(batches::rows::after(tx, &batch.id, batch.position, most).await?)
}
