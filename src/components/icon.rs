//! Icons, drawn from the sprite at the end of `index.html`. They never stand alone: words say the same.

use leptos::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it; the drawings are in index.html")]
pub enum Icon {
    Mark,
    Menu,
    Calendar,
    Route,
    Phone,
    User,
    Search,
    Help,
    Info,
    Warning,
    Shield,
    Check,
    Done,
    Current,
    Later,
    Failed,
    Left,
    Right,
    Clock,
    Place,
    Print,
    Share,
    Copy,
    Download,
    Eye,
}

impl Icon {
    const fn href(self) -> &'static str {
        match self {
            Self::Mark => "#i-mark",
            Self::Menu => "#i-menu",
            Self::Calendar => "#i-calendar",
            Self::Route => "#i-route",
            Self::Phone => "#i-phone",
            Self::User => "#i-user",
            Self::Search => "#i-search",
            Self::Help => "#i-help",
            Self::Info => "#i-info",
            Self::Warning => "#i-warning",
            Self::Shield => "#i-shield",
            Self::Check => "#i-check",
            Self::Done => "#i-done",
            Self::Current => "#i-current",
            Self::Later => "#i-later",
            Self::Failed => "#i-failed",
            Self::Left => "#i-left",
            Self::Right => "#i-right",
            Self::Clock => "#i-clock",
            Self::Place => "#i-place",
            Self::Print => "#i-print",
            Self::Share => "#i-share",
            Self::Copy => "#i-copy",
            Self::Download => "#i-download",
            Self::Eye => "#i-eye",
        }
    }
}

/// The icon, hidden from screen readers.
pub fn icon(icon: Icon) -> AnyView {
    view! { <svg aria-hidden="true"><use href=icon.href() /></svg> }.into_any()
}
