//! What to do: cause, steps, what to bring, the ways on, and what it rests on. One sheet of paper.

use super::ways;
use crate::browser::{intl, print};
use crate::components::{ActionButton, Back, Details, Heading, Icon};
use crate::i18n::{Key, keys::rescue as k, t, tf};
use crate::routes::Route;
use eid_domain::wire::rescue::{RescueAnswer, RescueView};
use leptos::prelude::*;

/// The whole answer.
pub(super) fn view(tree: &RescueView, answer: &RescueAnswer, back: String, hotline: Option<&str>) -> AnyView {
    let why = answer
        .why
        .iter()
        .cloned()
        .map(|line| view! { <p>{line}</p> })
        .collect_view();
    let code = answer
        .troubles
        .first()
        .map(|code| view! { <p class="hint">{tf(k::CODE, &[("code", code)])}</p> });
    let basis = list(&answer.basis);
    let dated = format!("{}: {}.", tree.dated_words, intl::short_date(tree.dated));
    view! {
        <Back href=back />
        <Heading text=answer.title.clone() />
        {why}
        <section class="stack-s" aria-labelledby="rescue-steps">
            {heading("rescue-steps", k::STEPS)}
            <ol class="rescue-steps">{list(&answer.steps)}</ol>
        </section>
        <section class="stack-s" aria-labelledby="rescue-bring">
            {heading("rescue-bring", k::BRING)}
            <ul class="bullets">{list(&answer.bring)}</ul>
        </section>
        <section class="stack-s" aria-labelledby="rescue-ways">
            {heading("rescue-ways", k::WAYS)}
            {ways::view(&answer.ways, hotline)}
            {code}
        </section>
        <Details summary=t(k::BASIS)>
            <ul class="bullets">{basis}</ul>
            <p class="hint">{dated}</p>
        </Details>
        <p class="row no-print">
            <ActionButton drawn=Icon::Print label=t(k::PRINT) on_press=|()| print::page() />
            <a href=Route::Rescue.href()>{t(k::AGAIN)}</a>
        </p>
    }
    .into_any()
}

fn heading(id: &'static str, words: Key) -> AnyView {
    view! { <h2 id=id>{t(words)}</h2> }.into_any()
}

fn list(lines: &[String]) -> AnyView {
    lines
        .iter()
        .cloned()
        .map(|line| view! { <li>{line}</li> })
        .collect_view()
        .into_any()
}
