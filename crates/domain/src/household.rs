//! A family that comes together: up to six people in one window of time, one after another or side by side.
//!
//! **Neighbouring** means: all visits lie in one session of one day; from the first begin to the last end there is no
//! moment at which nobody of the family is at the counter; and at no moment are more of them at the counter than
//! there are adults among them (one at least), so that a child is never there alone while the parents are served
//! elsewhere (Law on Identification 26/2023, art. 23: below 14 with the representative).

mod family;
mod member;
mod windows;

pub use family::Family;
pub use member::Member;
pub use windows::{Window, window_at, windows};

/// A family has this many members at least; one alone books for themselves.
pub const FEWEST_MEMBERS: usize = 2;
/// And this many at most: as many open dossiers as one phone may have.
pub const MOST_MEMBERS: usize = 6;

#[cfg(test)]
mod tests;
