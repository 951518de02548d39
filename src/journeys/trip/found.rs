//! The answer: does it work, at which offices, and what else can be done.

use super::{advice, advice::Ways, known::Known, office, query::Asked, words};
use crate::api;
use crate::browser::intl;
use crate::components::{Back, Details, Empty, Fetched, Heading, LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::trip, t, tf};
use crate::routes::Route;
use eid_domain::booking::AgeGroup;
use eid_domain::office::Office;
use eid_domain::trip::{Advice, Fit, OfficeAnswer, Rules, Standing, Trip, answer, is_far, order};
use eid_domain::wire::slots::SlotQuery;
use leptos::prelude::*;

/// Offices with their days, as they came.
type Came = (Vec<Office>, Vec<Vec<eid_domain::wire::slots::Day>>);

/// The page.
pub(super) fn page(asked: &Asked, stay: Trip, known: Known) -> AnyView {
    let line = tf(
        trip::FOUND_STAY,
        &[
            ("from", &intl::short_date(stay.arrival())),
            ("to", &intl::short_date(stay.departure())),
            ("what", t(words::service(stay.service()).0)),
        ],
    );
    let body = if stay.age_group() == AgeGroup::Under6 {
        no_visit()
    } else {
        let ids = asked.offices.clone();
        let asked = asked.clone();
        let fetch = move || -> std::pin::Pin<Box<dyn Future<Output = Result<Came, String>>>> {
            Box::pin(load(ids.clone(), stay))
        };
        view! { <Fetched fetch=fetch show=move |came| untrack(|| draw(came, &asked, stay, &known)) /> }
            .into_any()
    };
    view! {
        <div class="page">
            <Back href=asked.href(true) />
            <Heading text=t(trip::FOUND_TITLE) />
            <p>{line}" "<a href=asked.href(true)>{t(trip::FOUND_CHANGE)}</a></p>
            {body}
        </div>
    }
    .into_any()
}

/// Under 6 nobody has to come: it is filed online.
fn no_visit() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Info title=t(trip::UNDER_6_TITLE)><p>{t(trip::UNDER_6_TEXT)}</p></Notice>
        <p class="row"><LinkButton href=Route::Needs.href() label=t(trip::UNDER_6_LINK) /></p>
    }
    .into_any()
}

async fn load(ids: Vec<String>, stay: Trip) -> Result<Came, String> {
    let words = |error: api::ApiError| error.words();
    let offices = match api::finder::known() {
        Some(finder) => finder.offices().to_vec(),
        None => api::offices::list().await.map_err(words)?,
    };
    // An id of another time, in an address that somebody kept, is passed over.
    let wanted: Vec<Office> = ids
        .iter()
        .filter_map(|id| offices.iter().find(|office| office.id.as_str() == id).cloned())
        .collect();
    if wanted.is_empty() {
        return Ok((wanted, Vec::new()));
    }
    let ids: Vec<&str> = wanted.iter().map(|office| office.id.as_str()).collect();
    let visit = SlotQuery {
        service: stay.service(),
        age_group: stay.age_group(),
    };
    let days = api::offices::days_of_all(&ids, visit).await.map_err(words)?;
    let of = |office: &Office| {
        let found = days
            .offices
            .iter()
            .find(|one| one.office_id == office.id.as_str());
        found.map(|one| one.days.clone()).unwrap_or_default()
    };
    let days = wanted.iter().map(of).collect();
    Ok((wanted, days))
}

