//! A file on its way in: cut into rows while it comes, and stored some hundred at a time. Nothing of it is read yet.

use super::{note, seen};
use crate::{
    app::{batches, ids, staff::Staff},
    problem::ApiError,
    state::App,
};
use axum::body::Body;
use eid_domain::{
    batch::{
        Column, Columns, Fault, Format, Kind, Line, Lines, MOST_BYTES, MOST_ROWS, RowState, State,
        is_heading_mark,
    },
    problem::ProblemCode,
    wire::batches::BatchView,
};
use eid_store::{
    Constraint, StoreError, Tx,
    batches::{self as stored, Batch, rows, rows::Row},
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use tokio_stream::StreamExt;

/// Rows a transaction.
const ROWS: usize = 1_000;

/// Takes a file in.
///
/// # Errors
/// `body_too_large`, `malformed_body` where it breaks off.
pub async fn take(
    app: &App,
    staff: &Staff,
    (kind, format, name): (Kind, Format, String),
    body: Body,
    now: Timestamp,
) -> Result<BatchView, ApiError> {
    let id = ids::time_ordered(app.rng.as_ref(), now)?;
    let mut batch = batches::new(id, staff, (kind, State::Uploading, format), now);
    batch.name = name;
    let mut tx = app.store.begin().await?;
    stored::insert(&mut tx, &batch).await?;
    tx.commit().await?;
    let mut coming = Coming::of(&batch, kind, format);
    let mut hash = Sha256::new();
    let (mut bytes, mut found) = (0, Vec::new());
    let mut lines = Lines::new(format);
    let mut body = body.into_data_stream();
    while let Some(part) = body.next().await {
        let part = part.map_err(|_| ApiError::from(ProblemCode::MalformedBody))?;
        bytes += part.len();
        if bytes > MOST_BYTES {
            return Err(ProblemCode::BodyTooLarge.into());
        }
        hash.update(&part);
        lines.feed(&part, &mut found);
        coming.take(app, &mut found).await?;
    }
    lines.end(&mut found);
    coming.take(app, &mut found).await?;
    coming.store(app).await?;
    coming.fill(&mut batch);
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    end(app, staff, batch, hash, now).await
}

/// The file is here: it is looked at from now on, unless it cannot be, or was here before.
async fn end(
    app: &App,
    staff: &Staff,
    mut batch: Batch,
    hash: String,
    now: Timestamp,
) -> Result<BatchView, ApiError> {
    let from = State::Uploading.as_str();
    let mut tx = app.store.begin().await?;
    if let Some(known) = known(&mut tx, &batch, &hash).await? {
        return again(tx, batch, &known, now).await;
    }
    if batch.fault.is_some() {
        State::Refused.as_str().clone_into(&mut batch.state);
        batch.finished_at = Some(now);
    } else {
        State::Checking.as_str().clone_into(&mut batch.state);
        batch.hash = hash.clone();
    }
    match stored::update(&mut tx, (from, 0), &batch).await {
        Err(StoreError::Constraint(Constraint::BatchFileOpen)) => {
            // A colleague has brought the same file in this very moment.
            tx.rollback().await?;
            let mut tx = app.store.begin().await?;
            let known = known(&mut tx, &batch, &hash).await?;
            let known = known.ok_or(ApiError::from(ProblemCode::StateConflict))?;
            return again(tx, batch, &known, now).await;
        }
        stored => stored?,
    }
    note(app, &mut tx, staff, "batch.import", &batch, now).await?;
    let view = seen(&mut tx, &batch).await?;
    tx.commit().await?;
    app.wake.notify_one();
    Ok(view)
}

/// What became of the same file, where there is nothing more in it: rows that were wrong may be right by now.
async fn known(tx: &mut Tx, batch: &Batch, hash: &str) -> Result<Option<Batch>, ApiError> {
    let known = stored::of_file(tx, &batch.office_id, &batch.kind, hash).await?;
    Ok(known.filter(|known| known.finished_at.is_none() || known.bad == 0 && known.failed == 0))
}

async fn again(mut tx: Tx, mut batch: Batch, known: &Batch, now: Timestamp) -> Result<BatchView, ApiError> {
    State::Discarded.as_str().clone_into(&mut batch.state);
    batch.hash = batch.id.clone();
    batch.finished_at = Some(now);
    stored::update(&mut tx, (State::Uploading.as_str(), 0), &batch).await?;
    let view = seen(&mut tx, known).await?;
    tx.commit().await?;
    Ok(BatchView { again: true, ..view })
}

/// What has come so far.
struct Coming {
    batch_id: String,
    kind: Kind,
    heading: Option<String>,
    fault: Option<Fault>,
    missing: Vec<Column>,
    count: u32,
    rows: Vec<Row>,
}

impl Coming {
    fn of(batch: &Batch, kind: Kind, format: Format) -> Self {
        Self {
            batch_id: batch.id.clone(),
            kind,
            heading: (format == Format::Json).then(String::new),
            fault: None,
            missing: Vec::new(),
            count: 0,
            rows: Vec::new(),
        }
    }

    async fn take(&mut self, app: &App, found: &mut Vec<Line>) -> Result<(), ApiError> {
        for line in found.drain(..) {
            if self.fault.is_some() {
                continue;
            }
            if self.heading.is_none() {
                self.head(line);
            } else if self.count >= MOST_ROWS {
                self.fault = Some(Fault::TooManyRows);
            } else {
                self.count += 1;
                self.rows.push(row(self.count, line));
            }
            if self.rows.len() >= ROWS {
                self.store(app).await?;
            }
        }
        Ok(())
    }

    fn head(&mut self, line: Line) {
        match line.text {
            Ok(text) if is_heading_mark(&text) => {}
            Ok(text) => match Columns::read(self.kind, &text) {
                Ok(_) => self.heading = Some(text),
                Err(missing) => {
                    self.fault = Some(Fault::Headings);
                    self.missing = missing;
                }
            },
            Err(fault) => self.fault = Some(fault),
        }
    }

    async fn store(&mut self, app: &App) -> Result<(), ApiError> {
        if !self.rows.is_empty() {
            let mut tx = app.store.begin().await?;
            rows::put(&mut tx, &self.batch_id, &self.rows).await?;
            tx.commit().await?;
            self.rows.clear();
        }
        Ok(())
    }

    fn fill(self, batch: &mut Batch) {
        let empty = (self.count == 0).then_some(Fault::Empty);
        batch.fault = self.fault.or(empty).map(|fault| fault.as_str().to_owned());
        batch.heading = self.heading.unwrap_or_default();
        batch.total = self.count;
        let missing: Vec<&str> = self.missing.iter().map(|column| column.as_str()).collect();
        batch.missing = missing.join(" ");
    }
}

fn row(n: u32, line: Line) -> Row {
    let (state, fault, data) = match line.text {
        Ok(text) => (RowState::Raw, None, text),
        Err(fault) => (RowState::Bad, Some(fault.as_str().to_owned()), String::new()),
    };
    Row {
        n,
        line: line.number,
        state: state.as_str().to_owned(),
        fault,
        data,
        ..Row::default()
    }
}
