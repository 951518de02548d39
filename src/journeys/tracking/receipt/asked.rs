//! What must be corrected or added: what, which papers, until when, and a time to come again. After a refusal: the next way.

use super::live::Page;
use crate::api::{self, evidence_words, fault_words};
use crate::browser::intl;
use crate::components::{ButtonKind, Fetched, LinkButton};
use crate::i18n::{keys::asked as k, t, tf, tn};
use crate::journeys::tracking::so_far;
use crate::routes::Route;
use eid_domain::dossier::State;
use eid_domain::wire::dossiers::{Correction, DossierView};
use eid_domain::wire::slots::{Day, SlotQuery};
use leptos::prelude::*;

/// So many of the next free times are offered at once.
const SOONEST: usize = 3;

/// Nothing where nothing is asked of the person.
pub(super) fn view(page: &Page, view: &DossierView) -> Option<AnyView> {
    match view.state {
        State::DataCorrection | State::NeedsCorrection => Some(correction(page, view)),
        State::Refused => Some(refused(view)),
        _ => None,
    }
}

fn correction(page: &Page, view: &DossierView) -> AnyView {
    let (known, key) = (view.clone(), page.case.key.clone());
    let (fetch_view, fetch_key) = (known.clone(), key.clone());
    let fetch = move || {
        let (view, key) = (fetch_view.clone(), fetch_key.clone());
        Box::pin(async move {
            let asked = api::dossiers::correction(&view.reference, &key).await;
            let asked = asked.map_err(|error| error.words())?;
            let days = if asked.visit_at.is_none() && view.changes.may_reschedule {
                free(&view).await
            } else {
                Vec::new()
            };
            Ok((asked, days))
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |(asked, days): (Correction, Vec<Day>)| {
        let may_come = known.changes.may_reschedule || asked.visit_at.is_some();
        view! {
            {what(&asked)}
            {may_come.then(|| come(&known, &key, &asked, &days))}
        }
        .into_any()
    };
    view! { <Fetched fetch=fetch show=show /> }.into_any()
}

/// The next days with room at the office of the dossier. Without them the way to all days is there all the same.
async fn free(view: &DossierView) -> Vec<Day> {
    let Some(visit) = &view.visit else {
        return Vec::new();
    };
    let query = SlotQuery {
        service: view.service,
        age_group: visit.slot_group,
    };
    let days = api::offices::days(visit.next_office_id(), query).await;
    let days = days.map(|days| days.days).unwrap_or_default();
    days.into_iter()
        .filter(|day| day.free > 0 && day.first.is_some())
        .take(SOONEST)
        .collect()
}

fn what(asked: &Correction) -> AnyView {
    let faults = asked.what.iter().map(|fault| fault_words(*fault));
    let faults = (!asked.what.is_empty()).then(|| list(k::WHAT, faults));
    let papers = asked.papers.iter().map(|paper| evidence_words(*paper));
    let papers = (!asked.papers.is_empty()).then(|| list(k::BRING, papers));
    let left = match asked.days_left {
        0 => t(k::LAST_DAY).to_owned(),
        days => tn(k::LEFT, days.into()),
    };
    let by = asked
        .by_ministry
        .then(|| view! { <p class="muted">{t(k::BY_MINISTRY)}</p> });
    view! {
        <h3>{t(k::TITLE)}</h3>
        {by}
        {faults}
        {papers}
        {asked.so_far.as_ref().map(so_far::view)}
        <p><b>{tf(k::UNTIL, &[("date", &intl::long_date(asked.until))])}"."</b>" "{left}</p>
    }
    .into_any()
}

fn list(label: crate::i18n::Key, words: impl Iterator<Item = &'static str>) -> AnyView {
    let items = words.map(|words| view! { <li>{words}</li> }).collect_view();
    view! { <div><p><b>{t(label)}</b></p><ul class="bullets">{items}</ul></div> }.into_any()
}

fn come(view: &DossierView, key: &str, asked: &Correction, days: &[Day]) -> AnyView {
    let path = Route::Reschedule(view.reference.clone()).href();
    let all = format!("{path}#{key}");
    if let Some(at) = asked.visit_at {
        let (time, date) = (intl::time(at.time()), intl::long_date(at.date()));
        let move_it = view
            .changes
            .may_reschedule
            .then(|| view! { <p class="row no-print"><LinkButton href=all label=t(k::MOVE) kind=ButtonKind::Second /></p> });
        return view! {
            <p class="now-text">{tf(k::BOOKED, &[("time", &time), ("date", &date)])}</p>
            {move_it}
        }
        .into_any();
    }
    let soonest = days.iter().enumerate().filter_map(|(index, day)| {
        let first = day.first?;
        let (time, date) = (intl::time(first), intl::day_date(day.date));
        let label = tf(k::SOONEST, &[("time", &time), ("date", &date)]);
        let href = format!("{path}?ngay={}&gio={first}#{key}", day.date);
        let kind = if index == 0 {
            ButtonKind::Main
        } else {
            ButtonKind::Second
        };
        Some(view! { <LinkButton href=href label=label kind=kind /> })
    });
    let soonest = soonest.collect_view();
    let full = days.is_empty().then(|| view! { <p>{t(k::FULL)}</p> });
    view! {
        <div class="stack-s no-print">
            <h3>{t(k::COME)}</h3>
            <p>{t(k::COME_TEXT)}</p>
            {full}
            <p class="row">{soonest}<LinkButton href=all label=t(k::OTHER) kind=ButtonKind::Second /></p>
        </div>
    }
    .into_any()
}

fn refused(view: &DossierView) -> AnyView {
    let ask = tf(k::REFUSED_ASK, &[("hotline", &view.hotline)]);
    view! {
        <div class="stack-s">
            <h3>{t(k::REFUSED_TITLE)}</h3>
            <ul class="bullets">
                <li>{t(k::REFUSED_AGAIN)}</li>
                <li>{t(k::REFUSED_WRITTEN)}</li>
                <li>{t(k::REFUSED_COMPLAIN)}</li>
                <li>{ask}</li>
            </ul>
            <p class="row no-print"><LinkButton href=Route::Needs.href() label=t(k::REFUSED_CHECK) kind=ButtonKind::Second /></p>
        </div>
    }
    .into_any()
}
