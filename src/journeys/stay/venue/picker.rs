//! Which day of a place is looked at: one step back or on, today, or any other.

use crate::api::fault;
use crate::browser::{focus, intl};
use crate::components::{Button, ButtonKind, DateField, DateParts, Details, Errors, Icon, icon};
use crate::i18n::{Key, keys::venue as k, t};
use eid_domain::calendar::days_after;
use eid_domain::field::FieldCode;
use eid_domain::when::When;
use jiff::civil::Date;
use leptos::{ev::SubmitEvent, prelude::*};

/// The field of any other day.
const FIELD: &str = "other_day";
/// The day that is shown.
const SHOWN: &str = "shown-day";

/// Steps and field in the order of the words, whatever the browser's language.
pub(super) fn view(day: RwSignal<Date>, today: Date) -> AnyView {
    let errors = Errors::new();
    let parts = DateParts::from_iso("");
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = untrack(|| parts.iso());
        let code = match Date::of(&typed) {
            Some(wanted) => {
                errors.clear();
                day.set(wanted);
                return focus::later(SHOWN);
            }
            None if typed.is_empty() => FieldCode::Required,
            None => FieldCode::DateImpossible,
        };
        errors.note(FIELD, Some(fault(FIELD, code, t(k::DAY_WANTED)).1));
        focus::later(FIELD);
    };
    let distance = move || {
        let words = intl::relative_days(today, day.get());
        view! { <span class="muted">{words}</span> }
    };
    // It goes once it is pressed: who pressed it goes on at the day.
    let back = move || {
        let go = move |()| {
            day.set(today);
            focus::later(SHOWN);
        };
        let away = day.get() != today;
        away.then(|| view! { <Button label=t(k::DAY_TODAY) kind=ButtonKind::Second on_press=go /> })
    };
    view! {
        <div class="stack-s" role="group" aria-label=t(k::DAY)>
            <p id=SHOWN tabindex="-1" aria-live="polite"><strong>{move || intl::long_date(day.get())}</strong>" "{distance}</p>
            <p class="row">
                {step(day, -1, k::DAY_PREVIOUS, Icon::Left)}
                {step(day, 1, k::DAY_NEXT, Icon::Right)}
                {back}
            </p>
            <Details summary=t(k::DAY_OTHER)>
                <form class="stack" novalidate on:submit=submit>
                    <DateField id=FIELD legend=t(k::DAY_WANTED) hint=t(k::DAY_HINT) parts=parts errors=errors />
                    <p class="row"><Button label=t(k::DAY_SHOW) kind=ButtonKind::Second /></p>
                </form>
            </Details>
        </div>
    }
    .into_any()
}

fn step(day: RwSignal<Date>, days: i32, label: Key, sign: Icon) -> AnyView {
    let go = move |_| day.update(|day| *day = days_after(*day, days));
    let (before, after) = if days < 0 {
        (Some(icon(sign)), None)
    } else {
        (None, Some(icon(sign)))
    };
    view! {
        <button class="button button-second button-small" type="button" on:click=go>{before}{t(label)}{after}</button>
    }
    .into_any()
}
