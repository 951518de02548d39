//! Finding an office by its name, its ward or its old district.

use super::{Chosen, full};
use crate::api;
use crate::browser::focus;
use crate::components::{ComboOption, Combobox, Fetched};
use crate::i18n::{keys::waiting as k, t};
use crate::journeys::tracking::place;
use eid_domain::office::Office;
use eid_domain::search_key::search_key;
use eid_domain::waiting::MOST_OFFICES;
use leptos::prelude::*;
use std::pin::Pin;

/// Results shown at a time.
const SHOWN: usize = 8;

/// One office with what it is found by.
#[derive(Clone)]
struct Row {
    id: String,
    name: String,
    hint: String,
    key: String,
}

/// The field, once all offices are known.
pub(super) fn view(chosen: Chosen) -> AnyView {
    let fetch = || {
        let all = async { api::offices::list().await.map_err(|error| error.words()) };
        Box::pin(all) as Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |offices: Vec<Office>| {
        let open = offices.iter().filter(|office| office.card_intake_enabled);
        let rows: Vec<Row> = open.map(row).collect();
        chosen.names.set(
            rows.iter()
                .map(|row| (row.id.clone(), row.name.clone()))
                .collect(),
        );
        if chosen.asked.get_untracked() {
            focus::later("offices");
        }
        field(StoredValue::new(rows), chosen)
    };
    view! { <Fetched fetch=fetch show=show /> }.into_any()
}

fn field(rows: StoredValue<Vec<Row>>, Chosen { ids, errors, .. }: Chosen) -> AnyView {
    let query = RwSignal::new(String::new());
    let options = Signal::derive(move || found(&rows.read_value(), &query.get(), &ids.get()));
    let add = move |id: String| {
        ids.update(|ids| {
            if ids.len() < MOST_OFFICES && !ids.contains(&id) {
                ids.push(id);
            }
        });
        query.set(String::new());
    };
    let is_full = Memo::new(move |_| ids.with(|ids| ids.len() >= MOST_OFFICES));
    let content = move || {
        if is_full.get() {
            return full();
        }
        view! {
            <Combobox
                id="offices"
                label=t(k::OFFICES_ADD)
                hint=t(k::OFFICES_HINT)
                query=query
                options=options
                on_choose=add
                errors=errors
            />
        }
        .into_any()
    };
    content.into_any()
}

fn row(office: &Office) -> Row {
    let name = place::said(&office.name).to_owned();
    let hint = office.address_line();
    let all = format!("{name} {hint} {}", office.legacy_districts.join(" "));
    Row {
        id: office.id.as_str().to_owned(),
        key: search_key(&all),
        hint,
        name,
    }
}

/// Every word typed must begin a word of the office.
fn found(rows: &[Row], query: &str, chosen: &[String]) -> Vec<ComboOption> {
    let wanted = search_key(query);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let fits = |row: &&Row| {
        !chosen.contains(&row.id)
            && words
                .iter()
                .all(|word| row.key.split_whitespace().any(|own| own.starts_with(word)))
    };
    rows.iter()
        .filter(fits)
        .take(SHOWN)
        .map(|row| ComboOption {
            value: row.id.clone(),
            label: row.name.clone(),
            hint: row.hint.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn found_by_the_beginnings_of_words() {
        let row = |id: &str, name: &str| Row {
            id: id.into(),
            name: name.into(),
            hint: String::new(),
            key: search_key(name),
        };
        let rows = [
            row("a", "Công an phường Bến Thành"),
            row("b", "Công an phường Diên Hồng"),
        ];
        let ids = |query: &str, chosen: &[String]| -> Vec<String> {
            found(&rows, query, chosen)
                .into_iter()
                .map(|one| one.value)
                .collect()
        };
        assert_eq!(ids("ben th", &[]), ["a"]);
        assert_eq!(ids("cong", &[]), ["a", "b"]);
        assert_eq!(ids("cong", &["a".into()]), ["b"]);
        assert_eq!(ids("xyz", &[]), [""; 0]);
    }
}
