//! In which commune: one of the own province, found as one types.

use crate::api;
use crate::components::{ComboOption, Combobox, Errors};
use crate::i18n::{keys::stops as k, t};
use eid_domain::place::Commune;
use eid_domain::search_key::search_key;
use leptos::{prelude::*, task::spawn_local};

/// Results shown at a time.
const SHOWN: usize = 8;

/// What is typed, and the commune that stands for.
#[derive(Clone, Copy)]
pub(super) struct CommuneField {
    query: RwSignal<String>,
    /// Code and name.
    chosen: RwSignal<Option<(String, String)>>,
    all: RwSignal<Vec<Commune>>,
}

impl CommuneField {
    /// The communes are on their way; `own` is the office's, once known.
    pub(super) fn open(own: impl Fn() -> Option<String> + Send + Sync + 'static) -> Self {
        let field = Self {
            query: RwSignal::new(String::new()),
            chosen: RwSignal::new(None),
            all: RwSignal::new(Vec::new()),
        };
        spawn_local(async move {
            if let Ok(all) = api::places::communes().await {
                let _ = field.all.try_set(all);
            }
        });
        // Only to begin with: what was typed meanwhile stays.
        Effect::new(move |_| {
            let (Some(code), false) = (own(), field.all.with(Vec::is_empty)) else {
                return;
            };
            if field.query.with_untracked(String::is_empty) && field.chosen.with_untracked(Option::is_none) {
                field.choose(&code);
                field.all.update_untracked(|all| keep_province(all, &code));
            }
        });
        field
    }

    fn choose(self, code: &str) {
        let found = self.all.with_untracked(|all| {
            all.iter()
                .find(|commune| commune.code.to_string() == code)
                .map(Commune::label)
        });
        if let Some(label) = found {
            self.chosen.set(Some((code.to_owned(), label.clone())));
            self.query.set(label);
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
        let options = Signal::derive(move || self.all.with(|all| found(all, &self.query.get())));
        let choose = move |code: String| self.choose(&code);
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

/// Teams work in the province of their office.
fn keep_province(all: &mut Vec<Commune>, code: &str) {
    let own = all
        .iter()
        .find(|commune| commune.code.to_string() == code)
        .map(|commune| commune.province);
    if let Some(own) = own {
        all.retain(|commune| commune.province == own);
    }
}

/// Every word typed must begin a word of the name.
fn found(all: &[Commune], query: &str) -> Vec<ComboOption> {
    let wanted = search_key(query);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let fits = |commune: &&Commune| {
        let key = search_key(&commune.label());
        words
            .iter()
            .all(|word| key.split_whitespace().any(|own| own.starts_with(word)))
    };
    all.iter()
        .filter(fits)
        .take(SHOWN)
        .map(|commune| ComboOption {
            value: commune.code.to_string(),
            label: commune.label(),
            hint: String::new(),
        })
        .collect()
}
