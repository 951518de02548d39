//! Moving the focus.

use super::{announce, dom, title};
use leptos::prelude::request_animation_frame;
use std::cell::Cell;
use web_sys::HtmlElement;

thread_local! {
    static HEADING_WANTED: Cell<bool> = const { Cell::new(false) };
}

/// Focuses the element with this id after the next drawing. For a group of choices, its first choice.
pub fn later(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || now(&id));
}

/// Focuses the element with this id; where it cannot take the focus, the first control inside it.
pub fn now(id: &str) {
    let Some(element) = dom::by_id(id) else { return };
    if focus(&element) {
        return;
    }
    if let Ok(Some(inside)) = element.query_selector("input, select, textarea, button, a[href]") {
        use wasm_bindgen::JsCast;
        inside.dyn_into().ok().map(|inside: HtmlElement| focus(&inside));
    }
}

/// Whether there is an element with this id.
#[must_use]
pub fn is_there(id: &str) -> bool {
    dom::by_id(id).is_some()
}

/// Focuses the element after the next drawing, where the focus has gone together with what had it.
pub fn rescue(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let active = dom::document().active_element();
        if active.is_none_or(|active| active.tag_name() == "BODY") {
            now(&id);
        }
    });
}

fn focus(element: &HtmlElement) -> bool {
    let _ = element.focus();
    dom::document()
        .active_element()
        .is_some_and(|active| active == **element)
}

/// The next page heading that is drawn takes the focus: after a navigation, or a new step of the same page.
pub fn want_heading() {
    HEADING_WANTED.set(true);
}

/// Called by a page's heading once it is drawn. Names the page, and takes the focus where that was asked for.
pub fn heading_drawn(heading: &HtmlElement, text: &str) {
    title::set(text);
    take_focus(heading, text);
}

/// The same for the first page, whose title is the site's own.
pub fn home_drawn(heading: &HtmlElement) {
    title::set_site();
    take_focus(heading, &dom::document().title());
}

fn take_focus(heading: &HtmlElement, text: &str) {
    let connected = heading.is_connected();
    if !HEADING_WANTED.replace(false) {
        return;
    }
    let heading = heading.clone();
    let text = text.to_owned();
    let take = move || {
        // Where the page is seen from is decided by the navigation.
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
        announce::polite(&text);
    };
    // At once where that is possible: a frame later somebody quick with the keyboard may be in the first field already.
    if connected {
        take();
    } else {
        request_animation_frame(take);
    }
}

/// Which control of the static shell has the focus, counted in document order.
pub fn index_in(root: &HtmlElement) -> Option<u32> {
    let active = dom::document().active_element()?;
    let controls = root.query_selector_all("a, button").ok()?;
    (0..controls.length()).find(|index| controls.item(*index).is_some_and(|node| *node == **active))
}

/// Gives the focus to the control at this place; the mounted shell has the same controls as the static one.
pub fn restore(root: &HtmlElement, index: u32) {
    use wasm_bindgen::JsCast;
    let controls = root.query_selector_all("a, button").ok();
    if let Some(Ok(control)) = controls
        .and_then(|list| list.item(index))
        .map(JsCast::dyn_into::<HtmlElement>)
    {
        let _ = control.focus();
    }
}

/// From the row that holds the focus to the next one, or the one before: focuses its first link. Where no row holds it,
/// the first row. `rows` is a selector.
pub fn step_row(rows: &str, forward: bool) {
    use wasm_bindgen::JsCast;
    let Ok(list) = dom::document().query_selector_all(rows) else {
        return;
    };
    let Some(last) = list.length().checked_sub(1) else {
        return;
    };
    let active = dom::document().active_element();
    let holds = |index: &u32| {
        list.item(*index)
            .is_some_and(|row| row.contains(active.as_deref()))
    };
    let to = match ((0..=last).find(holds), forward) {
        (None, _) => 0,
        (Some(at), true) => (at + 1).min(last),
        (Some(at), false) => at.saturating_sub(1),
    };
    let row: Option<web_sys::Element> = list.item(to).and_then(|row| row.dyn_into().ok());
    let link = row.and_then(|row| row.query_selector("a[href]").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
    }
}

/// Whether an element that a selector finds holds the focus.
pub fn is_in(selector: &str) -> bool {
    let active = dom::document().active_element();
    active.is_some_and(|active| active.closest(selector).is_ok_and(|found| found.is_some()))
}
