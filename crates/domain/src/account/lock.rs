//! Why an account is locked, and what opens it again (Law on Identification 26/2023, art. 34; Decree 69/2024/NĐ-CP,
//! art. 15, 16, 30).

use crate::{dossier::Actor, str_enum::str_enum};

str_enum! {
    /// Why an account is locked.
    pub enum LockReason {
        /// The holder asked for it.
        OwnRequest = "own_request",
        /// Terms of use were broken.
        TermsBroken = "terms_broken",
        /// The card was revoked.
        CardRevoked = "card_revoked",
        /// The card is kept by an authority.
        CardKept = "card_kept",
        /// The card expired.
        CardExpired = "card_expired",
        /// The holder died.
        Death = "death",
        /// An authority asked for it.
        AuthorityRequest = "authority_request",
        /// The holder has closed it: nothing that opens it is kept.
        Closed = "closed",
    }
}

str_enum! {
    /// What opens a locked account.
    pub enum Unlock {
        /// The holder asks, at once.
        OwnRequest = "own_request",
        /// What was wrong is put right.
        AfterRemedy = "after_remedy",
        /// The card is returned, or a new one issued.
        CardBack = "card_back",
        /// By itself once a new card is issued.
        NewCard = "new_card",
        /// Being asked for anew at the counter.
        NewRequest = "new_request",
        /// The authority decides.
        Authority = "authority",
        /// Nothing.
        Never = "never",
    }
}

impl LockReason {
    /// What opens it again.
    #[must_use]
    pub const fn unlock(self) -> Unlock {
        match self {
            Self::OwnRequest => Unlock::OwnRequest,
            Self::TermsBroken => Unlock::AfterRemedy,
            Self::CardRevoked | Self::CardKept => Unlock::CardBack,
            Self::CardExpired => Unlock::NewCard,
            Self::AuthorityRequest => Unlock::Authority,
            Self::Closed => Unlock::NewRequest,
            Self::Death => Unlock::Never,
        }
    }

    /// Whether staff may lock an account for it: the help desk only for who asks for it. The last day of a card and closing an
    /// account are nobody's to give.
    #[must_use]
    pub const fn may_be_given_by(self, actor: Actor) -> bool {
        match actor {
            Actor::HelpDesk => matches!(self, Self::OwnRequest),
            Actor::Officer => !matches!(self, Self::CardExpired | Self::Closed),
            _ => false,
        }
    }

    /// Whether an officer opens it for who stands at the counter: as the holder wishes, once what was wrong is put right, or
    /// the card is back.
    #[must_use]
    pub const fn opens_at_the_counter(self) -> bool {
        matches!(
            self.unlock(),
            Unlock::OwnRequest | Unlock::AfterRemedy | Unlock::CardBack
        )
    }

    /// Whether the help desk may speak about it; else it refers to the police.
    #[must_use]
    pub const fn may_be_told(self) -> bool {
        matches!(
            self,
            Self::OwnRequest | Self::TermsBroken | Self::CardExpired | Self::Closed
        )
    }
}
