//! What is held about a person: counted, and written out as one file while it is read.

use crate::app::view::masked_number;
use crate::state::App;
use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use eid_domain::{
    calendar::office_now,
    wire::own_data::{Group, Held},
};
use eid_store::{
    StoreError, Tx,
    own_data::{self, Of, Record, Value, parts},
};
use serde_json::{Map, Value as Json, json};
use tokio::sync::mpsc::{self, Sender};
use tokio_stream::wrappers::ReceiverStream;

/// Pieces that wait for a slow connection.
const AHEAD: usize = 2;

/// Whom a file is about.
#[derive(Clone)]
pub struct About {
    /// The account, with its personal number; none for a receipt alone.
    pub account: Option<(String, String)>,
    /// The dossiers, by id.
    pub dossiers: Vec<String>,
}

impl About {
    /// What a part is found by; none where the file is not about that.
    fn key(&self, of: Of) -> Option<&str> {
        let (id, number) = self.account.as_ref()?;
        match of {
            Of::Account => Some(id),
            Of::Person => Some(number),
            Of::Dossier => None,
        }
    }
}

/// How many records of each group there are.
///
/// # Errors
/// When the database is out of reach.
pub async fn held(tx: &mut Tx, about: &About) -> Result<Vec<Held>, StoreError> {
    let mut found: Vec<Held> = Group::ALL
        .iter()
        .map(|group| Held {
            group: *group,
            records: 0,
        })
        .collect();
    for part in parts() {
        let keys: Vec<&str> = match part.of {
            Of::Dossier => about.dossiers.iter().map(String::as_str).collect(),
            of => about.key(of).into_iter().collect(),
        };
        for key in keys {
            let count = own_data::count(tx, part, key).await?;
            if let Some(held) = found.iter_mut().find(|held| held.group.as_str() == part.group) {
                held.records = held
                    .records
                    .saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
            }
        }
    }
    Ok(found)
}

/// The file, part by part as it is read. Whoever has gone away needs no more of it; one that ends early is told to the browser
/// as broken.
#[must_use]
pub fn file(app: &App, about: About) -> Response {
    let day = office_now(app.now()).date();
    let (sender, receiver) = mpsc::channel(AHEAD);
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(error) = send(&app, &about, &sender).await {
            let _ = sender.send(Err(std::io::Error::other(error.to_string()))).await;
        }
    });
    let name = format!("attachment; filename=\"e-id-{day}.json\"");
    let disposition = HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    (headers, Body::from_stream(ReceiverStream::new(receiver))).into_response()
}

type Piece = Result<Bytes, std::io::Error>;

/// False where nobody listens any more.
async fn put(to: &Sender<Piece>, text: String) -> bool {
    to.send(Ok(Bytes::from(text))).await.is_ok()
}

async fn send(app: &App, about: &About, to: &Sender<Piece>) -> Result<(), StoreError> {
    let mut tx = app.store.peek().await?;
    if !put(to, format!("{{\"made_at\":{}", json!(app.now().to_string()))).await {
        return Ok(());
    }
    for part in parts() {
        let Some(key) = about.key(part.of) else {
            continue;
        };
        let rows = own_data::read(&mut tx, part, key).await?;
        let rows: Vec<Json> = rows.into_iter().map(written).collect();
        if !put(to, format!(",{}:{}", json!(part.name), Json::Array(rows))).await {
            return Ok(());
        }
    }
    for (index, dossier) in about.dossiers.iter().enumerate() {
        let before = if index == 0 { ",\"dossiers\":[" } else { "," };
        let mut one = dossier_of(&mut tx, dossier).await?;
        if about.account.is_none() {
            one = by_receipt(one);
        }
        let one = Json::Object(one);
        if !put(to, format!("{before}{one}")).await {
            return Ok(());
        }
    }
    let end = if about.dossiers.is_empty() { "}\n" } else { "]}\n" };
    put(to, end.to_owned()).await;
    Ok(())
}

/// Who holds a receipt need not be who it is about: a class list may have had another's phone. They read as much of number and
/// birth date as the receipt's page shows.
fn by_receipt(mut parts: Map<String, Json>) -> Map<String, Json> {
    let rows = parts.get_mut("dossier").and_then(Json::as_array_mut);
    for row in rows.into_iter().flatten() {
        for (field, shown) in [
            ("personal_number", masked_number as fn(&str) -> String),
            ("birth_date", year),
        ] {
            if let Some(value) = row.get_mut(field) {
                *value = Json::from(shown(value.as_str().unwrap_or_default()));
            }
        }
    }
    parts
}

fn year(iso: &str) -> String {
    iso.split('-').next().unwrap_or_default().to_owned()
}

async fn dossier_of(tx: &mut Tx, id: &str) -> Result<Map<String, Json>, StoreError> {
    let mut all = Map::new();
    for part in parts().filter(|part| part.of == Of::Dossier) {
        let rows = own_data::read(tx, part, id).await?;
        all.insert(part.name.to_owned(), rows.into_iter().map(written).collect());
    }
    Ok(all)
}

fn written(record: Record) -> Json {
    let cell = |(name, value): (&str, Value)| {
        let value = match value {
            Value::Text(text) => Json::from(text),
            Value::Number(number) => Json::from(number),
            Value::Flag(flag) => Json::from(flag),
            Value::Instant(at) => Json::from(at.to_string()),
        };
        (name.to_owned(), value)
    };
    Json::Object(record.into_iter().map(cell).collect())
}
