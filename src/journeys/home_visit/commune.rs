//! In which commune of the country, found as one types.

use crate::api::{self, ApiError};
use crate::components::{ComboOption, Combobox, Errors};
use crate::i18n::{Lang, keys::home_visit as k, lang, t};
use eid_domain::search_key::search_key;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};
use std::pin::Pin;

/// Results shown at a time.
const SHOWN: usize = 8;

/// A commune with what it is found by.
#[derive(Clone)]
struct Row {
    code: String,
    label: String,
    key: String,
}

/// What is typed, and the commune that stands for.
#[derive(Clone, Copy)]
pub(super) struct CommuneField {
    query: RwSignal<String>,
    /// Code and words.
    chosen: RwSignal<Option<(String, String)>>,
    rows: RwSignal<Vec<Row>>,
}

impl CommuneField {
    /// Nothing typed yet.
    pub(super) fn open() -> Self {
        let field = Self {
            query: RwSignal::new(String::new()),
            chosen: RwSignal::new(None),
            rows: RwSignal::new(Vec::new()),
        };
        let coming = StoredValue::new(false);
        // The communes come with the first letter: the list is as large as a third of the page.
        Effect::watch(
            move || field.query.with(String::is_empty),
            move |empty, _, _| {
                if !empty && !coming.get_value() {
                    coming.set_value(true);
                    spawn_local(field.fill(coming));
                }
            },
            true,
        );
        field
    }

    async fn fill(self, coming: StoredValue<bool>) {
        let rows = match load_list().await {
            Ok(list) => list(lang()).await,
            Err(_) => Err(ApiError::Offline),
        };
        match rows {
            Ok(rows) => drop(self.rows.try_set(rows)),
            // The next change of the field asks again.
            Err(_) => drop(coming.try_set_value(false)),
        }
    }

    /// The code, where what stands in the field is what was chosen.
    pub(super) fn code(self) -> String {
        let typed = self.query.get_untracked();
        let chosen = self.chosen.get_untracked();
        chosen
            .filter(|(_, label)| *label == typed.trim())
            .map(|(code, _)| code)
            .unwrap_or_default()
    }

    /// The field.
    pub(super) fn view(self, errors: Errors) -> AnyView {
        let options = Signal::derive(move || self.rows.with(|rows| found(rows, &self.query.get())));
        let choose = move |code: String| {
            let label = self.rows.with_untracked(|rows| {
                let row = rows.iter().find(|row| row.code == code);
                row.map(|row| row.label.clone())
            });
            self.chosen.set(label.map(|label| (code, label)));
        };
        view! {
            <Combobox
                id="commune_code"
                label=t(k::COMMUNE)
                hint=t(k::COMMUNE_HINT)
                query=self.query
                options=options
                on_choose=choose
                errors=errors
            />
        }
        .into_any()
    }
}

type Coming = Pin<Box<dyn Future<Output = Result<Vec<Row>, ApiError>>>>;
type List = fn(Lang) -> Coming;

#[wasm_split(home_visit_communes, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_list() -> Result<List, SplitLoaderError> {
    Ok(|spoken| Box::pin(load(spoken)))
}

async fn load(spoken: Lang) -> Result<Vec<Row>, ApiError> {
    let (provinces, communes) = api::both(api::places::provinces(), api::places::communes()).await;
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

/// Every word typed must begin a word of the name.
fn found(rows: &[Row], query: &str) -> Vec<ComboOption> {
    let wanted = search_key(query);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let fits = |row: &&Row| {
        let begins = |word: &&str| row.key.split_whitespace().any(|own| own.starts_with(*word));
        words.iter().all(begins)
    };
    rows.iter()
        .filter(fits)
        .take(SHOWN)
        .map(|row| ComboOption {
            value: row.code.clone(),
            label: row.label.clone(),
            hint: String::new(),
        })
        .collect()
}
