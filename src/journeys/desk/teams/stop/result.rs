//! A list row by row: what needs the manager's eye first, then those with a time.

use super::{
    class_list::{List, another, confirm, edit},
    wrong,
};
use crate::browser::intl;
use crate::i18n::{Plural, keys::stops as k, t, tf, tn};
use crate::journeys::desk::lists::list_actions::{self, Act, Words};
use crate::journeys::desk::words;
use crate::routes::{DeskPage, Route};
use eid_domain::wire::class_list::{ClassListRow, ClassListView, Outcome};
use leptos::prelude::*;

const WORDS: Words = Words {
    confirm: k::CONFIRM,
    nothing: k::NOTHING,
    edit: k::BACK_TO_EDIT,
    another: k::ANOTHER,
};

/// Kinds in the order in which they are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Wrong,
    TooYoung,
    Open,
    NoPlace,
    Repeated,
    Known,
    Seat,
    Booked,
}

const ORDER: [Group; 8] = [
    Group::Booked,
    Group::Seat,
    Group::Wrong,
    Group::TooYoung,
    Group::Open,
    Group::NoPlace,
    Group::Repeated,
    Group::Known,
];

const fn group(outcome: &Outcome) -> Group {
    match outcome {
        Outcome::Seat { .. } => Group::Seat,
        Outcome::Booked { .. } => Group::Booked,
        Outcome::Known { .. } => Group::Known,
        Outcome::TooYoung { .. } => Group::TooYoung,
        Outcome::OpenDossier => Group::Open,
        Outcome::Repeated { .. } => Group::Repeated,
        Outcome::NoPlace => Group::NoPlace,
        Outcome::Wrong { .. } => Group::Wrong,
    }
}

/// The preview, or the result once `done`.
pub(super) fn view(list: List, done: bool, seen: &ClassListView) -> AnyView {
    let seats = of(seen, Group::Seat).count();
    let head = if done {
        view! { <h3>{t(k::DONE_TITLE)}</h3> }.into_any()
    } else {
        view! { <h3>{t(k::SEEN_TITLE)}</h3><p>{t(k::SEEN_TEXT)}</p> }.into_any()
    };
    let groups = ORDER
        .map(|group| section(seen, group))
        .into_iter()
        .flatten()
        .collect_view();
    view! {
        <div class="panel stack">
            {head}
            {groups}
            {actions(list, done, seen, seats)}
        </div>
    }
    .into_any()
}

fn actions(list: List, done: bool, seen: &ClassListView, seats: usize) -> AnyView {
    let stands_for = seen.seen.clone();
    let act = Act {
        confirm: Callback::new(move |()| confirm(list, stands_for.clone())),
        edit: Callback::new(move |()| edit(list)),
        another: Callback::new(move |()| another(list)),
    };
    list_actions::view(done, seats, list.busy, act, &WORDS)
}

fn of(seen: &ClassListView, wanted: Group) -> impl Iterator<Item = &ClassListRow> {
    seen.rows.iter().filter(move |row| group(&row.outcome) == wanted)
}

/// One kind of rows: those to act on lie open, those that are fine can be opened.
fn section(seen: &ClassListView, kind: Group) -> Option<AnyView> {
    let mut rows: Vec<&ClassListRow> = of(seen, kind).collect();
    let count = u32::try_from(rows.len()).ok().filter(|count| *count > 0)?;
    rows.sort_by_key(|row| match row.outcome {
        Outcome::Seat { at } | Outcome::Booked { at, .. } => Some(at),
        _ => None,
    });
    let open = matches!(
        kind,
        Group::Wrong | Group::NoPlace | Group::TooYoung | Group::Open
    );
    let items = rows.into_iter().map(item).collect_view();
    Some(
        view! {
            <details class="details class-list-group" open=open>
                <summary>{tn(title(kind), count)}</summary>
                <div><ul class="class-list-rows">{items}</ul></div>
            </details>
        }
        .into_any(),
    )
}

const fn title(kind: Group) -> Plural {
    match kind {
        Group::Wrong => k::COUNT_WRONG,
        Group::TooYoung => k::COUNT_TOO_YOUNG,
        Group::Open => k::COUNT_OPEN,
        Group::NoPlace => k::COUNT_NO_PLACE,
        Group::Repeated => k::COUNT_REPEATED,
        Group::Known => k::COUNT_KNOWN,
        Group::Seat => k::COUNT_SEAT,
        Group::Booked => k::COUNT_BOOKED,
    }
}

fn item(row: &ClassListRow) -> AnyView {
    let name = if row.full_name.is_empty() {
        t(k::UNNAMED).to_owned()
    } else {
        row.full_name.clone()
    };
    let line = tf(k::LINE, &[("line", &row.line.to_string())]);
    let what = what(row);
    let link = match &row.outcome {
        Outcome::Booked { reference, .. } => {
            let href = Route::Desk(DeskPage::Dossier(reference.clone())).href();
            Some(view! { " "<a class="mono" href=href>{reference.clone()}</a> })
        }
        _ => None,
    };
    let lines = what
        .into_iter()
        .map(|words| view! { <p>{words}</p> })
        .collect_view();
    view! {
        <li>
            <p><span class="muted">{line}</span>" "<b><bdi>{name}</bdi></b>{link}</p>
            {lines}
        </li>
    }
    .into_any()
}

fn what(row: &ClassListRow) -> Vec<String> {
    match &row.outcome {
        Outcome::Seat { at } | Outcome::Booked { at, .. } => {
            let time = intl::time(at.time());
            vec![tf(k::AT_CLASS, &[("time", &time), ("class", &row.class_name)])]
        }
        Outcome::Known { reference, state } => {
            vec![tf(
                k::KNOWN_TEXT,
                &[("reference", reference), ("state", words::state(*state))],
            )]
        }
        Outcome::TooYoung { from } => {
            vec![tf(k::TOO_YOUNG_FROM, &[("date", &intl::short_date(*from))])]
        }
        Outcome::OpenDossier => vec![t(k::OPEN_TEXT).to_owned()],
        Outcome::Repeated { line } => vec![tf(k::REPEATED_TEXT, &[("line", &line.to_string())])],
        Outcome::NoPlace => vec![t(k::NO_PLACE_TEXT).to_owned()],
        Outcome::Wrong { fields } => wrong::of_row(fields),
    }
}
