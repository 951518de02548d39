//! When the app stops: a panic in WASM ends it for good, so plain HTML takes its place.

use super::dom;
use leptos::prelude::window;
use wasm_bindgen::JsCast;

/// From now on a panic shows the help block of `index.html` instead of a dead page.
pub fn install() {
    std::panic::set_hook(Box::new(|info| {
        // The place in our code, never the values: they may be a person's.
        let place = info
            .location()
            .map(|at| format!("{}:{}", at.file(), at.line()))
            .unwrap_or_default();
        leptos::logging::error!("the app stopped at {place}");
        show();
    }));
}

/// Shows the help block in place of the app.
pub fn show() {
    if let Some(app) = dom::by_id("app") {
        app.set_hidden(true);
    }
    let Some(block) = dom::by_id("crash") else { return };
    block.set_hidden(false);
    if let Some(button) = dom::by_id("reload") {
        // The browser's own function, bound: none of our code can be trusted to run from here on.
        let location = window().location();
        if let Ok(reload) = js_sys::Reflect::get(&location, &"reload".into())
            && let Some(reload) = reload.dyn_ref::<js_sys::Function>()
        {
            button.set_onclick(Some(&reload.bind0(&location)));
        }
    }
    if let Some(heading) = dom::find("#crash h1") {
        let _ = heading.focus();
    }
}
