//! What a visit is for.

use crate::str_enum::str_enum;

str_enum! {
    /// What is to be done at the counter.
    pub enum Service {
        /// An identity card.
        Card = "card",
        /// An identity card and a level-2 account.
        CardAndAccount = "card_and_account",
        /// A level-2 account for a holder of a valid card.
        Account = "account",
    }
}

impl Service {
    /// Whether a card is asked for.
    #[must_use]
    pub const fn has_card(self) -> bool {
        matches!(self, Self::Card | Self::CardAndAccount)
    }

    /// Whether an account is asked for.
    #[must_use]
    pub const fn has_account(self) -> bool {
        matches!(self, Self::Account | Self::CardAndAccount)
    }
}
