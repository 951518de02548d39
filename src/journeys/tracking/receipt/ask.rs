//! Questions to the office of the dossier, and its answers.

use super::{due, live::Page};
use crate::api;
use crate::browser::{announce, focus, intl};
use crate::components::{Button, ButtonKind, Details, ErrorSummary, Errors, TextArea};
use crate::i18n::{Key, keys::after as k, t, tf};
use eid_domain::wire::dossiers::DossierView;
use eid_domain::wire::tickets::{NewQuestion, Question, written};
use jiff::Timestamp;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// What was asked, and the form; nothing before the dossier is received.
pub(super) fn view(page: &Page, view: &DossierView) -> Option<AnyView> {
    if view.questions.is_empty() && !view.may_ask {
        return None;
    }
    let asked = view.questions.iter().map(one).collect_view();
    let form = view.may_ask.then(|| form(page, view));
    // Asked already, or late: no need to look for it.
    let open = !view.questions.is_empty() || due::question(view).is_some();
    let content = view! { <ol class="asked">{asked}</ol>{form} };
    Some(if open {
        view! {
            <section class="stack-s no-print" aria-labelledby="ask-title">
                <h2 id="ask-title" tabindex="-1">{t(k::ASK_TITLE)}</h2>
                {content}
            </section>
        }
        .into_any()
    } else {
        view! { <div class="no-print"><Details summary=t(k::ASK_OPEN)>{content}</Details></div> }.into_any()
    })
}

fn one(question: &Question) -> impl IntoView + use<> {
    let answer = match (question.answered_at, question.answer.clone()) {
        (Some(at), Some(text)) => said(k::ASK_OFFICE, at, text),
        _ => view! { <p class="muted">{t(k::ASK_WAITING)}</p> }.into_any(),
    };
    // What the server asked for them is worded here, in the language of the page.
    let text = question.not_me_at.map_or_else(
        || question.text.clone(),
        |at| tf(k::ASK_NOT_ME, &[("at", &intl::instant(at))]),
    );
    view! { <li class="stack-s">{said(k::ASK_YOU, question.asked_at, text)}{answer}</li> }
}

fn said(who: Key, at: Timestamp, text: String) -> AnyView {
    let who = tf(who, &[("at", &intl::instant(at))]);
    view! { <blockquote class="said"><p class="muted">{who}</p><p class="written">{text}</p></blockquote> }
        .into_any()
}

fn form(page: &Page, view: &DossierView) -> AnyView {
    let errors = Errors::new();
    let busy = RwSignal::new(false);
    // What was begun stays when the page is drawn anew.
    let typed = (*page.question.peek())
        .clone()
        .filter(|typed| !typed.trim().is_empty());
    let ready = due::question(view);
    let text = RwSignal::new(typed.or_else(|| ready.clone()).unwrap_or_default());
    let kept = page.question.clone();
    // What was not typed is not kept: it goes when it is no longer true.
    Effect::new(move |_| kept.set(Some(text.get()).filter(|text| Some(text) != ready.as_ref())));
    let (page, reference) = (page.clone(), view.reference.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let wanted = text.get_untracked();
        let wrong = written(&wanted).err();
        if errors.show(
            wrong
                .map(|code| ("text".to_owned(), api::field_words(code).to_owned()))
                .into_iter()
                .collect(),
        ) {
            return;
        }
        busy.set(true);
        let (page, reference) = (page.clone(), reference.clone());
        spawn_local(async move {
            let answer = api::dossiers::ask(&reference, &page.case.key, &NewQuestion { text: wanted }).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => {
                    announce::polite(t(k::ASK_SENT));
                    page.question.set(None);
                    page.show(view);
                    focus::later("ask-title");
                }
                Err(error) => {
                    errors.show(error.for_form(&["text"]));
                }
            }
        });
    };
    view! {
        <form class="stack-s" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <TextArea id="text" label=t(k::ASK_TEXT) hint=t(k::ASK_HINT) value=text errors=errors />
            <p class="row"><Button label=t(k::ASK_SEND) kind=ButtonKind::Second busy=busy /></p>
        </form>
    }
    .into_any()
}
