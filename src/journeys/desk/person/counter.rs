//! `/desk/tai-quay/{ticket}`: the dossier of somebody who stands at the counter without an appointment.

mod fields;
mod send;

use crate::api;
use crate::components::{
    Back, Button, Choice, DateField, ErrorSummary, Errors, Fetched, Heading, Notice, NoticeKind, RadioGroup,
    TextField,
};
use crate::i18n::{keys::counter as k, keys::desk as words, t, tf};
use crate::journeys::desk::shell::{frame, role, session};
use crate::journeys::desk::words as said;
use crate::routes::{DeskPage, Route};
use eid_domain::booking::Service;
use eid_domain::calendar::office_date;
use eid_domain::queue::number_text;
use eid_domain::reason::Reason;
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::queue::TicketRow;
use fields::Fields;
use jiff::civil::Date;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The page of a ticket.
pub(in crate::journeys::desk) fn draw(ticket: String) -> AnyView {
    frame::signed(DeskPage::Counter(ticket), page)
}

fn page(staff: &StaffView, here: &DeskPage) -> AnyView {
    let DeskPage::Counter(id) = here else {
        return ().into_any();
    };
    if !role::works_at_counter(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(words::NO_LOOK_TEXT)}</p> }.into_any();
    }
    let id = id.clone();
    view! {
        <Back href=Route::Desk(DeskPage::Day).href() />
        <Heading text=t(k::TITLE) />
        <Fetched fetch=move || Box::pin(found(id.clone())) show=|(row, today)| shown(row, today) />
    }
    .into_any()
}

/// The ticket, while it is called or served, and today.
async fn found(id: String) -> Result<(Option<TicketRow>, Date), String> {
    let line = session::call(api::queue::desk()).await;
    let line = line.map_err(|error| error.words())?;
    let config = api::config::get().await.map_err(|error| error.words())?;
    let mut all = line.at_stations.into_iter();
    Ok((all.find(|row| row.id == id), office_date(config.now)))
}

fn shown(row: Option<TicketRow>, today: Date) -> AnyView {
    let Some(row) = row else {
        return view! { <Notice kind=NoticeKind::Warning><p>{t(k::NOT_HERE)}</p></Notice> }.into_any();
    };
    match row.reference.clone() {
        None => form(&row, today),
        Some(reference) => {
            let href = Route::Desk(DeskPage::Dossier(reference.clone())).href();
            view! { <Notice><p>{t(k::HAS_ONE)}" "<a href=href>{reference}</a></p></Notice> }.into_any()
        }
    }
}

fn form(row: &TicketRow, today: Date) -> AnyView {
    let fields = Fields::new(row.service);
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let id = row.id.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            send::send(id.clone(), fields, errors, busy, today);
        }
    };
    let number = number_text(row.number);
    let minor = Memo::new(move |_| fields.minor(today));
    let has_card = Memo::new(move |_| fields.service().has_card());
    view! {
        <p class="lead">{tf(k::LEAD, &[("number", &number)])}</p>
        <form class="panel stack desk-form" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <RadioGroup id="service" legend=t(k::SERVICE) choices=services() value=fields.service errors=errors />
            <Show when=move || has_card.get()>
                <RadioGroup id="reason" legend=t(k::REASON) choices=reasons() value=fields.reason errors=errors columns=true />
            </Show>
            <TextField id="full_name" label=t(k::NAME) hint=t(k::NAME_HINT) value=fields.name errors=errors />
            <TextField id="personal_number" label=t(k::NUMBER) value=fields.number errors=errors inputmode="numeric" width="w-20" />
            <DateField id="birth_date" legend=t(k::BIRTH) parts=fields.birth errors=errors allow_partial=true />
            <Show when=move || minor.get()>
                <TextField id="representative_name" label=t(k::REPRESENTATIVE) value=fields.representative errors=errors />
            </Show>
            <TextField id="otp_phone" label=t(k::PHONE) hint=t(k::PHONE_HINT) value=fields.phone errors=errors inputmode="tel" width="w-20" />
            <TextField
                id="contact_phone"
                label=t(k::CONTACT)
                value=fields.contact
                errors=errors
                inputmode="tel"
                width="w-20"
                optional=true
            />
            <p class="row"><Button label=t(k::OPEN) busy=busy /></p>
        </form>
    }
    .into_any()
}

fn services() -> Vec<Choice> {
    let choice = |service: &Service| Choice::new(service.as_str(), said::service(*service));
    Service::ALL.iter().map(choice).collect()
}

fn reasons() -> Vec<Choice> {
    let choice = |reason: &Reason| Choice::new(reason.as_str(), said::reason(*reason));
    Reason::ALL.iter().map(choice).collect()
}
