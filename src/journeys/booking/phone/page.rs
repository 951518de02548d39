//! The page: the code is sent on arrival, once.

use super::super::{draft, draft::CodeOut, flow, held_bar, known::Known, shell, way};
use super::confirm::{self, Typed};
use super::send::{self, Sending};
use crate::browser::timer;
use crate::components::{
    Back, Button, ButtonKind, CodeField, ErrorSummary, Errors, Heading, LinkButton, Notice, NoticeKind,
    Resend, Skeleton,
};
use crate::i18n::{keys::booking, keys::common, t, tf};
use crate::routes::{BookingStep, Route};
use leptos::{ev::SubmitEvent, prelude::*};

/// Enter the code from the message.
pub(in super::super) fn page(known: &Known) -> AnyView {
    let errors = Errors::new();
    let body = match draft::open().now().proof(timer::now_ms()) {
        Some(proof) => done(&proof.phone, known),
        None => asking(errors, known),
    };
    view! {
        <div class="page">
            <Back href=way::typing_phone().href() />
            <ErrorSummary errors=errors />
            {shell::stepper(BookingStep::Phone)}
            <Heading text=t(booking::PHONE_TITLE) />
            {held_bar::bar(held_bar::is_over())}
            {shell::said()}
            {body}
        </div>
    }
    .into_any()
}

/// Somebody came back to this page.
fn done(phone: &str, known: &Known) -> AnyView {
    let ends: String = phone.chars().filter(char::is_ascii_digit).collect();
    let ends = ends
        .get(ends.len().saturating_sub(3)..)
        .unwrap_or_default()
        .to_owned();
    let to = flow::onward(BookingStep::Phone, known);
    view! {
        <Notice kind=NoticeKind::Ok title=t(booking::PHONE_DONE)>
            <p>{tf(booking::PHONE_DONE_TEXT, &[("digits", &ends)])}</p>
        </Notice>
        <p class="row"><LinkButton href=to.href() label=t(common::CONTINUE) />{change()}</p>
    }
    .into_any()
}

fn change() -> AnyView {
    view! { <a href=way::typing_phone().href()>{t(booking::PHONE_CHANGE)}</a> }.into_any()
}

fn asking(errors: Errors, known: &Known) -> AnyView {
    let sending = RwSignal::new(Sending::Under);
    let typed = RwSignal::new(String::new());
    let newer = RwSignal::new(false);
    let busy = RwSignal::new(false);
    send::begin(sending);
    let known = known.clone();
    let draw = move || match sending.get() {
        Sending::Under => view! { <p role="status">{t(booking::PHONE_SENDING)}</p><Skeleton /> }.into_any(),
        Sending::Failed(words) => failed(words, sending),
        Sending::Out(code) => form(code, (typed, newer), errors, busy, sending, known.clone()),
    };
    draw.into_any()
}

fn failed(words: String, sending: RwSignal<Sending>) -> AnyView {
    let again = move |()| {
        sending.set(Sending::Under);
        send::send(sending);
    };
    view! {
        <Notice kind=NoticeKind::Danger title=t(booking::PHONE_NOT_SENT) announced=true><p>{words}</p></Notice>
        <p class="row">
            <Button label=t(common::TRY_AGAIN) kind=ButtonKind::Second on_press=again />
            {change()}
        </p>
    }
    .into_any()
}

fn form(
    code: CodeOut,
    (typed, newer): (RwSignal<String>, RwSignal<bool>),
    errors: Errors,
    busy: RwSignal<bool>,
    sending: RwSignal<Sending>,
    known: Known,
) -> AnyView {
    let resend_ms = code.resend_ms;
    let demo = known.demo.then(inbox);
    let text = tf(booking::PHONE_SENT, &[("digits", &code.ends)]);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            let typed = Typed {
                code: typed.get_untracked(),
                again: newer.get_untracked(),
            };
            confirm::confirm(code.clone(), typed, errors, busy, known.clone());
        }
    };
    let again = move |()| {
        typed.set(String::new());
        newer.set(true);
        errors.clear();
        send::send(sending);
    };
    view! {
        <p>{text}</p>
        {demo}
        <form class="stack" novalidate on:submit=submit>
            <CodeField id="code" label=t(booking::PHONE_CODE) value=typed errors=errors />
            <p class="row"><Button label=t(booking::PHONE_CONFIRM) busy=busy /></p>
        </form>
        <div class="row"><Resend at_ms=Signal::stored(resend_ms) on_press=again />{change()}</div>
        <p class="muted">{t(booking::PHONE_NEVER)}</p>
    }
    .into_any()
}

fn inbox() -> AnyView {
    view! {
        <p class="hint">
            {t(booking::PHONE_DEMO)}
            " "
            <a href=Route::Inbox.href() target="_blank" rel="noopener">{t(booking::PHONE_DEMO_LINK)}" "{t(common::NEW_TAB)}</a>
            "."
        </p>
    }
    .into_any()
}
