//! A school's list: read row by row, planned, and booked.

pub mod book;
pub mod columns;
pub mod plan;
pub mod read;

#[cfg(test)]
mod tests;
