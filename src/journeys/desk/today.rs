//! The day at the counter: who comes, who is next, and finding a dossier.

pub(super) mod day;
pub(super) mod find;
pub(super) mod line;
pub(super) mod search;
