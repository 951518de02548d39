//! The settings as fields, and what is said above them; in their place, while something is to be confirmed, what it makes
//! and breaks.

use super::hours::spans;
use super::state::{Plan, Said, Wanted};
use super::typed::LENGTHS;
use super::{days, own_days, rota, seen, shares, words};
use crate::api;
use crate::browser::{focus, intl};
use crate::components::{Button, ButtonKind, ErrorSummary, Notice, NoticeKind, TextField};
use crate::i18n::{keys::office as k, t, tf, tn};
use crate::journeys::desk::shell::session;
use eid_domain::wire::office_admin::WantedSettings;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form, or what is to be confirmed.
pub(super) fn view(plan: Plan) -> AnyView {
    view! {
        <div id="said" tabindex="-1">{move || plan.said.get().map(said)}</div>
        <ErrorSummary errors=plan.errors />
        {move || match plan.preview.get() {
            None => fields(plan),
            Some((wanted, preview)) => seen::view(plan, wanted, &preview),
        }}
    }
    .into_any()
}

fn said(said: Said) -> AnyView {
    match said {
        Said::Done(0) => {
            view! { <Notice kind=NoticeKind::Ok title=t(k::DONE) announced=true /> }.into_any()
        }
        Said::Done(people) => view! {
            <Notice kind=NoticeKind::Ok title=t(k::DONE) announced=true><p>{tn(k::DONE_PEOPLE, people)}</p></Notice>
        }
        .into_any(),
        Said::Others(changed) => {
            let names: Vec<String> = changed.iter().map(|one| words::setting(*one).to_owned()).collect();
            let what = tf(k::OTHERS_WHAT, &[("what", &intl::list(&names))]);
            view! {
                <Notice kind=NoticeKind::Warning title=t(k::OTHERS) announced=true><p>{what}</p><p>{t(k::OTHERS_KEPT)}</p></Notice>
            }
            .into_any()
        }
        Said::MorePeople => {
            view! { <Notice kind=NoticeKind::Warning title=t(k::MORE_PEOPLE) announced=true /> }.into_any()
        }
    }
}

fn fields(plan: Plan) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !plan.busy.get_untracked() {
            look(plan);
        }
    };
    let errors = plan.errors;
    let week = move || spans(t(k::WEEKDAYS), t(k::CLOSED), plan.weekdays.get(), errors);
    let saturday = move || spans(t(k::SATURDAY), t(k::CLOSED), plan.saturday.get(), errors);
    view! {
        <form class="stack" novalidate on:submit=submit>
            <section class="panel" aria-labelledby="office-hours">
                <h2 id="office-hours">{t(k::HOURS)}</h2>
                <div class="office-week">
                    <div role="group" aria-label=t(k::WEEKDAYS)><h3>{t(k::WEEKDAYS)}</h3>{week}</div>
                    <div role="group" aria-label=t(k::SATURDAY)><h3>{t(k::SATURDAY)}</h3>{saturday}</div>
                </div>
                {own_days::view(plan)}
                <p class="hint">{t(k::HOURS_HINT)}</p>
            </section>
            <section class="panel" aria-labelledby="office-stations">
                <h2 id="office-stations">{t(k::STATIONS)}</h2>
                <div class="office-row">
                    <TextField id="stations" label=t(k::STATIONS_COUNT) value=plan.stations errors=errors width="w-4" inputmode="numeric" />
                    <TextField id="walk_in" label=t(k::WALK_IN) value=plan.walk_in errors=errors width="w-4" inputmode="numeric" />
                </div>
                <p class="hint">{t(k::STATIONS_HINT)}</p>
            </section>
            <section class="panel" aria-labelledby="office-lengths">
                <h2 id="office-lengths">{t(k::LENGTHS)}</h2>
                <div class="office-row">{lengths(plan)}</div>
                <p class="hint">{t(k::LENGTHS_HINT)}</p>
            </section>
            <section class="panel" aria-labelledby="office-rota">
                <h2 id="office-rota">{t(k::ROTA)}</h2>
                <p class="hint">{t(k::ROTA_HINT)}</p>
                {rota::view(plan)}
            </section>
            <section class="panel" aria-labelledby="office-days">
                <h2 id="office-days">{t(k::DAYS)}</h2>
                <p class="hint">{t(k::DAYS_HINT)}</p>
                {days::view(plan)}
            </section>
            <section class="panel" aria-labelledby="office-shares">
                <h2 id="office-shares">{t(k::SHARES)}</h2>
                <p class="hint">{t(k::SHARES_HINT)}</p>
                {shares::view(plan)}
            </section>
            <TextField id="note" label=t(k::NOTE) hint=t(k::NOTE_HINT) value=plan.note errors=errors optional=true />
            <p class="row"><Button label=t(k::LOOK) kind=ButtonKind::Main busy=plan.busy /></p>
        </form>
    }
    .into_any()
}

/// How many minutes a visit takes.
fn lengths(plan: Plan) -> AnyView {
    let labels = [
        k::LENGTH_CARD,
        k::LENGTH_LONGER,
        k::LENGTH_MORE,
        k::LENGTH_ACCOUNT,
    ];
    let fields = LENGTHS.into_iter().zip(labels).zip(plan.lengths);
    fields
        .map(|((id, label), value)| {
            view! {
                <TextField id=id label=t(label) value=value errors=plan.errors width="w-4" inputmode="numeric" />
            }
        })
        .collect_view()
        .into_any()
}

/// Checks what was typed and asks what it would make and break.
fn look(plan: Plan) {
    plan.said.set(None);
    let mut found = Vec::new();
    let typed = plan.typed();
    if let Err(wrong) = &typed {
        found.extend(wrong.iter().cloned());
    }
    if plan.note.with_untracked(|note| note.trim().chars().count() > 200) {
        found.push(("note".to_owned(), t(k::WRONG_NOTE).to_owned()));
    }
    let (Ok(settings), false) = (typed, plan.errors.show(found)) else {
        return;
    };
    if plan.record.with_untracked(|record| record.settings == settings) {
        plan.errors.show_one(t(k::NOTHING));
        return;
    }
    ask(plan, Wanted::Settings(settings));
}

/// Asks what would come of it, and shows it.
pub(super) fn ask(plan: Plan, wanted: Wanted) {
    plan.busy.set(true);
    spawn_local(async move {
        let office = plan.office.get_value();
        let asked = match &wanted {
            Wanted::Settings(settings) => {
                let body = WantedSettings {
                    settings: settings.clone(),
                };
                session::call(api::office_admin::preview(&office, &body)).await
            }
            Wanted::Undo(id) => session::call(api::office_admin::preview_undo(&office, id)).await,
        };
        let _ = plan.busy.try_set(false);
        match asked {
            Ok(preview) => {
                let known = plan.record.try_with_untracked(|record| record.version);
                if known.is_some_and(|known| known != preview.version)
                    && matches!(wanted, Wanted::Settings(_))
                {
                    seen::others(plan).await;
                    return;
                }
                let _ = plan.preview.try_set(Some((wanted, preview)));
                focus::later("confirm");
            }
            Err(error) => plan.errors.show_one(error.words()),
        }
    });
}
