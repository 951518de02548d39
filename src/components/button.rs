//! Buttons do something here; links go somewhere else.

use super::{Icon, icon};
use crate::i18n::{keys, t};
use leptos::prelude::*;

/// How much a button wants to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one main action of a page.
    #[default]
    Main,
    /// Any other action.
    Second,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "button",
            Self::Second => "button button-second",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button. While `busy` it says so, keeps the focus, and a second press does nothing.
///
/// In a `<form>` leave `on_press` out: the form's `submit` does the work, so that the Enter key works too.
#[component]
pub fn Button(
    /// What it does, as a verb.
    #[prop(into)]
    label: String,
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// True while the work is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// What happens.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let text = move || {
        if busy.get() {
            t(keys::common::SENDING).to_owned()
        } else {
            label.clone()
        }
    };
    let press = move |event: leptos::ev::MouseEvent| {
        if busy.get_untracked() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            class=kind.class()
            type=if on_press.is_some() { "button" } else { "submit" }
            aria-disabled=move || busy.get().then_some("true")
            on:click=press
        >
            {text}
        </button>
    }
}

/// A quiet button inside a text or a list.
#[component]
pub fn TextButton(
    /// What it does.
    #[prop(into)]
    label: String,
    /// More words for screen readers: which row it belongs to.
    #[prop(optional, into)]
    about: String,
    /// What happens.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let about = (!about.is_empty()).then(|| view! { <span class="visually-hidden">" "{about}</span> });
    view! { <button class="button-text" type="button" on:click=move |_| on_press.run(())>{label}{about}</button> }
}

/// A link that looks like a button, for the one way on.
#[component]
pub fn LinkButton(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// Its words.
    #[prop(into)]
    label: String,
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
) -> impl IntoView {
    view! { <a class=kind.class() href=href>{label}</a> }
}

/// The way back, above the heading.
#[component]
pub fn Back(
    /// Where to.
    #[prop(into)]
    href: String,
) -> impl IntoView {
    view! { <a class="back" href=href>{icon(Icon::Left)}{t(keys::common::BACK)}</a> }
}
