//! A dossier on its way: received, decided, printed, brought back, handed over.

pub mod access_keys;
pub mod batches;
pub mod corrections;
pub mod deliveries;
pub mod dossiers;
pub mod events;
pub mod hand_overs;
pub mod intakes;
pub mod mendings;
pub mod ministry;
pub mod news;
pub mod tickets;
