//! Check everything, declare, book.

mod book;
mod exists;
mod page;
mod rows;

pub(super) use page::page;
