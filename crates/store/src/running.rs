//! What keeps the product running: jobs, limits, repeats, settings, retention, and the audit.

pub mod audit;
pub mod idempotency;
pub mod jobs;
pub mod limits;
pub mod retention;
pub mod settings;
pub mod work_proofs;
