//! Check everything, declare, book.

mod book;
mod page;
mod rows;

pub(super) use page::page;
