//! A file that is brought: chosen, sent, and looked at on a page of its own.

use crate::api::{self, ApiError};
use crate::browser::text_file::{self, TextFileError};
use crate::components::{Choice, ErrorSummary, Errors, RadioGroup};
use crate::i18n::{keys, keys::batches as k, t, tf};
use crate::journeys::desk::shell::session;
use crate::routes::{DeskPage, Route};
use eid_domain::batch::{Format, Kind, MOST_BYTES};
use eid_domain::problem::ProblemCode;
use leptos::{prelude::*, task::spawn_local};

/// The section. Who is no manager brings cards that have come.
pub(super) fn view(manages: bool) -> impl IntoView {
    let errors = Errors::new();
    let first = if manages { Kind::Results } else { Kind::Arrived };
    let kind = RwSignal::new(first.as_str().to_owned());
    let sending = RwSignal::new(None::<String>);
    let choices = manages.then(|| {
        let choices = vec![
            Choice::new(Kind::Results.as_str(), t(k::KIND_RESULTS)).hint(t(k::KIND_RESULTS_HINT)),
            Choice::new(Kind::Arrived.as_str(), t(k::KIND_ARRIVED)).hint(t(k::KIND_ARRIVED_HINT)),
        ];
        view! { <RadioGroup id="kind" legend=t(k::KIND) choices=choices value=kind errors=errors columns=true /> }
    });
    let chosen = move |event: leptos::ev::Event| {
        if sending.get_untracked().is_none()
            && let Some(kind) = Kind::parse(&kind.get_untracked())
        {
            bring(kind, &event, sending, errors);
        }
    };
    let status = move || sending.get().map(|name| tf(k::SENDING_FILE, &[("name", &name)]));
    let label = move || {
        if sending.with(Option::is_some) {
            t(keys::common::SENDING)
        } else {
            t(k::FILE)
        }
    };
    view! {
        <section class="panel stack" aria-labelledby="bring">
            <h2 id="bring">{t(k::BRING_TITLE)}</h2>
            <ErrorSummary errors=errors />
            <p>{t(k::BRING_TEXT)}</p>
            {choices}
            <div class="row">
                <label class="button button-second file-button">
                    {label}
                    <input
                        class="visually-hidden"
                        id="file"
                        type="file"
                        accept=".csv,.json,.txt,text/csv,text/plain,application/json"
                        on:change=chosen
                    />
                </label>
                <span role="status">{status}</span>
            </div>
            <p class="hint">{t(k::FILE_HINT)}</p>
        </section>
    }
}

fn bring(kind: Kind, event: &leptos::ev::Event, sending: RwSignal<Option<String>>, errors: Errors) {
    let Some(file) = text_file::chosen(event) else {
        return;
    };
    errors.clear();
    sending.set(Some(file.name()));
    spawn_local(async move {
        let told = match file.text(MOST_BYTES).await {
            Ok(text) => {
                let format = format_of(&file.name(), &text);
                match session::call(api::batches::import(kind, format, &file.name(), text)).await {
                    Ok(batch) => {
                        Route::Desk(DeskPage::Batch(batch.id)).go();
                        None
                    }
                    Err(error) => Some(words(&error)),
                }
            }
            Err(TextFileError::TooLarge) => Some(t(k::FILE_LARGE).to_owned()),
            Err(TextFileError::NotText) => Some(t(k::FILE_NOT_TEXT).to_owned()),
            Err(TextFileError::Unreadable) => Some(t(k::FILE_UNREADABLE).to_owned()),
        };
        let _ = sending.try_set(None);
        if let Some(words) = told {
            errors.show(vec![("file".to_owned(), words)]);
        }
    });
}

fn words(error: &ApiError) -> String {
    if error.is(ProblemCode::BodyTooLarge) {
        t(k::FILE_LARGE).to_owned()
    } else {
        error.words()
    }
}

/// By its name, or else by its first sign.
fn format_of(name: &str, text: &str) -> Format {
    let first = text.trim_start_matches('\u{feff}').trim_start();
    if name.to_ascii_lowercase().ends_with(".json") || first.starts_with(['[', '{']) {
        Format::Json
    } else {
        Format::Csv
    }
}
