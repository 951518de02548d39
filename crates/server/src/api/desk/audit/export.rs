//! `GET /api/desk/audit/export`.

use super::{AuditQuery, note_reading, object_of, wanted};
use crate::{
    app::staff::{Right, Staff},
    limits,
    problem::ApiError,
    state::App,
    web::{
        query::Query,
        spreadsheet::{MARK, plain},
    },
};
use axum::{
    body::{Body, Bytes},
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use eid_domain::{calendar::office_now, problem::Problem};
use eid_store::audit::search::{self as stored, Cursor, Found, Wanted};
use tokio::sync::mpsc::{self, Sender};
use tokio_stream::wrappers::ReceiverStream;

/// Entries in memory at a time.
const ROWS: u32 = 500;
/// Pieces that wait for a slow connection.
const AHEAD: usize = 2;
const HEADER: [&str; 12] = [
    "sequence",
    "at_utc",
    "at_office",
    "actor",
    "name",
    "username",
    "role",
    "office",
    "action",
    "object_kind",
    "object",
    "reason",
];
const LAST: [&str; 3] = ["request_id", "entry_id", "hash"];

/// Everything that is found, as CSV (RFC 4180), newest first, while it is read. That it was exported is written into the
/// audit.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`, `too_many_requests`.
#[utoipa::path(get, path = "/api/desk/audit/export", tag = "desk", params(AuditQuery), security(("staff" = [])),
    responses((status = 200, body = String, content_type = "text/csv"), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn export(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<AuditQuery>,
) -> Result<Response, ApiError> {
    staff.need(Right::Audit)?;
    let now = app.now();
    let found = wanted(&mut app.store.read().await?, &query).await?;
    let mut tx = app.store.begin().await?;
    limits::spend(&mut tx, &app.config.limits.audit_export_staff, &staff.id, now).await?;
    let noted = found.clone().unwrap_or_default();
    note_reading(&app, &mut tx, &staff, "audit.export", &noted, now).await?;
    tx.commit().await?;
    let (sender, receiver) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        // Whoever has gone away needs no more of it; a file that ends early is told to the browser as broken.
        if let Err(error) = send(&app, found, &sender).await {
            let _ = sender.send(Err(std::io::Error::other(error))).await;
        }
    });
    let name = format!("attachment; filename=\"audit-{}.csv\"", office_now(now).date());
    let disposition = HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, Body::from_stream(ReceiverStream::new(receiver))).into_response())
}

type Piece = Result<Bytes, std::io::Error>;

async fn send(app: &App, wanted: Option<Wanted>, to: &Sender<Piece>) -> Result<(), String> {
    let told = |error: eid_store::StoreError| error.to_string();
    let head: Vec<&str> = HEADER.into_iter().chain(LAST).collect();
    let mut text = csv::Writer::from_writer(MARK.as_bytes().to_vec());
    text.write_record(&head).map_err(|error| error.to_string())?;
    let mut wanted = wanted;
    loop {
        let page = match &wanted {
            Some(wanted) => {
                let mut tx = app.store.peek().await.map_err(told)?;
                stored::page(&mut tx, wanted, ROWS).await.map_err(told)?
            }
            None => Vec::new(),
        };
        for found in &page {
            text.write_record(record(found))
                .map_err(|error| error.to_string())?;
        }
        let bytes = text.into_inner().map_err(|error| error.to_string())?;
        if to.send(Ok(Bytes::from(bytes))).await.is_err() || page.len() < ROWS as usize {
            return Ok(());
        }
        if let (Some(wanted), Some(last)) = (&mut wanted, page.last()) {
            wanted.before = Some(Cursor {
                at: last.entry.at,
                id: last.entry.id.clone(),
            });
        }
        text = csv::Writer::from_writer(Vec::new());
    }
}

fn record(found: &Found) -> Vec<String> {
    let entry = &found.entry;
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    let cells = [
        found
            .sequence
            .map(|number| number.to_string())
            .unwrap_or_default(),
        entry.at.to_string(),
        office_now(entry.at).to_string(),
        entry.actor_kind.clone(),
        or_empty(&found.actor_name),
        or_empty(&found.actor_username),
        or_empty(&entry.actor_role),
        or_empty(&entry.actor_office),
        entry.action.clone(),
        entry.object_kind.clone(),
        object_of(found),
        or_empty(&entry.reason),
        entry.request_id.clone(),
        entry.id.clone(),
        or_empty(&found.hash),
    ];
    cells.into_iter().map(plain).collect()
}
