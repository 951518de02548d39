//! A list that staff bring: a file chosen, or its text pasted. It stays in memory: names and numbers go with the page.

use crate::api::ApiError;
use crate::browser::text_file::{self, TextFileError};
use crate::components::{Errors, TextArea};
use crate::i18n::{Key, t, tf};
use eid_domain::field::FieldError;
use eid_domain::problem::ProblemCode;
use leptos::{prelude::*, task::spawn_local};

/// What it says.
#[derive(Clone, Copy)]
pub(in crate::journeys::desk) struct Words {
    /// On the button.
    pub(in crate::journeys::desk) file: Key,
    /// Which file was read: `{name}`.
    pub(in crate::journeys::desk) loaded: Key,
    /// Above the text.
    pub(in crate::journeys::desk) paste: Key,
    /// There is nothing in it.
    pub(in crate::journeys::desk) empty: Key,
    /// It is too long.
    pub(in crate::journeys::desk) long: Key,
    /// It is no text.
    pub(in crate::journeys::desk) not_text: Key,
    /// It cannot be read.
    pub(in crate::journeys::desk) unreadable: Key,
}

/// The list as it is given. Cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::journeys::desk) struct CsvInput {
    /// The text.
    pub(in crate::journeys::desk) csv: RwSignal<String>,
    file: RwSignal<Option<String>>,
    errors: Errors,
    words: Words,
    most: usize,
}

impl CsvInput {
    /// Nothing yet; at most so many bytes. Errors go to the form's field `csv`.
    pub(in crate::journeys::desk) fn new(errors: Errors, words: Words, most: usize) -> Self {
        Self {
            csv: RwSignal::new(String::new()),
            file: RwSignal::new(None),
            errors,
            words,
            most,
        }
    }

    /// Another list: this one is done.
    pub(in crate::journeys::desk) fn clear(self) {
        self.csv.set(String::new());
        self.file.set(None);
    }

    /// The text, unless it is empty or too long: then that stands at the field.
    pub(in crate::journeys::desk) fn taken(self) -> Option<String> {
        let csv = self.csv.get_untracked();
        let words = match csv.trim() {
            "" => Some(self.words.empty),
            _ if csv.len() > self.most => Some(self.words.long),
            _ => None,
        };
        let wrong = words.map(|words| ("csv".to_owned(), t(words).to_owned()));
        (!self.errors.show(wrong.into_iter().collect())).then_some(csv)
    }

    /// Why the server did not read it, at the field; `of_fields` words its errors.
    pub(in crate::journeys::desk) fn refuse(
        self,
        error: &ApiError,
        of_fields: impl FnOnce(&[FieldError]) -> Option<String>,
    ) {
        let fields = error.problem().map(|problem| problem.fields.as_slice());
        let words = if error.is(ProblemCode::BodyTooLarge) {
            Some(t(self.words.long).to_owned())
        } else {
            of_fields(fields.unwrap_or_default())
        };
        match words {
            Some(words) => {
                self.errors.show(vec![("csv".to_owned(), words)]);
            }
            None => self.errors.show_one(error.words()),
        }
    }

    /// The button and the text.
    pub(in crate::journeys::desk) fn view(self) -> AnyView {
        let loaded = move || {
            self.file
                .get()
                .map(|name| tf(self.words.loaded, &[("name", &name)]))
        };
        view! {
            <div class="row">
                <label class="button button-second file-button">
                    {t(self.words.file)}
                    <input
                        class="visually-hidden"
                        id="file"
                        type="file"
                        accept=".csv,.txt,text/csv,text/plain"
                        on:change=move |event| self.read(&event)
                    />
                </label>
                <span role="status">{loaded}</span>
            </div>
            <div class="class-list-text">
                <TextArea id="csv" label=t(self.words.paste) value=self.csv errors=self.errors />
            </div>
        }
        .into_any()
    }

    fn read(self, event: &leptos::ev::Event) {
        let Some(file) = text_file::chosen(event) else {
            return;
        };
        spawn_local(async move {
            let words = match file.text(self.most).await {
                Ok(text) => {
                    let _ = self.csv.try_set(text);
                    let _ = self.file.try_set(Some(file.name()));
                    self.errors.clear();
                    return;
                }
                Err(TextFileError::TooLarge) => self.words.long,
                Err(TextFileError::NotText) => self.words.not_text,
                Err(TextFileError::Unreadable) => self.words.unreadable,
            };
            let _ = self.file.try_set(None);
            self.errors.show(vec![("csv".to_owned(), t(words).to_owned())]);
        });
    }
}
