//! Until when the card is valid: as printed, without end, or worked out from the date of issue.

use super::question::Take;
use crate::api::field_words;
use crate::components::{Choice, DateField, DateParts, Errors, RadioGroup};
use crate::i18n::{keys::needs, t};
use eid_domain::field::FieldCode;
use eid_domain::needs::{Answers, CardDate};
use eid_domain::when::When;
use jiff::civil::Date;
use leptos::prelude::*;

const EXPIRES: &str = "expires_on";
const NEVER: &str = "no_expiry";
const ISSUED: &str = "issued_on";

/// The choice with the date it asks for, and what takes the answer.
pub(super) fn fields(answers: &Answers, today: Date, errors: Errors) -> (AnyView, Take) {
    let (kind, expires, issued) = match answers.card_date {
        Some(CardDate::ExpiresOn { date }) => (EXPIRES, date.to_string(), String::new()),
        Some(CardDate::NoExpiry) => (NEVER, String::new(), String::new()),
        Some(CardDate::IssuedOn { date }) => (ISSUED, String::new(), date.to_string()),
        None => ("", String::new(), String::new()),
    };
    let value = RwSignal::new(kind.to_owned());
    let (expires, issued) = (DateParts::from_iso(&expires), DateParts::from_iso(&issued));
    let choices = vec![
        Choice::new(EXPIRES, t(needs::CARD_DATE_EXPIRES_ON)),
        Choice::new(NEVER, t(needs::CARD_DATE_NO_EXPIRY)),
        Choice::new(ISSUED, t(needs::CARD_DATE_ISSUED_ON)),
    ];
    let chosen = move |kind: &'static str| move || value.with(|value| value == kind);
    let view = view! {
        <RadioGroup id="answer" legend=t(needs::CARD_DATE_TITLE) legend_hidden=true choices=choices value=value errors=errors />
        <Show when=chosen(EXPIRES)>
            <DateField id="expires_on" legend=t(needs::CARD_DATE_EXPIRES_ON_DATE) parts=expires errors=errors />
        </Show>
        <Show when=chosen(ISSUED)>
            <DateField id="issued_on" legend=t(needs::CARD_DATE_ISSUED_ON_DATE) parts=issued errors=errors />
        </Show>
    };
    let take = Box::new(move |answers: &mut Answers| {
        let taken = match value.get_untracked().as_str() {
            EXPIRES => date(expires)
                .map(|date| CardDate::ExpiresOn { date })
                .map_err(|why| ("expires_on", why)),
            NEVER => Ok(CardDate::NoExpiry),
            ISSUED => past(issued, today)
                .map(|date| CardDate::IssuedOn { date })
                .map_err(|why| ("issued_on", why)),
            _ => Err(("answer", t(needs::CHOOSE_ONE))),
        };
        match taken {
            Ok(date) => {
                answers.card_date = Some(date);
                true
            }
            Err((id, why)) => !errors.show(vec![(id.into(), why.into())]),
        }
    });
    (view.into_any(), take)
}

fn date(parts: DateParts) -> Result<Date, &'static str> {
    let iso = untrack(|| parts.iso());
    if iso.is_empty() {
        return Err(field_words(FieldCode::Required));
    }
    Date::of(&iso).ok_or_else(|| field_words(FieldCode::DateImpossible))
}

fn past(parts: DateParts, today: Date) -> Result<Date, &'static str> {
    date(parts).and_then(|date| {
        if date > today {
            Err(t(needs::CARD_DATE_ISSUED_IN_FUTURE))
        } else {
            Ok(date)
        }
    })
}
