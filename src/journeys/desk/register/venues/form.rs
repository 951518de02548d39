//! A new place, or another name, kind, address or phone of one. A new one gets its one-time password at once.

use super::{Page, Writing, row};
use crate::api::{
    self, ApiError,
    communes::{self, Row},
    fault,
};
use crate::components::{Button, ButtonKind, ErrorSummary, Errors, ListField, Select, TextField};
use crate::i18n::{keys::venues as k, t, tf};
use crate::journeys::desk::shell::session;
use eid_domain::venue::VenueKind;
use eid_domain::wire::staff_admin::OneTimePassword;
use eid_domain::wire::venues::{VenueInput, VenueRow};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const FIELDS: [&str; 6] = ["kind", "name", "commune_code", "line", "phone", "username"];

/// What was typed. Cheap to copy.
#[derive(Clone, Copy)]
struct Form {
    page: Page,
    kind: RwSignal<String>,
    name: RwSignal<String>,
    line: RwSignal<String>,
    commune: ListField<Row>,
    phone: RwSignal<String>,
    username: RwSignal<String>,
    errors: Errors,
    busy: RwSignal<bool>,
    /// Id of the one that is changed; none for a new one.
    of: StoredValue<Option<String>>,
}

/// The form.
pub(super) fn view(page: Page, of: Option<VenueRow>) -> AnyView {
    let text = |read: fn(&VenueRow) -> &str| {
        let known = of.as_ref().map(read).unwrap_or_default();
        RwSignal::new(known.to_owned())
    };
    let before = of
        .as_ref()
        .map(|row| (row.commune_code.clone(), row.commune.clone()));
    let form = Form {
        page,
        kind: text(|row| row.kind.as_str()),
        name: text(|row| &row.name),
        line: text(|row| &row.line),
        commune: ListField::open(communes::coming, communes::found, before),
        phone: text(|row| &row.phone),
        username: text(|row| &row.username),
        errors: Errors::new(),
        busy: RwSignal::new(false),
        of: StoredValue::new(of.as_ref().map(|row| row.id.clone())),
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !form.busy.get_untracked() {
            form.send();
        }
    };
    let errors = form.errors;
    let username = of.is_none().then(|| {
        view! {
            <TextField id="username" label=t(k::USERNAME) hint=t(k::USERNAME_HINT) value=form.username errors=errors width="w-20" />
        }
    });
    let title = match &of {
        None => t(k::NEW).to_owned(),
        Some(row) => tf(k::EDIT_TITLE, &[("name", &row.name)]),
    };
    view! {
        <section class="panel stack" aria-labelledby="write">
            <h2 id="write">{title}</h2>
            <ErrorSummary errors=errors />
            <form class="stack" novalidate on:submit=submit>
                <Select id="kind" label=t(k::KIND) options=kinds() value=form.kind errors=errors />
                <TextField id="name" label=t(k::NAME) hint=t(k::NAME_HINT) value=form.name errors=errors />
                {form.commune.view("commune_code", t(k::COMMUNE), t(k::COMMUNE_HINT), errors)}
                <TextField id="line" label=t(k::LINE) value=form.line errors=errors />
                <TextField id="phone" label=t(k::PHONE) value=form.phone errors=errors width="w-20" inputmode="tel" />
                {username}
                <p class="row">
                    <Button label=t(k::SAVE) busy=form.busy />
                    <Button label=t(k::BACK) kind=ButtonKind::Second on_press=move |()| page.writing.set(Writing::Nothing) />
                </p>
            </form>
        </section>
    }
    .into_any()
}

fn kinds() -> Vec<(String, String)> {
    let all = VenueKind::ALL.iter();
    let all = all.map(|one| (one.as_str().to_owned(), t(row::kind(*one)).to_owned()));
    std::iter::once((String::new(), t(k::CHOOSE).to_owned()))
        .chain(all)
        .collect()
}

fn label(field: &str) -> &'static str {
    t(match field {
        "kind" => k::KIND,
        "name" => k::NAME,
        "commune_code" => k::COMMUNE,
        "line" => k::LINE,
        "phone" => k::PHONE,
        _ => k::USERNAME,
    })
}

impl Form {
    fn wanted(self) -> VenueInput {
        untrack(|| VenueInput {
            kind: self.kind.get(),
            name: self.name.get(),
            line: self.line.get(),
            commune_code: self.commune.value(),
            phone: self.phone.get(),
            username: self.username.get(),
        })
    }

    fn send(self) {
        let of = self.of.get_value();
        let wanted = self.wanted();
        let wrong = wanted.parse(of.is_none()).err().unwrap_or_default();
        let worded = wrong
            .into_iter()
            .map(|wrong| fault(&wrong.field, wrong.code, label(&wrong.field)));
        if self.errors.show(worded.collect()) {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let answer = sent(of, &wanted).await;
            match answer {
                Ok((row, given)) => {
                    let words = tf(k::SAVED, &[("name", &row.name)]);
                    self.page.done(words, given.map(|given| (row, given))).await;
                }
                Err(error) => drop(self.errors.show(error.for_form(&FIELDS))),
            }
            let _ = self.busy.try_set(false);
        });
    }
}

/// What is stored, and the one-time password of a new one. Where only that fails, the list has a way to give one.
async fn sent(
    of: Option<String>,
    wanted: &VenueInput,
) -> Result<(VenueRow, Option<OneTimePassword>), ApiError> {
    match of {
        Some(id) => {
            let edited = VenueInput {
                username: String::new(),
                ..wanted.clone()
            };
            let row = session::call(api::venues::edit(&id, &edited)).await?;
            Ok((row, None))
        }
        None => {
            let row = session::call(api::venues::add(wanted)).await?;
            let given = session::call(api::venues::reset_password(&row.id)).await.ok();
            Ok((row, given))
        }
    }
}
