//! Weekdays with hours of their own, every week.

use super::hours::spans;
use super::input;
use super::rows::OwnDay;
use super::state::Plan;
use super::words;
use crate::components::{Errors, TextButton};
use crate::i18n::{keys::office as k, t};
use eid_domain::office::WorkDay;
use leptos::prelude::*;

/// All of them.
pub(super) fn view(plan: Plan) -> AnyView {
    let days = plan.own_days;
    let add = move |()| days.update(|all| all.push(OwnDay::empty()));
    view! {
        <For each=move || days.get() key=|day| day.id.clone() let:day>{one(plan, day)}</For>
        <p><TextButton label=t(k::ADD_OWN) on_press=add /></p>
    }
    .into_any()
}

fn one(plan: Plan, day: OwnDay) -> impl IntoView {
    let (days, errors) = (plan.own_days, plan.errors);
    let id = day.id.clone();
    let remove = move |()| days.update(|all| all.retain(|one| one.id != id));
    view! {
        <fieldset class="office-entry">
            <legend class="visually-hidden">{t(k::OWN)}</legend>
            <div class="office-row">
                {weekday(format!("{}-weekday", day.id), day.weekday, errors)}
                <TextButton label=t(k::REMOVE) about=t(k::OWN) on_press=remove />
            </div>
            {spans(t(k::OWN), t(k::OWN_CLOSED), day.spans, errors)}
        </fieldset>
    }
}

/// Which weekday; Saturday has its own place beside.
fn weekday(id: String, value: RwSignal<String>, errors: Errors) -> impl IntoView {
    let days = WorkDay::ALL.iter().filter(|day| **day != WorkDay::Saturday);
    let option = |day: &WorkDay| {
        let name = day.as_str();
        view! { <option value=name prop:selected=move || value.with(|chosen| chosen == name)>{words::weekday(*day)}</option> }
    };
    let invalid = id.clone();
    view! {
        <div class="field office-field">
            <label class="label" for=id.clone()>{t(k::OWN_WEEKDAY)}</label>
            {input::error(id.clone(), errors)}
            <select
                class="input w-20"
                id=id.clone()
                name=id
                aria-invalid=move || errors.has(&invalid).then_some("true")
                on:change=move |event| value.set(event_target_value(&event))
            >
                <option value="" prop:selected=move || value.with(String::is_empty)>{t(k::OWN_CHOOSE)}</option>
                {days.map(option).collect_view()}
            </select>
        </div>
    }
}
