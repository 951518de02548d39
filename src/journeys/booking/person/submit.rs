//! Checks the details and goes on.
//!
//! Only on submit: an error that goes away when a field is left moves the button from under the finger that presses it.

use super::super::{draft, flow, known::Known, shell, shell::Say, way};
use super::fields::Fields;
use crate::api::field_words;
use crate::components::Errors;
use crate::i18n::{Key, keys::booking, t};
use crate::routes::BookingStep;
use eid_domain::field::{FieldCode, FieldError};
use eid_domain::order;
use leptos::prelude::untrack;

/// The fields' ids in the order of the page.
const IDS: [&str; 6] = [
    "full_name",
    "personal_number",
    "birth_date",
    "representative_name",
    "otp_phone",
    "contact_phone",
];

/// Shows what is wrong, or keeps what is right and goes to the next step.
pub(super) fn submit(fields: Fields, errors: Errors, known: &Known) {
    let found = fields.input().parse(known.today).err().unwrap_or_default();
    // A family's phone is asked for on a page of its own.
    let here = |error: &&FieldError| !(way::is_family() && error.field.ends_with("_phone"));
    let found: Vec<FieldError> = found.iter().filter(here).cloned().collect();
    if found.is_empty() {
        errors.clear();
        if let Some(birth) = untrack(|| fields.birth_date(known.today)) {
            go_on(birth, known);
        }
        return;
    }
    let mut rows: Vec<(usize, String)> = found.iter().filter_map(row).collect();
    order::plainly(&mut rows);
    errors.show(
        rows.into_iter()
            .filter_map(|(at, words)| Some(((*IDS.get(at)?).to_owned(), words)))
            .collect(),
    );
}

fn go_on(birth: eid_domain::identity::BirthDate, known: &Known) {
    let draft = draft::person();
    let before = draft.now().visit(known);
    draft.update(|person| {
        person.answers.birth = Some(birth);
        person.done = true;
    });
    let changed = before != draft.now().visit(known);
    shell::say(changed.then_some(Say::NeedsChanged));
    flow::onward(BookingStep::Person, known).go();
}

fn row(error: &FieldError) -> Option<(usize, String)> {
    let name = error.field.rsplit('.').next()?;
    let at = IDS.iter().position(|id| *id == name)?;
    let words = match error.code {
        FieldCode::Required => t(required(name)?),
        code => field_words(code),
    };
    Some((at, words.to_owned()))
}

fn required(name: &str) -> Option<Key> {
    Some(match name {
        "full_name" => booking::PERSON_FULL_NAME_REQUIRED,
        "personal_number" => booking::PERSON_NUMBER_REQUIRED,
        "birth_date" => booking::PERSON_BIRTH_REQUIRED,
        "otp_phone" => booking::PERSON_OTP_PHONE_REQUIRED,
        "representative_name" => booking::PERSON_REPRESENTATIVE_REQUIRED,
        _ => return None,
    })
}
