//! An account and all that opens, shows or follows it.

pub mod accounts;
pub mod aid;
pub mod attestations;
pub mod children;
pub mod citizens;
pub mod devices;
pub mod helpers;
pub mod journey;
pub mod locks;
pub mod new_phone;
pub mod own_data;
pub mod passcodes;
pub mod recovery;
pub mod wallet;
