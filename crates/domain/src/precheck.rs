//! Do two papers say the same of a person? What differs, whether it matters, what proves the right one, and who puts the
//! other right.
//!
//! Everything is worked out from what is typed; nothing is looked up and nothing is sent. The officer checks the
//! population database first of all (Decision 5710/QĐ-BCA-C06 of 2025), and what is wrong there is corrected before the
//! days for the card begin.

mod birth;
mod compare;
mod finding;
mod name;
mod number;
mod paper;

pub use compare::{Pair, compare};
pub use finding::{Finding, Fixer, Mismatch, Proof, Topic, Weight};
pub use paper::{AddressAnswer, PaperKind, PaperSide, PaperTyped, PhoneAnswer, SideField, SideNumber};

#[cfg(test)]
mod tests;
