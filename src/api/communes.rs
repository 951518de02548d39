//! The communes of the country, found as one types. The list is as large as a third of a page, and comes in a file of its
//! own when it is wanted.

use super::{ApiError, both, places};
use crate::i18n::{Lang, lang};
use eid_domain::search_key::search_key;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::pin::Pin;

/// Results shown at a time.
const SHOWN: usize = 8;

/// A commune with what it is found by.
#[derive(Clone)]
pub struct Row {
    /// Five digits.
    code: String,
    /// "Phường Sài Gòn, TP. Hồ Chí Minh".
    label: String,
    key: String,
}

/// The list on its way; `None` where code or list did not arrive.
pub type Coming = Pin<Box<dyn Future<Output = Option<Vec<Row>>>>>;

type Loading = Pin<Box<dyn Future<Output = Result<Vec<Row>, ApiError>>>>;
type List = fn(Lang) -> Loading;

#[wasm_split(all_communes, wasm_split_path = ::leptos::wasm_split, fallible)]
fn code() -> Result<List, SplitLoaderError> {
    Ok(|spoken| Box::pin(load(spoken)))
}

/// All of them, in the language shown.
pub fn coming() -> Coming {
    Box::pin(async {
        let list = code().await.ok()?;
        list(lang()).await.ok()
    })
}

async fn load(spoken: Lang) -> Result<Vec<Row>, ApiError> {
    let (provinces, communes) = both(places::provinces(), places::communes()).await;
    let provinces = provinces?;
    let row = |commune: &eid_domain::place::Commune| {
        let province = provinces.iter().find(|one| one.code == commune.province);
        let province = province.map_or("", |one| match spoken {
            Lang::Vi => one.short.as_str(),
            Lang::En => one.en.as_str(),
        });
        let label = format!("{}, {province}", commune.label());
        Row {
            code: commune.code.to_string(),
            key: search_key(&label),
            label,
        }
    };
    Ok(communes?.iter().map(row).collect())
}

/// Code and words of those that fit: every word typed must begin a word of the name.
pub fn found(rows: &[Row], query: &str) -> Vec<(String, String)> {
    let wanted = search_key(query);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let fits = |row: &&Row| {
        let begins = |word: &&str| row.key.split_whitespace().any(|own| own.starts_with(*word));
        words.iter().all(begins)
    };
    let found = rows.iter().filter(fits).take(SHOWN);
    found.map(|row| (row.code.clone(), row.label.clone())).collect()
}
