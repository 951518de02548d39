//! A place in the line, by its number.

use crate::str_enum::str_enum;

str_enum! {
    /// Why somebody is called before others at the counter (Law on the Elderly 39/2009/QH12, Law on Persons with
    /// Disabilities 51/2010/QH12; pregnant women by the custom of every counter).
    pub enum Priority {
        /// No reason.
        None = "none",
        /// An older person.
        Elderly = "elderly",
        /// A pregnant woman, or somebody with an infant in their arms.
        Pregnant = "pregnant",
        /// A person with a disability.
        Disabled = "disabled",
    }
}

impl Priority {
    /// Whether it puts somebody before others.
    #[must_use]
    pub const fn is_first(self) -> bool {
        !matches!(self, Self::None)
    }
}

str_enum! {
    /// How somebody came.
    pub enum TicketKind {
        /// With an appointment.
        Booked = "booked",
        /// Without one (Decree 70/2024/NĐ-CP, art. 21(1) lets them come).
        WalkIn = "walk_in",
    }
}

str_enum! {
    /// Where a ticket stands.
    pub enum TicketState {
        /// In the line.
        Waiting = "waiting",
        /// Called to a station, on the way there.
        Called = "called",
        /// At the station.
        Serving = "serving",
        /// Served.
        Done = "done",
        /// Called, and not there.
        Absent = "absent",
    }
}

impl TicketState {
    /// Whether the person is still to be served, or is being served.
    #[must_use]
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Waiting | Self::Called | Self::Serving)
    }
}

/// A number as it is printed and shown: at least three digits, so that it is not taken for a station's.
#[must_use]
pub fn number_text(number: u16) -> String {
    format!("{number:03}")
}
