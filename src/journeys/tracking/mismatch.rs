//! `/lich-hen/{reference}/bao-sai#{key}`: a person tells of wrong data before somebody finds it, and follows what becomes of it.

use super::{
    keyed::{self, Keyed},
    place::said,
    so_far,
};
use crate::api::{self, fault_words, field_words};
use crate::browser::{focus, handed, intl};
use crate::components::{Button, CheckGroup, Choice, ErrorSummary, Errors, LinkButton, Notice, TextArea};
use crate::i18n::{keys::mismatch as k, t, tf};
use crate::routes::{Draw, Route};
use eid_domain::intake::Fault;
use eid_domain::wire::tickets::{Mending, Mismatches, NewMismatch};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// What people know of themselves; pictures are judged at the counter.
const FAULTS: [Fault; 8] = [
    Fault::Name,
    Fault::BirthDate,
    Fault::Sex,
    Fault::Origin,
    Fault::Residence,
    Fault::Family,
    Fault::NotThere,
    Fault::Other,
];

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(mismatch_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(route: &Route) -> AnyView {
    let Route::Mismatch(reference) = route else {
        return ().into_any();
    };
    let ask = |case: Keyed| async move { api::dossiers::mismatches(&case.reference, &case.key).await };
    keyed::page(reference, k::TITLE, ask, page)
}

fn page(case: Keyed, view: Mismatches) -> AnyView {
    let seen = RwSignal::new(view);
    let body = move || {
        let view = seen.get();
        match view.open {
            Some(open) => told(&open),
            None if view.may_tell => form(case.clone(), seen),
            None => view! {
                <Notice title=t(k::CLOSED)><p>{t(k::CLOSED_TEXT)}</p></Notice>
                <p class="row"><LinkButton href=case.receipt() label=t(k::TO_RECEIPT) /></p>
            }
            .into_any(),
        }
    };
    view! { <div class="stack receipt" id="told" tabindex="-1">{body}</div> }.into_any()
}

/// What was told or found, and how far it is.
fn told(open: &Mending) -> AnyView {
    let faults: Vec<String> = open
        .what
        .iter()
        .map(|fault| fault_words(*fault).to_owned())
        .collect();
    let since = tf(k::TOLD_AT, &[("at", &intl::instant(open.opened_at))]);
    let words = (!open.words.is_empty()).then(|| open.words.clone());
    let paper = open
        .paper
        .as_ref()
        .map(|paper| view! { <p>{tf(k::PAPER, &[("paper", said(paper))])}</p> });
    view! {
        <Notice title=t(k::TOLD) announced=true><p>{t(k::TOLD_TEXT)}</p></Notice>
        <p><b>{intl::list(&faults)}</b></p>
        {paper}
        {words.map(|words| view! { <div><blockquote class="said"><p class="muted">{since}</p><p class="written">{words}</p></blockquote></div> })}
        {so_far::view(&open.so_far)}
    }
    .into_any()
}

fn form(case: Keyed, seen: RwSignal<Mismatches>) -> AnyView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let handed = handed::seen();
    let brought = handed.is_some().then(|| {
        view! { <Notice title=t(k::BROUGHT) announced=true><p>{t(k::BROUGHT_TEXT)}</p></Notice> }
    });
    let (what, words) = handed.unwrap_or_default();
    let known = |word: &String| FAULTS.iter().any(|fault| fault.as_str() == word);
    let what: Vec<String> = what.into_iter().filter(known).collect();
    let (what, words) = (RwSignal::new(what), RwSignal::new(words));
    let compare = format!("{}#{}.{}", Route::Precheck.href(), case.reference, case.key);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let given = NewMismatch {
            what: what.with_untracked(|what| what.iter().filter_map(|word| Fault::parse(word)).collect()),
            words: words.get_untracked(),
        };
        let wrong = given.parse().err().unwrap_or_default();
        let wrong = wrong.into_iter().map(|wrong| {
            let words = if wrong.field == "what" {
                t(k::WHAT_NEEDED)
            } else {
                field_words(wrong.code)
            };
            (wrong.field, words.to_owned())
        });
        if busy.get_untracked() || errors.show(wrong.collect()) {
            return;
        }
        busy.set(true);
        let case = case.clone();
        spawn_local(async move {
            let answer = api::dossiers::tell_mismatch(&case.reference, &case.key, &given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => {
                    handed::forget();
                    let _ = seen.try_set(view);
                    focus::later("told");
                }
                Err(error) => drop(errors.show(error.for_form(&["what", "words"]))),
            }
        });
    };
    let choices = FAULTS.map(|fault| Choice::new(fault.as_str(), fault_words(fault)));
    view! {
        <p class="lead">{t(k::LEAD)}</p>
        {brought}
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <CheckGroup id="what" legend=t(k::WHAT) choices=choices.to_vec() values=what errors=errors />
            <TextArea id="words" label=t(k::WORDS) hint=t(k::WORDS_HINT) value=words errors=errors />
            <p class="row"><Button label=t(k::SEND) busy=busy /></p>
        </form>
        <p class="hint">{t(k::COMPARE)}" "<a href=compare>{t(k::COMPARE_LINK)}</a></p>
    }
    .into_any()
}
