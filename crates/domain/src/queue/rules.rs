//! The few numbers that the line goes by.

use crate::booking::ON_TIME_MINUTES;
use jiff::SignedDuration;

/// How an office's line works. The defaults are what the product proposes; an installation may set its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueRules {
    /// From this age on a person has priority: 60, who counts as elderly (Law on the Elderly 39/2009/QH12, art. 2).
    pub elderly_from: u8,
    /// So many minutes before their time a booked person can be called in their turn.
    pub early_minutes: u8,
    /// So many minutes after it they still count as on time.
    pub on_time_minutes: u8,
    /// So many calls in a row may pass over the one who has waited longest.
    pub out_of_turn: u8,
    /// So often somebody is called before they can be marked as absent.
    pub calls: u8,
    /// So often they may be absent: after the last time the ticket is closed, before that it goes to the end of the line.
    pub absences: u8,
}

impl Default for QueueRules {
    fn default() -> Self {
        Self {
            elderly_from: 60,
            early_minutes: 15,
            on_time_minutes: ON_TIME_MINUTES,
            out_of_turn: 3,
            calls: 2,
            absences: 2,
        }
    }
}

impl QueueRules {
    pub(super) fn early(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.early_minutes))
    }

    pub(super) fn on_time(&self) -> SignedDuration {
        SignedDuration::from_mins(i64::from(self.on_time_minutes))
    }
}
