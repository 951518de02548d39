//! What an office decides about itself: when it is open, with how many stations, and for whom it keeps places. All else of
//! its record is said by the data file.

use super::{
    AssistedShare, DayException, Office, OfficeKind, RotaEntry, WeeklyHours, assisted_share, exceptions, rota,
};
use crate::{capacity::VisitLengths, str_enum::str_enum};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

str_enum! {
    /// One of the things that an office decides about itself.
    pub enum Setting {
        /// The week.
        Hours = "hours",
        /// Stations at work at the same time.
        Stations = "stations",
        /// How long a visit takes.
        VisitLengths = "visit_lengths",
        /// When fewer are staffed.
        Rota = "rota",
        /// Days that differ.
        Exceptions = "exceptions",
        /// What is kept for people without an appointment.
        WalkInShare = "walk_in_share",
        /// What is kept for phone and desk.
        AssistedShares = "assisted_shares",
    }
}

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident = $setting:ident, $reason:literal;)+) => {
        /// What is wrong with an office's settings.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum SettingFault { $($(#[$doc])* $name,)+ }

        impl SettingFault {
            /// Which setting it is about.
            #[must_use]
            pub const fn setting(self) -> Setting {
                match self { $(Self::$name => Setting::$setting,)+ }
            }

            /// For who reads a data file.
            #[must_use]
            pub const fn reason(self) -> &'static str {
                match self { $(Self::$name => $reason,)+ }
            }
        }
    };
}

faults! {
    /// No station at all.
    NoStation = Stations, "stations must be at least 1";
    /// No whole ticks, none at all, or less for who needs longer.
    Lengths = VisitLengths, "visit_lengths are whole ticks of ten minutes, and longer is not less than card";
    /// A team's visits are planned with its stop.
    LengthsOfTeam = VisitLengths, "a mobile team has no visit_lengths";
    /// More than all.
    WalkInPercent = WalkInShare, "walk_in_share is a percentage";
    /// A team keeps nothing.
    SharesOfTeam = AssistedShares, "a mobile team has no assisted_shares";
    /// More than all.
    SharePercent = AssistedShares, "percent of assisted_shares is a percentage";
    /// Ends before it begins.
    SharePeriod = AssistedShares, "valid_to of assisted_shares is before its valid_from";
    /// Two for one day.
    SharesMeet = AssistedShares, "two assisted_shares apply to the same day";
    /// No weekday, or one twice.
    RotaDays = Rota, "a rota entry names each of its weekdays once, and at least one";
    /// Not a stretch of whole ticks.
    RotaTimes = Rota, "a rota entry ends after it begins, both at whole ticks of ten minutes";
    /// More than there are.
    RotaStations = Rota, "a rota entry has more stations than the office";
    /// Ends before it begins.
    RotaPeriod = Rota, "a rota entry's valid_to is before its valid_from";
    /// Two for one time.
    RotaMeets = Rota, "two rota entries speak of the same time";
    /// A team has one day.
    ExceptionsOfTeam = Exceptions, "a mobile team has no exceptions";
    /// So many are another week.
    ExceptionsTooMany = Exceptions, "there are too many exceptions";
    /// Not in order, or a day twice.
    ExceptionsOrder = Exceptions, "exceptions are in order, each day once";
    /// Sessions overlap.
    ExceptionSessions = Exceptions, "the sessions of an exception are in order and do not overlap";
    /// None, or more than there are.
    ExceptionStations = Exceptions, "an exception has at least one station, and no more than the office";
}

/// The settings of an office, all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OfficeSettings {
    /// A normal week.
    pub hours: WeeklyHours,
    /// Counters that work at the same time, at least one.
    pub stations: u8,
    /// How long visits take.
    pub visit_lengths: VisitLengths,
    /// Times at which fewer are staffed.
    pub rota: Vec<RotaEntry>,
    /// Days that differ, in order.
    pub exceptions: Vec<DayException>,
    /// Percent of the places kept for people without an appointment.
    pub walk_in_share: u8,
    /// Percent of those that can be booked kept for phone and desk, by date.
    pub assisted_shares: Vec<AssistedShare>,
}

