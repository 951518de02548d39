//! `/tai-khoan/con`: the children whom the owner of the account represents, and the consent to use their accounts.

mod card;
mod child;
mod consent;
mod rights;
mod words;

use super::note;
use crate::api::{self, Owned};
use crate::browser::focus;
use crate::components::{Back, ButtonKind, Fetched, Heading, LinkButton, Notice, NoticeKind};
use crate::i18n::{Key, keys::children as k, t};
use crate::routes::{Draw, Route};
use eid_domain::wire::{children::Children, config::ClientConfig};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(children_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    let show = |opened: Owned<(Children, ClientConfig)>| match opened {
        Owned::Here(known) => content(known),
        Owned::NotActive => view! {
            <Notice kind=NoticeKind::Warning title=t(k::NOT_ACTIVE)>
                <p><LinkButton href=Route::Activate.href() label=t(k::ACTIVATE) /></p>
            </Notice>
        }
        .into_any(),
        Owned::SignedOut => {
            note(false);
            Route::SignIn.replace();
            ().into_any()
        }
    };
    view! {
        <div class="page account">
            <Back href=Route::Account.href() />
            <Heading text=t(k::TITLE) />
            <p class="lead">{t(k::LEAD)}</p>
            <Fetched fetch=|| Box::pin(open()) show=show />
        </div>
    }
    .into_any()
}

async fn open() -> Result<Owned<(Children, ClientConfig)>, String> {
    let (children, config) = api::both(api::children::list(), api::config::get()).await;
    Ok(match Owned::of(children)? {
        Owned::Here(children) => Owned::Here((children, config.map_err(|error| error.words())?)),
        Owned::NotActive => Owned::NotActive,
        Owned::SignedOut => Owned::SignedOut,
    })
}

/// The page's state, shared by its parts. Cheap to copy.
#[derive(Clone, Copy)]
struct Page {
    known: RwSignal<Children>,
    config: StoredValue<ClientConfig>,
    said: RwSignal<Option<(NoticeKind, Key)>>,
}

impl Page {
    /// The server has changed it.
    fn done(self, children: Children, said: Key) {
        let _ = self.known.try_set(children);
        let _ = self.said.try_set(Some((NoticeKind::Ok, said)));
        focus::later("children-said");
    }

    /// What was shown is not true any more.
    async fn changed(self) {
        if let Ok(children) = api::children::list().await {
            let _ = self.known.try_set(children);
        }
        let _ = self.said.try_set(Some((NoticeKind::Warning, k::CHANGED)));
        focus::later("children-said");
    }
}

fn content((children, config): (Children, ClientConfig)) -> AnyView {
    let page = Page {
        known: RwSignal::new(children),
        config: StoredValue::new(config),
        said: RwSignal::new(None),
    };
    let said = move || {
        let (kind, words) = page.said.get()?;
        Some(view! { <Notice kind=kind title=t(words) announced=true /> })
    };
    let list = move || {
        page.known.with(|known| {
            if known.children.is_empty() {
                return none();
            }
            let all = known.children.iter();
            all.map(|child| child::view(page, child, &known.consent_version))
                .collect_view()
                .into_any()
        })
    };
    view! {
        <div id="children-said" tabindex="-1">{said}</div>
        {list}
    }
    .into_any()
}

/// The way to come here.
fn none() -> AnyView {
    let points = [k::NONE_BRING_CARD, k::NONE_BRING_PAPER];
    let points = points.map(|point| view! { <li>{t(point)}</li> });
    view! {
        <section class="panel stack" aria-labelledby="none">
            <h2 id="none">{t(k::NONE)}</h2>
            <p>{t(k::NONE_WAY)}</p>
            <div>
                <p>{t(k::NONE_BRING_LEAD)}</p>
                <ul class="bullets">{points.collect_view()}</ul>
            </div>
            <p class="hint">{t(k::NONE_BRING_NAME)}</p>
            <p><LinkButton href=Route::Needs.href() label=t(k::NONE_BOOK) kind=ButtonKind::Second /></p>
        </section>
    }
    .into_any()
}
