//! By reference or dossier code, with the birth date.

use super::{draft, fields, href};
use crate::api::{self, fault};
use crate::browser::location;
use crate::components::{Back, Button, DateField, DateParts, ErrorSummary, Errors, Heading, TextField};
use crate::i18n::{keys::find as k, t};
use crate::routes::Route;
use eid_domain::problem::ProblemCode;
use eid_domain::typed_code::TypedCode;
use eid_domain::wire::tracking::LookUpByCode;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view() -> AnyView {
    let search = draft::open();
    // A slip's code, or the page that checks slips, brings the reference along.
    if let Ok(TypedCode::Reference(brought)) = TypedCode::read(&location::hash()) {
        search.update(|search| brought.as_str().clone_into(&mut search.code));
    }
    let code = RwSignal::new(search.now().code);
    let birth = DateParts::from_iso(&search.now().birth);
    let errors = Errors::new();
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let wanted = LookUpByCode {
            code: code.get_untracked(),
            birth_date: untrack(|| birth.iso()),
        };
        search
            .update(|search| (search.code, search.birth) = (wanted.code.clone(), wanted.birth_date.clone()));
        let search = search.clone();
        spawn_local(async move {
            let mut found = Vec::new();
            found.extend(
                fields::check_code(&wanted.code)
                    .err()
                    .map(|code| fault("code", code, t(k::CODE))),
            );
            found.extend(
                fields::check_birth(birth)
                    .await
                    .err()
                    .map(|code| fault("birth_date", code, t(k::BIRTH))),
            );
            if !errors.show(found) {
                match api::tracking::by_code(&wanted).await {
                    Ok(found) => {
                        search.clear();
                        Route::Receipt(found.reference).go_with_key(&found.key);
                    }
                    Err(error) if error.is(ProblemCode::NoMatch) => errors.show_one(t(k::NO_MATCH)),
                    Err(error) => drop(errors.show(error.for_form(&["code", "birth_date"]))),
                }
            }
            busy.set(false);
        });
    };
    view! {
        <div class="page">
            <Back href=Route::Home.href() />
            <ErrorSummary errors=errors />
            <Heading text=t(k::TITLE) />
            <p class="lead">{t(k::LEAD)}</p>
            <form class="stack" novalidate on:submit=submit>
                <TextField id="code" label=t(k::CODE) hint=t(k::CODE_HINT) value=code errors=errors width="w-20" />
                <DateField id="birth_date" legend=t(k::BIRTH) parts=birth errors=errors allow_partial=true birthday=true />
                <p class="row"><Button label=t(k::DO) busy=busy /></p>
            </form>
            <p>{t(k::NO_CODE)}" "<a href=href("so")>{t(k::NO_CODE_LINK)}</a></p>
        </div>
    }
    .into_any()
}
