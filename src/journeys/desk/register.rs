//! What others are to be told or shown: figures, the audit, lists of social assistance, stays and who declares them.

pub(super) mod aid;
pub(super) mod audit;
pub(super) mod figures;
pub(super) mod stays;
pub(super) mod venues;
