//! The one `h1` of a page.

use crate::browser::focus;
use leptos::{html, prelude::*};

/// Names the page: heading, document title, and what is said and focused after a navigation. Exactly one a page.
///
/// Also for a new step inside one page: call [`focus::want_heading`] before the step changes.
#[component]
pub fn Heading(
    /// What the page is, in a few words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let node = NodeRef::<html::H1>::new();
    let title = text.clone();
    node.on_load(move |heading| focus::heading_drawn(&heading, &title));
    view! { <h1 tabindex="-1" node_ref=node>{text}</h1> }
}
