//! The journey as a list of tasks, for who left it and comes back: what is done, what is next, what is left.

use super::place::{Place, rank};
use crate::components::{LinkButton, Tag, TagKind};
use crate::i18n::{keys::activation as k, t, tf};
use crate::routes::Route;
use eid_domain::wire::activation::{ActivationView, Step};
use leptos::prelude::*;

/// One a task that people count; its place is the first step that belongs to it.
const TASKS: [Step; 4] = [Step::Code, Step::Password, Step::Passcode, Step::Questions];

/// The list of a journey that was begun, and the way on.
pub(super) fn list(view: &ActivationView) -> AnyView {
    let there = view.step;
    let tasks = TASKS.into_iter().map(|task| one(task, there)).collect_view();
    let (title, on) = if there == Step::Done {
        (k::DONE_TITLE, (Route::SignIn.href(), k::DONE_SIGN_IN))
    } else {
        (k::RESUME_TITLE, (Place::At(there).href(), k::RESUME_GO))
    };
    let leave = (there != Step::Done).then(|| {
        let minutes = view.expires_in_s.div_ceil(60).to_string();
        view! { <p class="hint">{tf(k::LEAVE, &[("minutes", &minutes)])}</p> }
    });
    view! {
        <section class="panel stack-s" aria-labelledby="tasks">
            <h2 id="tasks">{t(title)}</h2>
            <ol class="tasks">{tasks}</ol>
            <p class="row"><LinkButton href=on.0 label=t(on.1) /></p>
            {leave}
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
        return view! { <li>{name}<Tag text=t(k::TASK_NEXT) kind=TagKind::Info /></li> }.into_any();
    }
    view! { <li>{name}<Tag text=t(k::TASK_LATER) /></li> }.into_any()
}
