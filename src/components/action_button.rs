//! A small action with its drawing, for a row of such.

use super::{Icon, icon};
use leptos::prelude::*;

/// A small second-rank button with an icon before its words.
#[component]
pub fn ActionButton(
    /// What is drawn; the words say the same.
    drawn: Icon,
    /// What it does.
    #[prop(into)]
    label: String,
    /// What has come of the press, said in place of the label.
    #[prop(optional)]
    said: Option<RwSignal<Option<String>>>,
    /// What happens.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let words = move || said.and_then(|said| said.get()).unwrap_or_else(|| label.clone());
    view! {
        <button class="button button-second button-small" type="button" on:click=move |_| on_press.run(())>
            {icon(drawn)}
            <span>{words}</span>
        </button>
    }
}
