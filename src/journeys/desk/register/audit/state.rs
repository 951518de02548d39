//! What the page knows: what is looked for, which is the address, and what was found.

use crate::api;
use crate::browser::{focus, location};
use crate::i18n::{Lang, lang};
use crate::journeys::desk::shell::session;
use crate::routes::{DeskPage, Route};
use eid_domain::wire::audit::AuditRow;
use leptos::{prelude::*, task::spawn_local};

/// The names of the conditions, in the address and in the form.
pub(super) const NAMES: [&str; 5] = ["from", "to", "staff", "action", "dossier"];

/// The page's state. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Audit {
    /// What stands in the form, in the order of [`NAMES`].
    pub(super) fields: [RwSignal<String>; 5],
    /// What was last looked for.
    query: RwSignal<String>,
    rows: RwSignal<Option<Vec<AuditRow>>>,
    next: RwSignal<Option<String>>,
    failed: RwSignal<Option<String>>,
    /// True while something is on its way.
    pub(super) busy: RwSignal<bool>,
}

/// The id of a row, for the focus.
pub(super) fn row_id(index: usize) -> String {
    format!("audit-{index}")
}

impl Audit {
    /// What the address asks for, on its way.
    pub(super) fn open() -> Self {
        let fields = NAMES.map(|name| RwSignal::new(location::query(name).unwrap_or_default()));
        let audit = Self {
            fields,
            query: RwSignal::new(String::new()),
            rows: RwSignal::new(None),
            next: RwSignal::new(None),
            failed: RwSignal::new(None),
            busy: RwSignal::new(false),
        };
        audit.query.set(audit.asked());
        audit.load();
        audit
    }

    fn asked(self) -> String {
        let values = self.fields.map(|field| field.get_untracked().trim().to_owned());
        let pairs: Vec<(&str, &str)> = NAMES.into_iter().zip(values.iter().map(String::as_str)).collect();
        api::audit::query(&pairs)
    }

    /// Looks for what stands in the form, and says so in the address.
    pub(super) fn search(self) {
        let query = self.asked();
        location::rename(&(Route::Desk(DeskPage::Audit).href() + &query));
        self.query.set(query);
        self.rows.set(None);
        self.load();
    }

    /// Fetches the first page of what was looked for.
    pub(super) fn load(self) {
        self.fetch(None);
    }

    /// Fetches the next page and shows it below.
    pub(super) fn more(self) {
        self.fetch(self.next.get_untracked());
    }

    fn fetch(self, cursor: Option<String>) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        let query = self.query.get_untracked();
        let more = cursor.is_some();
        let whole = match cursor {
            Some(cursor) => {
                let mark = if query.is_empty() { '?' } else { '&' };
                format!("{query}{mark}cursor={cursor}")
            }
            None => query,
        };
        spawn_local(async move {
            let answer = session::call(api::audit::search(&whole)).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(page) => {
                    let known = if more {
                        self.rows.get_untracked().unwrap_or_default()
                    } else {
                        Vec::new()
                    };
                    let first = known.len();
                    self.next.set(page.next);
                    self.rows.set(Some([known, page.rows].concat()));
                    if more {
                        focus::later(&row_id(first));
                    }
                }
                Err(error) => self.failed.set(Some(error.words())),
            }
        });
    }

    /// Whether an answer has come.
    pub(super) fn is_there(self) -> bool {
        self.rows.with(Option::is_some)
    }

    /// Whether nothing was found.
    pub(super) fn is_empty(self) -> bool {
        self.rows.with(|rows| rows.as_ref().is_some_and(Vec::is_empty))
    }

    /// What was found, each with its place.
    pub(super) fn rows(self) -> Vec<(usize, AuditRow)> {
        self.rows
            .get()
            .unwrap_or_default()
            .into_iter()
            .enumerate()
            .collect()
    }

    /// How many are shown.
    pub(super) fn count(self) -> usize {
        self.rows.with(|rows| rows.as_ref().map_or(0, Vec::len))
    }

    /// Whether there are more.
    pub(super) fn has_more(self) -> bool {
        self.next.with(Option::is_some)
    }

    /// Why nothing came.
    pub(super) fn failed(self) -> Option<String> {
        self.failed.get()
    }

    /// Where what was looked for comes as a file.
    pub(super) fn export_href(self) -> String {
        self.query.with(|query| api::audit::export_href(query))
    }
}

/// A number with the language's separators, e.g. `12.345`.
pub(super) fn number(value: u64) -> String {
    let digits = value.to_string();
    let mark = if lang() == Lang::Vi { '.' } else { ',' };
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}
