//! `/desk/luu-tru`: stay notices of the office's area, a day at a time, masked; and the file for the ward's police.

use crate::api;
use crate::browser::intl;
use crate::components::{DayInput, Errors, Fetched, Heading, Tag, TagKind};
use crate::i18n::{keys::stays as k, t, tf, tn};
use crate::journeys::desk::shell::{frame, role, session};
use crate::routes::DeskPage;
use eid_domain::wire::config::ClientConfig;
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::stays::{DeskStay, DeskStays};
use jiff::civil::Date;
use leptos::prelude::*;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Stays, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::works_at_counter(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let opened = || Box::pin(async { api::config::fresh().await.map_err(|error| error.words()) }) as _;
    view! {
        <div class="desk-head"><Heading text=t(k::TITLE) /></div>
        <p class="lead">{t(k::LEAD)}</p>
        <Fetched fetch=opened show=|config: ClientConfig| days(config.today) />
    }
    .into_any()
}

fn days(today: Date) -> AnyView {
    let day = RwSignal::new(today.to_string());
    let fetch = move || -> std::pin::Pin<Box<dyn Future<Output = Result<DeskStays, String>>>> {
        let day = day.get();
        Box::pin(async move {
            let answer = session::call(api::stays::of_area(&day)).await;
            answer.map_err(|error| error.words())
        })
    };
    view! {
        <DayInput id="day" label=t(k::DAY) value=day errors=Errors::new() />
        <Fetched fetch=fetch show=table />
    }
    .into_any()
}

fn table(found: DeskStays) -> AnyView {
    let day = intl::short_date(found.day);
    if found.rows.is_empty() {
        return view! { <p>{tf(k::NONE, &[("day", &day)])}</p> }.into_any();
    }
    let count = tn(k::COUNT, u32::try_from(found.rows.len()).unwrap_or(u32::MAX));
    let href = api::stays::export_href(&found.day.to_string());
    let rows = found.rows.iter().map(row).collect_view();
    view! {
        <p>{count}" "<a href=href download="">{t(k::EXPORT)}</a></p>
        <p class="hint">{t(k::EXPORT_HINT)}</p>
        <table class="table desk-table" role="table">
            <caption class="visually-hidden">{tf(k::TABLE, &[("day", &day)])}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{t(k::COL_GUEST)}</th>
                    <th scope="col" role="columnheader">{t(k::COL_ADDRESS)}</th>
                    <th scope="col" role="columnheader">{t(k::COL_BY)}</th>
                    <th scope="col" role="columnheader">{t(k::COL_LEAVES)}</th>
                    <th scope="col" role="columnheader">{t(k::COL_FILED)}</th>
                    <th scope="col" role="columnheader">{t(k::COL_STATE)}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(stay: &DeskStay) -> AnyView {
    let (kind, label) = if stay.withdrawn {
        (TagKind::Plain, k::WITHDRAWN)
    } else if stay.in_time {
        (TagKind::Ok, k::IN_TIME)
    } else {
        (TagKind::Warning, k::TOO_LATE)
    };
    // No tag: those never wrap, and two beside each other are too wide for a phone with large text.
    let disputed = stay
        .disputed
        .then(|| view! { " "<strong class="error-text">{t(k::DISPUTED)}</strong> });
    view! {
        <tr class="desk-row" role="row">
            <th scope="row" role="rowheader" data-label=t(k::COL_GUEST)>
                {stay.name_masked.clone()}" "<span class="mono">{stay.number_masked.clone()}</span>
            </th>
            <td role="cell" data-label=t(k::COL_ADDRESS)>{stay.address.clone()}</td>
            <td role="cell" data-label=t(k::COL_BY)>{stay.by.clone()}</td>
            <td role="cell" data-label=t(k::COL_LEAVES)>{intl::short_date(stay.leaves)}</td>
            <td role="cell" data-label=t(k::COL_FILED)>{intl::instant(stay.filed_at)}</td>
            <td role="cell" data-label=t(k::COL_STATE)><Tag text=t(label) kind=kind />{disputed}</td>
        </tr>
    }
    .into_any()
}
