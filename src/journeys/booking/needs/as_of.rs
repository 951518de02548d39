//! "As of another day": rules and fees have days from which they hold, and the address may ask for another one than
//! today (`?tinh=2027-01-15`). Only the answers change; what is booked is booked for today's rules.

use super::super::{known::Known, way};
use crate::api::field_words;
use crate::browser::{intl, location};
use crate::components::{Button, ButtonKind, DateField, DateParts, Details, Errors, Notice, NoticeKind};
use crate::i18n::{keys::due, t, tf};
use eid_domain::age::{LAW_IN_FORCE, birthday};
use eid_domain::field::FieldCode;
use eid_domain::when::When;
use jiff::civil::Date;
use leptos::{ev::SubmitEvent, prelude::*};

const PARAM: &str = "tinh";
/// Further ahead nothing can be known.
const YEARS_AHEAD: u8 = 10;

/// Why a day cannot be asked for.
enum Outside {
    /// Before the law.
    TooEarly,
    /// Too far ahead.
    TooLate,
}

fn check(date: Date, today: Date) -> Result<Date, Outside> {
    if date < LAW_IN_FORCE {
        Err(Outside::TooEarly)
    } else if date > birthday(today, YEARS_AHEAD) {
        Err(Outside::TooLate)
    } else {
        Ok(date)
    }
}

/// The day in the address, where it is another one than today and one that can be asked for.
pub(super) fn asked(today: Date) -> Option<Date> {
    let date = Date::of(&location::query(PARAM)?)?;
    check(date, today).ok().filter(|date| *date != today)
}

/// What is known, as of the day asked for.
pub(super) fn apply(known: &Known) -> Known {
    let mut known = known.clone();
    known.today = asked(known.today).unwrap_or(known.today);
    known
}

/// An address of the questions or of their result, for the same day.
pub(super) fn keep(href: String) -> String {
    match location::query(PARAM) {
        Some(date) if date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') => {
            let mark = if href.contains('?') { '&' } else { '?' };
            format!("{href}{mark}{PARAM}={date}")
        }
        _ => href,
    }
}

/// Says for which day the answer is, and leads back to today.
pub(super) fn notice(date: Option<Date>) -> Option<AnyView> {
    let date = date?;
    let title = tf(due::AS_OF_SHOWN, &[("date", &intl::short_date(date))]);
    let today = way::result().href();
    Some(
        view! {
            <Notice kind=NoticeKind::Info title=title>
                <p>{t(due::AS_OF_TEXT)}" "<a href=today>{t(due::AS_OF_TODAY)}</a></p>
            </Notice>
        }
        .into_any(),
    )
}

/// The field, closed at first.
pub(super) fn control(today: Date) -> AnyView {
    let parts = DateParts::from_iso(&asked(today).map(|date| date.to_string()).unwrap_or_default());
    let errors = Errors::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = untrack(|| parts.iso());
        let wrong = match Date::of(&typed).map(|date| check(date, today)) {
            Some(Ok(date)) => {
                location::push(&format!("{}?{PARAM}={date}", way::result().href()));
                return;
            }
            Some(Err(Outside::TooEarly)) => t(due::AS_OF_TOO_EARLY),
            Some(Err(Outside::TooLate)) => t(due::AS_OF_TOO_LATE),
            None if typed.is_empty() => field_words(FieldCode::Required),
            None => field_words(FieldCode::DateImpossible),
        };
        errors.note("as_of", Some(wrong.to_owned()));
        crate::browser::focus::later("as_of-day");
    };
    view! {
        <Details summary=t(due::AS_OF_TITLE)>
            <form class="stack" novalidate on:submit=submit>
                <DateField id="as_of" legend=t(due::AS_OF_LABEL) hint=t(due::AS_OF_HINT) parts=parts errors=errors />
                <p class="row"><Button label=t(due::AS_OF_SHOW) kind=ButtonKind::Second /></p>
            </form>
        </Details>
    }
    .into_any()
}
