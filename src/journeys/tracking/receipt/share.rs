//! Handing the visit on: when, where, the reference and the signed slip. Never the key behind `#`, which would let whoever
//! gets it move and cancel.

use super::{actions::Shared, calendar, code};
use crate::browser::clipboard::{self, SharedFile};
use crate::browser::intl;
use crate::i18n::{keys::tracking as k, t, tf};
use crate::journeys::tracking::{dossier, place};
use eid_domain::ics::Method;
use eid_domain::wire::dossiers::{DossierView, Visit};

/// Hands it on by the device's own way, or else copies it.
pub(super) fn hand_on(view: &DossierView, visit: &Visit) -> Shared {
    let text = text(view, visit);
    let entry = calendar::entry(view, visit, Method::Publish);
    let name = calendar::file_name(view);
    Box::pin(async move {
        let file = SharedFile {
            name: &name,
            media_type: "text/calendar",
            content: &entry,
        };
        if clipboard::share(t(k::ACTIONS_CALENDAR_TITLE), &text, &file).await == clipboard::Shared::Done {
            return None;
        }
        Some(if clipboard::copy(&text).await {
            k::ACTIONS_SHARE_COPIED
        } else {
            k::ACTIONS_SHARE_FAILED
        })
    })
}

fn text(view: &DossierView, visit: &Visit) -> String {
    let office = dossier::office_of(view).map(place::whole);
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
