//! What a card costs (Circular 73/2024/TT-BTC and its cuts). Always an estimate: the officer's system decides.

mod class;
mod estimate;
mod table;

pub use class::{Exemption, FeeClass, FilingChannel, FreeReason};
pub use estimate::{FeeCase, FeeEstimate, is_exempt_anyway};
pub use table::{FeeRule, FeeTable};

#[cfg(test)]
mod tests;
