//! The hours of a stop.

use crate::office::Session;
use jiff::civil::{Time, time};

/// No team begins earlier.
pub const EARLIEST_START: Time = time(6, 0, 0, 0);
/// No team works later.
pub const LATEST_END: Time = time(21, 0, 0, 0);
/// Begin of the noon break of a team that works before and after it.
pub const BREAK_FROM: Time = time(11, 30, 0, 0);
/// End of the noon break.
pub const BREAK_TO: Time = time(13, 0, 0, 0);
/// Largest team: stations that work at the same time.
pub const MOST_STATIONS: u8 = 20;

/// The sessions of a team that is there from `from` to `to`: with a noon break where it is there before and after;
/// `None` unless both are whole ticks of a day's work.
#[must_use]
pub fn stop_sessions(from: Time, to: Time) -> Option<Vec<Session>> {
    if from < EARLIEST_START || LATEST_END < to {
        return None;
    }
    let whole = Session::new(from, to)?;
    if from < BREAK_FROM && BREAK_TO < to {
        return Some(vec![Session::new(from, BREAK_FROM)?, Session::new(BREAK_TO, to)?]);
    }
    Some(vec![whole])
}
