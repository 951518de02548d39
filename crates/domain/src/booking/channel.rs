//! By which way a place is booked.

use crate::str_enum::str_enum;

str_enum! {
    /// Who takes a place: a person by themselves, or staff for somebody who phones or stands at the desk.
    pub enum Channel {
        /// The person, online.
        Online = "online",
        /// Staff, for a person.
        Assisted = "assisted",
    }
}
