//! The document and its elements.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// The page's document.
pub fn document() -> Document {
    leptos::prelude::document()
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a selector finds.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// The content of `<meta name="…">`.
pub fn meta(name: &str) -> Option<String> {
    find(&format!("meta[name={name}]"))?.get_attribute("content")
}

/// Closes the pop-over with this id where it is open. Old browsers know no pop-overs: nothing happens.
pub fn hide_popover(id: &str) {
    let Some(element) = by_id(id) else { return };
    if element.matches(":popover-open").unwrap_or(false) {
        let _ = element.hide_popover();
    }
}

/// Opens a `<dialog>` so that the rest of the page is out of reach until it closes.
pub fn show_modal(dialog: &web_sys::HtmlDialogElement) {
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

/// Scrolls an element into view inside its scrolling box, by as little as needed.
pub fn reveal(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// An attribute of the element that an event comes from, or of the nearest one around it that has it: for one handler of
/// many buttons.
pub fn value_of_target(event: &web_sys::Event, attribute: &str) -> Option<String> {
    let from: Element = event.target()?.dyn_into().ok()?;
    let holder = from.closest(&format!("[{attribute}]")).ok()??;
    holder.get_attribute(attribute)
}
