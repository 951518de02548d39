//! My station: who is called or served there, and what comes next.

use super::state::{Line, MINE};
use super::station::Choose;
use super::words;
use crate::components::{Button, ButtonKind, Skeleton, TextButton};
use crate::i18n::{keys::line as k, t, tn};
use crate::routes::{DeskPage, Route};
use eid_domain::queue::{TicketState, number_text};
use eid_domain::wire::queue::TicketRow;
use leptos::prelude::*;

/// The station, or the question which one it is.
pub(super) fn draw(line: Line) -> AnyView {
    if !line.is_there() {
        return view! { <Skeleton /> }.into_any();
    }
    match line.station() {
        Some(station) => at(line, station).into_any(),
        None => view! { <Choose line=line /> }.into_any(),
    }
}

fn at(line: Line, station: u8) -> impl IntoView {
    let mine = Memo::new(move |_| line.mine());
    view! {
        <div class="line-my-head">
            <h3>{words::station(station)}</h3>
            <TextButton label=t(k::STATION_CHANGE) on_press=move |()| line.sit(None) />
        </div>
        <div class="line-now" id=MINE tabindex="-1">
            {move || match mine.get() {
                Some(row) => who(line, &row).into_any(),
                None => nobody(line).into_any(),
            }}
        </div>
    }
}

fn nobody(line: Line) -> impl IntoView {
    view! {
        <p class="line-empty"><strong>{t(k::NOBODY)}</strong><br /><span class="muted">{t(k::NOBODY_HINT)}</span></p>
        {next(line, ButtonKind::Main)}
    }
}

fn who(line: Line, row: &TicketRow) -> impl IntoView {
    let called = row.state == TicketState::Called;
    let place = words::about_ticket(
        if called { k::CALLED } else { k::SERVING },
        row.number,
        row.station,
    );
    let times = (called && row.calls > 1).then(|| view! { " · "{tn(k::CALLED_TIMES, u32::from(row.calls))} });
    let name = if row.name_masked.is_empty() {
        t(k::WALK_IN).to_owned()
    } else {
        row.name_masked.clone()
    };
    let service = crate::journeys::desk::words::service_short(row.service);
    let priority = row
        .priority
        .is_first()
        .then(|| view! { <p class="line-priority">{words::priority(row.priority)}</p> });
    let has_dossier = row.reference.is_some();
    let id = row.id.clone();
    view! {
        <p class="line-state">{place}{times}</p>
        <p class="line-number">{number_text(row.number)}</p>
        <p><bdi>{name}</bdi>" · "{service}</p>
        {priority}
        {if called { on_the_way(line).into_any() } else { here(line, has_dossier, id).into_any() }}
    }
}

fn on_the_way(line: Line) -> impl IntoView {
    view! {
        <div class="line-acts">
            <Button label=t(k::SERVE) busy=line.busy() on_press=move |()| line.begin() />
            <Button label=t(k::RECALL) kind=ButtonKind::Second on_press=move |()| line.recall() />
            <Button label=t(k::ABSENT) kind=ButtonKind::Second on_press=move |()| line.absent() />
            {transfer(line)}
        </div>
    }
}

fn here(line: Line, has_dossier: bool, id: String) -> impl IntoView {
    let open = if has_dossier {
        view! { <Button label=t(k::OPEN) kind=ButtonKind::Second on_press=move |()| line.begin() /> }
    } else {
        let page = Route::Desk(DeskPage::Counter(id));
        view! { <Button label=t(k::OPEN_NEW) kind=ButtonKind::Second on_press=move |()| page.go() /> }
    };
    view! {
        <div class="line-acts">
            {next(line, ButtonKind::Main)}
            {open}
            <Button label=t(k::DONE) kind=ButtonKind::Second on_press=move |()| line.done() />
            {transfer(line)}
        </div>
    }
}

fn next(line: Line, kind: ButtonKind) -> impl IntoView {
    view! { <Button label=t(k::NEXT) kind=kind busy=line.busy() on_press=move |()| line.call_next() /> }
}

fn transfer(line: Line) -> impl IntoView {
    view! { <TextButton label=t(k::TRANSFER) on_press=move |()| line.ask_transfer(None) /> }
}
