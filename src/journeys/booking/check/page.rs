//! The page.

use super::super::{draft, exempt, flow, held_bar, known::Known, shell};
use super::book::{self, Work};
use super::{exists, rows};
use crate::browser::focus;
use crate::components::{Back, Button, Checkbox, ErrorSummary, Errors, Heading, SummaryList};
use crate::i18n::{keys::booking, t};
use crate::routes::{BookingStep, Route};
use leptos::{ev::SubmitEvent, prelude::*};

/// Check, then book.
pub(in super::super) fn page(known: &Known) -> AnyView {
    let (now, person) = (draft::open().now(), draft::person().now());
    let Ok(found) = person.assess(known) else {
        return flow::lead_to(Route::Needs);
    };
    let exemption = exempt::ask(&person, &now);
    let list = {
        let (now, person, known) = (now, person, known.clone());
        move || {
            let rows = rows::rows(&now, &person, &found, &known, exemption.get());
            view! { <SummaryList rows=rows /> }
        }
    };
    let work = Work {
        errors: Errors::new(),
        busy: RwSignal::new(false),
        over: held_bar::is_over(),
        exists: RwSignal::new(None),
    };
    let declared = RwSignal::new(false);
    let known = known.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if work.busy.get_untracked() {
            return;
        }
        if !declared.get_untracked() {
            work.errors
                .show(vec![("declared".into(), t(booking::CHECK_DECLARE_ERROR).into())]);
            return;
        }
        work.errors.clear();
        if work.over.get_untracked() {
            focus::now(held_bar::OVER);
            return;
        }
        match book::request(&known, true) {
            Some(wanted) => book::book(wanted, work),
            // The proof of the phone has become too old meanwhile.
            None => flow::onward(BookingStep::Check, &known).go(),
        }
    };
    view! {
        <div class="page">
            <Back href=Route::Booking(BookingStep::Phone).href() />
            <ErrorSummary errors=work.errors />
            {shell::stepper(BookingStep::Check)}
            <Heading text=t(booking::CHECK_TITLE) />
            {held_bar::bar(work.over)}
            {exists::notice(work)}
            {list}
            <form class="stack" novalidate on:submit=submit>
                <Checkbox id="declared" label=t(booking::CHECK_DECLARE) checked=declared errors=work.errors />
                <p class="row"><Button label=t(booking::CHECK_BOOK) busy=work.busy /></p>
            </form>
        </div>
    }
    .into_any()
}
