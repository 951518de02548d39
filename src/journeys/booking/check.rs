//! Check everything, declare, book.

mod book;
mod exists;
mod page;
mod phones;
mod rows;

pub(super) use page::page;
pub(super) use phones::{contact, proved};
