//! The visit as a calendar entry, made on the device.

use super::{bring, live::Page};
use crate::browser::{download, location};
use crate::i18n::{keys::tracking as k, t, tf};
use crate::journeys::tracking::place;
use eid_domain::ics::{Invite, Method, write};
use eid_domain::wire::dossiers::{DossierView, Visit};

/// Hours before the visit at which the calendar reminds.
const REMIND_HOURS: u8 = 24;

/// Offers the entry as a file. The same visit keeps its name over all changes, so a calendar updates its entry.
pub(super) fn save(page: &Page, view: &DossierView, visit: &Visit) {
    let mut things = vec![t(k::BRING_SLIP).to_owned()];
    things.extend(bring::papers(view, visit));
    let bring = things.join("; ");
    let office = page.case.office_of(view);
    let location = office.map(|office| format!("{}, {}", place::name(office), place::address(office)));
    let address = location::href();
    let entry = write(
        &Invite {
            uid: &format!("{}@{}", view.reference, download::host()),
            sequence: visit.sequence,
            stamp: page.case.config.now,
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
        Method::Publish,
    );
    download::text(
        &format!("{}.ics", view.reference),
        "text/calendar;charset=utf-8",
        &entry,
    );
}
