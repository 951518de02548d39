//! One day at a time is put into a change; the change is looked at as a whole, as a decision of the Government is: days off and
//! the Saturdays that are worked for them.

use super::state::{Plan, Wanted};
use super::words::{self, KINDS, ORDINARY};
use crate::components::{Button, ButtonKind, Checkbox, Choice, DayInput, RadioGroup, TextButton, TextField};
use crate::i18n::{keys::holidays as k, keys::office as o, t};
use eid_domain::calendar::NationalDay;
use leptos::{ev::SubmitEvent, prelude::*};

/// The form and the days put together.
pub(super) fn view(plan: Plan) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        plan.put();
    };
    let errors = plan.errors;
    let kinds = KINDS
        .iter()
        .map(|(value, label, hint)| Choice::new(*value, t(*label)).hint(t(*hint)))
        .collect::<Vec<_>>();
    let first = plan.record.with_untracked(|record| record.today);
    let first = first.tomorrow().unwrap_or(first).to_string();
    view! {
        <section class="panel stack" aria-labelledby="one-day">
            <h2 id="one-day">{t(k::FORM)}</h2>
            <form class="stack-s" novalidate on:submit=submit>
                <DayInput id="date" label=t(k::COL_DAY) min=first value=plan.date errors=errors />
                <RadioGroup id="kind" legend=t(k::KIND) choices=kinds value=plan.kind errors=errors />
                // Typed text stays where one looks at another kind for a moment.
                <div class="stack-s" hidden=move || plan.kind.with(|kind| kind == ORDINARY)>
                    <TextField id="vi" label=t(k::VI) value=plan.vi errors=errors />
                    <TextField id="en" label=t(k::EN) value=plan.en errors=errors />
                    <TextField id="source" label=t(k::SOURCE) hint=t(k::SOURCE_HINT) value=plan.source errors=errors />
                    <Checkbox id="confirmed" label=t(k::CONFIRMED) hint=t(k::CONFIRMED_HINT) checked=plan.confirmed errors=errors />
                </div>
                <p class="row"><Button label=t(k::PUT) kind=ButtonKind::Second /></p>
            </form>
        </section>
        {change(plan)}
    }
    .into_any()
}

fn change(plan: Plan) -> impl IntoView {
    let list = move || {
        let days = plan.days.get();
        if days.is_empty() {
            return view! { <p class="muted">{t(k::CHANGES_NONE)}</p> }.into_any();
        }
        let rows = days.into_iter().map(|day| row(plan, day)).collect_view();
        view! {
            <ul class="holidays-change">{rows}</ul>
            <TextField id="note" label=t(o::NOTE) hint=t(o::NOTE_HINT) value=plan.note errors=plan.errors optional=true />
            <p class="row"><Button label=t(o::LOOK) busy=plan.busy on_press=move |()| look(plan) /></p>
        }
        .into_any()
    };
    view! {
        <section class="panel stack" id="changes" tabindex="-1" aria-labelledby="changes-title">
            <h2 id="changes-title">{t(k::CHANGES)}</h2>
            {list}
        </section>
    }
}

fn row(plan: Plan, day: NationalDay) -> impl IntoView {
    let words = words::day(&day);
    let name = words::name(day.special.as_ref()).map(|name| view! { " "<span class="muted">{name}</span> });
    let remove = move |()| plan.days.update(|all| all.retain(|other| other.date != day.date));
    view! { <li>{words.clone()}{name}" "<TextButton label=t(o::REMOVE) about=words on_press=remove /></li> }
}

fn look(plan: Plan) {
    plan.said.set(None);
    if plan.note.with_untracked(|note| note.trim().chars().count() > 200) {
        plan.errors
            .show(vec![("note".to_owned(), t(o::WRONG_NOTE).to_owned())]);
        return;
    }
    plan.errors.clear();
    if !plan.busy.get_untracked() {
        plan.ask(Wanted::Days(plan.days.get_untracked()));
    }
}
