//! The state of the chain, and the check of all of it, a part at a time.

use super::state::number;
use crate::api::{self, ApiError};
use crate::browser::timer;
use crate::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::i18n::{keys::audit as k, t, tf, tn};
use crate::journeys::desk::shell::session;
use eid_domain::wire::audit::{ChainCheck, ChainFault, ChainView, CheckState, FaultKind};
use leptos::{prelude::*, task::spawn_local};

/// The panel asks again after this many seconds.
const REFRESH_S: u32 = 15;
/// An entry that waits longer than this for its seal tells that something does not work.
const LATE_MS: f64 = 5.0 * 60_000.0;

/// How a check goes.
#[derive(Clone)]
enum Check {
    /// So many were read.
    Running(u64),
    /// The chain is whole, the entries are being compared with it.
    Comparing,
    /// Sound, so many.
    Sound(u64),
    /// Not.
    Broken(ChainFault),
    /// It could not be carried on.
    Failed(String),
}

/// The panel.
pub(super) fn view() -> AnyView {
    let chain = RwSignal::new(None::<ChainView>);
    let check = RwSignal::new(None::<Check>);
    let load = move || {
        spawn_local(async move {
            if let Ok(view) = session::call(api::audit::chain()).await {
                let _ = chain.try_set(Some(view));
            }
        });
    };
    load();
    timer::every_while_seen(REFRESH_S, load);
    let busy = Signal::derive(move || matches!(check.get(), Some(Check::Running(_) | Check::Comparing)));
    let begin = move |()| {
        check.set(Some(Check::Running(0)));
        spawn_local(async move {
            run(check).await;
            load();
        });
    };
    view! {
        <section class="panel stack audit-chain" aria-labelledby="chain">
            <div class="audit-chain-head">
                <h2 id="chain">{t(k::CHAIN_TITLE)}</h2>
                <Button label=t(k::CHECK) kind=ButtonKind::Second busy=busy on_press=begin />
            </div>
            <p class="muted">{t(k::CHAIN_TEXT)}</p>
            {move || chain.get().map(|view| facts(&view))}
            {move || check.get().map(|check| told(check, chain))}
        </section>
    }
    .into_any()
}

/// Carries the check on until it ends.
async fn run(check: RwSignal<Option<Check>>) {
    let mut cursor = String::new();
    let last = loop {
        match session::call(api::audit::check(&cursor)).await {
            Ok(ChainCheck {
                state: CheckState::Running,
                checked,
                next: Some(next),
                ..
            }) => {
                let now = if next.starts_with('e') {
                    Check::Comparing
                } else {
                    Check::Running(checked)
                };
                cursor = next;
                if check.try_set(Some(now)).is_some() {
                    // The page was left.
                    return;
                }
            }
            Ok(ChainCheck {
                state: CheckState::Sound,
                checked,
                ..
            }) => break Check::Sound(checked),
            Ok(ChainCheck {
                fault: Some(fault), ..
            }) => break Check::Broken(fault),
            Ok(_) => break Check::Failed(ApiError::Unexpected.words()),
            Err(error) => break Check::Failed(error.words()),
        }
    };
    let _ = check.try_set(Some(last));
}

fn facts(view: &ChainView) -> AnyView {
    let sealed = u32::try_from(view.sealed).unwrap_or(u32::MAX);
    let sealed = tn(k::CHAIN_COUNT, sealed);
    let end = (view.sealed > 0).then(|| {
        view! {
            <div>
                <dt>{t(k::CHAIN_END)}</dt>
                <dd><span class="mono audit-hash">{format!("{}:{}", view.sealed, view.hash)}</span><p class="hint">{t(k::CHAIN_END_HINT)}</p></dd>
            </div>
        }
    });
    let late = view
        .waiting_since
        .is_some_and(|since| timer::now_ms() - since.as_millisecond() as f64 > LATE_MS);
    let late = late.then(|| view! { <Notice kind=NoticeKind::Danger title=t(k::CHAIN_LATE) /> });
    let waiting = match view.waiting {
        0 => t(k::CHAIN_NONE).to_owned(),
        some => tn(k::CHAIN_COUNT, u32::try_from(some).unwrap_or(u32::MAX)),
    };
    view! {
        <dl class="summary">
            <div><dt>{t(k::CHAIN_SEALED)}</dt><dd>{sealed}</dd></div>
            <div><dt>{t(k::CHAIN_WAITING)}</dt><dd>{waiting}</dd></div>
            {end}
        </dl>
        {late}
    }
    .into_any()
}

fn told(check: Check, chain: RwSignal<Option<ChainView>>) -> AnyView {
    match check {
        Check::Running(done) => {
            let all = chain.with_untracked(|view| view.as_ref().map_or(done, |view| view.sealed.max(done)));
            let words = tf(
                k::CHECK_RUNNING,
                &[("done", &number(done)), ("all", &number(all))],
            );
            view! { <p class="muted">{words}</p> }.into_any()
        }
        Check::Comparing => view! { <p class="muted">{t(k::CHECK_ENTRIES)}</p> }.into_any(),
        Check::Sound(done) => {
            let words = tf(k::CHECK_SOUND, &[("done", &number(done))]);
            view! { <Notice kind=NoticeKind::Ok title=words announced=true /> }.into_any()
        }
        Check::Broken(fault) => view! {
            <Notice kind=NoticeKind::Danger title=t(k::CHECK_BROKEN) announced=true>
                <p>{fault_words(&fault)}</p>
                <p>{t(k::CHECK_BROKEN_TEXT)}</p>
            </Notice>
        }
        .into_any(),
        Check::Failed(words) => {
            view! { <Notice kind=NoticeKind::Danger title=words announced=true /> }.into_any()
        }
    }
}

fn fault_words(fault: &ChainFault) -> String {
    let key = match fault.kind {
        FaultKind::Gap => k::FAULT_GAP,
        FaultKind::Removed => k::FAULT_REMOVED,
        FaultKind::Changed => k::FAULT_CHANGED,
        FaultKind::End => k::FAULT_END,
        FaultKind::Signature => k::FAULT_SIGNATURE,
        FaultKind::Inserted => k::FAULT_INSERTED,
        FaultKind::Lost => k::FAULT_LOST,
    };
    let sequence = fault.sequence.map(number).unwrap_or_default();
    let entry = fault.entry_id.clone().unwrap_or_default();
    tf(key, &[("number", &sequence), ("entry", &entry)])
}
