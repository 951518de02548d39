//! What stands around every page of the desk: who works here, where to go, the session, the keys.

pub(super) mod bar;
pub(super) mod frame;
pub(super) mod idle;
pub(super) mod keys;
pub(super) mod office;
pub(super) mod role;
pub(super) mod session;
