//! Dossiers to the ministry and cards back, into the right hands.

pub(super) mod batch;
pub(super) mod batches;
pub(super) mod cards;
pub(super) mod hand_over;
pub(super) mod uncollected;
