//! A list row by row: what needs the manager's eye lies open, what is fine can be opened.

use super::{
    list::{List, another, confirm, edit},
    wrong,
};
use crate::components::{Details, Notice, NoticeKind};
use crate::i18n::{Plural, keys::lists as k, t, tf, tn};
use crate::journeys::desk::lists::list_actions::{self, Act, Words};
use eid_domain::wire::aid::{AidListRow, AidListView, Outcome};
use leptos::prelude::*;

const WORDS: Words = Words {
    confirm: k::CONFIRM,
    nothing: k::NOTHING,
    edit: k::EDIT,
    another: k::ANOTHER,
};

/// Kinds of rows in the order in which they are shown.
const ORDER: [fn(&Outcome) -> bool; 5] = [
    |outcome| matches!(outcome, Outcome::Wrong { .. }),
    |outcome| matches!(outcome, Outcome::Repeated { .. }),
    |outcome| matches!(outcome, Outcome::New),
    |outcome| matches!(outcome, Outcome::Changed),
    |outcome| matches!(outcome, Outcome::Same),
];

/// The preview, or the result once `done`.
pub(super) fn view(list: List, done: bool, seen: &AidListView) -> AnyView {
    let written = seen.rows.iter().filter(|row| row.outcome.is_written()).count();
    let head = if done {
        view! { <Notice kind=NoticeKind::Ok title=tn(k::DONE, u32::try_from(written).unwrap_or(u32::MAX)) announced=true /> }.into_any()
    } else {
        view! { <h3>{t(k::SEEN)}</h3><p>{t(k::SEEN_TEXT)}</p> }.into_any()
    };
    let groups = ORDER
        .map(|is| section(seen, done, is))
        .into_iter()
        .flatten()
        .collect_view();
    view! {
        <div class="panel stack">
            {head}
            {groups}
            {actions(list, done, seen.seen.clone(), written)}
        </div>
    }
    .into_any()
}

fn actions(list: List, done: bool, seen: String, written: usize) -> AnyView {
    let act = Act {
        confirm: Callback::new(move |()| confirm(list, seen.clone())),
        edit: Callback::new(move |()| edit(list)),
        another: Callback::new(move |()| another(list)),
    };
    list_actions::view(done, written, list.busy, act, &WORDS)
}

fn section(seen: &AidListView, done: bool, is: fn(&Outcome) -> bool) -> Option<AnyView> {
    let rows: Vec<&AidListRow> = seen.rows.iter().filter(|row| is(&row.outcome)).collect();
    let first = rows.first()?;
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let summary = tn(title(&first.outcome, done), count);
    let open = matches!(first.outcome, Outcome::Wrong { .. } | Outcome::Repeated { .. });
    let items = rows.into_iter().map(item).collect_view();
    let body = view! { <ul class="class-list-rows">{items}</ul> };
    Some(if open {
        view! { <h3>{summary}</h3>{body} }.into_any()
    } else {
        view! { <Details summary=summary>{body}</Details> }.into_any()
    })
}

const fn title(outcome: &Outcome, done: bool) -> Plural {
    match (outcome, done) {
        (Outcome::Wrong { .. }, _) => k::COUNT_WRONG,
        (Outcome::Repeated { .. }, _) => k::COUNT_REPEATED,
        (Outcome::New, false) => k::COUNT_NEW,
        (Outcome::Changed, false) => k::COUNT_CHANGED,
        (Outcome::New, true) => k::COUNT_ADDED,
        (Outcome::Changed, true) => k::COUNT_UPDATED,
        (Outcome::Same, _) => k::COUNT_SAME,
    }
}

fn item(row: &AidListRow) -> AnyView {
    let name = match row.full_name.as_str() {
        "" => t(k::UNNAMED).to_owned(),
        name => name.to_owned(),
    };
    let lines = match &row.outcome {
        Outcome::Wrong { fields } => wrong::of_row(fields),
        Outcome::Repeated { line } => vec![tf(k::REPEATED, &[("line", &line.to_string())])],
        Outcome::New | Outcome::Changed | Outcome::Same => Vec::new(),
    };
    let lines = lines
        .into_iter()
        .map(|words| view! { <p>{words}</p> })
        .collect_view();
    view! {
        <li>
            <p><span class="muted">{tf(k::LINE, &[("line", &row.line.to_string())])}</span>" "<b><bdi>{name}</bdi></b></p>
            {lines}
        </li>
    }
    .into_any()
}
