//! A place on the page for one test, and hands to use it.

use crate::browser::timer;
use crate::i18n::{self, Lang, keys::Namespace};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit};

const TEXTS: &[(&str, &str, &[&str])] = include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// What a test has mounted; gone when the test ends.
pub(crate) struct Stage {
    root: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// Mounts a view in Vietnamese, with the live region of the real page beside it.
pub(crate) fn mount<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Stage {
    for (lang, name, texts) in TEXTS {
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        if let Some(namespace) = Namespace::ALL.iter().find(|known| known.name() == *name) {
            i18n::install(Lang::from_tag(lang), *namespace, texts);
        }
    }
    i18n::set_lang(Lang::Vi);
    let document = leptos::prelude::document();
    // A test that failed could not tidy up behind itself.
    while let Some(left) = document.query_selector("[data-stage]").unwrap() {
        left.remove();
    }
    let root: HtmlElement = document.create_element("div").unwrap().dyn_into().unwrap();
    root.set_attribute("data-stage", "").unwrap();
    let region = document.create_element("div").unwrap();
    region.set_id("announcer");
    root.append_child(&region).unwrap();
    let place: HtmlElement = document.create_element("div").unwrap().dyn_into().unwrap();
    root.append_child(&place).unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let mounted = leptos::mount::mount_to(place, view);
    Stage {
        root,
        _mounted: Box::new(mounted),
    }
}

impl Stage {
    /// The first element that a selector finds.
    pub(crate) fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root
            .query_selector(selector)
            .unwrap()
            .and_then(|found| found.dyn_into().ok())
    }

    /// The element that a selector finds; a test that needs one fails without it.
    pub(crate) fn get(&self, selector: &str) -> HtmlElement {
        self.find(selector)
            .unwrap_or_else(|| panic!("{selector} is not there: {}", self.root.inner_html()))
    }

    /// How many a selector finds.
    pub(crate) fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    /// The words of an element, in one line.
    pub(crate) fn text(&self, selector: &str) -> String {
        let text = self.get(selector).text_content().unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What stands in a field.
    pub(crate) fn value(&self, selector: &str) -> String {
        self.get(selector).dyn_into::<HtmlInputElement>().unwrap().value()
    }

    /// What was last said politely.
    pub(crate) fn said(&self) -> String {
        self.text("#announcer")
    }

    /// Replaces what stands in a field, as typing or pasting does.
    pub(crate) async fn type_into(&self, selector: &str, text: &str) {
        let input: HtmlInputElement = self.get(selector).dyn_into().unwrap();
        input.focus().unwrap();
        input.set_value(text);
        let bubbling = EventInit::new();
        bubbling.set_bubbles(true);
        input
            .dispatch_event(&Event::new_with_event_init_dict("input", &bubbling).unwrap())
            .unwrap();
        settle().await;
    }

    /// Presses a key; tells whether the browser's own reaction was prevented.
    pub(crate) async fn press(&self, selector: &str, key: &str) -> bool {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        let goes_on = self.get(selector).dispatch_event(&event).unwrap();
        settle().await;
        !goes_on
    }

    /// Clicks.
    pub(crate) async fn click(&self, selector: &str) {
        self.get(selector).click();
        settle().await;
    }

    /// An attribute of an element.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.get(selector).get_attribute(name)
    }
}

/// The id of what has the focus.
pub(crate) fn focused() -> String {
    let active: Option<Element> = leptos::prelude::document().active_element();
    active.map(|element| element.id()).unwrap_or_default()
}

/// Lets effects, frames and the live region finish.
pub(crate) async fn settle() {
    timer::sleep(120).await;
}
