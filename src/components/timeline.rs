//! What has happened and what comes next.

use super::{Icon, icon};
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
    let stages = stages
        .into_iter()
        .map(|stage| {
            let (class, drawn, words) = match stage.state {
                StageState::Done => ("done", Icon::Done, keys::common::STAGE_DONE),
                StageState::Current => ("current", Icon::Current, keys::common::STAGE_CURRENT),
                StageState::Later => ("later", Icon::Later, keys::common::STAGE_LATER),
                StageState::Failed => ("failed", Icon::Failed, keys::common::STAGE_FAILED),
            };
            let when = (!stage.when.is_empty()).then(|| view! { <p class="note">{stage.when}</p> });
            let note = (!stage.note.is_empty()).then(|| view! { <p class="note">{stage.note}</p> });
            view! {
                <li class=class aria-current=(stage.state == StageState::Current).then_some("step")>
                    {icon(drawn)}
                    <p class="title">{stage.title}<span class="visually-hidden">" – "{t(words)}</span></p>
                    {when}
                    {note}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline">{stages}</ol> }
}
