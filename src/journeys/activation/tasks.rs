//! The journey as a list of tasks, for who left it and comes back: what is done, what is next, what is left.

use super::place::{Place, rank};
use crate::components::{Tag, TagKind};
use crate::i18n::{keys::activation as k, t, tf};
use eid_domain::wire::activation::{ActivationView, Step};
use leptos::prelude::*;

/// One a task that people count; its place is the first step that belongs to it.
const TASKS: [Step; 4] = [Step::Code, Step::Password, Step::Passcode, Step::Questions];

/// The list of a journey that was begun.
pub(super) fn list(view: &ActivationView) -> AnyView {
    let there = view.step;
    let minutes = view.expires_in_s.div_ceil(60).to_string();
    let tasks = TASKS.into_iter().map(|task| one(task, there)).collect_view();
    view! {
        <section class="panel stack-s" aria-labelledby="tasks">
            <h2 id="tasks">{t(k::RESUME_TITLE)}</h2>
            <ol class="tasks">{tasks}</ol>
            <p class="hint">{tf(k::LEAVE, &[("minutes", &minutes)])}</p>
        </section>
    }
    .into_any()
}

fn one(task: Step, there: Step) -> AnyView {
    let name = t(Place::At(task).name());
    if rank(task) < rank(there) {
        return view! { <li>{name}<Tag text=t(k::TASK_DONE) kind=TagKind::Ok /></li> }.into_any();
    }
    if task == there {
        let href = Place::At(task).href();
        return view! { <li><a href=href>{name}</a><Tag text=t(k::TASK_NEXT) kind=TagKind::Info /></li> }
            .into_any();
    }
    view! { <li>{name}<Tag text=t(k::TASK_LATER) /></li> }.into_any()
}
