//! The code proves the phone; then the request is sent.

use super::{
    fields::{Fields, Sent, Step},
    form,
};
use crate::api::{self, ApiError, field_words};
use crate::browser::focus;
use crate::components::{Button, CodeField, Resend, TextButton};
use crate::i18n::{
    keys::{common, home_visit as k},
    t, tf,
};
use crate::routes::Route;
use eid_domain::field::FieldCode;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::phone_codes::ConfirmCode;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const DIGITS: usize = 6;

/// The field, another code, and the way back to the form.
pub(super) fn view(fields: Fields, sent: Sent) -> AnyView {
    let typed = RwSignal::new(String::new());
    let id = StoredValue::new(sent.id);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !fields.busy.get_untracked() {
            confirm(fields, id.get_value(), typed.get_untracked());
        }
    };
    let again = move |()| {
        fields.errors.clear();
        form::send_code(fields);
    };
    let demo = fields.demo.then(inbox);
    view! {
        <p>{tf(k::CODE_SENT, &[("digits", &sent.ends)])}</p>
        {demo}
        <form class="stack" novalidate on:submit=submit>
            <CodeField id="code" label=t(k::CODE) value=typed errors=fields.errors />
            <p class="row"><Button label=t(k::CODE_SEND) busy=fields.busy /></p>
        </form>
        <div class="row">
            <Resend at_ms=Signal::stored(sent.resend_ms) on_press=again />
            <TextButton label=t(k::EDIT) on_press=move |()| edit(fields) />
        </div>
    }
    .into_any()
}

fn inbox() -> AnyView {
    view! {
        <p class="hint">
            {t(k::CODE_DEMO)}
            " "
            <a href=Route::Inbox.href() target="_blank" rel="noopener">{t(k::CODE_DEMO_LINK)}" "{t(common::NEW_TAB)}</a>
            "."
        </p>
    }
    .into_any()
}

fn edit(fields: Fields) {
    fields.errors.clear();
    focus::want_heading();
    fields.step.set(Step::Form);
}

fn confirm(fields: Fields, id: String, typed: String) {
    let at_code = |words: &str| vec![("code".to_owned(), words.to_owned())];
    if typed.len() != DIGITS {
        let why = if typed.is_empty() {
            FieldCode::Required
        } else {
            FieldCode::CodeFormat
        };
        fields.errors.show(at_code(field_words(why)));
        return;
    }
    fields.busy.set(true);
    spawn_local(async move {
        let answer = send(fields, &id, typed).await;
        let _ = fields.busy.try_set(false);
        match answer {
            Ok((reference, key)) => {
                Fields::forget();
                // Only while the page is still there: a person who went back is not pulled forward.
                if fields.busy.try_get_untracked().is_some() {
                    Route::HomeVisit(reference).go_with_key(&key);
                }
            }
            Err(error) if error.is(ProblemCode::CodeExpired) => {
                fields.errors.show(at_code(t(k::CODE_EXPIRED)));
            }
            Err(error) if error.is(ProblemCode::CodeWrong) => {
                fields.errors.show(at_code(&error.words()));
            }
            Err(error) => refuse(fields, &error),
        }
    });
}

async fn send(fields: Fields, id: &str, typed: String) -> Result<(String, String), ApiError> {
    let proof = api::phone_codes::confirm(id, &ConfirmCode { code: typed }).await?;
    let made = api::home_visits::ask(&fields.wish(proof.proof)).await?;
    Ok((made.reference, made.key))
}

/// What the request itself was refused for: back to the form, where the fields are.
fn refuse(fields: Fields, error: &ApiError) {
    let words = if error.is(ProblemCode::BookingExists) {
        t(k::EXISTS).to_owned()
    } else {
        let rows = error.problem().map(|problem| form::in_order(&problem.fields));
        if let Some(rows) = rows.filter(|rows| !rows.is_empty()) {
            edit(fields);
            fields.errors.show(rows);
            return;
        }
        error.words()
    };
    edit(fields);
    fields.errors.show_one(words);
}
