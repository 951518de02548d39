//! The birth date; old papers may lack day and month.

use super::question::Take;
use crate::api::field_words;
use crate::components::{Checkbox, DateField, DateParts, Errors};
use crate::i18n::{keys::needs, t};
use eid_domain::identity::BirthDate;
use eid_domain::needs::Answers;
use jiff::civil::Date;
use leptos::prelude::*;

/// The three fields, and what takes the answer.
pub(super) fn fields(answers: &Answers, today: Date, errors: Errors) -> (AnyView, Take) {
    let iso = answers.birth.map(|birth| birth.to_string()).unwrap_or_default();
    let parts = DateParts::from_iso(&iso);
    let represented = RwSignal::new(answers.represented);
    let view = view! {
        <DateField
            id="birth_date"
            legend=t(needs::ANSWER_BIRTH)
            hint=t(needs::BIRTH_HINT)
            parts=parts
            errors=errors
            allow_partial=true
            birthday=true
        />
        <Checkbox
            id="represented"
            label=t(needs::BIRTH_REPRESENTED)
            hint=t(needs::BIRTH_REPRESENTED_HINT)
            checked=represented
            errors=errors
        />
    };
    let take =
        Box::new(
            move |answers: &mut Answers| match BirthDate::parse(&untrack(|| parts.iso()), today) {
                Ok(birth) => {
                    answers.birth = Some(birth);
                    answers.represented = represented.get_untracked();
                    true
                }
                Err(code) => !errors.show(vec![("birth_date".into(), field_words(code).into())]),
            },
        );
    (view.into_any(), take)
}
