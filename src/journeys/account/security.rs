//! `/tai-khoan/bao-mat`: passkeys, where one is signed in, the change to another device, and the lock.

mod device;
mod lock;
mod sessions;

use crate::api::passkeys::Whose;
use crate::components::{Back, ButtonKind, Heading, LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::security as k, t};
use crate::passkeys;
use crate::routes::{Draw, Route};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::cell::Cell;

thread_local! {
    static ASK_WHOSE: Cell<bool> = const { Cell::new(false) };
}

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
            {whose()}
            {passkeys::section(Whose::Citizen, t(k::PASSKEY_LEAD))}
            {sessions::view()}
            {device::view()}
            {phone()}
            {lock::view()}
            <p><a href=Route::Recover.href()>{t(k::PASSWORD_CHANGE)}</a></p>
            <p><a href=Route::RecoverPasscode.href()>{t(k::PASSCODE_FORGOT)}</a></p>
        </div>
    }
    .into_any()
}

/// The page asks next time whether all passkeys are the owner's: the account was locked until now.
pub(super) fn ask_whose() {
    ASK_WHOSE.set(true);
}

fn whose() -> Option<AnyView> {
    ASK_WHOSE.take().then(|| {
        view! {
            <Notice kind=NoticeKind::Warning title=t(k::WHOSE_TITLE)><p>{t(k::WHOSE_TEXT)}</p></Notice>
        }
        .into_any()
    })
}

/// Another phone is a page of its own.
fn phone() -> AnyView {
    view! {
        <section class="panel stack" aria-labelledby="phone">
            <h2 id="phone">{t(k::PHONE_TITLE)}</h2>
            <p>{t(k::PHONE_TEXT)}</p>
            <p class="row"><LinkButton href=Route::NewPhone.href() label=t(k::PHONE_CHANGE) kind=ButtonKind::Second /></p>
        </section>
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
