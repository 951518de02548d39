//! Everybody is booked: each has a receipt of their own, all of them fit on one sheet, and all of them can move or be called
//! off together.

use super::super::needs;
use super::Known;
use super::receipts::{self, Done, Receipt, address};
use crate::browser::{assisted, family, intl, location, print};
use crate::components::{
    ActionButton, ButtonKind, Heading, Icon, LinkButton, Notice, NoticeKind, Tag, TagKind,
};
use crate::i18n::{Lang, keys::due as n, keys::household as k, lang, t, tf, tn};
use crate::routes::{HouseholdStep, Route};
use eid_domain::dossier::State;
use eid_domain::household::FEWEST_MEMBERS;
use eid_domain::needs::papers_for_visit;
use eid_domain::wire::dossiers::DossierView;
use leptos::prelude::*;

/// The receipts.
pub(in super::super) fn page(_: &Known) -> AnyView {
    if !receipts::has_any() {
        return receipts::page_of_none();
    }
    let done = receipts::done().and_then(said);
    let title = if done.is_some() {
        k::BOOKED_ALL
    } else {
        k::BOOKED_TITLE
    };
    view! {
        <div class="page">
            <Heading text=t(title) />
            {done}
            {receipts::with(show)}
        </div>
    }
    .into_any()
}

/// What was just done with all of them.
fn said(done: Done) -> Option<AnyView> {
    let words = t(match done {
        Done::Moved => k::BOOKED_MOVED,
        Done::Cancelled => k::BOOKED_CANCELLED,
        Done::Taken => return None,
    });
    Some(view! { <Notice kind=NoticeKind::Ok title=words announced=true /> }.into_any())
}

fn show(receipts: Vec<Receipt>) -> AnyView {
    let office = receipts
        .iter()
        .find_map(Receipt::visit)
        .and_then(|visit| visit.place.as_deref())
        .map(|place| {
            let name = match lang() {
                Lang::Vi => place.name.vi.clone(),
                Lang::En => place.name.en.clone(),
            };
            view! { <p><b>{name}</b><br />{place.address_line()}</p> }
        });
    let ends = receipts
        .first()
        .map(|one| one.view.phone_ends.clone())
        .unwrap_or_default();
    let window = receipts::window(&receipts);
    if !assisted::is_on() {
        match &window {
            Some((day, _)) => family::keep(&location::hash(), *day),
            None => family::forget(),
        }
    }
    let when = window.map(|(day, _)| {
        view! {
            <Notice kind=NoticeKind::Ok title=intl::long_date(day)>
                {office}
                <p>{tf(k::BOOKED_TEXT, &[("ends", &ends)])}</p>
            </Notice>
        }
    });
    let change = change(&receipts);
    let cards = receipts.into_iter().map(card).collect_view();
    view! {
        {when}
        <ol class="family">{cards}</ol>
        {change}
        <p class="row no-print">
            <ActionButton drawn=Icon::Print label=t(k::BOOKED_PRINT) on_press=|()| print::page() />
        </p>
        <p class="hint no-print">{t(k::BOOKED_SECRET)}</p>
    }
    .into_any()
}

/// What may still be changed for all at once, said before anybody begins.
fn change(receipts: &[Receipt]) -> Option<AnyView> {
    let movable: Vec<&Receipt> = receipts.iter().filter(|one| one.movable().is_some()).collect();
    let cancels = receipts.iter().filter(|one| one.may_cancel()).count();
    if cancels < FEWEST_MEMBERS {
        return None;
    }
    let moves = movable.len() >= FEWEST_MEMBERS;
    let until = movable.iter().filter_map(|one| one.view.changes.until).min();
    let remaining = movable.iter().map(|one| one.view.changes.remaining).min();
    let rule = match (until, remaining) {
        (Some(until), Some(count)) if moves => {
            tn(k::BOOKED_MAY_MOVE, count.into()).replace("{until}", &intl::instant(until))
        }
        _ if moves => t(k::BOOKED_MUST_MOVE).to_owned(),
        _ => t(k::BOOKED_MAY_NOT_MOVE).to_owned(),
    };
    let way = moves.then(|| {
        view! { <LinkButton href=address(HouseholdStep::Move) label=t(k::BOOKED_MOVE) kind=ButtonKind::Second /> }
    });
    Some(
        view! {
            <section class="stack-s no-print" aria-labelledby="change">
                <h2 id="change">{t(k::BOOKED_CHANGE)}</h2>
                <ul class="bullets"><li>{rule}</li><li>{t(k::BOOKED_MAY_CANCEL)}</li></ul>
                <p class="row">
                    {way}
                    <LinkButton href=address(HouseholdStep::Cancel) label=t(k::BOOKED_CANCEL) kind=ButtonKind::Second />
                </p>
            </section>
        }
        .into_any(),
    )
}

fn card(receipt: Receipt) -> AnyView {
    let time = receipt
        .hours()
        .map(|hours| view! { <p class="member-time">{hours}</p> });
    let Receipt { view, key } = receipt;
    let gone = (view.state == State::Cancelled)
        .then(|| view! { <p><Tag text=t(k::BOOKED_GONE) kind=TagKind::Warning /></p> });
    let to = format!("{}#{key}", Route::Receipt(view.reference.clone()).href());
    let service = Some(view.service).filter(|service| service.has_card() && service.has_account());
    let service = service.map(|service| view! { <p>{needs::service_words(service)}</p> });
    let label = tf(k::BOOKED_OPEN, &[("who", &view.full_name)]);
    let bring = gone.is_none().then(|| bring(&view)).flatten();
    view! {
        <li class="panel member">
            <h2><bdi>{view.full_name.clone()}</bdi></h2>
            {gone}
            {time}
            <p>{needs::reason_words(view.reason)}</p>
            {service}
            <p>{t(k::BOOKED_REFERENCE)}" "<b class="mono">{view.reference.clone()}</b></p>
            {bring}
            <p class="no-print"><a href=to>{label}</a></p>
        </li>
    }
    .into_any()
}

/// What to bring, open on the screen and on paper alike: it is what the sheet is for.
fn bring(view: &DossierView) -> Option<AnyView> {
    let visit = view.visit.as_ref()?;
    let papers = papers_for_visit(view.service, view.reason, visit.age_group);
    if papers.is_empty() {
        return Some(view! { <p>{t(n::RESULT_BRING_NOTHING)}</p> }.into_any());
    }
    let lines = papers
        .into_iter()
        .map(|one| view! { <li>{needs::paper_words(one)}</li> })
        .collect_view();
    Some(view! { <p>{t(n::RESULT_BRING_TITLE)}":"</p><ul class="bullets">{lines}</ul> }.into_any())
}
