//! One person: their dossier, what they ask, looking along with them, opening a dossier at the counter.

pub(super) mod along;
pub(super) mod counter;
pub(super) mod dossier;
pub(super) mod helped;
pub(super) mod home_reveal;
pub(super) mod tickets;
