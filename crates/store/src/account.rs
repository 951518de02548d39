//! An account and all that opens, shows or follows it.

pub mod accounts;
pub mod activations;
pub mod attestations;
pub mod beneficiaries;
pub mod devices;
pub mod helpers;
pub mod lock_links;
pub mod own_data;
pub mod passkeys;
pub mod payouts;
pub mod phone_changes;
pub mod recoveries;
pub mod representatives;
pub mod sources;
pub mod wallet;
