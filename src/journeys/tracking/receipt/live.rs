//! The dossier as it stands, kept up to date while somebody looks.

use super::{after, keep, later, offered, slip, watched::Watched};
use crate::components::{Notice, NoticeKind};
use crate::i18n::{Lang, keys::tracking as k, lang, t};
use crate::journeys::tracking::{
    dossier::Case,
    flash::{self, Flash},
};
use eid_domain::announcement::AnnouncementKind;
use eid_domain::dossier::{Stage, State};
use eid_domain::wire::announcements::News;
use eid_domain::wire::dossiers::{DossierView, NoticeSent};
use eid_domain::wire::looks::Look;
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

/// The page's parts share this. Cheap to clone.
#[derive(Clone)]
pub(super) struct Page {
    /// What does not change while the page is open.
    pub(super) case: Arc<Case>,
    /// The dossier as last seen. Its lists are shown from the signals below, so that a message that was sent does not draw
    /// the slip anew.
    pub(super) seen: Watched<DossierView>,
    /// Its steps.
    pub(super) stages: Watched<Vec<Stage>>,
    /// The messages sent.
    pub(super) sent: Watched<Vec<NoticeSent>>,
    /// Looks by staff.
    pub(super) looks: Watched<Vec<Look>>,
    /// Today at the offices.
    pub(super) today: Watched<Date>,
    /// When the device kept what is seen, where the server cannot be asked.
    pub(super) kept: Watched<Option<f64>>,
    /// What is being written to the office; in memory alone.
    pub(super) question: Watched<Option<String>>,
}

impl Page {
    fn of(case: Case) -> Self {
        let view = &case.view;
        Self {
            stages: Watched::new(view.timeline.clone()),
            sent: Watched::new(view.notices.clone()),
            looks: Watched::new(view.looks.clone()),
            seen: Watched::new(view.clone()),
            today: Watched::new(case.today),
            kept: Watched::new(case.kept_at_ms),
            question: Watched::new(None),
            case: Arc::new(case),
        }
    }

    /// Shows the dossier as it is now; nothing where the page is gone.
    pub(super) fn show(&self, view: DossierView) {
        self.stages.set(view.timeline.clone());
        self.sent.set(view.notices.clone());
        self.looks.set(view.looks.clone());
        self.seen.set(view);
    }
}

/// Slip, steps and messages. Each part is drawn anew only when what it shows has changed, so that reading and focus are
/// not disturbed.
pub(super) fn view(case: Case) -> AnyView {
    let page = Page::of(case);
    let later = later::begin(&page);
    let above = page.clone();
    let moved = (flash::take() == Some(Flash::Moved)).then(|| {
        view! {
            <Notice kind=NoticeKind::Ok title=t(k::SLIP_MOVED) announced=true><p>{t(k::SLIP_MOVED_TEXT)}</p></Notice>
        }
    });
    view! {
        {later.mark}
        {moved}
        {move || top(&above, &above.seen.get())}
        {later.steps}
        {move || {
            let view = page.seen.get();
            (view.state != State::Booked).then(|| slip::view(&page, &view))
        }}
        {later.below}
    }
    .into_any()
}

/// Before the visit the slip, after it what happens now.
fn top(page: &Page, view: &DossierView) -> AnyView {
    let after = after::view(page, view);
    let line = |line: &News| {
        let kind = match line.kind {
            AnnouncementKind::Info => NoticeKind::Info,
            AnnouncementKind::Warning => NoticeKind::Warning,
            AnnouncementKind::Outage => NoticeKind::Danger,
        };
        let said = match lang() {
            Lang::Vi => line.vi.clone(),
            Lang::En => line.en.clone(),
        };
        view! { <Notice kind=kind title=said /> }
    };
    let news = view.news.iter().map(line).collect_view();
    if view.state != State::Booked {
        return view! { {news}{after} }.into_any();
    }
    view! { {news}{offered::view(page, view)}{slip::view(page, view)}{keep::view(page, view)}{after} }
        .into_any()
}
