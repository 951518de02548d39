//! What was changed, by whom, what became of the people, and the way back.

use super::state::{Plan, Wanted};
use super::words;
use crate::i18n::{keys::office as o, t, tf};
use crate::journeys::desk::running::office_admin::history::{Entry, list};
use eid_domain::wire::holidays::HolidayChange;
use leptos::prelude::*;

/// The list, the newest first.
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
    view! { <h2>{t(o::HISTORY)}</h2>{shown} }.into_any()
}

fn entry(plan: Plan, change: HolidayChange) -> Entry {
    let what = words::days(&change.what);
    let title = if change.takes_back {
        tf(o::TOOK_BACK, &[("what", &what)])
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
                plan.ask(Wanted::Undo(change.id.clone()));
            })
        }),
    }
}
