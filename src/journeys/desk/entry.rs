//! Coming in: signing in, the second factor, one's own first password.

pub(super) mod newcomer;
pub(super) mod second_factor;
pub(super) mod sign_in;
