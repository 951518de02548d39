//! A question that must be answered first. The browser's own `<dialog>` keeps the focus inside and gives it back.

use crate::browser::dom;
use leptos::{html, prelude::*};

/// A modal dialog. Escape and any control that sets `open` to false close it.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// Words and buttons.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    // Not a signal kept in step with another: the element's own state follows the one signal.
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if open.get() {
            dom::show_modal(&dialog);
        } else {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=node aria-labelledby="dialog-title" on:close=move |_| open.set(false)>
            <Show when=move || open.get()>
                <h2 id="dialog-title">{title.clone()}</h2>
                {children()}
            </Show>
        </dialog>
    }
}
