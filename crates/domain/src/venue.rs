//! Places that check e-IDs and have guests: lodgings and apartment blocks, with a sign-in of their own.

use crate::str_enum::str_enum;

str_enum! {
    /// What a place is.
    pub enum VenueKind {
        /// A hotel, a guest house, rooms by the day (*cơ sở lưu trú*).
        Lodging = "lodging",
        /// An apartment block (*chung cư*): its guard lets visitors in.
        ApartmentBlock = "apartment_block",
    }
}

/// Hours after which a place's list forgets a check: the night's shift sees that of the day.
pub const CHECKS_KEPT_HOURS: i64 = 72;
