//! `/tai-khoan/bao-mat`: passkeys, where one is signed in, the change to another device, and the lock.

mod device;
mod lock;
mod sessions;

use crate::api::passkeys::Whose;
use crate::components::{Back, Heading};
use crate::i18n::{keys::security as k, t};
use crate::passkeys;
use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(security_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    view! {
        <div class="page account">
            <Back href=Route::Account.href() />
            <Heading text=t(k::TITLE) />
            {passkeys::section(Whose::Citizen, t(k::PASSKEY_LEAD))}
            {sessions::view()}
            {device::view()}
            {lock::view()}
            <p><a href=Route::RecoverPasscode.href()>{t(k::PASSCODE_FORGOT)}</a></p>
        </div>
    }
    .into_any()
}

/// Nobody is signed in any more: to sign in, with words that say why.
fn leave(words: &'static str) {
    super::note(false);
    crate::browser::focus::want_heading();
    Route::SignIn.replace();
    crate::browser::announce::polite(words);
}
