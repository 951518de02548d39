//! Settings and what is wrong with them, in words.

use crate::i18n::{keys::office as k, t};
use eid_domain::office::{Setting, SettingFault as F, WorkDay};

/// What was or is to be changed.
pub(super) fn setting(setting: Setting) -> &'static str {
    t(match setting {
        Setting::Hours => k::HOURS,
        Setting::Stations => k::STATIONS,
        Setting::VisitLengths => k::LENGTHS,
        Setting::Rota => k::ROTA,
        Setting::Exceptions => k::DAYS,
        Setting::WalkInShare => k::WALK_IN,
        Setting::AssistedShares => k::SHARES,
    })
}

/// A day of the week.
pub(super) fn weekday(day: WorkDay) -> &'static str {
    t(match day {
        WorkDay::Monday => k::MONDAY,
        WorkDay::Tuesday => k::TUESDAY,
        WorkDay::Wednesday => k::WEDNESDAY,
        WorkDay::Thursday => k::THURSDAY,
        WorkDay::Friday => k::FRIDAY,
        WorkDay::Saturday => k::SATURDAY_DAY,
    })
}

/// What to do about settings that cannot be so.
pub(super) fn fault(wrong: F) -> &'static str {
    t(match wrong {
        F::NoStation => k::WRONG_STATIONS,
        F::WalkInPercent | F::SharePercent => k::WRONG_PERCENT,
        F::SharePeriod | F::RotaPeriod => k::WRONG_PERIOD,
        F::SharesMeet => k::WRONG_SHARES_MEET,
        F::RotaDays => k::WRONG_WEEKDAYS,
        F::RotaTimes => k::WRONG_SPAN,
        F::RotaStations => k::WRONG_DUTY_STATIONS,
        F::RotaMeets => k::WRONG_ROTA_MEETS,
        F::ExceptionsTooMany => k::WRONG_DAYS_MANY,
        F::ExceptionsOrder => k::WRONG_TWICE,
        F::ExceptionSessions => k::WRONG_OVERLAP,
        F::ExceptionStations => k::WRONG_DAY_STATIONS,
        F::Lengths => k::WRONG_MINUTES,
        F::SharesOfTeam | F::LengthsOfTeam | F::ExceptionsOfTeam => k::WRONG_TEAM,
    })
}
