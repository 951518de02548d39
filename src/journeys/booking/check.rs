//! Check everything, declare, book.

mod book;
mod exempt;
mod exists;
mod page;
mod rows;

pub(super) use page::page;
