//! `/lich-hen/{reference}/doi#{key}`: another day or time. Day, time and confirmation are steps of the address
//! (`?ngay=…&gio=…`), so back, reload and bookmark work.

mod confirm;
mod days;
mod rules;
mod times;

use super::{
    dossier::{self, Case, Opened},
    no_access,
};
use crate::api;
use crate::browser::location;
use crate::components::{Back, Drawn, Fetched, Heading, LinkButton, Notice, NoticeKind, when_loaded};
use crate::days::Step;
use crate::i18n::{
    keys::{moving as k, tracking},
    t, tf,
};
use crate::routes::{Draw, Route};
use eid_domain::wire::dossiers::Visit;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::rc::Rc;

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(reschedule_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// The address of a step.
fn address(step: Step, reference: &str, key: &str) -> String {
    step.href(&Route::Reschedule(reference.to_owned()).href(), key)
}

fn title(step: Step) -> String {
    match step {
        Step::Day => t(k::TITLE).to_owned(),
        Step::Time(date) => tf(k::TIME, &[("date", &crate::browser::intl::day_date(date))]),
        Step::Confirm(..) => t(k::CONFIRM).to_owned(),
    }
}

fn draw(route: &Route) -> AnyView {
    let Route::Reschedule(reference) = route else {
        return ().into_any();
    };
    let reference = reference.clone();
    let key = location::hash();
    let step = Step::of_address();
    let back = match step.before() {
        None => slip(&reference, &key),
        Some(before) => address(before, &reference, &key),
    };
    let fetch = move || {
        let (reference, key) = (reference.clone(), key.clone());
        Box::pin(async move {
            match step {
                Step::Day => dossier::open(reference, key).await,
                _ => dossier::open_again(reference, key).await,
            }
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |opened| match opened {
        Opened::Dossier(case) => content(&case, step),
        Opened::NoAccess => no_access::view(),
    };
    view! {
        <div class="page">
            <Back href=back />
            <Heading text=title(step) />
            <Fetched fetch=fetch show=show />
        </div>
    }
    .into_any()
}

/// The address of the slip, key included.
fn slip(reference: &str, key: &str) -> String {
    format!("{}#{key}", Route::Receipt(reference.to_owned()).href())
}

fn content(case: &Case, step: Step) -> AnyView {
    let visit = case
        .view
        .visit
        .clone()
        .filter(|_| case.view.changes.may_reschedule);
    let Some(visit) = visit else { return refused(case) };
    match step {
        Step::Day => view! { {rules::view(case, &visit)}{days::view(case, &visit)} }.into_any(),
        Step::Time(_) | Step::Confirm(..) => later(case, visit, step),
    }
}

/// Draws a step after the first.
type Later = fn(&Case, Visit, Step) -> AnyView;

#[wasm_split(reschedule_later, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_later() -> Result<Later, SplitLoaderError> {
    Ok(|case, visit, step| match step {
        Step::Day => ().into_any(),
        Step::Time(date) => times::view(case, &visit, date),
        Step::Confirm(date, time) => confirm::view(case, visit, date.to_datetime(time)),
    })
}

/// Comes when a day is chosen: nobody needs it before.
fn later(case: &Case, visit: Visit, step: Step) -> AnyView {
    let case = case.clone();
    when_loaded(move || {
        let (case, visit) = (case.clone(), visit.clone());
        Box::pin(async move {
            let draw = api::part(load_later(), &[]).await?;
            Ok(Rc::new(move || draw(&case, visit.clone(), step)) as Drawn)
        })
    })
}

fn refused(case: &Case) -> AnyView {
    let why = match (
        &case.view.visit,
        case.view.changes.remaining,
        case.view.changes.until,
    ) {
        (Some(Visit { .. }), 0, Some(_)) => tracking::CHANGE_TOO_OFTEN,
        (Some(_), _, Some(_)) => tracking::CHANGE_TOO_LATE,
        _ => k::NOBODY,
    };
    view! {
        <Notice kind=NoticeKind::Warning title=t(k::REFUSED_TITLE)><p>{t(why)}</p></Notice>
        <p class="row"><LinkButton href=slip(&case.view.reference, &case.key) label=t(k::TO_SLIP) /></p>
    }
    .into_any()
}
