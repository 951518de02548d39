//! Nothing to show, and what to do about it.

use leptos::prelude::*;

/// An empty list, in words, with the next best way as its content.
#[component]
pub fn Empty(
    /// What is not there.
    #[prop(into)]
    title: String,
    /// The way on.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! { <div class="empty"><h2>{title}</h2>{children.map(|children| children())}</div> }
}
