//! The lawful clock of a card.

use super::{Event, State};
use crate::calendar::{Calendar, Due, DueClock, Pause, office_date};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Working days for a card from the receipt of a complete dossier (Law on Identification 26/2023, art. 26).
pub const CARD_WORKING_DAYS: u16 = 7;
/// Limit for an identity certificate in working days (Law on Identification, art. 30).
pub const CERTIFICATE_WORKING_DAYS: u16 = 7;
/// Months after which a dossier that nobody corrects must be begun again (practice, 2022).
pub const CORRECTION_MONTHS: i32 = 6;
/// Days after the notice from which a card counts as unclaimed, unless an installation says otherwise (our choice).
pub const UNCLAIMED_AFTER_DAYS: u16 = 30;

/// The clock of a dossier: it begins with the first receipt, stands from a request to correct something until the
/// dossier is complete again. `None` before the receipt. `events` are in order of time.
#[must_use]
pub fn due_clock(events: &[Event], limit_wd: u16) -> Option<DueClock> {
    let mut clock: Option<DueClock> = None;
    for event in events {
        let day = office_date(event.at);
        let Some(clock) = clock.as_mut() else {
            if event.state == State::Received {
                clock = Some(DueClock::new(day, limit_wd));
            }
            continue;
        };
        let open = clock.pauses.last_mut().filter(|pause| pause.to.is_none());
        match (event.state, open) {
            (State::NeedsCorrection | State::DataCorrection, None) => {
                clock.pauses.push(Pause { from: day, to: None });
            }
            (State::Received | State::InReview, Some(pause)) => pause.to = Some(day),
            _ => {}
        }
    }
    clock
}

/// The clock as it stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClockView {
    /// Day of receipt.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub received_on: Date,
    /// When the result must be there.
    pub due: Due,
    /// Working days the result is, or was, late.
    pub overdue_days: u16,
    /// Day the result was there, or the dossier ended.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub stopped_on: Option<Date>,
    /// The date rests on holidays the Government has not fixed yet.
    pub provisional: bool,
}

impl ClockView {
    /// Looks at the clock of a dossier on `today`; `None` before the receipt.
    #[must_use]
    pub fn of(events: &[Event], limit_wd: u16, today: Date, calendar: &Calendar) -> Option<Self> {
        let clock = due_clock(events, limit_wd)?;
        let there = events.iter().find(|event| {
            event.state.is_final()
                || matches!(event.state, State::AtOffice | State::Notified | State::WithPost)
        });
        let stopped_on = there.map(|event| office_date(event.at));
        let due = clock.due(calendar);
        Some(Self {
            received_on: clock.received_on,
            due,
            overdue_days: clock.overdue_by(stopped_on.unwrap_or(today), calendar),
            stopped_on,
            provisional: due
                .date()
                .is_some_and(|date| !calendar.is_settled(clock.received_on, date)),
        })
    }
}
