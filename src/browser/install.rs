//! Offering a page to be installed: browsers read the manifest that a page names while it is open.

use super::dom;
use leptos::prelude::on_cleanup;

/// The checking of e-IDs, which opens without a network too.
pub const CHECKER: &str = "/check.webmanifest";

/// Names a manifest for as long as the calling component lives.
pub fn offer(address: &'static str) {
    if name(address).is_some() {
        on_cleanup(move || {
            if let Some(link) = dom::find(&format!("link[rel=manifest][href='{address}']")) {
                link.remove();
            }
        });
    }
}

fn name(address: &str) -> Option<()> {
    let document = dom::document();
    let link = document.create_element("link").ok()?;
    link.set_attribute("rel", "manifest").ok()?;
    link.set_attribute("href", address).ok()?;
    document.head()?.append_child(&link).ok()?;
    Some(())
}
