//! What still lies between a person on a list and money in an account.

use crate::{account::State, str_enum::str_enum};

str_enum! {
    /// The first thing that is missing.
    pub enum Missing {
        /// No card that we know of, and no account.
        Card = "card",
        /// The account is not there yet, or not in use.
        Account = "account",
        /// No account at a bank or wallet is linked.
        Payout = "payout",
    }
}

impl Missing {
    /// From what is known: a card that was handed over here, the state of the e-ID account, a linked payout account. An
    /// account speaks for a card: none is opened without one (Decree 69/2024/NĐ-CP, art. 10).
    #[must_use]
    pub fn first(has_card: bool, account: Option<State>, has_payout: bool) -> Option<Self> {
        match account {
            Some(state) if state.level() < 2 => Some(Self::Account),
            Some(_) => (!has_payout).then_some(Self::Payout),
            None if has_card => Some(Self::Account),
            None => Some(Self::Card),
        }
    }
}
