//! Styles that only some pages have.

use super::dom;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Adds a sheet to the document, unless it is there. Gives what to wait for before anything is shown in its style.
pub fn request(name: &str) -> Option<JsFuture> {
    let hash = dom::meta("eid-sheets")?;
    let address = format!("/assets/styles/{name}.{hash}.css");
    if dom::find(&format!("link[href='{address}']")).is_some() {
        return None;
    }
    let head = dom::find("head")?;
    let link = dom::document().create_element("link").ok()?;
    link.set_attribute("rel", "stylesheet").ok()?;
    link.set_attribute("href", &address).ok()?;
    let promise = Promise::new(&mut |arrived, _| {
        // One that does not arrive leaves a page that is plain but can be used.
        for event in ["load", "error"] {
            let _ = link.add_event_listener_with_callback(event, &arrived);
        }
        let _ = head.append_child(&link);
    });
    Some(JsFuture::from(promise))
}
