//! By personal number and birth date: a code goes to the phone on file, if there is one.

use super::{draft, fields, href};
use crate::api::{self, fault};
use crate::browser::{location, timer};
use crate::components::{Back, Button, DateField, DateParts, ErrorSummary, Errors, Heading, TextField};
use crate::i18n::{keys::find as k, t};
use eid_domain::identity::PersonalNumber;
use eid_domain::wire::tracking::LookUpByPerson;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view() -> AnyView {
    let search = draft::open();
    let number = RwSignal::new(search.now().number);
    let birth = DateParts::from_iso(&search.now().birth);
    let errors = Errors::new();
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let wanted = LookUpByPerson {
            personal_number: number.get_untracked(),
            birth_date: untrack(|| birth.iso()),
        };
        let search = search.clone();
        spawn_local(async move {
            let mut found = Vec::new();
            let parsed = PersonalNumber::parse(&wanted.personal_number);
            found.extend(
                parsed
                    .err()
                    .map(|code| fault("personal_number", code, t(k::NUMBER))),
            );
            found.extend(
                fields::check_birth(birth)
                    .await
                    .err()
                    .map(|code| fault("birth_date", code, t(k::BIRTH))),
            );
            if !errors.show(found) {
                match api::tracking::by_person(&wanted).await {
                    Ok(started) => {
                        search.update(|search| {
                            (search.number, search.birth) = (wanted.personal_number, wanted.birth_date);
                            search.id = Some(started.id);
                            search.resend_at_ms = timer::now_ms() + 1000.0 * f64::from(started.resend_in_s);
                        });
                        location::push(&href("ma"));
                    }
                    Err(error) => drop(errors.show(error.for_form(&["personal_number", "birth_date"]))),
                }
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <div class="page">
            <Back href=href("") />
            <ErrorSummary errors=errors />
            <Heading text=t(k::BY_PERSON) />
            <p class="lead">{t(k::BY_PERSON_LEAD)}</p>
            <form class="stack" novalidate on:submit=submit>
                <TextField
                    id="personal_number"
                    label=t(k::NUMBER)
                    hint=t(k::NUMBER_HINT)
                    value=number
                    errors=errors
                    width="w-20"
                    inputmode="numeric"
                />
                <DateField id="birth_date" legend=t(k::BIRTH) parts=birth errors=errors allow_partial=true birthday=true />
                <p class="row"><Button label=t(k::SEND) busy=busy /></p>
            </form>
            <p><a href=href("")>{t(k::WITH_CODE)}</a></p>
        </div>
    }
    .into_any()
}
