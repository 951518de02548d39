//! Days that differ: closed, open longer, open though it is a holiday.

use super::hours::spans;
use super::input::{Kind, field};
use super::rows::Odd;
use super::state::Plan;
use crate::components::TextButton;
use crate::i18n::{keys::office as k, t};
use leptos::prelude::*;

/// All of them.
pub(super) fn view(plan: Plan) -> AnyView {
    let days = plan.days;
    let add = move |()| days.update(|all| all.push(Odd::empty()));
    let none = move || {
        days.with(Vec::is_empty)
            .then(|| view! { <p class="muted">{t(k::DAYS_NONE)}</p> })
    };
    view! {
        {none}
        <For each=move || days.get() key=|day| day.id.clone() let:day>{one(plan, day)}</For>
        <p><TextButton label=t(k::ADD_DAY) on_press=add /></p>
    }
    .into_any()
}

fn one(plan: Plan, day: Odd) -> impl IntoView {
    let (days, errors) = (plan.days, plan.errors);
    let id = day.id.clone();
    let remove = move |()| days.update(|all| all.retain(|one| one.id != id));
    let id = &day.id;
    view! {
        <fieldset class="office-entry">
            <legend class="visually-hidden">{t(k::DAY)}</legend>
            <div class="office-row">
                {field(format!("{id}-date"), t(k::DATE), Kind::Date, day.date, errors)}
                {field(format!("{id}-stations"), t(k::DAY_STATIONS), Kind::Number, day.stations, errors)}
                <TextButton label=t(k::REMOVE) about=t(k::DAY) on_press=remove />
            </div>
            {spans(t(k::DAY), t(k::DAY_CLOSED), day.spans, errors)}
        </fieldset>
    }
}
