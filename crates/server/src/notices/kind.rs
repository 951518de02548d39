//! What a notice is about.

use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        /// What a notice is about. The name is stored, and shown in the list of notices sent.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Kind { $($(#[$doc])* $name,)+ }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The stable name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }
        }
    };
}

kinds! {
    /// A one-time code.
    PhoneCode = "phone_code",
    /// A one-time code that is read out to staff who book for the person.
    PhoneCodeForStaff = "phone_code_for_staff",
    /// The visit is booked.
    Booked = "booked",
    /// The visit was moved.
    Moved = "moved",
    /// The visit was cancelled.
    Cancelled = "cancelled",
    /// The visit is soon.
    Reminder = "reminder",
    /// Nobody came.
    NoShow = "no_show",
    /// The dossier was received.
    Received = "received",
    /// Something must be corrected.
    Correction = "correction",
    /// The person has come and stands in the line.
    QueueTicket = "queue_ticket",
    /// The request was refused.
    Refused = "refused",
    /// The card can be collected.
    CardReady = "card_ready",
    /// The card still waits to be collected.
    Uncollected = "uncollected",
    /// The card was handed over.
    HandedOver = "handed_over",
    /// The account was approved and waits to be activated.
    AccountApproved = "account_approved",
    /// The account was refused.
    AccountRefused = "account_refused",
    /// The account works.
    Activated = "activated",
    /// A second booking was tried; here is the first.
    ExistingBooking = "existing_booking",
    /// An earlier place is kept for who waits.
    EarlierPlace = "earlier_place",
    /// Offers of earlier places are made no more.
    WaitingEnded = "waiting_ended",
    /// The office has closed the time of the visit.
    Closed = "closed",
    /// The office has changed when it works; the visit no longer fits.
    PlanChanged = "plan_changed",
    /// The time of the visit is open again: it stands.
    StandsAgain = "stands_again",
    /// Another place is kept for who had a visit then.
    OtherPlace = "other_place",
    /// A school's list has given a pupil a visit; told to the parents.
    PupilBooked = "pupil_booked",
    /// A wish for a visit at home has come in.
    HomeAsked = "home_asked",
    /// A team comes to the person's home.
    HomePlanned = "home_planned",
    /// A visit at home is not possible.
    HomeRefused = "home_refused",
    /// The team does not come; the wish waits for another.
    HomeAgain = "home_again",
    /// The office has answered a question.
    Answered = "answered",
    /// A family's visits are booked.
    HouseholdBooked = "household_booked",
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
