//! Everybody is booked: each has a receipt of their own, and all of them fit on one sheet.

use super::super::needs;
use super::{Known, words};
use crate::api;
use crate::browser::{intl, location, print};
use crate::components::{ActionButton, Empty, Fetched, Heading, Icon, LinkButton, Notice, NoticeKind};
use crate::i18n::{Lang, keys::due as n, keys::household as k, lang, t, tf};
use crate::routes::Route;
use eid_domain::calendar::minutes_after;
use eid_domain::needs::papers_for_visit;
use eid_domain::office::Office;
use eid_domain::order;
use eid_domain::wire::dossiers::DossierView;
use leptos::prelude::*;

/// A receipt and the key that opens it.
#[derive(Clone)]
struct Receipt {
    view: DossierView,
    key: String,
}

#[derive(Clone)]
struct Loaded {
    receipts: Vec<Receipt>,
    office: Option<Office>,
}

/// The receipts named behind `#`, which no server sees.
pub(in super::super) fn page(_: &Known) -> AnyView {
    let keys = keys(&location::hash());
    if keys.is_empty() {
        return view! {
            <div class="page">
                <Heading text=t(k::BOOKED_TITLE) />
                <Empty title=t(k::BOOKED_NONE)>
                    <p>{t(k::BOOKED_NONE_TEXT)}</p>
                    <p><LinkButton href=Route::Track.href() label=t(k::BOOKED_TRACK) /></p>
                </Empty>
            </div>
        }
        .into_any();
    }
    let fetch = move || -> std::pin::Pin<Box<dyn Future<Output = Result<Loaded, String>>>> {
        let keys = keys.clone();
        Box::pin(load(keys))
    };
    view! {
        <div class="page">
            <Heading text=t(k::BOOKED_TITLE) />
            <Fetched fetch=fetch show=show />
        </div>
    }
    .into_any()
}

/// `reference.key,reference.key`.
fn keys(hash: &str) -> Vec<(String, String)> {
    hash.split(',')
        .filter_map(|one| one.split_once('.'))
        .map(|(reference, key)| (reference.to_owned(), key.to_owned()))
        .take(eid_domain::household::MOST_MEMBERS)
        .collect()
}

async fn load(keys: Vec<(String, String)>) -> Result<Loaded, String> {
    let mut receipts = Vec::new();
    for (reference, key) in keys {
        let view = api::dossiers::get(&reference, &key)
            .await
            .map_err(|error| error.words())?;
        receipts.push(Receipt { view, key });
    }
    order::by_key(&mut receipts, |one| {
        one.view.visit.as_ref().map(|visit| visit.starts_at)
    });
    let id = receipts
        .iter()
        .find_map(|one| one.view.visit.as_ref())
        .map(|visit| visit.office_id.clone());
    // Without the list of offices the receipts are good all the same.
    let offices = api::offices::list().await.unwrap_or_default();
    let office = offices
        .into_iter()
        .find(|office| Some(office.id.as_str()) == id.as_deref());
    Ok(Loaded { receipts, office })
}

fn show(found: Loaded) -> AnyView {
    let Loaded { receipts, office } = found;
    let start = receipts.first().and_then(|one| one.view.visit.as_ref());
    let when = start.map(|visit| intl::long_date(visit.starts_at.date()));
    let office = office.map(|office| {
        let name = match lang() {
            Lang::Vi => office.name.vi.clone(),
            Lang::En => office.name.en.clone(),
        };
        view! { <p><b>{name}</b><br />{office.address_line()}</p> }
    });
    let ends = receipts
        .first()
        .map(|one| one.view.phone_ends.clone())
        .unwrap_or_default();
    let cards = receipts.into_iter().map(card).collect_view();
    view! {
        <Notice kind=NoticeKind::Ok title=when.unwrap_or_default()>
            {office}
            <p>{tf(k::BOOKED_TEXT, &[("ends", &ends)])}</p>
        </Notice>
        <ol class="family">{cards}</ol>
        <p class="row no-print">
            <ActionButton drawn=Icon::Print label=t(k::BOOKED_PRINT) on_press=|()| print::page() />
        </p>
        <p class="hint no-print">{t(k::BOOKED_SECRET)}</p>
    }
    .into_any()
}

fn card(Receipt { view, key }: Receipt) -> AnyView {
    let to = format!("{}#{key}", Route::Receipt(view.reference.clone()).href());
    let time = view.visit.as_ref().map(|visit| {
        let end = minutes_after(visit.starts_at, visit.minutes);
        view! { <p class="member-time">{words::window(visit.starts_at.time(), end.time())}</p> }
    });
    let service = Some(view.service).filter(|service| service.has_card() && service.has_account());
    let service = service.map(|service| view! { <p>{needs::service_words(service)}</p> });
    let label = tf(k::BOOKED_OPEN, &[("who", &view.full_name)]);
    view! {
        <li class="panel member">
            <h2><bdi>{view.full_name.clone()}</bdi></h2>
            {time}
            <p>{needs::reason_words(view.reason)}</p>
            {service}
            <p>{t(k::BOOKED_REFERENCE)}" "<b class="mono">{view.reference.clone()}</b></p>
            {bring(&view)}
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
