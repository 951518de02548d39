//! Social assistance: who is on which list, and the account that money goes to.

mod kind;
mod missing;
mod payout;

pub use kind::BenefitKind;
pub use missing::Missing;
pub use payout::{PayoutKind, PayoutNumber, Provider, parse_providers, same_holder};

#[cfg(test)]
mod tests;