fn draw((offices, days): Came, asked: &Asked, stay: Trip, known: &Known) -> AnyView {
    if offices.is_empty() {
        let href = asked.href(true);
        return view! {
            <Empty title=t(trip::FOUND_NO_OFFICE)>
                <p><LinkButton href=href.clone() label=t(trip::FOUND_CHANGE) /></p>
            </Empty>
        }
        .into_any();
    }
    let Known {
        today,
        calendar,
        rules,
    } = known;
    let mut answers: Vec<OfficeAnswer> = offices
        .iter()
        .zip(&days)
        .enumerate()
        .map(|(at, (office, days))| OfficeAnswer {
            office: at,
            reach: asked.reach(at),
            standing: answer(&stay, office, days, *today, calendar, rules),
        })
        .collect();
    order(&mut answers);
    let far_km = asked.far_km;
    let advice = Advice::all(&stay, (&answers, &offices), far_km, *today, calendar, rules);
    let cards = answers
        .iter()
        .enumerate()
        .filter_map(|(place, one)| {
            office::card(place == 0, offices.get(one.office)?, one, far_km, &stay, known)
        })
        .collect_view();
    view! {
        {verdict(&answers, far_km.filter(|km| is_far(*km)))}
        {advice::list(&advice, &Ways { offices: &offices, asked, known })}
        <section class="stack-s" aria-labelledby="offices">
            <h2 id="offices">{t(trip::FOUND_OFFICES)}</h2>
            <ul class="trip-offices">{cards}</ul>
        </section>
        {how(&known.rules)}
    }
    .into_any()
}

/// What is counted, and where that stands.
fn how(rules: &Rules) -> AnyView {
    let with = |key, n: u16| tf(key, &[("n", &n.to_string())]);
    let lines = [
        with(trip::HOW_CARD, rules.card_working_days),
        with(trip::HOW_ACCOUNT, rules.account_working_days),
        with(trip::HOW_ACTIVATE, rules.activate_within_days),
        t(trip::HOW_COUNT).to_owned(),
        t(trip::HOW_LIMIT).to_owned(),
    ]
    .map(|line| view! { <li>{line}</li> })
    .collect_view();
    view! { <Details summary=t(trip::HOW_TITLE)><ul class="bullets">{lines}</ul></Details> }.into_any()
}

/// The answer in one sentence. What works only far from the stay is told with its distance, and never in green.
fn verdict(answers: &[OfficeAnswer], far_km: Option<u16>) -> AnyView {
    let Some(best) = answers.first() else {
        return ().into_any();
    };
    let finish = best
        .plan()
        .map(|plan| words::day(plan.finish))
        .unwrap_or_default();
    let with_finish = |key| tf(key, &[("date", &finish)]);
    let km = far_km.map(|km| intl::number(km.into()));
    let far = |km: &str| tf(trip::VERDICT_FAR, &[("km", km), ("date", &finish)]);
    let (kind, title, text) = match &best.standing {
        Standing::Free(_) if km.is_some() => (
            NoticeKind::Warning,
            km.as_deref().map(far).unwrap_or_default(),
            t(trip::VERDICT_FAR_TEXT),
        ),
        Standing::Free(days) if days.first().is_some_and(|day| day.plan.fit == Fit::Tight) => (
            NoticeKind::Warning,
            with_finish(trip::VERDICT_TIGHT),
            t(trip::VERDICT_TIGHT_TEXT),
        ),
        Standing::Free(_) => (
            NoticeKind::Ok,
            with_finish(trip::VERDICT_FREE),
            t(trip::VERDICT_FREE_TEXT),
        ),
        Standing::OpensOn { at, .. } => (
            NoticeKind::Info,
            tf(
                trip::VERDICT_OPENS,
                &[("time", &intl::time(at.time())), ("date", &words::day(at.date()))],
            ),
            t(trip::VERDICT_OPENS_TEXT),
        ),
        Standing::Full { .. } => (
            NoticeKind::Warning,
            t(trip::VERDICT_FULL).to_owned(),
            t(trip::VERDICT_FULL_TEXT),
        ),
        Standing::TooShort { .. } => (
            NoticeKind::Danger,
            t(trip::VERDICT_SHORT).to_owned(),
            t(trip::VERDICT_SHORT_TEXT),
        ),
        Standing::Closed => (
            NoticeKind::Danger,
            t(trip::VERDICT_CLOSED).to_owned(),
            t(trip::VERDICT_CLOSED_TEXT),
        ),
    };
    view! { <Notice kind=kind title=title announced=true><p>{text}</p></Notice> }.into_any()
}
