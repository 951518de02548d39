//! What was changed, by whom, what became of the people, and the way back: of an office, and of the country's days.

use super::edit::ask;
use super::state::{Plan, Wanted};
use super::words;
use crate::browser::intl;
use crate::components::{Button, ButtonKind, Empty, Notice, NoticeKind, Skeleton, Tag, TagKind, TextButton};
use crate::i18n::{keys, keys::office as k, t, tf, tn};
use eid_domain::wire::office_admin::{OfficeChange, PeopleMoving};
use jiff::Timestamp;
use leptos::prelude::*;

/// A change as it is shown.
pub(in crate::journeys::desk) struct Entry {
    pub(in crate::journeys::desk) title: String,
    /// What was changed, for who hears the button's name alone.
    pub(in crate::journeys::desk) what: String,
    pub(in crate::journeys::desk) made_at: Timestamp,
    pub(in crate::journeys::desk) made_by: String,
    pub(in crate::journeys::desk) note: String,
    pub(in crate::journeys::desk) taken_back: bool,
    pub(in crate::journeys::desk) moving: PeopleMoving,
    /// Looks at taking it back, where it can be.
    pub(in crate::journeys::desk) undo: Option<Callback<()>>,
}

/// The list of an office, the newest first.
pub(super) fn view(plan: Plan) -> AnyView {
    let shown = move || {
        let known = plan.history.get();
        let entries = known.map(|answer| {
            answer.map(|history| {
                history
                    .changes
                    .into_iter()
                    .map(|change| entry(plan, change))
                    .collect::<Vec<_>>()
            })
        });
        list(entries, move || plan.load_history())
    };
    view! { <h2>{t(k::HISTORY)}</h2>{shown} }.into_any()
}

fn entry(plan: Plan, change: OfficeChange) -> Entry {
    let names: Vec<String> = change
        .what
        .iter()
        .map(|one| words::setting(*one).to_owned())
        .collect();
    let what = intl::list(&names);
    let title = if change.takes_back {
        tf(k::TOOK_BACK, &[("what", &what)])
    } else {
        what.clone()
    };
    Entry {
        title,
        what,
        made_at: change.made_at,
        made_by: change.made_by,
        note: change.note,
        taken_back: change.taken_back,
        moving: change.moving,
        undo: change.can_undo.then(|| {
            Callback::new(move |()| {
                plan.said.set(None);
                plan.errors.clear();
                ask(plan, Wanted::Undo(change.id.clone()));
            })
        }),
    }
}

/// A history; `None` while it is on its way.
pub(in crate::journeys::desk) fn list(
    known: Option<Result<Vec<Entry>, String>>,
    again: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    match known {
        None => view! { <Skeleton /> }.into_any(),
        Some(Err(words)) => view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=move |()| again() /></p>
            </Notice>
        }
        .into_any(),
        Some(Ok(entries)) if entries.is_empty() => view! { <Empty title=t(k::HISTORY_NONE) /> }.into_any(),
        Some(Ok(entries)) => {
            let rows = entries.into_iter().map(row).collect_view();
            view! { <ol class="office-history">{rows}</ol> }.into_any()
        }
    }
}

fn row(entry: Entry) -> AnyView {
    let at = intl::instant(entry.made_at);
    let by = tf(k::MADE_BY, &[("name", &entry.made_by), ("at", &at)]);
    let tag = entry
        .taken_back
        .then(|| view! { <Tag text=t(k::TAKEN_BACK) kind=TagKind::Info /> });
    let note = (!entry.note.is_empty()).then(|| view! { <p class="written">{entry.note.clone()}</p> });
    let moving = entry.moving;
    let people = (moving.all() > 0).then(|| {
        let left = moving.looking + moving.offered;
        let words = tn(k::MOVED_PEOPLE, moving.all());
        let left = (left > 0).then(|| view! { " "{tn(k::MOVED_LEFT, left)} });
        view! { <p>{words}{left}</p> }
    });
    let about = format!("({}, {at})", entry.what);
    let undo = entry
        .undo
        .map(|press| view! { <p><TextButton label=t(k::UNDO) about=about on_press=press /></p> });
    view! {
        <li class="stack-s">
            <p><b>{entry.title}</b>" "{tag}</p>
            <p class="muted">{by}</p>
            {note}
            {people}
            {undo}
        </li>
    }
    .into_any()
}
