//! The visit as a calendar entry, made on the device.

use super::bring;
use crate::browser::{download, location};
use crate::i18n::{keys::tracking as k, t, tf};
use crate::journeys::tracking::{dossier, place};
use eid_domain::ics::{Invite, Method, write};
use eid_domain::wire::dossiers::{DossierView, Visit};

/// Hours before the visit at which the calendar reminds.
const REMIND_HOURS: u8 = 24;
/// Of calendar files.
pub(super) const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";

/// Offers the entry as a file. The same visit keeps its name over all changes, so a calendar updates its entry.
pub(super) fn save(view: &DossierView, visit: &Visit) {
    offer(view, &entry(view, visit, Method::Publish));
}

/// Offers the entry that takes a cancelled visit out of the calendar.
pub(super) fn remove(view: &DossierView, visit: &Visit) {
    offer(view, &entry(view, visit, Method::Cancel));
}

fn offer(view: &DossierView, entry: &str) {
    download::text(&file_name(view), MEDIA_TYPE, entry);
}

/// The name under which the entry is saved.
pub(super) fn file_name(view: &DossierView) -> String {
    format!("{}.ics", view.reference)
}

/// The entry's text.
pub(super) fn entry(view: &DossierView, visit: &Visit, method: Method) -> String {
    let mut things = vec![t(k::BRING_SLIP).to_owned()];
    things.extend(bring::papers(view, visit));
    let bring = things.join("; ");
    let office = dossier::office_of(view);
    let name = office.map(place::name);
    let location = office.map(place::whole);
    let address = location::href();
    write(
        &Invite {
            uid: &format!("{}@{}", view.reference, download::host()),
            organizer: (name.unwrap_or(t(k::ACTIONS_CALENDAR_TITLE)), &location::origin()),
            sequence: visit.sequence,
            stamp: view.now,
            starts_at: visit.starts_at,
            minutes: visit.minutes,
            summary: t(k::ACTIONS_CALENDAR_TITLE),
            description: &tf(
                k::ACTIONS_CALENDAR_TEXT,
                &[("reference", &view.reference), ("bring", &bring)],
            ),
            location: location.as_deref().unwrap_or_default(),
            // Calendars are shared: the key behind `#` stays out.
            url: address.split('#').next().unwrap_or_default(),
            remind_hours: Some(REMIND_HOURS),
        },
        method,
    )
}
