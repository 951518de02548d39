//! Joining. What most people want is offered first: the office they have, every day before the visit, any time, with one
//! press. Whoever wants something else opens the form.

use super::{live::Page, now, wish};
use crate::api;
use crate::browser::focus;
use crate::browser::intl;
use crate::browser::storage::{self, Keep};
use crate::browser::wished_days::WishedDays;
use crate::components::{Button, ButtonKind, Drawn, when_loaded};
use crate::i18n::{keys::Namespace, keys::waiting as k, t, tf};
use crate::journeys::tracking::place;
use eid_domain::wire::waiting::{NewWish, WaitingView};
use jiff::civil::{Date, DateTime};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

/// Draws the form.
type Form = fn(&Page, &WaitingView, DateTime) -> AnyView;

#[wasm_split(waiting_wish, wasm_split_path = ::leptos::wasm_split, fallible)]
fn code() -> Result<Form, SplitLoaderError> {
    Ok(wish::form)
}

/// For a person with this visit.
pub(super) fn view(page: &Page, view: &WaitingView, visit: DateTime) -> AnyView {
    let tomorrow = view.today.tomorrow().unwrap_or(view.today);
    if visit.date() < tomorrow {
        return view! { <p>{t(k::TOO_LATE)}</p> }.into_any();
    }
    // Who had the form open before a reload finds it open.
    let chooses = RwSignal::new(storage::get(Keep::Tab, wish::DRAFT).is_some());
    let asked = StoredValue::new(false);
    let choose = Callback::new(move |()| {
        asked.set_value(true);
        chooses.set(true);
    });
    let (page, view) = (page.clone(), view.clone());
    let content = move || {
        if chooses.get() {
            form(&page, &view, visit, asked.get_value())
        } else {
            offer(&page, &view, tomorrow, visit, choose)
        }
    };
    view! { <p class="lead">{t(k::LEAD)}</p><div class="stack">{content}</div>{now::rules()} }.into_any()
}

fn form(page: &Page, view: &WaitingView, visit: DateTime, asked: bool) -> AnyView {
    let (page, view) = (page.clone(), view.clone());
    when_loaded(move || {
        let (page, view) = (page.clone(), view.clone());
        Box::pin(async move {
            let form = api::part(code(), &[Namespace::Fields]).await?;
            if asked {
                focus::later(wish::HEADING);
            }
            Ok(Rc::new(move || form(&page, &view, visit)) as Drawn)
        })
    })
}

fn offer(page: &Page, view: &WaitingView, from: Date, visit: DateTime, choose: Callback<()>) -> AnyView {
    let office = view.place(&view.office_id).map(place::name).unwrap_or_default();
    // Who comes from the trip planner waits for the days of the stay.
    let wished = WishedDays::before(from, visit.date(), &view.office_id);
    let (from, to) = wished.map_or((from, visit.date()), |days| (days.from, days.to));
    let words = tf(
        k::SIMPLE,
        &[
            ("office", office),
            ("from", &intl::day_date(from)),
            ("to", &intl::day_date(to)),
        ],
    );
    let wanted = NewWish {
        offices: vec![view.office_id.clone()],
        from: from.to_string(),
        to: to.to_string(),
        ..NewWish::default()
    };
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let page = page.clone();
    let join = move |()| {
        busy.set(true);
        failed.set(None);
        let (page, wanted) = (page.clone(), wanted.clone());
        spawn_local(async move {
            if let Some(Err(error)) = page.join(&wanted).await {
                let _ = busy.try_set(false);
                let _ = failed.try_set(Some(error.words()));
            }
        });
    };
    view! {
        <p>{words}</p>
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row">
            <Button label=t(k::JOIN) busy=busy on_press=join />
            <Button label=t(k::CHOOSE) kind=ButtonKind::Second on_press=choose />
        </p>
    }
    .into_any()
}
