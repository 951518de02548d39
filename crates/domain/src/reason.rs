//! Why a card is asked for: one legal ground each (Law on Identification 26/2023/QH15, art. 19, 23, 24, 46).

mod code;
mod rules;

pub use code::Reason;
pub use rules::{Channel, OldCard, Procedure};

#[cfg(test)]
mod tests;
