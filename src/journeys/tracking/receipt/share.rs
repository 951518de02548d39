//! Handing the visit on: when, where, the reference and the signed slip. Never the key behind `#`, which would let whoever
//! gets it move and cancel.

use super::{calendar, code, live::Page};
use crate::browser::clipboard::{self, Shared, SharedFile};
use crate::browser::{announce, intl};
use crate::components::{ActionButton, Icon};
use crate::i18n::{keys::tracking as k, t, tf};
use crate::journeys::tracking::{dossier, place};
use eid_domain::ics::Method;
use eid_domain::wire::dossiers::{DossierView, Visit};
use leptos::{prelude::*, task::spawn_local};

/// The button; nothing without a visit.
pub(super) fn view(page: &Page, view: &DossierView) -> Option<AnyView> {
    let visit = view.visit.clone()?;
    let (page, view) = (page.clone(), view.clone());
    let label = RwSignal::new(t(k::ACTIONS_SHARE));
    let share = move |()| {
        let text = text(&view, &visit);
        let entry = calendar::entry(&page, &view, &visit, Method::Publish);
        let name = calendar::file_name(&view);
        spawn_local(async move {
            let file = SharedFile {
                name: &name,
                media_type: "text/calendar",
                content: &entry,
            };
            if clipboard::share(t(k::ACTIONS_CALENDAR_TITLE), &text, &file).await == Shared::Done {
                return;
            }
            let said = if clipboard::copy(&text).await {
                k::ACTIONS_SHARE_COPIED
            } else {
                k::ACTIONS_SHARE_FAILED
            };
            let _ = label.try_set(t(said));
            announce::polite(t(said));
        });
    };
    Some(
        view! { <ActionButton drawn=Icon::Share label=Signal::derive(move || label.get().to_owned()) on_press=share /> }
            .into_any(),
    )
}

fn text(view: &DossierView, visit: &Visit) -> String {
    let office = dossier::office_of(view);
    let office = office.map(|office| format!("{}, {}", place::name(office), place::address(office)));
    let link = view.slip.as_deref().map(code::link).unwrap_or_default();
    tf(
        k::ACTIONS_SHARE_TEXT,
        &[
            ("what", t(k::ACTIONS_CALENDAR_TITLE)),
            ("time", &intl::time(visit.starts_at.time())),
            ("date", &intl::long_date(visit.starts_at.date())),
            ("office", &office.unwrap_or_default()),
            ("reference", &view.reference),
            ("link", &link),
        ],
    )
}
