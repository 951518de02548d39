//! Something that people should know before they go on.

use super::{Icon, icon};
use leptos::prelude::*;

/// How serious it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    #[default]
    Info,
    /// It worked.
    Ok,
    /// Mind this.
    Warning,
    /// It did not work.
    Danger,
}

/// A box with an icon and words. Use few: one a page is plenty.
#[component]
pub fn Notice(
    /// How serious it is.
    #[prop(optional)]
    kind: NoticeKind,
    /// The point in one line; may be left out.
    #[prop(optional, into)]
    title: String,
    /// Says it aloud when it appears after an action.
    #[prop(optional)]
    announced: bool,
    /// The rest.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (class, drawn) = match kind {
        NoticeKind::Info => ("notice", Icon::Info),
        NoticeKind::Ok => ("notice notice-ok", Icon::Done),
        NoticeKind::Warning => ("notice notice-warn", Icon::Warning),
        NoticeKind::Danger => ("notice notice-danger", Icon::Warning),
    };
    let title = (!title.is_empty()).then(|| view! { <p class="notice-title">{title}</p> });
    view! {
        <div class=class role=announced.then_some("status")>
            {icon(drawn)}
            <div class="notice-body">{title}{children.map(|children| children())}</div>
        </div>
    }
}
