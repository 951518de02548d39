//! Data that is wrong, as a ticket: who can put it right, and how far that is.

use crate::{dossier::State, intake::Fault, str_enum::str_enum};

str_enum! {
    /// Who can put it right.
    pub enum Place {
        /// The office that received the dossier: photo, fingerprints, what was typed there.
        Office = "office",
        /// People's committee of the commune: the civil register.
        CivilRegistry = "civil_registry",
        /// Police of the commune: the population data and residence.
        CommunePolice = "commune_police",
        /// The ministry's centre.
        Ministry = "ministry",
    }
}

str_enum! {
    /// Who found it.
    pub enum Origin {
        /// The person, before the visit or after it.
        Person = "person",
        /// An officer at the counter.
        Counter = "counter",
        /// The ministry, in its check.
        Ministry = "ministry",
    }
}

str_enum! {
    /// How far it is.
    pub enum Stage {
        /// Nobody has taken it up.
        Open = "open",
        /// Sent to who can put it right.
        SentOn = "sent_on",
        /// They have answered.
        Answered = "answered",
        /// Settled, or not needed any more.
        Closed = "closed",
    }
}

/// Whether a person can tell of wrong data: from the booking until the card is approved, but not while they are asked to
/// bring something anyway.
#[must_use]
pub const fn may_tell(state: State) -> bool {
    matches!(
        state,
        State::Booked | State::CheckedIn | State::Received | State::SentToMinistry | State::InReview
    )
}

impl Stage {
    /// Whether `to` may follow. An answer that did not help is sent on again.
    #[must_use]
    pub const fn may_become(self, to: Self) -> bool {
        match to {
            Self::Open => false,
            Self::SentOn | Self::Closed => !matches!(self, Self::Closed),
            Self::Answered => matches!(self, Self::Open | Self::SentOn),
        }
    }
}

/// To whom it is sent first: names, births and families stand in the civil register, from which the population data
/// follows; residence in the population data alone; pictures are taken again where they were taken.
#[must_use]
pub fn place_for(what: &[Fault]) -> Place {
    let any = |faults: &[Fault]| what.iter().any(|fault| faults.contains(fault));
    if any(&[
        Fault::Name,
        Fault::BirthDate,
        Fault::Sex,
        Fault::Origin,
        Fault::Family,
    ]) {
        Place::CivilRegistry
    } else if any(&[Fault::Residence, Fault::NotThere]) {
        Place::CommunePolice
    } else {
        Place::Office
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_comes_before_what_follows_from_it() {
        for (what, place) in [
            (&[Fault::Residence, Fault::Name][..], Place::CivilRegistry),
            (&[Fault::NotThere], Place::CommunePolice),
            (&[Fault::Photo, Fault::Residence], Place::CommunePolice),
            (&[Fault::Photo], Place::Office),
            (&[Fault::Other], Place::Office),
            (&[], Place::Office),
        ] {
            assert_eq!(place_for(what), place, "{what:?}");
        }
    }

    #[test]
    fn nothing_leaves_what_is_closed_and_nothing_is_opened_twice() {
        for from in Stage::ALL {
            assert!(!from.may_become(Stage::Open));
            assert!(!Stage::Closed.may_become(*from));
        }
        assert!(Stage::Answered.may_become(Stage::SentOn) && Stage::SentOn.may_become(Stage::SentOn));
        assert!(!Stage::Answered.may_become(Stage::Answered), "it has its answer");
        assert!(Stage::Open.may_become(Stage::Answered) && Stage::Open.may_become(Stage::Closed));
    }
}
