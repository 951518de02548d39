//! The lawful clock of the card, and what to do when it has run out (Law on Identification 26/2023, art. 26).

use super::live::Page;
use crate::browser::intl;
use crate::components::{Notice, NoticeKind};
use crate::i18n::{keys::after as k, t, tf, tn};
use eid_domain::dossier::State;
use eid_domain::wire::{dossiers::DossierView, tickets::late_question};
use jiff::civil::Date;
use leptos::prelude::*;

/// The due date while the card is on its way; nothing before the receipt and after the arrival.
pub(super) fn view(page: &Page, view: &DossierView) -> Option<AnyView> {
    let running = view.state.clock_runs();
    let standing = matches!(view.state, State::NeedsCorrection | State::DataCorrection);
    match view.due_on {
        Some(due) if running && view.overdue_days > 0 => Some(overdue(view, due)),
        Some(due) if running => Some(on_time(page, view, due)),
        None if standing && view.dossier_code.is_some() => Some(line(t(k::DUE_PAUSED).to_owned())),
        _ => None,
    }
}

fn line(words: String) -> AnyView {
    view! { <p><b>{t(k::DUE_LABEL)}":"</b>" "{words}</p> }.into_any()
}

fn on_time(page: &Page, view: &DossierView, due: Date) -> AnyView {
    let when = intl::relative_days(page.today.get_untracked(), due);
    let words = tf(k::DUE_ON, &[("date", &intl::long_date(due)), ("when", &when)]);
    let rough = view
        .due_provisional
        .then(|| view! { <p class="hint">{t(k::DUE_PROVISIONAL)}</p> });
    view! { {line(words)}{rough} }.into_any()
}

fn overdue(view: &DossierView, due: Date) -> AnyView {
    let may_ask = question(view).is_some();
    view! {
        <Notice kind=NoticeKind::Warning title=tn(k::DUE_OVERDUE, view.overdue_days.into())>
            <p>{t(k::DUE_LABEL)}": "{intl::long_date(due)}"."</p>
            {may_ask.then(|| view! { <p>{t(k::DUE_OVERDUE_TEXT)}</p> })}
        </Notice>
    }
    .into_any()
}

/// A question ready to be sent once the day has passed, as long as it is true; none before.
pub(super) fn question(view: &DossierView) -> Option<String> {
    let late = late_question(view.state, view.overdue_days, &view.questions, view.now);
    let due = view.due_on.filter(|_| late && view.may_ask)?;
    let code = view.dossier_code.as_ref().unwrap_or(&view.reference);
    let days = view.overdue_days.to_string();
    Some(tf(
        k::DUE_QUESTION,
        &[("code", code), ("date", &intl::short_date(due)), ("days", &days)],
    ))
}
