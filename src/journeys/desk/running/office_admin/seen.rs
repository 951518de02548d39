//! What a change makes and breaks, day by day; then it is made, or not yet.

use super::edit::ask;
use super::state::{Plan, Said, Wanted};
use super::words;
use crate::api::{self, ApiError};
use crate::browser::{focus, intl};
use crate::components::{Button, ButtonKind, Checkbox, Notice, NoticeKind};
use crate::i18n::{Key, keys::office as k, t, tf, tn};
use crate::journeys::desk::shell::session;
use crate::routes::{DeskPage, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::office_admin::{ChangeOffice, OfficePreview, PreviewDay, UndoChange};
use leptos::{prelude::*, task::spawn_local};

/// The days, the people, and the buttons.
pub(super) fn view(plan: Plan, wanted: Wanted, preview: &OfficePreview) -> AnyView {
    let title = t(match wanted {
        Wanted::Settings(_) => k::CONFIRM,
        Wanted::Undo(_) => k::CONFIRM_UNDO,
    });
    let names: Vec<String> = preview
        .what
        .iter()
        .map(|one| words::setting(*one).to_owned())
        .collect();
    let what = tf(k::CONFIRM_WHAT, &[("what", &intl::list(&names))]);
    let (people, version) = (preview.people, preview.version);
    let agreed = RwSignal::new(false);
    let make = {
        let wanted = wanted.clone();
        move |()| {
            if people > 0 && !agreed.get_untracked() {
                plan.errors
                    .show(vec![("move_people".to_owned(), t(k::WRONG_PEOPLE).to_owned())]);
                return;
            }
            plan.errors.clear();
            send(plan, wanted.clone(), version, people);
        }
    };
    let back = move |()| {
        plan.errors.clear();
        plan.preview.set(None);
        focus::later("office-hours");
    };
    let agree = (people > 0).then(|| {
        view! {
            <Checkbox id="move_people" label=tn(k::MOVE_PEOPLE, people) hint=t(k::MOVE_PEOPLE_HINT) checked=agreed errors=plan.errors />
        }
    });
    let holds = (preview.holds > 0).then(|| view! { <p>{tn(k::HOLDS, preview.holds)}</p> });
    let again = (preview.again > 0).then(|| view! { <p>{tn(k::AGAIN, preview.again)}</p> });
    let kind = if people > 0 {
        ButtonKind::Danger
    } else {
        ButtonKind::Main
    };
    let verb = t(match wanted {
        Wanted::Settings(_) => k::MAKE,
        Wanted::Undo(_) => k::UNDO,
    });
    view! {
        <section class="panel stack" id="confirm" tabindex="-1" aria-labelledby="confirm-title">
            <h2 id="confirm-title">{title}</h2>
            <p>{what}</p>
            {days(&preview.days)}
            {concerned(people)}
            {holds}
            {again}
            {agree}
            <p class="row">
                <Button label=verb kind=kind busy=plan.busy on_press=make />
                <Button label=t(k::NOT_YET) kind=ButtonKind::Second on_press=back />
            </p>
        </section>
    }
    .into_any()
}

/// Whether anybody loses their place.
pub(in crate::journeys::desk) fn concerned(people: u32) -> AnyView {
    if people == 0 {
        return view! { <p>{t(k::NOBODY)}</p> }.into_any();
    }
    let title = tn(k::PEOPLE, people);
    view! { <Notice kind=NoticeKind::Warning title=title><p>{t(k::PEOPLE_TEXT)}</p></Notice> }.into_any()
}

/// The days that change, with their places and who has none any more.
pub(in crate::journeys::desk) fn days(all: &[PreviewDay]) -> AnyView {
    let changed: Vec<&PreviewDay> = all.iter().filter(|day| day.changed).collect();
    let same = u32::try_from(all.len() - changed.len()).unwrap_or(u32::MAX);
    if changed.is_empty() {
        return view! { <p class="muted">{t(k::NO_DAY)}</p> }.into_any();
    }
    let any = changed.iter().any(|day| !day.broken.is_empty());
    let number = |key: Key| view! { <th scope="col" class="num">{t(key)}</th> };
    let rows = changed.into_iter().map(|day| row(day, any)).collect_view();
    let rest = (same > 0).then(|| view! { <p class="muted">{tn(k::SAME_DAYS, same)}</p> });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t(k::TABLE)>
            <table class="table office-days">
                <caption class="visually-hidden">{t(k::TABLE)}</caption>
                <thead><tr>
                    <th scope="col">{t(k::COL_DAY)}</th>
                    {number(k::COL_BEFORE)}
                    {number(k::COL_AFTER)}
                    {any.then(|| view! { <th scope="col">{t(k::COL_BROKEN)}</th> })}
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="hint">{t(k::PLACES_HINT)}</p>
        {rest}
    }
    .into_any()
}

/// `people`: whether the table has a column for them.
fn row(day: &PreviewDay, people: bool) -> AnyView {
    let link = |reference: &String| {
        let href = Route::Desk(DeskPage::Dossier(reference.clone())).href();
        view! { <a class="mono" href=href>{reference.clone()}</a>" " }
    };
    let broken = people.then(|| {
        let list = day.broken.iter().map(link).collect_view();
        view! { <td>{list}</td> }
    });
    let places = |count: u16| intl::number(f64::from(count));
    view! {
        <tr>
            <th scope="row">{intl::weekday_date(day.date)}</th>
            <td class="num">{places(day.before)}</td>
            <td class="num"><b>{places(day.after)}</b></td>
            {broken}
        </tr>
    }
    .into_any()
}

fn send(plan: Plan, wanted: Wanted, version: i64, people: u32) {
    plan.busy.set(true);
    spawn_local(async move {
        let office = plan.office.get_value();
        let answer = match &wanted {
            Wanted::Settings(settings) => {
                let body = ChangeOffice {
                    settings: settings.clone(),
                    version,
                    move_people: people > 0,
                    note: plan.note.get_untracked().trim().to_owned(),
                };
                session::call(api::office_admin::change(&office, &body)).await
            }
            Wanted::Undo(id) => {
                let body = UndoChange {
                    version,
                    move_people: people > 0,
                };
                session::call(api::office_admin::undo(&office, id, &body)).await
            }
        };
        let _ = plan.busy.try_set(false);
        match answer {
            Ok(record) => {
                plan.made(record, matches!(wanted, Wanted::Settings(_)));
                plan.preview.set(None);
                plan.said.set(Some(Said::Done(people)));
                focus::later("said");
            }
            Err(error) => refused(plan, wanted, &error).await,
        }
    });
}

async fn refused(plan: Plan, wanted: Wanted, error: &ApiError) {
    if error.is(ProblemCode::PeopleConcerned) {
        // Somebody has booked since it was looked at: it is looked at once more.
        plan.said.set(Some(Said::MorePeople));
        ask(plan, wanted);
    } else if error.is(ProblemCode::OfficeChanged) || error.is(ProblemCode::StateConflict) {
        others(plan).await;
    } else {
        plan.errors.show_one(error.words());
    }
}

/// Somebody else has changed the office: the record is read again, and what was typed is put over it.
pub(super) async fn others(plan: Plan) {
    match plan.read().await {
        Ok(record) => {
            let theirs = plan.take(record);
            plan.preview.set(None);
            plan.said.set(Some(Said::Others(theirs)));
            plan.load_history();
            focus::later("said");
        }
        Err(error) => plan.errors.show_one(error.words()),
    }
}
