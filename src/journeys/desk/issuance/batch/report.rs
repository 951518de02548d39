//! How far a batch is, in numbers, and what can be done with it.

use super::state::{Ask, One};
use crate::components::{Button, ButtonKind, ErrorSummary, Notice, NoticeKind, SummaryList, SummaryRow};
use crate::i18n::{keys::batches as k, t, tf, tn};
use crate::journeys::desk::issuance::batches::words;
use eid_domain::batch::State;
use eid_domain::wire::batches::BatchView;
use leptos::prelude::*;

/// The section.
pub(super) fn view(one: One) -> impl IntoView {
    let state = Memo::new(move |_| one.of(|batch| batch.state));
    let body = move || match state.get()? {
        State::Uploading | State::Checking => Some(progress(
            one,
            |batch| batch.checked,
            |batch| batch.rows,
            k::CHECKING,
        )),
        State::Applying => Some(progress(
            one,
            |batch| batch.applied,
            |batch| batch.good,
            k::APPLYING,
        )),
        State::Refused => one.of(refused),
        _ => one.of(|batch| settled(one, batch)),
    };
    view! {
        <ErrorSummary errors=one.errors />
        {body}
    }
}

fn progress(
    one: One,
    now: fn(&BatchView) -> u32,
    all: fn(&BatchView) -> u32,
    words: crate::i18n::Key,
) -> AnyView {
    let part = move |part: fn(&BatchView) -> u32| one.of(part).unwrap_or(0);
    let said = move || {
        let (now, all) = (part(now).to_string(), part(all).to_string());
        tf(words, &[("now", &now), ("all", &all)])
    };
    view! {
        <section class="panel stack-s" aria-labelledby="progress">
            <h2 id="progress">{said}</h2>
            <progress class="batch-progress" aria-labelledby="progress" max=move || part(all).max(1) value=move || part(now)></progress>
            <p class="hint">{t(k::MAY_LEAVE)}</p>
        </section>
    }
    .into_any()
}

/// A file that cannot be read at all.
fn refused(batch: &BatchView) -> AnyView {
    let (wrong, to_do) = batch.fault.map(words::fault).unwrap_or_default();
    let missing: Vec<&str> = batch
        .missing
        .iter()
        .map(|column| words::column(*column))
        .collect();
    let missing = (!missing.is_empty()).then(|| view! { <p class="mono">{missing.join(", ")}</p> });
    view! {
        <Notice kind=NoticeKind::Danger title=wrong announced=true>
            {missing}
            <p>{to_do}</p>
        </Notice>
    }
    .into_any()
}

fn settled(one: One, batch: &BatchView) -> AnyView {
    let count = |count: u32| tn(k::ROWS, count);
    let done = batch.state == State::Done;
    let mut list = vec![SummaryRow::new(t(k::SUM_ROWS), count(batch.rows))];
    if done && batch.good > 0 {
        let applied = batch.applied.saturating_sub(batch.failed);
        list.push(SummaryRow::new(t(k::SUM_APPLIED), count(applied)));
    } else {
        list.push(SummaryRow::new(t(k::SUM_GOOD), count(batch.good)));
    }
    list.push(SummaryRow::new(t(k::SUM_ALREADY), count(batch.already)));
    list.push(SummaryRow::new(t(k::SUM_BAD), count(batch.bad + batch.failed)));
    let said = match batch.state {
        State::Checked => (NoticeKind::Info, tn(k::CHECKED, batch.good)),
        State::Done if batch.good > 0 => (
            NoticeKind::Ok,
            tn(k::DONE, batch.applied.saturating_sub(batch.failed)),
        ),
        State::Done if batch.bad == 0 => (NoticeKind::Ok, t(k::DONE_ALREADY).to_owned()),
        State::Done => (NoticeKind::Warning, t(k::DONE_NOTHING).to_owned()),
        _ => (NoticeKind::Info, t(k::DONE_DISCARDED).to_owned()),
    };
    let ask = (batch.state == State::Checked).then(|| {
        let confirm = move |()| one.ask(Ask::Confirm);
        let discard = move |()| one.ask(Ask::Discard);
        view! {
            <p>{t(k::CONFIRM_TEXT)}</p>
            <p class="row">
                <Button label=tn(k::CONFIRM, batch.good) busy=one.busy on_press=confirm />
                <Button label=t(k::DISCARD) kind=ButtonKind::Second on_press=discard />
            </p>
        }
    });
    view! {
        <section class="panel stack" aria-label=t(k::REPORT_TITLE)>
            <Notice kind=said.0 title=said.1 />
            <SummaryList rows=list />
            {ask}
        </section>
    }
    .into_any()
}
