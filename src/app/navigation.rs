//! From an address to a page: load first, then show.

use super::{load_failed, pages};
use crate::browser::{announce, assisted, dom, focus, location, sheets, timer};
use crate::i18n::{self, Lang, keys, keys::Namespace, t};
use crate::journeys::desk::helping::{self, Strip};
use crate::routes::{Draw, Route};
use leptos::prelude::*;
use std::cell::Cell;

/// What is seen.
#[derive(Clone)]
pub(super) struct Shown {
    /// The page.
    pub(super) route: Route,
    /// Its language.
    pub(super) lang: Lang,
    /// What stands above a citizen's page while staff use it for somebody.
    pub(super) strip: Option<Strip>,
    /// Its code.
    pub(super) draw: Draw,
}

/// Code or messages of a page did not arrive.
pub(super) struct NotLoaded;

thread_local! {
    /// The latest navigation: an earlier one that arrives later is dropped.
    static LATEST: Cell<u32> = const { Cell::new(0) };
    /// The latest navigation that has arrived.
    static ARRIVED: Cell<u32> = const { Cell::new(0) };
}

/// Loads what the address needs: code, messages and styles at the same time.
pub(super) async fn prepare(address: &str) -> Result<Shown, NotLoaded> {
    let (lang, route) = Route::parse(address);
    let mut wanted = pages::messages(&route);
    wanted.push(Namespace::Shell);
    let helping = assisted::is_on() && !matches!(route, Route::Desk(_));
    if helping {
        wanted.extend(helping::MESSAGES);
    }
    let messages = i18n::request(lang, &wanted);
    let sheets: Vec<_> = pages::sheets(&route)
        .iter()
        .map(|name| sheets::request(name))
        .collect();
    let draw = pages::load(&route).await.map_err(|_| NotLoaded)?;
    i18n::load(messages).await.map_err(|_| NotLoaded)?;
    for arrived in sheets.into_iter().flatten() {
        let _ = arrived.await;
    }
    let strip = match helping {
        true => Some(helping::load().await.map_err(|_| NotLoaded)?),
        false => None,
    };
    Ok(Shown {
        route,
        lang,
        strip,
        draw,
    })
}

/// Makes the first page's language the one that is shown.
pub(super) fn commit_first(first: &Shown) {
    i18n::set_lang(first.lang);
}

/// Follows the address. Gives a signal that is true while a page is on its way.
pub(super) fn follow(shown: RwSignal<Shown>) -> ReadSignal<bool> {
    let (waiting, set_waiting) = signal(false);
    let place = location::place();
    Effect::new(move |known: Option<()>| {
        let address = place.get();
        // The first address is on the screen already.
        if known.is_some() {
            go(address, shown, set_waiting);
        }
    });
    waiting
}

fn go(address: String, shown: RwSignal<Shown>, set_waiting: WriteSignal<bool>) {
    let number = LATEST.get().wrapping_add(1);
    LATEST.set(number);
    set_waiting.set(true);
    wasm_bindgen_futures::spawn_local(async move {
        timer::sleep(1000).await;
        if LATEST.get() == number && ARRIVED.get() != number {
            announce::polite(t(keys::shell::LOADING));
        }
    });
    wasm_bindgen_futures::spawn_local(async move {
        let prepared = prepare(&address).await;
        if LATEST.get() != number {
            return;
        }
        let next = prepared.unwrap_or_else(|NotLoaded| Shown {
            route: Route::parse(&address).1,
            // In the language that is there; the one asked for may be what failed.
            lang: i18n::lang(),
            strip: None,
            draw: load_failed::draw,
        });
        ARRIVED.set(number);
        set_waiting.set(false);
        focus::want_heading();
        dom::hide_popover("menu");
        i18n::set_lang(next.lang);
        shown.set(next);
        // After the new page has been drawn, for its height.
        request_animation_frame(location::scroll);
    });
}
