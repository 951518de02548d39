//! What comes next for a child in the account of who represents them.

use crate::{account::State, str_enum::str_enum};

str_enum! {
    /// What the representative can do next.
    pub enum Step {
        /// The child has no card from here yet.
        Visit = "visit",
        /// The card is there: a level-1 account can be opened, which is the consent to use it.
        Open = "open",
        /// The ministry checks the account.
        Wait = "wait",
        /// The account was refused.
        Refused = "refused",
        /// Approved, or with another phone since: consent activates it.
        Activate = "activate",
        /// Approved, and the days are over: the desk or the hotline opens them again.
        Overdue = "overdue",
        /// Activated, without consent: nothing of it can be used.
        Consent = "consent",
        /// Activated, with consent.
        InUse = "in_use",
        /// Locked.
        Locked = "locked",
    }
}

impl Step {
    /// Whether consent can be given now.
    #[must_use]
    pub const fn takes_consent(self) -> bool {
        matches!(self, Self::Open | Self::Activate | Self::Consent)
    }
}

/// The step, from the account's state, whether the child has a card, and whether there is consent.
#[must_use]
pub const fn step(account: Option<State>, has_card: bool, consented: bool) -> Step {
    match account {
        None | Some(State::None) if has_card => Step::Open,
        None | Some(State::None) => Step::Visit,
        Some(State::L2Requested | State::L2Review) => Step::Wait,
        Some(State::L2Refused) => Step::Refused,
        Some(State::L2Approved | State::DeviceReset) => Step::Activate,
        Some(State::L2Overdue) => Step::Overdue,
        Some(State::L1Active | State::L2Active) if consented => Step::InUse,
        Some(State::L1Active | State::L2Active) => Step::Consent,
        Some(State::Locked) => Step::Locked,
    }
}
