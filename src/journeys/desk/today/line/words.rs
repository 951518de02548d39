//! The line in the words of the counter.

use crate::browser::intl;
use crate::i18n::{Key, keys::line as k, t, tf};
use eid_domain::queue::{Priority, Why, number_text};
use eid_domain::wire::queue::TicketRow;

/// "Quầy 3".
pub(super) fn station(number: u8) -> String {
    tf(k::STATION, &[("station", &number.to_string())])
}

/// A message about a number, and a station.
pub(super) fn about_ticket(key: Key, number: u16, at: Option<u8>) -> String {
    let at = at.map(|at| at.to_string()).unwrap_or_default();
    tf(key, &[("number", &number_text(number)), ("station", &at)])
}

/// "số 012", for who hears a button without its row.
pub(super) fn about(number: u16) -> String {
    tf(k::MORE_FOR, &[("number", &number_text(number))])
}

/// Why somebody comes before others.
pub(super) fn priority(priority: Priority) -> &'static str {
    t(match priority {
        Priority::None => k::PRIORITY_NONE,
        Priority::Elderly => k::PRIORITY_ELDERLY,
        Priority::Pregnant => k::PRIORITY_PREGNANT,
        Priority::Disabled => k::PRIORITY_DISABLED,
    })
}

/// The same, as a choice.
pub(super) const fn choice(priority: Priority) -> Key {
    match priority {
        Priority::None => k::GIVE_PRIORITY_NONE,
        Priority::Elderly => k::GIVE_PRIORITY_ELDERLY,
        Priority::Pregnant => k::GIVE_PRIORITY_PREGNANT,
        Priority::Disabled => k::GIVE_PRIORITY_DISABLED,
    }
}

/// Why a ticket stands where it stands.
pub(super) fn why(row: &TicketRow) -> String {
    let key = match row.why.unwrap_or(Why::WalkIn) {
        Why::Transferred => k::WHY_TRANSFERRED,
        Why::Priority => k::WHY_PRIORITY,
        Why::OnTime => k::WHY_ON_TIME,
        Why::Late => k::WHY_LATE,
        Why::WalkIn => k::WHY_WALK_IN,
        Why::Back => k::WHY_BACK,
        Why::Early => k::WHY_EARLY,
        Why::Longest => k::WHY_LONGEST,
    };
    let values = [
        ("time", row.visit_at.map(intl::time).unwrap_or_default()),
        ("priority", priority(row.priority).to_owned()),
        (
            "station",
            row.station.map(|at| at.to_string()).unwrap_or_default(),
        ),
    ];
    tf(
        key,
        &values.each_ref().map(|(name, value)| (*name, value.as_str())),
    )
}

/// How long until they are called.
pub(super) fn wait(row: &TicketRow) -> String {
    match row.wait_minutes {
        None => t(k::WAIT_UNKNOWN).to_owned(),
        Some(..3) => t(k::WAIT_NOW).to_owned(),
        Some(minutes) => tf(k::WAIT_MINUTES, &[("count", &rounded(minutes).to_string())]),
    }
}

/// To five minutes: more would be a promise.
const fn rounded(minutes: u16) -> u16 {
    minutes.div_ceil(5) * 5
}
