//! `/tai-khoan`: the account of who is signed in. Who is not, goes to sign in and comes back.

use super::{card, data, events};
use crate::api;
use crate::browser::{announce, focus};
use crate::components::{Button, ButtonKind, Fetched, Heading, LinkButton};
use crate::i18n::{keys::account as k, t};
use crate::routes::{Draw, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::{account::AccountView, config::ClientConfig};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(account_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    let show = |opened: Option<(AccountView, ClientConfig)>| match opened {
        Some((account, config)) => content(&account, &config),
        None => {
            super::note(false);
            Route::SignIn.replace();
            ().into_any()
        }
    };
    view! {
        <div class="page account">
            <Heading text=t(k::TITLE) />
            <Fetched fetch=|| Box::pin(open()) show=show />
        </div>
    }
    .into_any()
}

/// The account; `None` where nobody is signed in.
async fn open() -> Result<Option<(AccountView, ClientConfig)>, String> {
    let (account, config) = api::both(api::account::get(), api::config::get()).await;
    match account {
        Ok(account) => Ok(Some((account, config.map_err(|error| error.words())?))),
        Err(error) if error.is(ProblemCode::NotSignedIn) => Ok(None),
        Err(error) => Err(error.words()),
    }
}

fn content(account: &AccountView, config: &ClientConfig) -> AnyView {
    view! {
        {card::view(account)}
        {data::view(account, config.today)}
        <p class="row">
            <LinkButton href=Route::ShowId.href() label=t(k::SHOW_ID) />
            <LinkButton href=Route::Wallet.href() label=t(k::WALLET) kind=ButtonKind::Second />
        </p>
        {aid()}
        {stays()}
        {children()}
        {security()}
        {own_data()}
        {events::view(account, &config.hotline)}
        <SignOut />
    }
    .into_any()
}

/// Social assistance is a page of its own.
fn aid() -> AnyView {
    view! {
        <section class="stack-s" aria-labelledby="aid">
            <h2 id="aid">{t(k::AID_TITLE)}</h2>
            <p>{t(k::AID_TEXT)}</p>
            <p><LinkButton href=Route::Aid.href() label=t(k::AID_OPEN) kind=ButtonKind::Second /></p>
        </section>
    }
    .into_any()
}

/// The children whom one represents are a page of their own.
fn children() -> AnyView {
    view! {
        <section class="stack-s" aria-labelledby="children">
            <h2 id="children">{t(k::CHILDREN_TITLE)}</h2>
            <p>{t(k::CHILDREN_TEXT)}</p>
            <p><LinkButton href=Route::Children.href() label=t(k::CHILDREN_OPEN) kind=ButtonKind::Second /></p>
        </section>
    }
    .into_any()
}

/// Guests at one's home are a page of their own.
fn stays() -> AnyView {
    view! {
        <section class="stack-s" aria-labelledby="stays">
            <h2 id="stays">{t(k::STAYS_TITLE)}</h2>
            <p>{t(k::STAYS_TEXT)}</p>
            <p><LinkButton href=Route::Stays.href() label=t(k::STAYS_OPEN) kind=ButtonKind::Second /></p>
        </section>
    }
    .into_any()
}

/// What keeps the account safe is a page of its own.
fn security() -> AnyView {
    view! {
        <section class="stack-s" aria-labelledby="security">
            <h2 id="security">{t(k::SECURITY_TITLE)}</h2>
            <p>{t(k::SECURITY_TEXT)}</p>
            <p class="row">
                <LinkButton href=Route::Security.href() label=t(k::SECURITY_OPEN) kind=ButtonKind::Second />
                <LinkButton href=Route::Helper.href() label=t(k::SECURITY_HELPER) kind=ButtonKind::Second />
            </p>
        </section>
    }
    .into_any()
}

/// What is held about oneself is a page of its own.
fn own_data() -> AnyView {
    view! {
        <section class="stack-s" aria-labelledby="own-data">
            <h2 id="own-data">{t(k::OWN_DATA_TITLE)}</h2>
            <p>{t(k::OWN_DATA_TEXT)}</p>
            <p><LinkButton href=Route::OwnData.href() label=t(k::OWN_DATA_OPEN) kind=ButtonKind::Second /></p>
        </section>
    }
    .into_any()
}

#[component]
fn SignOut() -> impl IntoView {
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let leave = move |()| {
        busy.set(true);
        spawn_local(async move {
            match api::account::sign_out().await {
                Ok(()) => {
                    super::note(false);
                    focus::want_heading();
                    Route::SignIn.go();
                    announce::polite(t(k::SIGNED_OUT));
                }
                Err(error) => {
                    busy.set(false);
                    failed.set(Some(error.words()));
                }
            }
        });
    };
    view! {
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row"><Button label=t(k::SIGN_OUT) kind=ButtonKind::Second busy=busy on_press=leave /></p>
    }
}
