//! Signing in, and one's own account.

mod card;
pub mod children;
mod code_form;
mod data;
mod events;
pub mod helper;
pub mod home;
pub mod lock_link;
pub mod new_phone;
mod not_me;
pub mod own_data;
mod prove;
pub mod recover;
pub mod security;
pub mod sign_in;
mod way_out;
mod words;

use crate::browser::{
    draft,
    storage::{self, Keep},
};
use crate::routes::Route;
use leptos::prelude::*;
use std::cell::Cell;

/// That somebody signed in on this device and did not sign out; the session itself is out of our reach.
const MARK: &str = "account-open";
/// How the names of drafts begin that belong to whoever is signed in.
const DRAFTS: &str = "account-";

thread_local! {
    static OPEN: Cell<bool> = const { Cell::new(false) };
}

/// Whether somebody may be signed in. Where nobody can be, the way to sign in is shorter by the account's page.
pub fn may_be_open() -> bool {
    OPEN.get() || storage::get(Keep::Device, MARK).is_some()
}

/// Leads to sign in.
pub fn draw_sign_in_first(_: &Route) -> AnyView {
    request_animation_frame(|| Route::SignIn.replace());
    ().into_any()
}

/// Somebody has signed in, or is found not to be.
fn note(open: bool) {
    OPEN.set(open);
    if open {
        storage::set(Keep::Device, MARK, "1");
    } else {
        storage::remove(Keep::Device, MARK);
        draft::forget(DRAFTS);
    }
}
