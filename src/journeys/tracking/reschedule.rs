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
use crate::browser::location;
use crate::components::{Back, Fetched, Heading, LinkButton, Notice, NoticeKind};
use crate::i18n::{
    keys::{moving as k, tracking},
    t, tf,
};
use crate::routes::{Draw, Route};
use eid_domain::when::When;
use eid_domain::wire::dossiers::Visit;
use jiff::civil::{Date, Time};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(reschedule_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// Where in moving one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Choosing a day.
    Day,
    /// Choosing a time on a day.
    Time(Date),
    /// Looking at both once more.
    Confirm(Date, Time),
}

impl Step {
    /// The step that the address names.
    fn of_address() -> Self {
        let date = location::query("ngay").and_then(|text| When::of(&text));
        let time = location::query("gio").and_then(|text| When::of(&text));
        match (date, time) {
            (Some(date), Some(time)) => Self::Confirm(date, time),
            (Some(date), None) => Self::Time(date),
            _ => Self::Day,
        }
    }

    /// The address of this step.
    fn href(self, reference: &str, key: &str) -> String {
        let path = Route::Reschedule(reference.to_owned()).href();
        match self {
            Self::Day => format!("{path}#{key}"),
            Self::Time(date) => format!("{path}?ngay={date}#{key}"),
            Self::Confirm(date, time) => format!("{path}?ngay={date}&gio={time}#{key}"),
        }
    }

    fn title(self) -> String {
        match self {
            Self::Day => t(k::TITLE).to_owned(),
            Self::Time(date) => tf(k::TIME, &[("date", &crate::browser::intl::day_date(date))]),
            Self::Confirm(..) => t(k::CONFIRM).to_owned(),
        }
    }
}

fn draw(route: &Route) -> AnyView {
    let Route::Reschedule(reference) = route else {
        return ().into_any();
    };
    let reference = reference.clone();
    let key = location::hash();
    let step = Step::of_address();
    let back = match step {
        Step::Day => slip(&reference, &key),
        Step::Time(_) => Step::Day.href(&reference, &key),
        Step::Confirm(date, _) => Step::Time(date).href(&reference, &key),
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
            <Heading text=step.title() />
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
        Step::Time(date) => times::view(case, &visit, date),
        Step::Confirm(date, time) => confirm::view(case, visit, date.to_datetime(time)),
    }
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
