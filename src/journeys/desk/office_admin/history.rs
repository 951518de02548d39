//! What was changed, by whom, what became of the people, and the way back.

use super::edit::ask;
use super::state::{Plan, Wanted};
use super::words;
use crate::browser::intl;
use crate::components::{Button, ButtonKind, Empty, Notice, NoticeKind, Skeleton, Tag, TagKind, TextButton};
use crate::i18n::{keys, keys::office as k, t, tf, tn};
use eid_domain::wire::office_admin::OfficeChange;
use leptos::prelude::*;

/// The list, the newest first.
pub(super) fn view(plan: Plan) -> AnyView {
    let list = move || {
        match plan.history.get() {
        None => view! { <Skeleton /> }.into_any(),
        Some(Err(words)) => view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=move |()| plan.load_history() /></p>
            </Notice>
        }
        .into_any(),
        Some(Ok(history)) if history.changes.is_empty() => view! { <Empty title=t(k::HISTORY_NONE) /> }.into_any(),
        Some(Ok(history)) => {
            let rows = history.changes.into_iter().map(|one| row(plan, one)).collect_view();
            view! { <ol class="office-history">{rows}</ol> }.into_any()
        }
    }
    };
    view! { <h2>{t(k::HISTORY)}</h2>{list} }.into_any()
}

fn row(plan: Plan, change: OfficeChange) -> AnyView {
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
    let at = intl::instant(change.made_at);
    let by = tf(k::MADE_BY, &[("name", &change.made_by), ("at", &at)]);
    let tag = change
        .taken_back
        .then(|| view! { <Tag text=t(k::TAKEN_BACK) kind=TagKind::Info /> });
    let note = (!change.note.is_empty()).then(|| view! { <p class="written">{change.note.clone()}</p> });
    let moving = change.moving;
    let people = (moving.all() > 0).then(|| {
        let left = moving.looking + moving.offered;
        let words = tn(k::MOVED_PEOPLE, moving.all());
        let left = (left > 0).then(|| view! { " "{tn(k::MOVED_LEFT, left)} });
        view! { <p>{words}{left}</p> }
    });
    let undo = change.can_undo.then(|| {
        let id = change.id.clone();
        let about = format!("({what}, {at})");
        let press = move |()| {
            plan.said.set(None);
            plan.errors.clear();
            ask(plan, Wanted::Undo(id.clone()));
        };
        view! { <p><TextButton label=t(k::UNDO) about=about on_press=press /></p> }
    });
    view! {
        <li class="stack-s">
            <p><b>{title}</b>" "{tag}</p>
            <p class="muted">{by}</p>
            {note}
            {people}
            {undo}
        </li>
    }
    .into_any()
}
