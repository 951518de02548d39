//! More for those who want it.

use leptos::prelude::*;

/// A summary that opens.
#[component]
pub fn Details(
    /// The line that is always there.
    #[prop(into)]
    summary: String,
    /// An id, so that a link can lead here.
    #[prop(optional)]
    id: Option<&'static str>,
    /// The rest.
    children: Children,
) -> impl IntoView {
    view! { <details class="details" id=id><summary>{summary}</summary><div>{children()}</div></details> }
}
