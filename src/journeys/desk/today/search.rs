//! `/desk/tim`: a dossier for who has no reference at hand.

mod found;
mod lost_phone;

use crate::api::{self, fault};
use crate::browser::announce;
use crate::components::{
    Button, DateField, DateParts, ErrorSummary, Errors, Heading, Notice, NoticeKind, TextField,
};
use crate::i18n::{keys::desk as words, keys::search as k, t, tn};
use crate::journeys::desk::shell::{frame, role, session};
use crate::routes::DeskPage;
use eid_domain::calendar::office_date;
use eid_domain::field::{FieldCode, FieldError};
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::search::{Search, SearchResult};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;

thread_local! {
    /// What was looked for last, and what was found: whoever opens a dossier and comes back finds both. In memory alone.
    static KEPT: RefCell<(Search, Option<SearchResult>)> = RefCell::default();
}

const FIELDS: [&str; 5] = ["personal_number", "code", "name", "phone_end", "birth_date"];

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Search, page)
}

/// Keeps what was found elsewhere on the desk, to be shown here.
pub(in crate::journeys::desk) fn keep(wanted: Search, found: SearchResult) {
    KEPT.set((wanted, Some(found)));
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::sees(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(words::NO_LOOK_TEXT)}</p> }.into_any();
    }
    let (kept, seen) = KEPT.with_borrow(Clone::clone);
    let (errors, busy, result) = (Errors::new(), RwSignal::new(false), RwSignal::new(seen));
    let number = RwSignal::new(kept.personal_number);
    let code = RwSignal::new(kept.code);
    let name = RwSignal::new(kept.name);
    let phone = RwSignal::new(kept.phone_end);
    let birth = DateParts::from_iso(&kept.birth_date);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let wanted = Search {
            personal_number: number.get_untracked(),
            code: code.get_untracked(),
            name: name.get_untracked(),
            phone_end: phone.get_untracked(),
            birth_date: untrack(|| birth.iso()),
        };
        look(wanted, errors, busy, result);
    };
    view! {
        <Heading text=t(k::TITLE) />
        <p class="lead">{t(k::LEAD)}</p>
        <form class="panel stack desk-search" role="search" aria-label=t(k::TITLE) on:submit=submit novalidate>
            <ErrorSummary errors=errors />
            <TextField id="personal_number" label=t(k::NUMBER) value=number errors=errors inputmode="numeric" width="w-20" />
            <TextField id="code" label=t(k::CODE) value=code errors=errors width="w-20" />
            <p class="muted">{t(k::OR)}</p>
            <TextField id="name" label=t(k::NAME) hint=t(k::NAME_HINT) value=name errors=errors />
            <TextField id="phone_end" label=t(k::PHONE) hint=t(k::PHONE_HINT) value=phone errors=errors inputmode="numeric" width="w-10" />
            <DateField id="birth_date" legend=t(k::BIRTH) parts=birth errors=errors allow_partial=true />
            <p class="row"><Button label=t(k::FIND) busy=busy /></p>
        </form>
        {move || result.get().map(|result| found::view(&result))}
        {role::works_at_counter(staff.role).then(lost_phone::view)}
    }
    .into_any()
}

fn look(wanted: Search, errors: Errors, busy: RwSignal<bool>, result: RwSignal<Option<SearchResult>>) {
    busy.set(true);
    spawn_local(async move {
        let today = api::config::get().await.map(|config| office_date(config.now));
        if let Ok(Err(wrong)) = today.map(|today| wanted.parse(today)) {
            busy.set(false);
            errors.show(wrong.iter().map(said).collect());
            return;
        }
        let answer = session::call(api::desk::search(&wanted)).await;
        busy.set(false);
        match answer {
            Ok(found) => {
                errors.clear();
                announce::polite(&count(&found));
                keep(wanted, found.clone());
                result.set(Some(found));
            }
            Err(error) => drop(errors.show(error.for_form(&FIELDS))),
        }
    });
}

fn count(found: &SearchResult) -> String {
    match u32::try_from(found.rows.len()) {
        Ok(0) => t(k::NONE).to_owned(),
        Ok(count) => tn(k::FOUND, count),
        Err(_) => String::new(),
    }
}

fn said(wrong: &FieldError) -> (String, String) {
    match (wrong.field.as_str(), wrong.code) {
        ("code", FieldCode::Required) => ("personal_number".to_owned(), t(k::NOTHING).to_owned()),
        ("birth_date", FieldCode::Required) => ("birth_date".to_owned(), t(k::BIRTH_NEEDED).to_owned()),
        (field, code) => fault(field, code, ""),
    }
}

/// That more must be known.
fn more() -> AnyView {
    view! { <Notice kind=NoticeKind::Info title=t(k::MORE) /> }.into_any()
}
