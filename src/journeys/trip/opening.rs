//! The minute at which a day opens for booking, in both clocks, and a calendar entry for it.

use super::words;
use crate::browser::{download, intl, location};
use crate::components::{Button, ButtonKind};
use crate::i18n::{keys::trip, t, tf};
use eid_domain::calendar::office_timestamp;
use eid_domain::ics::{Invite, Method, write};
use eid_domain::office::Office;
use jiff::civil::{Date, DateTime, Time};
use leptos::prelude::*;

/// Of calendar files.
const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";
/// How long the entry is: booking takes no longer.
const MINUTES: u16 = 15;
/// Hours before it at which the calendar reminds.
const REMIND_HOURS: u8 = 1;

/// For the day `visit` of an office, which opens `at` office time; `address` is this page's.
pub(super) fn view(office: &Office, at: DateTime, visit: Date, today: Date, address: String) -> AnyView {
    let own = intl::own_time(at).map(|(zone, time)| {
        let line = tf(trip::OFFICE_OWN_TIME, &[("zone", &zone), ("time", &time)]);
        view! { <p>{line}</p> }
    });
    let office = office.clone();
    let save = move |()| {
        let name = format!("mo-dat-lich-{visit}.ics");
        download::text(&name, MEDIA_TYPE, &entry(&office, at, visit, today, &address));
    };
    view! {
        {own}
        <p class="row"><Button label=t(trip::WAY_REMIND) kind=ButtonKind::Second on_press=save /></p>
    }
    .into_any()
}

fn entry(office: &Office, at: DateTime, visit: Date, today: Date, address: &str) -> String {
    let (name, day) = (words::office(office), words::day(visit));
    write(
        &Invite {
            // The same day of the same office is one entry, however often it is saved.
            uid: &format!("mo-{}-{visit}@{}", office.id.as_str(), download::host()),
            organizer: (&name, &location::origin()),
            sequence: 0,
            stamp: office_timestamp(today.to_datetime(Time::midnight())),
            starts_at: at,
            minutes: MINUTES,
            summary: &tf(trip::WAY_REMIND_TITLE, &[("date", &day)]),
            description: &tf(trip::WAY_REMIND_TEXT, &[("office", &name), ("date", &day)]),
            location: "",
            url: &format!("{}{address}", location::origin()),
            remind_hours: Some(REMIND_HOURS),
        },
        Method::Publish,
    )
}
