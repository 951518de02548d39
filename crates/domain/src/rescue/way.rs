//! Where a way out leads, and who leads to an answer.

use crate::{needs::Situation, str_enum::str_enum};

/// Where a way out leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Booking a visit; what brings the person is answered already where it is known.
    Book(Option<Situation>),
    /// Activating the account.
    Activate,
    /// Signing in.
    SignIn,
    /// A new password.
    Recover,
    /// A new passcode.
    RecoverPasscode,
    /// Finding one's dossier.
    Track,
    /// A call.
    Hotline,
    /// Asking for a visit at home.
    HomeVisit,
    /// Planning a stay from abroad.
    Trip,
    /// Comparing two papers.
    Precheck,
    /// Judging a call.
    CallCheck,
    /// The page of help.
    Help,
}

const BOOK: &str = "book";

/// All but booking, by name.
const PLAIN: [(&str, Goal); 11] = [
    ("activate", Goal::Activate),
    ("sign-in", Goal::SignIn),
    ("recover", Goal::Recover),
    ("recover-passcode", Goal::RecoverPasscode),
    ("track", Goal::Track),
    ("hotline", Goal::Hotline),
    ("home-visit", Goal::HomeVisit),
    ("trip", Goal::Trip),
    ("precheck", Goal::Precheck),
    ("call-check", Goal::CallCheck),
    ("help", Goal::Help),
];

impl Goal {
    /// Reads `activate`, `book` or `book:lost`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':') {
            Some((BOOK, situation)) => Situation::parse(situation).map(|found| Self::Book(Some(found))),
            Some(_) => None,
            None if text == BOOK => Some(Self::Book(None)),
            None => PLAIN
                .iter()
                .find(|(name, _)| *name == text)
                .map(|(_, goal)| *goal),
        }
    }
}

str_enum! {
    /// Answers that other pages lead to, by their id: a file without one of them is refused.
    pub enum Entry {
        /// No code came.
        NoCode = "no-code",
        /// The seven days are over.
        Overdue = "overdue",
        /// Not approved yet.
        InReview = "in-review",
        /// Locked.
        Locked = "locked-unknown",
        /// Locked by its owner.
        LockedOwn = "locked-own",
        /// Locked because the card has run out.
        CardExpired = "card-expired",
        /// The account is in use on another device.
        NewPhone = "new-phone",
        /// The password is forgotten.
        PasswordForgotten = "password-forgotten",
        /// The passcode is forgotten.
        PasscodeForgotten = "passcode-forgotten",
    }
}
