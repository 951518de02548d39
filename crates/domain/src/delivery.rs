//! How a card comes to its owner: collected at the office, or brought by the post to an address (Law on Identification
//! 26/2023, art. 23).

mod address;
mod tracking_number;

pub use address::Address;
pub use tracking_number::TrackingNumber;

use crate::{dossier::State, str_enum::str_enum};

str_enum! {
    /// How the card comes to its owner.
    pub enum Way {
        /// Its owner collects it.
        Office = "office",
        /// The post brings it.
        Post = "post",
    }
}

str_enum! {
    /// Why the post brings a card back.
    pub enum ReturnReason {
        /// Nobody was there to take it.
        NobodyThere = "nobody_there",
        /// There is no such address, or its owner does not live there.
        AddressWrong = "address_wrong",
        /// It was not taken.
        NotTaken = "not_taken",
        /// Something else.
        Other = "other",
    }
}

/// Whether the way can be chosen now: from the receipt of the dossier until the card leaves the office.
#[must_use]
pub const fn may_choose(state: State) -> bool {
    matches!(
        state,
        State::Received
            | State::SentToMinistry
            | State::InReview
            | State::Approved
            | State::Printed
            | State::InTransit
            | State::AtOffice
            | State::Notified
            | State::Unclaimed
            | State::ReturnedByPost
    )
}

/// Whether the owner is asked to confirm phone and way again: the card is about to travel, or came back.
#[must_use]
pub const fn asks(state: State) -> bool {
    matches!(
        state,
        State::Approved | State::Printed | State::InTransit | State::ReturnedByPost
    )
}

/// What a choice changes about where the card stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: the card is not here yet, or the choice is the same.
    None,
    /// It waited for its owner; now it is the office's turn to give it to the post.
    BackToOffice,
    /// It waited for the post; now its owner is told to come.
    TellOwner,
}

/// What choosing `way` does to a card in `state` whose way was `before`.
#[must_use]
pub fn effect(state: State, before: Way, way: Way) -> Effect {
    match (state, before, way) {
        (State::Notified | State::Unclaimed, _, Way::Post) => Effect::BackToOffice,
        (State::AtOffice, Way::Post, Way::Office) => Effect::TellOwner,
        _ => Effect::None,
    }
}

#[cfg(test)]
mod tests;