impl OfficeSettings {
    /// Those of an office.
    #[must_use]
    pub fn of(office: &Office) -> Self {
        Self {
            hours: office.hours.clone(),
            stations: office.stations,
            visit_lengths: office.visit_lengths,
            rota: office.rota.clone(),
            exceptions: office.exceptions.clone(),
            walk_in_share: office.walk_in_share,
            assisted_shares: office.assisted_shares.clone(),
        }
    }

    /// The office with these settings in place of its own.
    #[must_use]
    pub fn put_into(self, office: Office) -> Office {
        Office {
            hours: self.hours,
            stations: self.stations,
            visit_lengths: self.visit_lengths,
            rota: self.rota,
            exceptions: self.exceptions,
            walk_in_share: self.walk_in_share,
            assisted_shares: self.assisted_shares,
            ..office
        }
    }

    /// Checks them for an office of a kind.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, kind: OfficeKind) -> Result<(), SettingFault> {
        if self.stations == 0 {
            return Err(SettingFault::NoStation);
        }
        if !self.visit_lengths.is_possible() {
            return Err(SettingFault::Lengths);
        }
        if kind == OfficeKind::Mobile && !self.visit_lengths.is_usual() {
            return Err(SettingFault::LengthsOfTeam);
        }
        if self.walk_in_share > 100 {
            return Err(SettingFault::WalkInPercent);
        }
        assisted_share::check(&self.assisted_shares, kind)?;
        rota::check(&self.rota, self.stations)?;
        exceptions::check(&self.exceptions, kind, self.stations)
    }

    /// The same without the days that differed up to a day: nobody asks for them any more.
    #[must_use]
    pub fn after(mut self, day: Date) -> Self {
        self.exceptions.retain(|one| one.date > day);
        self
    }

    /// Whether both say the same of a setting.
    #[must_use]
    pub fn agrees(&self, other: &Self, setting: Setting) -> bool {
        match setting {
            Setting::Hours => self.hours == other.hours,
            Setting::Stations => self.stations == other.stations,
            Setting::VisitLengths => self.visit_lengths == other.visit_lengths,
            Setting::Rota => self.rota == other.rota,
            Setting::Exceptions => self.exceptions == other.exceptions,
            Setting::WalkInShare => self.walk_in_share == other.walk_in_share,
            Setting::AssistedShares => self.assisted_shares == other.assisted_shares,
        }
    }

    /// What differs.
    #[must_use]
    pub fn changes(&self, other: &Self) -> Vec<Setting> {
        let differs = |setting: &Setting| !self.agrees(other, *setting);
        Setting::ALL.iter().copied().filter(differs).collect()
    }

    /// These settings with one of them as another has it.
    fn with(mut self, setting: Setting, other: &Self) -> Self {
        let other = other.clone();
        match setting {
            Setting::Hours => self.hours = other.hours,
            Setting::Stations => self.stations = other.stations,
            Setting::VisitLengths => self.visit_lengths = other.visit_lengths,
            Setting::Rota => self.rota = other.rota,
            Setting::Exceptions => self.exceptions = other.exceptions,
            Setting::WalkInShare => self.walk_in_share = other.walk_in_share,
            Setting::AssistedShares => self.assisted_shares = other.assisted_shares,
        }
        self
    }

    /// What these settings become when a change is taken back: all that it changed is as before it, all else stays. `None`
    /// where something that it changed was changed again since.
    #[must_use]
    pub fn without(&self, before: &Self, after: &Self) -> Option<Self> {
        let mut back = self.clone();
        for setting in before.changes(after) {
            if !self.agrees(after, setting) {
                return None;
            }
            back = back.with(setting, before);
        }
        Some(back)
    }

    /// What was changed from `base`, done to what somebody else has made of it meanwhile.
    #[must_use]
    pub fn onto(&self, base: &Self, theirs: &Self) -> Self {
        let mine = self.changes(base);
        mine.into_iter()
            .fold(theirs.clone(), |all, setting| all.with(setting, self))
    }
}
