//! Who: the details of the person the visit is for.

mod family;
mod fields;
mod page;
mod scan;
mod submit;
mod warnings;

pub(super) use page::page;
