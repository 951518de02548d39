//! Social assistance: lists brought by offices, the people on them, what a place frees from, and where money goes to.

pub mod columns;
pub mod exempt;
pub mod outreach;
pub mod payout;
pub mod plan;
pub mod read;

#[cfg(test)]
mod tests;
