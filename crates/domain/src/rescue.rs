//! When the account cannot be used: from what went wrong to the shortest lawful way out (Decree 69/2024/NĐ-CP, art. 13 to
//! 16; Law on Identification 26/2023, art. 24, 34). The questions and answers are data: `data/rescue.tsv`.

mod check;
mod read;
mod tree;
mod trouble;
mod way;

pub use read::parse;
pub use tree::{Answer, Choice, Node, Question, Tree, Way};
pub use trouble::Trouble;
pub use way::{Entry, Goal};

/// The question that comes first.
pub const START: &str = "start";

#[cfg(test)]
mod tests;
