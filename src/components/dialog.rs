//! A question that must be answered first. The browser's own `<dialog>` keeps the focus inside and gives it back.

use crate::browser::dom;
use leptos::{html, prelude::*};

/// Whether a dialog is open, and how it is closed: a flag, or something that is asked about while there is something.
#[derive(Clone, Copy)]
pub struct Open {
    shown: Signal<bool>,
    close: Callback<()>,
}

impl From<RwSignal<bool>> for Open {
    fn from(open: RwSignal<bool>) -> Self {
        Self {
            shown: open.into(),
            close: Callback::new(move |()| {
                let _ = open.try_set(false);
            }),
        }
    }
}

impl<T: Send + Sync + 'static> From<RwSignal<Option<T>>> for Open {
    fn from(asked: RwSignal<Option<T>>) -> Self {
        Self {
            shown: Signal::derive(move || asked.with(Option::is_some)),
            close: Callback::new(move |()| {
                let _ = asked.try_set(None);
            }),
        }
    }
}

/// A modal dialog. Escape closes it, and any control that empties what `open` was made from.
///
/// What is inside begins anew each time it opens: state that belongs to one question is made there.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Open,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// Words and buttons.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let Open { shown, close } = open;
    // Not a signal kept in step with another: the element's own state follows the one signal.
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if shown.get() {
            dom::show_modal(&dialog);
        } else {
            dialog.close();
        }
    });
    // The browser tells of a closing a moment later. Whoever has asked again by then keeps the dialog they asked for.
    let closed = move || {
        let open_again = node.get_untracked().is_some_and(|dialog| dialog.open());
        if !open_again {
            close.run(());
        }
    };
    view! {
        <dialog class="dialog" node_ref=node aria-labelledby="dialog-title" on:close=move |_| closed()>
            <Show when=move || shown.get()>
                <h2 id="dialog-title">{title.clone()}</h2>
                {children()}
            </Show>
        </dialog>
    }
}
