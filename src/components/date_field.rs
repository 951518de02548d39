//! A date that people know by heart, in three fields; papers of old people may lack day and month.

use super::{
    Errors,
    field::{box_class, described_by, error_view, hint_view},
};
use crate::i18n::{Key, keys, t};
use leptos::prelude::*;

/// What has been typed into the three fields. Cheap to copy.
#[derive(Clone, Copy)]
pub struct DateParts {
    /// Day of the month.
    pub day: RwSignal<String>,
    /// Month, 1 to 12.
    pub month: RwSignal<String>,
    /// Year with four digits.
    pub year: RwSignal<String>,
    /// The papers show no day, or no day and month.
    pub partial: RwSignal<bool>,
}

impl DateParts {
    /// Fields filled from an ISO date, possibly partial or empty: `1985-08-15`, `1985-08`, `1985`.
    pub fn from_iso(iso: &str) -> Self {
        let mut parts = iso.split('-');
        let mut next = || {
            RwSignal::new(
                parts
                    .next()
                    .unwrap_or_default()
                    .trim_start_matches('0')
                    .to_owned(),
            )
        };
        let (year, month, day) = (next(), next(), next());
        // By its parts: a year that is still being typed is short, too.
        let partial = RwSignal::new(!iso.is_empty() && iso.split('-').count() < 3);
        Self {
            day,
            month,
            year,
            partial,
        }
    }

    /// The date as the wire has it: `1985-08-15`, or `1985-08` or `1985` where the papers show no more; empty where
    /// nothing was typed. Wrong parts stay wrong, so that parsing names the fault.
    pub fn iso(self) -> String {
        let [day, month, year] = [self.day, self.month, self.year].map(|part| part.get().trim().to_owned());
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return String::new();
        }
        if self.partial.get() {
            return if month.is_empty() {
                year
            } else {
                format!("{year}-{month:0>2}")
            };
        }
        format!("{year}-{month:0>2}-{day:0>2}")
    }

    /// A whole date pasted into one field goes to all three. Tells whether it was one.
    fn take_whole(self, text: &str) -> bool {
        let parts: Vec<&str> = text
            .split(['/', '-', '.', ' '])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect();
        let [first, month, last] = parts[..] else {
            return false;
        };
        if !parts
            .iter()
            .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        {
            return false;
        }
        let (day, year) = if first.len() == 4 {
            (last, first)
        } else {
            (first, last)
        };
        self.day.set(day.to_owned());
        self.month.set(month.to_owned());
        self.year.set(year.to_owned());
        true
    }
}

/// Day, month and year. The error summary leads to the first of them.
#[component]
pub fn DateField(
    /// The field's name in the form's errors, and the group's id.
    id: &'static str,
    /// What to give.
    #[prop(into)]
    legend: String,
    /// How; an example where left out.
    #[prop(optional, into)]
    hint: String,
    /// What has been typed.
    parts: DateParts,
    /// The form's errors.
    errors: Errors,
    /// Offers "my papers do not show the day or month".
    #[prop(optional)]
    allow_partial: bool,
    /// The browser may fill in a birthday.
    #[prop(optional)]
    birthday: bool,
) -> impl IntoView {
    let hint = if hint.is_empty() {
        t(keys::common::DATE_HINT).to_owned()
    } else {
        hint
    };
    let fill = move |part: &'static str| if birthday { part } else { "off" };
    let partial = allow_partial.then(|| {
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    id=format!("{id}-partial")
                    prop:checked=move || parts.partial.get()
                    on:change=move |event| parts.partial.set(event_target_checked(&event))
                />
                <span class="choice-text">{t(keys::common::DATE_PARTIAL)}</span>
            </label>
        }
    });
    view! {
        <fieldset
            class=box_class(id, errors)
            id=id
            aria-describedby=move || described_by(id, true, errors.has(id))
        >
            <legend class="legend">{legend}</legend>
            {hint_view(id, &hint)}
            {error_view(id, errors)}
            <div class="input-row">
                <Show when=move || !parts.partial.get()>
                    {part(id, "day", keys::common::DATE_DAY, "w-2", fill("bday-day"), parts, parts.day, errors)}
                </Show>
                {part(id, "month", keys::common::DATE_MONTH, "w-2", fill("bday-month"), parts, parts.month, errors)}
                {part(id, "year", keys::common::DATE_YEAR, "w-4", fill("bday-year"), parts, parts.year, errors)}
            </div>
            {partial}
        </fieldset>
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "private, and called three times side by side"
)]
fn part(
    id: &'static str,
    name: &'static str,
    label: Key,
    width: &'static str,
    autocomplete: &'static str,
    parts: DateParts,
    value: RwSignal<String>,
    errors: Errors,
) -> impl IntoView {
    let input_id = format!("{id}-{name}");
    let typed = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        if !parts.take_whole(&text) {
            value.set(text);
        }
    };
    view! {
        <div class="field-part">
            <label for=input_id.clone()>{t(label)}</label>
            <input
                class=format!("input {width}")
                id=input_id
                type="text"
                inputmode="numeric"
                autocomplete=autocomplete
                aria-invalid=move || errors.has(id).then_some("true")
                prop:value=move || value.get()
                on:input=typed
            />
        </div>
    }
}
