//! Looking again and again, quietly.

use crate::api;
use crate::browser::{timer, visible};
use crate::journeys::tracking::receipt::{after, live::Page};
use eid_domain::calendar::office_date;
use eid_domain::wire::dossiers::DossierView;
use jiff::Timestamp;
use leptos::{prelude::*, task::spawn_local};

/// Milliseconds between two looks.
const PAUSE_MS: u32 = 20_000;
/// The same in the demo, where a working day passes in seconds.
const DEMO_PAUSE_MS: u32 = 4_000;

/// Looks for as long as the page is open. A look that fails changes nothing.
pub(super) fn begin(page: Page) {
    let pause = if page.case.view.demo {
        DEMO_PAUSE_MS
    } else {
        PAUSE_MS
    };
    let reference = page.case.view.reference.clone();
    spawn_local(async move {
        loop {
            timer::sleep(pause).await;
            if page.seen.is_disposed() {
                return;
            }
            if visible::now() {
                look(&page, &reference).await;
            }
        }
    });
}

async fn look(page: &Page, reference: &str) {
    let Ok(answer) = api::dossiers::get_or_kept(reference, &page.case.key).await else {
        return;
    };
    if page.kept.try_get_untracked() != Some(answer.at_ms) {
        let _ = page.kept.try_set(answer.at_ms);
    }
    let view = answer.value;
    // What the person has just done may have come in between.
    let Some(before) = page.seen.try_get_untracked() else {
        return;
    };
    if answer.at_ms.is_none() {
        let today = office_date(view.now);
        if page.today.try_get_untracked() != Some(today) {
            let _ = page.today.try_set(today);
        }
    }
    if view.state != before.state
        && let Ok(after) = after::load().await
    {
        (after.tell)(view.state);
    }
    show(page, &before, view);
}

/// Draws anew only what is new: reading and focus are not disturbed.
fn show(page: &Page, before: &DossierView, view: DossierView) {
    if without_lists(&view) != without_lists(before) {
        page.show(view);
        return;
    }
    if view.timeline != before.timeline {
        let _ = page.stages.try_set(view.timeline.clone());
    }
    if view.notices != before.notices {
        let _ = page.sent.try_set(view.notices.clone());
    }
    if view.looks != before.looks {
        let _ = page.looks.try_set(view.looks.clone());
    }
    // Nothing that the slip shows has changed: nobody is told.
    let _ = page.seen.try_update_untracked(|seen| *seen = view);
}

fn without_lists(view: &DossierView) -> DossierView {
    DossierView {
        timeline: Vec::new(),
        notices: Vec::new(),
        looks: Vec::new(),
        now: Timestamp::UNIX_EPOCH,
        ..view.clone()
    }
}
