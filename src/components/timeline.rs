//! What has happened and what comes next.

use crate::browser::html::Html;
use crate::i18n::{keys, t};
use leptos::prelude::*;

/// Where a stage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageState {
    /// Behind us.
    Done,
    /// Now.
    Current,
    /// Still to come.
    Later,
    /// It did not work out.
    Failed,
}

/// One stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Where it stands.
    pub state: StageState,
    /// What it is.
    pub title: String,
    /// When it was, or when it is due; may be empty.
    pub when: String,
    /// Who acts next, what to do; may be empty.
    pub note: String,
}

/// The stages in order.
#[component]
pub fn Timeline(
    /// From the first to the last.
    stages: Vec<Stage>,
) -> impl IntoView {
    let mut html = Html::new();
    for stage in &stages {
        let (open, words) = match stage.state {
            StageState::Done => (
                "<li class=done><svg aria-hidden=true><use href=#i-done /></svg>",
                keys::common::STAGE_DONE,
            ),
            StageState::Current => (
                "<li class=current aria-current=step><svg aria-hidden=true><use href=#i-current /></svg>",
                keys::common::STAGE_CURRENT,
            ),
            StageState::Later => (
                "<li class=later><svg aria-hidden=true><use href=#i-later /></svg>",
                keys::common::STAGE_LATER,
            ),
            StageState::Failed => (
                "<li class=failed><svg aria-hidden=true><use href=#i-failed /></svg>",
                keys::common::STAGE_FAILED,
            ),
        };
        html.tags(open)
            .within("<p class=title>", &stage.title, "<span class=visually-hidden> – ")
            .words(t(words))
            .tags("</span></p>");
        for note in [&stage.when, &stage.note]
            .into_iter()
            .filter(|note| !note.is_empty())
        {
            html.within("<p class=note>", note, "</p>");
        }
        html.tags("</li>");
    }
    view! { <ol class="timeline" inner_html=html.finish()></ol> }
}
