//! A question and what can be said: links, so that they work with any key, any reader and without a network.

use super::page::href;
use crate::components::{Back, Heading, Icon, icon};
use crate::i18n::{keys::rescue as k, t};
use crate::routes::Route;
use eid_domain::wire::rescue::RescueQuestion;
use leptos::prelude::*;

/// The first one.
pub(super) fn first(question: &RescueQuestion) -> AnyView {
    view! {
        <Back href=Route::Help.href() />
        <Heading text=question.title.clone() />
        <p class="lead">{t(k::LEAD)}</p>
        {choices(question)}
        <p class="hint">{t(k::KEPT)}</p>
    }
    .into_any()
}

/// Any other.
pub(super) fn view(question: &RescueQuestion, back: String) -> AnyView {
    view! {
        <Back href=back />
        <Heading text=question.title.clone() />
        {choices(question)}
    }
    .into_any()
}

fn choices(question: &RescueQuestion) -> AnyView {
    let choices = question
        .choices
        .iter()
        .map(|choice| {
            view! { <li><a href=href(&choice.to)><span>{choice.words.clone()}</span>{icon(Icon::Right)}</a></li> }
        })
        .collect_view();
    view! { <ul class="rescue-choices">{choices}</ul> }.into_any()
}
