//! The lawful clocks of card and account, and what to do when one has run out (Law on Identification 26/2023, art. 26; Decree
//! 69/2024/NĐ-CP, art. 13).

use super::live::Page;
use crate::browser::intl;
use crate::components::{Notice, NoticeKind};
use crate::i18n::{Key, keys::after as k, t, tf, tn};
use eid_domain::dossier::State;
use eid_domain::wire::{
    dossiers::DossierView,
    tickets::{Late, Passed},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// The due date while the card is on its way; nothing before the receipt and after the arrival.
pub(super) fn view(page: &Page, view: &DossierView) -> Option<AnyView> {
    let standing = matches!(view.state, State::NeedsCorrection | State::DataCorrection);
    match (Late::of(view).card, view.due_on) {
        (Some(passed), _) => {
            let title = tn(k::DUE_OVERDUE, passed.days.into());
            Some(overdue(view, passed, title, k::DUE_LABEL, k::DUE_OVERDUE_TEXT))
        }
        (None, Some(due)) if view.state.clock_runs() => {
            let rough = view
                .due_provisional
                .then(|| view! { <p class="hint">{t(k::DUE_PROVISIONAL)}</p> });
            Some(view! { {on_time(page, k::DUE_LABEL, due)}{rough} }.into_any())
        }
        (None, None) if standing && view.dossier_code.is_some() => {
            Some(line(k::DUE_LABEL, t(k::DUE_PAUSED).to_owned()))
        }
        _ => None,
    }
}

/// The same for the account, until it is judged.
pub(super) fn of_account(page: &Page, view: &DossierView) -> Option<AnyView> {
    let due = view.account.as_ref()?.due_on?;
    Some(match Late::of(view).account {
        Some(passed) => {
            let title = tn(k::ACCOUNT_LATE, passed.days.into());
            overdue(view, passed, title, k::ACCOUNT_DUE_LABEL, k::ACCOUNT_LATE_TEXT)
        }
        None => on_time(page, k::ACCOUNT_DUE_LABEL, due),
    })
}

fn line(label: Key, words: String) -> AnyView {
    view! { <p><b>{t(label)}":"</b>" "{words}</p> }.into_any()
}

fn on_time(page: &Page, label: Key, due: Date) -> AnyView {
    let when = intl::relative_days(*page.today.peek(), due);
    line(
        label,
        tf(k::DUE_ON, &[("date", &intl::long_date(due)), ("when", &when)]),
    )
}

fn overdue(view: &DossierView, passed: Passed, title: String, label: Key, text: Key) -> AnyView {
    let may_ask = question(view).is_some();
    view! {
        <Notice kind=NoticeKind::Warning title=title>
            <p>{t(label)}": "{intl::long_date(passed.due_on)}"."</p>
            {may_ask.then(|| view! { <p>{t(text)}</p> })}
        </Notice>
    }
    .into_any()
}

/// A question ready to be sent once a day has passed, as long as it is true; none before.
pub(super) fn question(view: &DossierView) -> Option<String> {
    let late = Late::of(view)
        .to_ask(&view.questions, view.now)
        .filter(|_| view.may_ask)?;
    let code = view.dossier_code.as_ref().unwrap_or(&view.reference);
    let (words, first, second) = match (late.card, late.account) {
        (Some(card), Some(account)) => (k::DUE_QUESTION_BOTH, card, account),
        (Some(card), None) => (k::DUE_QUESTION, card, card),
        (None, Some(account)) => (k::ACCOUNT_LATE_QUESTION, account, account),
        (None, None) => return None,
    };
    let said = |passed: Passed| (intl::short_date(passed.due_on), passed.days.to_string());
    let ((date, days), (account_date, account_days)) = (said(first), said(second));
    Some(tf(
        words,
        &[
            ("code", code),
            ("date", &date),
            ("days", &days),
            ("account_date", &account_date),
            ("account_days", &account_days),
        ],
    ))
}
