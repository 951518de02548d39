//! The rota: times at which fewer stations are staffed.

use super::hours::times;
use super::input::{Kind, error, field};
use super::rows::Duty;
use super::state::Plan;
use super::words;
use crate::components::{Errors, TextButton};
use crate::i18n::{keys::office as k, t};
use eid_domain::office::WorkDay;
use leptos::prelude::*;

/// Its entries.
pub(super) fn view(plan: Plan) -> AnyView {
    let rota = plan.rota;
    let add = move |()| {
        let from = plan.record.with_untracked(|record| record.today);
        let from = from.tomorrow().unwrap_or(from);
        rota.update(|all| all.push(Duty::empty(from)));
    };
    let none = move || {
        rota.with(Vec::is_empty)
            .then(|| view! { <p class="muted">{t(k::ROTA_NONE)}</p> })
    };
    view! {
        {none}
        <For each=move || rota.get() key=|duty| duty.id.clone() let:duty>{one(plan, duty)}</For>
        <p><TextButton label=t(k::ADD_DUTY) on_press=add /></p>
    }
    .into_any()
}

fn one(plan: Plan, duty: Duty) -> impl IntoView {
    let (rota, errors) = (plan.rota, plan.errors);
    let id = duty.id.clone();
    let remove = move |()| rota.update(|all| all.retain(|one| one.id != id));
    let id = &duty.id;
    view! {
        <fieldset class="office-entry">
            <legend class="visually-hidden">{t(k::DUTY)}</legend>
            {weekdays(id, duty.weekdays, errors)}
            <div class="office-row">
                {times(&duty.span, errors)}
                {field(format!("{id}-stations"), t(k::DUTY_STATIONS), Kind::Number, duty.stations, errors)}
                {field(format!("{id}-valid_from"), t(k::VALID_FROM), Kind::Date, duty.valid.from, errors)}
                {field(format!("{id}-valid_to"), t(k::VALID_TO), Kind::Date, duty.valid.to, errors)}
                <TextButton label=t(k::REMOVE) about=t(k::DUTY) on_press=remove />
            </div>
        </fieldset>
    }
}

fn weekdays(id: &str, chosen: RwSignal<Vec<WorkDay>>, errors: Errors) -> impl IntoView {
    let group = format!("{id}-weekdays");
    let one = |day: &WorkDay| {
        let day = *day;
        let change = move |event| {
            let ticked = event_target_checked(&event);
            chosen.update(|days| {
                days.retain(|known| *known != day);
                if ticked {
                    days.push(day);
                    days.sort_unstable();
                }
            });
        };
        view! {
            <label class="office-weekday">
                <input type="checkbox" prop:checked=move || chosen.with(|days| days.contains(&day)) on:change=change />
                {words::weekday(day)}
            </label>
        }
    };
    let days = WorkDay::ALL.iter().map(one).collect_view();
    view! {
        <div class="field" role="group" id=group.clone() tabindex="-1" aria-label=t(k::WEEKDAYS_OF)>
            {error(group.clone(), errors)}
            <div class="office-weekdays">{days}</div>
        </div>
    }
}
