//! The wallet: papers of other agencies whose data an account shows, each at its owner's wish (Law on Identification
//! 26/2023/QH15, art. 22; Decree 70/2024/NĐ-CP, art. 20). Which there are is data: `data/wallet.tsv`.

mod kinds;
mod masked;
mod read;
mod refusal;
mod state;

pub use kinds::{Agency, Asking, Group, Kinds, Mark, PaperKind};
pub use masked::masked;
pub use read::parse;
pub use refusal::{Refusal, Step, faults, steps};
pub use state::{AskedBy, State, WARN_DAYS, ends_soon, is_over};

/// Most letters of a paper's name: it stands in a message.
pub const LONGEST_NAME: usize = 60;

#[cfg(test)]
mod tests;
