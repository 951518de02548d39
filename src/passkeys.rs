//! One's passkeys, as a list with a way to add and to take away, and the question that signs in: what the account and the
//! desk share.

mod add;
mod ask;
mod list;
mod remove;
mod words;

pub use add::add;
pub use ask::{Refused, answer, chosen};
pub use list::section;
pub use words::{not_here, sign_in_words};
