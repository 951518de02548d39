//! What is waited for, and the way out. Who comes to join does not load it.

use super::{family, live::Page, now};
use crate::api;
use crate::browser::intl;
use crate::components::{Button, ButtonKind, Drawn, SummaryList, SummaryRow, when_loaded};
use crate::i18n::{keys::waiting as k, t, tf};
use crate::journeys::tracking::place;
use eid_domain::waiting::Kind;
use eid_domain::wire::waiting::WaitingView;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

type Draw = fn(&Page, &WaitingView) -> AnyView;

#[wasm_split(waiting_waits, wasm_split_path = ::leptos::wasm_split, fallible)]
fn code() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

/// For who waits.
pub(super) fn view(page: &Page, view: &WaitingView) -> AnyView {
    let (page, view) = (page.clone(), view.clone());
    when_loaded(move || {
        let (page, view) = (page.clone(), view.clone());
        Box::pin(async move {
            let draw = api::part(code(), &[]).await?;
            Ok(Rc::new(move || draw(&page, &view)) as Drawn)
        })
    })
}

fn draw(page: &Page, view: &WaitingView) -> AnyView {
    let Some(waiting) = &view.waiting else {
        return ().into_any();
    };
    if waiting.kind == Kind::Closure && !view.family.is_empty() {
        return view! { {now::reason(view)}{family::looking(view)} }.into_any();
    }
    if waiting.kind == Kind::Closure {
        return view! { {now::reason(view)}<p>{t(k::LOOKING)}</p> }.into_any();
    }
    let wish = &waiting.wish;
    let names: Vec<String> = wish
        .offices
        .iter()
        .filter_map(|id| view.place(id))
        .map(|office| place::name(office).to_owned())
        .collect();
    let (from, to) = (intl::day_date(wish.from), intl::day_date(wish.to));
    let days = tf(k::DAYS_FROM_TO, &[("from", &from), ("to", &to)]);
    let hours = t(match (wish.earliest, wish.latest) {
        (None, None) => k::HOURS_ANY,
        (Some(_), None) => k::HOURS_AFTERNOON,
        _ => k::HOURS_MORNING,
    });
    let rows = vec![
        SummaryRow::new(t(k::OFFICES), intl::list(&names)),
        SummaryRow::new(t(k::DAYS), days),
        SummaryRow::new(t(k::HOURS), hours),
    ];
    view! {
        <section class="panel stack" aria-labelledby="waits">
            <h2 id="waits">{t(k::WAITS)}</h2>
            <p>{t(k::WAITS_TEXT)}</p>
            <SummaryList rows=rows />
            {leave(page)}
        </section>
        {now::rules()}
    }
    .into_any()
}

fn leave(page: &Page) -> AnyView {
    let page = page.clone();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let press = move |()| {
        busy.set(true);
        failed.set(None);
        let page = page.clone();
        spawn_local(async move {
            let Some((reference, key)) = page
                .known
                .try_with_value(|known| (known.reference.clone(), known.key.clone()))
            else {
                return;
            };
            match api::waiting::leave(&reference, &key).await {
                Ok(view) => page.left(view),
                Err(error) => {
                    let _ = busy.try_set(false);
                    let _ = failed.try_set(Some(error.words()));
                }
            }
        });
    };
    view! {
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row"><Button label=t(k::LEAVE) kind=ButtonKind::Second busy=busy on_press=press /></p>
    }
    .into_any()
}
