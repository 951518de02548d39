//! A status in a word or two: the words say it, the colour only helps.

use leptos::prelude::*;

/// What kind of status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagKind {
    /// Nothing special.
    #[default]
    Plain,
    /// Under way.
    Info,
    /// Done.
    Ok,
    /// Somebody must do something.
    Warning,
    /// Went wrong.
    Danger,
}

/// The status.
#[component]
pub fn Tag(
    /// Its words.
    #[prop(into)]
    text: String,
    /// Its kind.
    #[prop(optional)]
    kind: TagKind,
) -> impl IntoView {
    let class = match kind {
        TagKind::Plain => "tag",
        TagKind::Info => "tag tag-info",
        TagKind::Ok => "tag tag-ok",
        TagKind::Warning => "tag tag-warn",
        TagKind::Danger => "tag tag-danger",
    };
    view! { <span class=class>{text}</span> }
}
