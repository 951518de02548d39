//! What the address names: a question, an answer, or what people report.

use super::{answer, keep, question};
use crate::api;
use crate::browser::location;
use crate::components::{Back, Fetched, Heading, LinkButton};
use crate::i18n::{keys::rescue as k, t};
use crate::routes::Route;
use eid_domain::wire::rescue::{RescueAnswer, RescueQuestion, RescueView};
use leptos::prelude::*;
use std::pin::Pin;
use std::rc::Rc;

/// All that the page shows.
#[derive(Clone)]
struct Known {
    tree: Rc<RescueView>,
    /// Not known where the settings did not come: then the slip has it.
    hotline: Option<String>,
}

/// The address of a question or an answer.
pub(super) fn href(id: &str) -> String {
    format!("{}?chon={id}", Route::Rescue.href())
}

/// Draws it.
pub(super) fn page() -> AnyView {
    let fetch = || -> Pin<Box<dyn Future<Output = Result<Known, String>>>> { Box::pin(known()) };
    let show = |known: Known| {
        keep::page();
        content(&known)
    };
    view! { <div class="page rescue"><Fetched fetch=fetch show=show /></div> }.into_any()
}

async fn known() -> Result<Known, String> {
    let (tree, config) = api::both(api::rescue::get(), api::config::get()).await;
    Ok(Known {
        tree: tree.map_err(|error| error.words())?,
        hotline: config.ok().map(|config| config.hotline),
    })
}

fn content(known: &Known) -> AnyView {
    let tree = &*known.tree;
    let answered = location::query("loi").and_then(|code| of_trouble(tree, &code));
    let Some(id) = location::query("chon") else {
        return match (answered, tree.questions.first()) {
            (Some(found), _) => answer::view(tree, found, above(tree, &found.id), known.hotline.as_deref()),
            (None, Some(first)) => question::first(first),
            (None, None) => unknown(),
        };
    };
    let back = above(tree, &id);
    if let Some(found) = tree.questions.iter().find(|one| one.id == id) {
        question::view(found, back)
    } else if let Some(found) = tree.answers.iter().find(|one| one.id == id) {
        answer::view(tree, found, back, known.hotline.as_deref())
    } else {
        unknown()
    }
}

fn of_trouble<'a>(tree: &'a RescueView, code: &str) -> Option<&'a RescueAnswer> {
    let named = |known: &String| known.eq_ignore_ascii_case(code);
    tree.answers
        .iter()
        .find(|answer| answer.troubles.iter().any(named))
}

/// The address of the question that leads here; of the first one that does.
fn above(tree: &RescueView, id: &str) -> String {
    let leads = |question: &&RescueQuestion| question.choices.iter().any(|choice| choice.to == id);
    match tree.questions.iter().position(|question| leads(&question)) {
        Some(at) if at > 0 => tree
            .questions
            .get(at)
            .map_or_else(String::new, |found| href(&found.id)),
        _ => Route::Rescue.href(),
    }
}

/// An old bookmark.
fn unknown() -> AnyView {
    view! {
        <Back href=Route::Help.href() />
        <Heading text=t(k::UNKNOWN) />
        <p class="row"><LinkButton href=Route::Rescue.href() label=t(k::AGAIN) /></p>
    }
    .into_any()
}
