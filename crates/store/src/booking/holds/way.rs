//! By which way places are taken, and what that leaves alone.

use crate::row::words;

words! {
    /// Who takes a place; the domain's `Channel`.
    Channel {
        /// The person, online.
        Online = "online",
        /// Staff, for a person.
        Assisted = "assisted",
    }
}

/// Who takes places, and how many of each tick are kept for phone and desk. The plan knows; it changes with time.
#[derive(Clone, Copy, Debug)]
pub struct Way<'a> {
    /// Who takes them.
    pub channel: Channel,
    /// Places kept in each tick of the visit, as the plan has it now; empty where none are.
    pub kept: &'a [u16],
}

impl Way<'_> {
    /// Where nothing is kept.
    pub const PLAIN: Way<'static> = Way {
        channel: Channel::Online,
        kept: &[],
    };

    /// Places of the `nth` tick that this way must leave alone while staff have not taken them.
    pub(super) fn leaves(&self, nth: usize) -> u16 {
        match self.channel {
            Channel::Online => self.kept.get(nth).copied().unwrap_or(0),
            Channel::Assisted => 0,
        }
    }
}

/// The column's share of what a reservation takes: 1 or 0.
pub(super) const fn assisted(channel: Channel) -> i64 {
    match channel {
        Channel::Online => 0,
        Channel::Assisted => 1,
    }
}
