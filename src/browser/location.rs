//! The address bar: where we are, going somewhere else, and links that need no reload.

use super::focus;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, HtmlAnchorElement, MouseEvent, ScrollRestoration};

/// How we came to an address.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arrival {
    /// The page was opened here.
    Opened,
    /// A link or a button.
    Followed,
    /// The browser's back or forward; the way down the page to return to, in pixels.
    Returned(f64),
}

thread_local! {
    static ARRIVAL: Cell<Arrival> = const { Cell::new(Arrival::Opened) };
    static PLACE: ArcRwSignal<String> = ArcRwSignal::new(path());
}

/// The path and the query now, e.g. `/en/desk?date=2026-11-23`.
fn path() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// Path and query, followed.
pub fn place() -> ArcRwSignal<String> {
    PLACE.with(Clone::clone)
}

/// How the present address was reached.
pub fn arrival() -> Arrival {
    ARRIVAL.get()
}

/// The part of the address behind `#`, decoded: servers never see it, so secrets travel there.
pub fn hash() -> String {
    let raw = window().location().hash().unwrap_or_default();
    let raw = raw.trim_start_matches('#');
    js_sys::decode_uri_component(raw).map_or_else(|_| raw.to_owned(), String::from)
}

/// Query and hash as they are in the address, e.g. `?date=2026-11-23#key`.
pub fn behind_path() -> String {
    let location = window().location();
    location.search().unwrap_or_default() + &location.hash().unwrap_or_default()
}

/// A value of the query.
pub fn query(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Whether we are at a path, whatever its query.
pub fn place_is(path: &str) -> bool {
    window().location().pathname().is_ok_and(|now| now == path)
}

/// The whole address, with what is behind `#`.
pub fn href() -> String {
    window().location().href().unwrap_or_default()
}

/// Scheme, name and port of this site: `https://eid.example`.
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Name and port of this site, for paper: `eid.example`.
pub fn host() -> String {
    window().location().host().unwrap_or_default()
}

/// Goes to a path of this site and leaves an entry to come back to.
pub fn push(url: &str) {
    go(url, false);
}

/// Goes to a path of this site in place of the present one.
pub fn replace(url: &str) {
    go(url, true);
}

/// Gives the present page another address, without drawing it anew: a page that changed by itself.
pub fn rename(url: &str) {
    let Ok(history) = window().history() else { return };
    if history
        .replace_state_with_url(&JsValue::NULL, "", Some(url))
        .is_ok()
    {
        PLACE.with(|place| place.update_untracked(|place| *place = path()));
    }
}

fn go(url: &str, replace: bool) {
    let Ok(history) = window().history() else { return };
    let done = if replace {
        history.replace_state_with_url(&JsValue::NULL, "", Some(url))
    } else {
        // The entry we leave remembers how far down we were.
        let y = JsValue::from_f64(window().scroll_y().unwrap_or(0.0));
        let _ = history.replace_state(&y, "");
        history.push_state_with_url(&JsValue::NULL, "", Some(url))
    };
    if done.is_err() {
        // The browser refuses when there are too many in a short time: go the slow way.
        let _ = window().location().set_href(url);
        return;
    }
    ARRIVAL.set(Arrival::Followed);
    PLACE.with(|place| place.set(path()));
}

/// Scrolls to where the present address should be seen from.
pub fn scroll() {
    let y = match arrival() {
        Arrival::Opened => return,
        Arrival::Followed => 0.0,
        Arrival::Returned(y) => y,
    };
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Reloads the page from the server.
pub fn reload() {
    let _ = window().location().reload();
}

/// Listens to links and to the browser's back and forward, for as long as the page lives.
pub fn listen() {
    restore_by(ScrollRestoration::Manual);
    let returned = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let state = event
            .dyn_ref::<web_sys::PopStateEvent>()
            .and_then(|event| event.state().as_f64());
        // Another `#` on the same page is the browser's own business.
        if PLACE.with(|place| place.get_untracked()) != path() {
            ARRIVAL.set(Arrival::Returned(state.unwrap_or(0.0)));
            PLACE.with(|place| place.set(path()));
        }
    });
    let clicked = Closure::<dyn Fn(MouseEvent)>::new(clicked);
    let _ = window().add_event_listener_with_callback("popstate", returned.as_ref().unchecked_ref());
    let _ = window().add_event_listener_with_callback("click", clicked.as_ref().unchecked_ref());
    // A reload is the browser's own business again.
    let left = Closure::<dyn Fn()>::new(|| restore_by(ScrollRestoration::Auto));
    let _ = window().add_event_listener_with_callback("pagehide", left.as_ref().unchecked_ref());
    returned.forget();
    clicked.forget();
    left.forget();
}

fn restore_by(whom: ScrollRestoration) {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(whom);
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "an event handler is given its event"
)]
fn clicked(event: MouseEvent) {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return;
    }
    let Some(link) = link_of(&event) else { return };
    let elsewhere = link.has_attribute("download")
        || !matches!(link.target().as_str(), "" | "_self")
        || link.rel().contains("external")
        || link.origin() != window().location().origin().unwrap_or_default()
        || link.pathname().starts_with("/api/");
    if elsewhere {
        return;
    }
    let written = link.get_attribute("href").unwrap_or_default();
    if let Some(id) = written.strip_prefix('#') {
        // The receipt keeps its key behind `#`: a jump within the page must not overwrite it.
        event.prevent_default();
        focus::now(id);
        return;
    }
    event.prevent_default();
    let to = link.pathname() + &link.search() + &link.hash();
    if to == path() { replace(&to) } else { push(&to) }
}

fn link_of(event: &MouseEvent) -> Option<HtmlAnchorElement> {
    let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    element.closest("a[href]").ok()??.dyn_into().ok()
}
