//! `/desk/cau-hoi`: what people ask the office about their dossiers, and the answers.

mod form;
mod mending;
mod mendings;

use crate::api;
use crate::browser::intl;
use crate::components::{Button, ButtonKind, Details, Empty, Heading, Notice, NoticeKind, Skeleton};
use crate::i18n::{keys, keys::tickets as k, t, tf};
use crate::journeys::desk::lists::{
    listed::{Coming, Listed},
    news,
};
use crate::journeys::desk::shell::{frame, role};
use crate::routes::{DeskPage, Route};
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::tickets::{Ticket, Tickets};
use leptos::prelude::*;

/// What the page knows.
type Asked = Listed<Tickets>;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Tickets, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::sees(staff.role) {
        return view! { <Heading text=t(k::TITLE) /> }.into_any();
    }
    let asked = Asked::open(|| Box::pin(api::tickets::list()));
    let forms = Forms {
        question: RwSignal::new(None),
        mending: RwSignal::new(None),
        typed: StoredValue::new(false),
    };
    let look = || -> Coming<Tickets> { Box::pin(api::tickets::look()) };
    news::follow(api::tickets::EVENTS, move || {
        asked.look(look, move |old, new| forms.may(old, new))
    });
    let held = Memo::new(move |_| asked.is_held());
    let show = move || {
        forms.typed.set_value(false);
        asked.show_held();
    };
    let held = move || held.get().then(|| news::held(k::HELD, show));
    let said = move || {
        let words = asked.said()?;
        Some(view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    let failed = move || {
        let words = asked.failed()?;
        let again = move |()| asked.load();
        Some(view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=again /></p>
            </Notice>
        })
    };
    view! {
        <div class="desk-head"><Heading text=t(k::TITLE) /></div>
        <p class="lead">{t(k::LEAD)}</p>
        <div id="said" tabindex="-1">{said}</div>
        {held}
        {failed}
        <div class="stack" on:input=move |_| forms.typed.set_value(true)>
            <h2>{t(k::QUESTIONS)}</h2>
            {waiting(asked, forms.question)}
            {answered(asked)}
            {mendings::view(asked, forms.mending)}
        </div>
    }
    .into_any()
}

/// Which forms are open, and whether something is typed in one. Cheap to copy.
#[derive(Clone, Copy)]
struct Forms {
    question: RwSignal<Option<String>>,
    mending: RwSignal<Option<String>>,
    typed: StoredValue<bool>,
}

impl Forms {
    /// Whether the new list takes nothing away that is typed: what it is about is there as it was.
    fn may(self, old: &Tickets, new: &Tickets) -> bool {
        let waits = |list: &Tickets, id: &String| list.waiting.iter().any(|one| one.id == *id);
        let mending = |list: &Tickets, id: &String| list.mendings.iter().find(|one| one.id == *id).cloned();
        let question = self.question.try_get_untracked().flatten();
        let about = self.mending.try_get_untracked().flatten();
        self.typed.try_get_value() != Some(true)
            || (question.is_none_or(|id| !waits(old, &id) || waits(new, &id))
                && about.is_none_or(|id| mending(old, &id) == mending(new, &id)))
    }
}

/// One form a question. A question that is still there keeps its form and what is typed in it.
fn waiting(asked: Asked, open: RwSignal<Option<String>>) -> impl IntoView {
    let none = move || match asked.of(|view| view.waiting.clone()) {
        None => Some(view! { <Skeleton /> }.into_any()),
        Some(list) if list.is_empty() => Some(view! { <Empty title=t(k::NONE) /> }.into_any()),
        Some(_) => None,
    };
    view! {
        {none}
        <For each=move || asked.of(|view| view.waiting.clone()).unwrap_or_default() key=|ticket| ticket.id.clone() let:ticket>
            {one(asked, ticket, open)}
        </For>
    }
}

fn one(asked: Asked, ticket: Ticket, open: RwSignal<Option<String>>) -> impl IntoView {
    let name = tf(k::ABOUT, &[("reference", &ticket.reference)]);
    let question = question(&ticket);
    view! {
        <section class="panel stack-s" aria-label=name>
            {question}
            {form::view(asked, ticket, open)}
        </section>
    }
}

fn question(ticket: &Ticket) -> impl IntoView + use<> {
    let dossier = Route::Desk(DeskPage::Dossier(ticket.reference.clone())).href();
    let asked = intl::instant(ticket.question.asked_at);
    // What the server asks for somebody is worded here, in the reader's language.
    let text = ticket.question.not_me_at.map_or_else(
        || ticket.question.text.clone(),
        |at| tf(k::NOT_ME, &[("at", &intl::instant(at))]),
    );
    view! {
        <p class="row">
            <a href=dossier>{tf(k::ABOUT, &[("reference", &ticket.reference)])}</a>
            <span class="muted">{tf(k::ASKED, &[("at", &asked)])}</span>
        </p>
        <blockquote class="said"><p class="written">{text}</p></blockquote>
    }
}

fn answered(asked: Asked) -> impl IntoView {
    move || {
        let list = asked
            .of(|view| view.answered.clone())
            .filter(|list| !list.is_empty())?;
        let one = |ticket: &Ticket| {
            let at = ticket.question.answered_at.map(intl::instant).unwrap_or_default();
            view! {
                <li class="stack-s">
                    {question(ticket)}
                    <p class="muted">{tf(k::ANSWERED_AT, &[("at", &at)])}</p>
                    <p class="written">{ticket.question.answer.clone()}</p>
                </li>
            }
        };
        let list = list.iter().map(one).collect_view();
        Some(view! { <Details summary=t(k::ANSWERED)><ol class="asked">{list}</ol></Details> })
    }
}
