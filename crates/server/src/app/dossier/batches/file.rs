//! Writing a file while it is read from the database: one page of rows in memory at a time.

use crate::{
    authority::Request,
    state::App,
    web::spreadsheet::{MARK, plain},
};
use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use eid_domain::batch::Format;
use eid_store::batches::{rows, rows::Row};
use tokio::sync::mpsc::{self, Sender};
use tokio_stream::wrappers::ReceiverStream;

/// Rows in memory at a time.
const ROWS: u32 = 500;
/// Pieces that wait for a slow connection.
const AHEAD: usize = 2;

/// What a file's rows say.
#[derive(Clone, Copy)]
pub struct Content {
    /// The file's name without its ending.
    pub name: &'static str,
    /// Names of the columns.
    pub heads: &'static [&'static str],
    /// The rows of the file that come of one of the batch: none, one or more.
    pub cells: fn(&Row) -> Vec<Vec<String>>,
}

/// The dossiers of an export.
pub const SENT: Content = Content {
    name: "ho-so",
    heads: &[
        "dossier_code",
        "subject",
        "full_name",
        "personal_number",
        "birth_date",
        "reason",
        "office_id",
        "received_on",
    ],
    cells: sent,
};

fn sent(row: &Row) -> Vec<Vec<String>> {
    let Ok(request) = serde_json::from_str::<Request>(&row.data) else {
        return Vec::new();
    };
    let reason = request.reason.map(|reason| reason.as_str().to_owned());
    vec![vec![
        request.dossier_code,
        request.subject.as_str().to_owned(),
        request.full_name,
        request.personal_number,
        request.birth_date,
        reason.unwrap_or_default(),
        request.office_id,
        request.received_on.to_string(),
    ]]
}

/// The file as an answer.
#[must_use]
pub fn answer(app: &App, batch_id: String, format: Format, content: Content) -> Response {
    let (sender, receiver) = mpsc::channel(AHEAD);
    let name = format!(
        "attachment; filename=\"{}-{}.{format}\"",
        content.name,
        batch_id.get(..16).unwrap_or_default()
    );
    let app = app.clone();
    tokio::spawn(async move {
        // Whoever has gone away needs no more of it; a file that ends early is told to the browser as broken.
        if let Err(error) = send(&app, &batch_id, format, content, &sender).await {
            let _ = sender.send(Err(std::io::Error::other(error))).await;
        }
    });
    let kind = match format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Json => "application/json",
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment")),
        ),
    ];
    (headers, Body::from_stream(ReceiverStream::new(receiver))).into_response()
}

type Piece = Result<Bytes, std::io::Error>;

async fn send(
    app: &App,
    batch_id: &str,
    format: Format,
    content: Content,
    to: &Sender<Piece>,
) -> Result<(), String> {
    let (mut after, mut first) = (0, true);
    let mut text = Vec::new();
    head(&mut text, format, content.heads)?;
    loop {
        let page = {
            let mut tx = app.store.peek().await.map_err(|error| error.to_string())?;
            rows::after(&mut tx, batch_id, after, ROWS)
                .await
                .map_err(|error| error.to_string())?
        };
        for cells in page.iter().flat_map(content.cells) {
            row(&mut text, format, content.heads, cells, first)?;
            first = false;
        }
        let last = page.len() < ROWS as usize;
        if last && format == Format::Json {
            text.extend_from_slice(b"\n]\n");
        }
        if to.send(Ok(Bytes::from(std::mem::take(&mut text)))).await.is_err() || last {
            return Ok(());
        }
        after = page.last().map_or(after, |row| row.n);
    }
}

fn head(to: &mut Vec<u8>, format: Format, heads: &[&str]) -> Result<(), String> {
    match format {
        Format::Csv => {
            to.extend_from_slice(MARK.as_bytes());
            line(to, heads.iter().map(|head| (*head).to_owned()))
        }
        Format::Json => {
            to.push(b'[');
            Ok(())
        }
    }
}

fn row(
    to: &mut Vec<u8>,
    format: Format,
    heads: &[&str],
    cells: Vec<String>,
    first: bool,
) -> Result<(), String> {
    match format {
        Format::Csv => line(to, cells.into_iter().map(plain)),
        Format::Json => {
            to.extend_from_slice(if first { b"\n" } else { b",\n" });
            let object: serde_json::Map<String, serde_json::Value> = heads
                .iter()
                .zip(cells)
                .map(|(head, cell)| ((*head).to_owned(), cell.into()))
                .collect();
            serde_json::to_writer(to, &object).map_err(|error| error.to_string())
        }
    }
}

/// One record of RFC 4180.
fn line(to: &mut Vec<u8>, cells: impl Iterator<Item = String>) -> Result<(), String> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(to);
    writer
        .write_record(cells.collect::<Vec<_>>())
        .and_then(|()| writer.flush().map_err(Into::into))
        .map_err(|error| error.to_string())
}
