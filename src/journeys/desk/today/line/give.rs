//! A number for somebody who comes without an appointment.

use super::dialogs::priorities;
use super::state::Line;
use crate::api::{self, ApiError};
use crate::components::{
    Button, ButtonKind, Choice, Dialog, DrawnCode, ErrorSummary, Errors, Notice, NoticeKind, RadioGroup,
    TextField,
};
use crate::i18n::{self, Lang as Shown, keys::line as k, t, tf, tn};
use crate::journeys::desk::shell::session;
use eid_domain::booking::Service;
use eid_domain::problem::ProblemCode;
use eid_domain::queue::{Priority, number_text};
use eid_domain::wire::Lang;
use eid_domain::wire::queue::{NewWalkIn, WalkInGiven};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What an ordinary visit takes: room is told in people, not in minutes.
const VISIT_MINUTES: u32 = 20;

/// The button and its dialog.
#[component]
pub(super) fn Give(
    /// The line.
    line: Line,
) -> impl IntoView {
    let open = line.giving;
    view! {
        <Button label=t(k::GIVE) kind=ButtonKind::Second on_press=move |()| line.ask_give() />
        <Dialog open=open title=t(k::GIVE_TITLE)>
            {body(line, open)}
        </Dialog>
    }
}

fn body(line: Line, open: RwSignal<bool>) -> impl IntoView {
    let given = RwSignal::new(None::<(WalkInGiven, bool)>);
    move || match given.get() {
        Some((ticket, sent)) => told(&ticket, sent, open).into_any(),
        None => form(line, open, given).into_any(),
    }
}

fn form(line: Line, open: RwSignal<bool>, given: RwSignal<Option<(WalkInGiven, bool)>>) -> impl IntoView {
    let service = RwSignal::new(Service::Card.as_str().to_owned());
    let priority = RwSignal::new(Priority::None.as_str().to_owned());
    let phone = RwSignal::new(String::new());
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        errors.clear();
        let wanted = NewWalkIn {
            service: Service::parse(&service.get_untracked()).unwrap_or(Service::Card),
            priority: Priority::parse(&priority.get_untracked()).unwrap_or(Priority::None),
            phone: phone.get_untracked(),
            lang: match i18n::lang() {
                Shown::Vi => Lang::Vi,
                Shown::En => Lang::En,
            },
        };
        busy.set(true);
        spawn_local(async move {
            let answer = session::call(api::queue::walk_in(&wanted)).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(ticket) => {
                    line.given(ticket.queue.clone());
                    given.set(Some((ticket, !wanted.phone.trim().is_empty())));
                }
                Err(error) => {
                    errors.show(refused(&error));
                }
            }
        });
    };
    let room = move || match line.with(|view| view.walk_in_minutes) / VISIT_MINUTES {
        0 => t(k::GIVE_NO_ROOM).to_owned(),
        people => tn(k::GIVE_ROOM, people),
    };
    let choice =
        |service: &Service| Choice::new(service.as_str(), crate::journeys::desk::words::service(*service));
    let services: Vec<Choice> = Service::ALL.iter().map(choice).collect();
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <p class="muted">{room}</p>
            <RadioGroup id="service" legend=t(k::GIVE_SERVICE) choices=services value=service errors=errors />
            {priorities("priority", priority)}
            <TextField
                id="phone"
                label=t(k::GIVE_PHONE)
                hint=t(k::GIVE_PHONE_HINT)
                value=phone
                errors=errors
                inputmode="tel"
                width="w-10"
                optional=true
            />
            <p class="row">
                <Button label=t(k::GIVE_DO) busy=busy />
                <Button label=t(k::CANCEL) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </form>
    }
}

fn refused(error: &ApiError) -> Vec<(String, String)> {
    let words = if error.is(ProblemCode::SlotTaken) {
        k::GIVE_NO_ROOM
    } else if error.is(ProblemCode::SlotNotOffered) {
        k::GIVE_CLOSED
    } else {
        return error.for_form(&["phone"]);
    };
    vec![("service".to_owned(), t(words).to_owned())]
}

fn told(ticket: &WalkInGiven, sent: bool, open: RwSignal<bool>) -> impl IntoView {
    let number = number_text(ticket.number);
    let code = ticket.code.as_ref().map(|code| {
        let alternative = tf(k::GIVEN_CODE, &[("number", &number)]);
        view! { <div class="line-code"><DrawnCode side=code.side runs=code.runs() alternative=alternative /></div> }
    });
    let sent = sent.then(|| view! { <p>{t(k::GIVEN_SENT)}</p> });
    view! {
        <Notice kind=NoticeKind::Ok title=t(k::GIVEN_TITLE) announced=true>
            <p class="line-number">{number}</p>
            <p>{t(k::GIVEN_TEXT)}</p>
            {sent}
        </Notice>
        {code}
        <p class="row"><Button label=t(k::CLOSE) on_press=move |()| open.set(false) /></p>
    }
}
