//! The dossier as it stands, kept up to date while somebody looks.

use super::{account, device, keep, notices, now, slip, steps, waiting};
use crate::api;
use crate::browser::{announce, timer, visible};
use crate::components::{Notice, NoticeKind};
use crate::i18n::{keys::tracking as k, t, tf};
use crate::journeys::tracking::{
    dossier::Case,
    flash::{self, Flash},
    words,
};
use eid_domain::dossier::State;
use eid_domain::wire::dossiers::DossierView;
use jiff::civil::Date;
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

/// Milliseconds between two looks.
const PAUSE_MS: u32 = 20_000;
/// The same in the demo, where a working day passes in seconds.
const DEMO_PAUSE_MS: u32 = 4_000;

/// The page's parts share this. Cheap to clone.
#[derive(Clone)]
pub(super) struct Page {
    /// What does not change while the page is open.
    pub(super) case: Arc<Case>,
    /// The dossier as last seen.
    pub(super) seen: RwSignal<DossierView>,
    /// Today at the offices.
    pub(super) today: RwSignal<Date>,
    /// When the device kept what is seen, where the server cannot be asked.
    pub(super) kept: RwSignal<Option<f64>>,
}

/// Slip, steps and messages. Each part is drawn anew only when what it shows has changed, so that reading and focus are
/// not disturbed.
pub(super) fn view(case: Case) -> AnyView {
    let seen = RwSignal::new(case.view.clone());
    let page = Page {
        today: RwSignal::new(case.config.today),
        seen,
        kept: RwSignal::new(case.kept_at_ms),
        case: Arc::new(case),
    };
    follow(page.clone());
    let device = device::view(&page);
    let kept = page.kept;
    let above = page.clone();
    let core = Memo::new(move |_| seen.with(without_steps));
    let stages = Memo::new(move |_| seen.with(|view| view.timeline.clone()));
    let sent = Memo::new(move |_| seen.with(|view| view.notices.clone()));
    let moved = (flash::take() == Some(Flash::Moved)).then(|| {
        view! {
            <Notice kind=NoticeKind::Ok title=t(k::SLIP_MOVED) announced=true><p>{t(k::SLIP_MOVED_TEXT)}</p></Notice>
        }
    });
    view! {
        {move || kept.get().map(device::mark)}
        {moved}
        {move || core.with(|view| top(&above, view))}
        {move || stages.with(|stages| steps::view(stages))}
        {move || core.with(|view| (view.state != State::Booked).then(|| slip::view(&page, view)))}
        {move || sent.with(|sent| notices::view(sent))}
        {device}
    }
    .into_any()
}

/// Before the visit the slip, after it what happens now.
fn top(page: &Page, view: &DossierView) -> AnyView {
    let account = account::view(page, view);
    if view.state == State::Booked {
        return view! { {waiting::above(page, view)}{slip::view(page, view)}{keep::view(page, view)}{account} }.into_any();
    }
    view! { {now::view(page, view)}{account} }.into_any()
}

fn without_steps(view: &DossierView) -> DossierView {
    DossierView {
        timeline: Vec::new(),
        notices: Vec::new(),
        ..view.clone()
    }
}

/// Looks again and again, quietly: a look that fails changes nothing.
fn follow(page: Page) {
    let Page {
        case,
        seen,
        today,
        kept,
    } = page;
    let pause = if case.config.demo { DEMO_PAUSE_MS } else { PAUSE_MS };
    let Some(reference) = seen.try_with_untracked(|view| view.reference.clone()) else {
        return;
    };
    spawn_local(async move {
        loop {
            timer::sleep(pause).await;
            let Some(before) = seen.try_get_untracked() else {
                return;
            };
            if !visible::now() {
                continue;
            }
            let Ok(answer) = api::dossiers::get_or_kept(&reference, &case.key).await else {
                continue;
            };
            if kept.try_get_untracked() != Some(answer.at_ms) {
                let _ = kept.try_set(answer.at_ms);
            }
            let view = answer.value;
            if view == before {
                continue;
            }
            if view.state != before.state {
                announce::polite(&tf(k::TIMELINE_UPDATED, &[("what", words::now(view.state))]));
            }
            if answer.at_ms.is_none()
                && let Ok(config) = api::config::fresh().await
            {
                let _ = today.try_set(config.today);
            }
            if seen.try_set(view).is_some() {
                return;
            }
        }
    });
}
