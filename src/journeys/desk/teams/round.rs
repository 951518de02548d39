//! `/desk/lo-trinh?date=`: the round of the office's teams on a day, as one sheet to take along: stops and homes in order,
//! addresses only where somebody has said why they are needed.

use super::stop_words as say;
use crate::api;
use crate::browser::{intl, location, print, timer};
use crate::components::{
    ActionButton, Button, ButtonKind, DayInput, Empty, Errors, Fetched, Heading, Icon, Tag, TagKind,
};
use crate::i18n::{keys::stops as k, t, tf};
use crate::journeys::desk::person::home_reveal::reveal_all_dialog;
use crate::journeys::desk::shell::{frame, role, session};
use crate::routes::{DeskPage, Route};
use eid_domain::campaign::HomeLook;
use eid_domain::when::When;
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::home_visits::HomeVisitRow;
use eid_domain::wire::rounds::{RoundHome, RoundStop, RoundView};
use jiff::civil::Date;
use leptos::{ev::SubmitEvent, prelude::*};
use std::collections::BTreeMap;

/// What was revealed, in memory, by the wish's reference.
type Revealed = RwSignal<BTreeMap<String, HomeVisitRow>>;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Round, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::works_at_counter(staff.role) {
        return view! { <Heading text=t(k::ROUND) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let date = location::query("date")
        .and_then(|text| When::of(&text))
        .unwrap_or_else(timer::office_date);
    let fetch = move || -> std::pin::Pin<Box<dyn Future<Output = Result<RoundView, String>>>> {
        Box::pin(async move {
            session::call(api::stops::round(date))
                .await
                .map_err(|error| error.words())
        })
    };
    view! {
        <div class="desk-head"><Heading text=t(k::ROUND) /></div>
        <p class="lead no-print">{t(k::ROUND_LEAD)}</p>
        {day(date)}
        <h2>{intl::long_date(date)}</h2>
        <Fetched fetch=fetch show=sheet />
    }
    .into_any()
}

/// Another day; it stands in the address, so that it can be kept.
fn day(date: Date) -> AnyView {
    let (value, errors) = (RwSignal::new(date.to_string()), Errors::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(date) = Date::of(&value.get_untracked()) {
            location::push(&format!("{}?date={date}", Route::Desk(DeskPage::Round).href()));
        }
    };
    view! {
        <form class="round-day no-print" novalidate on:submit=submit>
            <DayInput id="date" label=t(k::ROUND_DAY) value=value errors=errors />
            <Button label=t(k::ROUND_SHOW) kind=ButtonKind::Second />
        </form>
    }
    .into_any()
}

fn sheet(round: RoundView) -> AnyView {
    if round.stops.is_empty() {
        return view! { <Empty title=t(k::ROUND_NONE) /> }.into_any();
    }
    let revealed: Revealed = RwSignal::new(BTreeMap::new());
    let open = RwSignal::new(false);
    let wishes: Vec<String> = round
        .stops
        .iter()
        .flat_map(|stop| stop.homes.iter().map(|home| home.wish.clone()))
        .collect();
    let reveal = (!wishes.is_empty()).then(|| {
        let hidden = wishes.clone();
        let left = Signal::derive(move || {
            let left = |wish: &&String| revealed.with(|known| !known.contains_key(*wish));
            hidden.iter().filter(left).cloned().collect::<Vec<_>>()
        });
        let keep = move |row: HomeVisitRow| {
            revealed.update(|known| drop(known.insert(row.reference.clone(), row)));
        };
        let button = move || {
            (!left.with(Vec::is_empty)).then(|| {
                let press = move |()| open.set(true);
                view! { <Button label=t(k::ROUND_REVEAL) kind=ButtonKind::Second on_press=press /> }
            })
        };
        view! {
            {button}
            {reveal_all_dialog(left, open, HomeLook::OnTheWay, keep)}
        }
    });
    let stops = round.stops.iter().map(|stop| one(stop, revealed)).collect_view();
    view! {
        <p class="row no-print">
            {reveal}
            <ActionButton drawn=Icon::Print label=t(k::ROUND_PRINT) on_press=|()| print::page() />
        </p>
        <ol class="round">{stops}</ol>
    }
    .into_any()
}

fn one(round: &RoundStop, revealed: Revealed) -> AnyView {
    let stop = &round.stop;
    let team = tf(
        k::ROUND_TEAM,
        &[
            ("count", &stop.stations.to_string()),
            ("booked", &stop.booked.to_string()),
        ],
    );
    let homes = (!round.homes.is_empty()).then(|| {
        let rows = round.homes.iter().map(|home| row(home, revealed)).collect_view();
        view! {
            <div class="table-scroll">
                <table class="table desk-table" role="table" aria-label=stop.name.clone()>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{t(k::COL_TIME)}</th>
                            <th scope="col" role="columnheader">{t(k::COL_PERSON)}</th>
                            <th scope="col" role="columnheader">{t(k::ROUND_ADDRESS)}</th>
                            <th scope="col" role="columnheader">{t(k::ROUND_DONE)}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        }
    });
    view! {
        <li class="panel stop">
            <h3>{say::hours(stop)}" · "{stop.name.clone()}</h3>
            <p class="row"><Tag text=say::kind(stop.kind) kind=TagKind::Info /></p>
            <p>{stop.address.clone()}</p>
            <p class="muted">{team}</p>
            {homes}
        </li>
    }
    .into_any()
}

fn row(home: &RoundHome, revealed: Revealed) -> AnyView {
    let minutes = tf(k::ROUND_MINUTES, &[("minutes", &home.minutes.to_string())]);
    let (wish, masked) = (home.wish.clone(), home.name_masked.clone());
    let known = Memo::new(move |_| revealed.with(|all| all.get(&wish).cloned()));
    let name = move || known.get().map_or_else(|| masked.clone(), |row| row.full_name);
    let (neighbourhood, commune) = (home.neighbourhood.clone(), home.commune.clone());
    let place = move || {
        let around = [neighbourhood.clone(), commune.clone()];
        let (street, phone) = match known.get() {
            Some(row) => (row.street, tf(k::HOME_PHONE, &[("phone", &row.phone)])),
            None => (String::new(), t(k::ROUND_HIDDEN).to_owned()),
        };
        let parts: Vec<String> = std::iter::once(street)
            .chain(around)
            .filter(|part| !part.is_empty())
            .collect();
        view! { <span class="stop-home"><bdi>{parts.join(", ")}</bdi><span>{phone}</span></span> }
    };
    view! {
        <tr class="desk-row" role="row">
            <td role="cell" class="desk-time" data-label=t(k::COL_TIME)>{intl::time(home.time)}" "<small>{minutes}</small></td>
            <th scope="row" role="rowheader" data-label=t(k::COL_PERSON)>
                <bdi>{name}</bdi>
                <span class="mono muted desk-ref">{home.reference.clone()}</span>
            </th>
            <td role="cell" data-label=t(k::ROUND_ADDRESS)>{place}</td>
            <td role="cell" data-label=t(k::ROUND_DONE)><span class="round-box" aria-hidden="true"></span></td>
        </tr>
    }
    .into_any()
}
