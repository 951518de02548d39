//! A dossier on its way, and what its owner sees and asks of it.

pub mod arrivals;
pub mod batches;
pub mod corrections;
pub mod deliveries;
pub mod dossiers;
pub mod keys;
pub mod mendings;
pub mod notice_wishes;
pub mod owner;
pub mod questions;
pub mod slips;
pub mod uncollected;
pub mod view;
