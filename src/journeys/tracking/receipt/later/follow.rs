//! Looking again and again, quietly.

use crate::api;
use crate::browser::{timer, visible};
use crate::journeys::tracking::receipt::{after, live::Page};
use eid_domain::calendar::office_date;
use eid_domain::wire::dossiers::DossierView;
use jiff::Timestamp;
use leptos::task::spawn_local;

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
            if page.seen.is_over() {
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
    page.kept.set_if_new(answer.at_ms);
    let view = answer.value;
    // What the person has just done may have come in between.
    if page.seen.is_over() {
        return;
    }
    let before = page.seen.peek();
    if answer.at_ms.is_none() {
        page.today.set_if_new(office_date(view.now));
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
    page.stages.set_if_new(view.timeline.clone());
    page.sent.set_if_new(view.notices.clone());
    page.looks.set_if_new(view.looks.clone());
    // Nothing that the slip shows has changed: nobody is told.
    page.seen.set_quietly(view);
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
