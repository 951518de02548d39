//! `/dang-nhap`: with number and password, or with a passkey; then, on a device that the account is not in use on, with a
//! code. An unknown number and a wrong password are one answer.

mod by_passkey;
mod device;
mod expired;
mod password;

use crate::api;
use crate::browser::focus;
use crate::components::{Back, Drawn, when_loaded};
use crate::i18n::{keys::account as k, t};
use crate::routes::{Draw, Route};
use eid_domain::wire::devices::{SignedIn, SignedInNext};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::rc::Rc;

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(sign_in_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// What is asked for.
#[derive(Clone)]
enum Stage {
    /// Number and password, or a passkey.
    Begin,
    /// A code: the account is in use elsewhere, or locked by its owner.
    Device(SignedIn),
    /// Nothing: locked because the card has expired.
    CardExpired,
}

/// The stage, shared by its parts. Cheap to copy.
#[derive(Clone, Copy)]
struct Way(RwSignal<Stage>);

impl Way {
    /// After an answer of the server: signed in, or what is still to come.
    fn follow(self, answer: SignedIn) {
        if answer.next == SignedInNext::Done {
            // In place of this page: back must not lead to a form that was sent.
            super::note(true);
            if answer.check_passkeys {
                super::security::ask_whose();
                Route::Security.replace();
            } else if Route::wants_passkey() {
                Route::Security.replace();
            } else {
                Route::Account.replace();
            }
        } else {
            self.go(Stage::Device(answer));
        }
    }

    /// Another stage; its heading takes the focus.
    fn go(self, stage: Stage) {
        focus::want_heading();
        self.0.set(stage);
    }
}

fn draw(_: &Route) -> AnyView {
    let way = Way(RwSignal::new(Stage::Begin));
    let part = move || match way.0.get() {
        Stage::Begin => begin(way),
        Stage::Device(asked) => on_another_device(way, asked),
        Stage::CardExpired => expired::view(way),
    };
    view! { <div class="page">{part}</div> }.into_any()
}

/// Few come here: its code is fetched by those who do.
fn on_another_device(way: Way, asked: SignedIn) -> AnyView {
    when_loaded(move || {
        let asked = asked.clone();
        Box::pin(async move {
            let view = api::part(load_device(), &[]).await?;
            Ok(Rc::new(move || view(way, asked.clone())) as Drawn)
        })
    })
}

#[wasm_split(sign_in_device, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_device() -> Result<fn(Way, SignedIn) -> AnyView, SplitLoaderError> {
    Ok(device::view)
}

fn begin(way: Way) -> AnyView {
    view! {
        <Back href=Route::Home.href() />
        {password::view(way)}
        {by_passkey::view(way)}
        <p>{t(k::SIGN_IN_NOT_YET)}" "<a href=Route::Activate.href()>{t(k::SIGN_IN_ACTIVATE)}</a></p>
        <p><a href=Route::Recover.href()>{t(k::SIGN_IN_FORGOT)}</a></p>
        <p><a href=Route::Rescue.href()>{t(k::WAY_OUT)}</a></p>
    }
    .into_any()
}
