//! The offices of a wish: a short list, and a field to add to it.

use crate::browser::{announce, focus};
use crate::components::{ComboOption, Combobox, Errors, TextButton};
use crate::i18n::{keys::waiting as k, t, tf};
use crate::journeys::tracking::place;
use eid_domain::office::Office;
use eid_domain::search_key::search_key;
use eid_domain::waiting::MOST_OFFICES;
use leptos::prelude::*;

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

/// The list and the field. `chosen` has ids, the preferred one first.
pub(super) fn view(offices: &[Office], chosen: RwSignal<Vec<String>>, errors: Errors) -> AnyView {
    let rows: Vec<Row> = offices
        .iter()
        .filter(|office| office.card_intake_enabled)
        .map(row)
        .collect();
    let rows = StoredValue::new(rows);
    let query = RwSignal::new(String::new());
    let options = Signal::derive(move || found(&rows.read_value(), &query.get(), &chosen.get()));
    let add = move |id: String| {
        chosen.update(|chosen| {
            if chosen.len() < MOST_OFFICES && !chosen.contains(&id) {
                chosen.push(id);
            }
        });
        query.set(String::new());
    };
    let remove = move |id: String, name: String| {
        chosen.update(|chosen| chosen.retain(|other| *other != id));
        announce::polite(&tf(k::REMOVED, &[("name", &name)]));
        focus::later("offices");
    };
    let one = move |id: String| {
        let name = rows
            .read_value()
            .iter()
            .find(|row| row.id == id)
            .map_or_else(|| id.clone(), |row| row.name.clone());
        let about = name.clone();
        let gone = name.clone();
        let press = Callback::new(move |()| remove(id.clone(), gone.clone()));
        view! { <li><span>{name}</span>" "<TextButton label=t(k::REMOVE) about=about on_press=press /></li> }
    };
    let full = move || chosen.with(|chosen| chosen.len() >= MOST_OFFICES);
    view! {
        <ul class="waiting-offices" aria-label=t(k::OFFICES)>
            <For each=move || chosen.get() key=Clone::clone let:id>{one(id)}</For>
        </ul>
        <Show when=move || !full() fallback=|| view! { <p class="hint">{t(k::OFFICES_FULL)}</p> }>
            <Combobox
                id="offices"
                label=t(k::OFFICES_ADD)
                hint=t(k::OFFICES_HINT)
                query=query
                options=options
                on_choose=add
                errors=errors
            />
        </Show>
    }
    .into_any()
}

fn row(office: &Office) -> Row {
    let name = place::name(office).to_owned();
    let all = format!(
        "{name} {} {}",
        place::address(office),
        office.legacy_districts.join(" ")
    );
    Row {
        id: office.id.as_str().to_owned(),
        key: search_key(&all),
        hint: place::address(office),
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
