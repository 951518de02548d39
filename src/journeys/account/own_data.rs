//! `/tai-khoan/du-lieu`: what is held about oneself, taken along, and closing the account.

mod close;
mod export;
mod held;

use crate::api;
use crate::browser::{focus, print};
use crate::components::{Back, Button, ButtonKind, Fetched, Heading, LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::own_data as k, t};
use crate::routes::{Draw, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::own_data::OwnDataView;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(own_data_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    let closed = RwSignal::new(false);
    let part = move || {
        if closed.get() {
            return gone();
        }
        let show = move |view: Option<OwnDataView>| match view {
            Some(view) => content(&view, closed),
            None => {
                super::note(false);
                Route::SignIn.replace();
                ().into_any()
            }
        };
        view! {
            <Back href=Route::Account.href() />
            <Heading text=t(k::TITLE) />
            <p class="lead">{t(k::LEAD)}</p>
            <Fetched fetch=|| Box::pin(open()) show=show />
        }
        .into_any()
    };
    view! { <div class="page account">{part}</div> }.into_any()
}

/// `None` where nobody is signed in.
async fn open() -> Result<Option<OwnDataView>, String> {
    match api::own_data::get().await {
        Ok(view) => Ok(Some(view)),
        Err(error) if error.is(ProblemCode::NotSignedIn) => Ok(None),
        Err(error) => Err(error.words()),
    }
}

fn content(view: &OwnDataView, closed: RwSignal<bool>) -> AnyView {
    let open = view.open_dossier;
    view! {
        {held::view(view)}
        <p class="row"><Button label=t(k::PRINT) kind=ButtonKind::Second on_press=|()| print::page() /></p>
        {export::view()}
        {close::view(open, closed)}
    }
    .into_any()
}

/// The account is closed: nobody is signed in here any more.
fn finish(closed: RwSignal<bool>) {
    super::note(false);
    focus::want_heading();
    let _ = closed.try_set(true);
}

fn gone() -> AnyView {
    view! {
        <Heading text=t(k::CLOSED_TITLE) />
        <Notice kind=NoticeKind::Ok><p>{t(k::CLOSED_TEXT)}</p></Notice>
        <p>{t(k::CLOSE_KEPT)}</p>
        <p class="row"><LinkButton href=Route::Home.href() label=t(k::CLOSED_HOME) /></p>
    }
    .into_any()
}
