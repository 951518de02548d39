//! The slip: what one needs to know and to show at the counter.

use super::{bring, code, live::Page};
use crate::browser::intl;
use crate::i18n::{
    keys::{shell, tracking as k},
    t, tf, tn,
};
use crate::journeys::tracking::{dossier, place, words};
use eid_domain::booking::ON_TIME_MINUTES;
use eid_domain::dossier::State;
use eid_domain::office::Office;
use eid_domain::wire::dossiers::{DossierView, Visit};
use leptos::prelude::*;

/// The slip. After the visit it is shorter: no time to keep, nothing to bring.
pub(super) fn view(page: &Page, view: &DossierView) -> AnyView {
    let booked = view.state == State::Booked;
    let visit = view.visit.as_ref();
    let code = view.dossier_code.clone().map(|code| {
        view! { <div class="slip-code"><dt>{t(k::SLIP_DOSSIER_CODE)}</dt><dd class="mono">{code}</dd></div> }
    });
    let ok = booked.then(|| {
        view! {
            <p class="slip-ok"><b>{t(k::SLIP_BOOKED)}</b>" "{tf(k::SLIP_BOOKED_TEXT, &[("ends", &view.phone_ends)])}</p>
        }
    });
    let time = visit.filter(|_| booked).map(|visit| when(page, visit));
    let qr = view.slip.clone().filter(|_| booked);
    let qr = qr.map(|token| code::view(&view.reference, &token));
    let office = visit.and_then(|_| dossier::office_of(view));
    let way = office.filter(|_| booked).map(way);
    let office = office.map(where_);
    let say = visit.filter(|_| booked).map(|visit| say(view, visit));
    let bring = visit.filter(|_| booked).map(|visit| bring::view(view, visit));
    view! {
        <section class="slip" aria-labelledby="slip-title">
            <div class="slip-head">
                <h2 id="slip-title">{t(if booked { k::SLIP_TITLE } else { k::SLIP_ABOUT })}</h2>
                {ok}
                <dl>
                    <div><dt>{t(k::SLIP_REFERENCE)}</dt><dd class="reference">{view.reference.clone()}</dd></div>
                    {code}
                </dl>
            </div>
            <div class="slip-body">
                <div class="slip-top">{time}{qr}</div>
                <dl class="facts">
                    {office}
                    {way}
                    {fact(k::SLIP_WHAT, words::request(view.service, view.reason))}
                    {person(view)}
                    {fact(k::SLIP_PHONE, tf(k::SLIP_PHONE_ENDS, &[("ends", &view.phone_ends)]))}
                </dl>
                {bring}
                {say}
                <p class="print-only slip-note">
                    <b>{t(shell::REFERENCE_NAME)}</b>
                    " "
                    {t(shell::REFERENCE_TEXT)}
                    " "
                    {t(shell::SCAM_TITLE)}
                </p>
            </div>
        </section>
    }
    .into_any()
}

fn fact(label: crate::i18n::Key, value: String) -> AnyView {
    view! { <div><dt>{t(label)}</dt><dd>{value}</dd></div> }.into_any()
}

/// Who it is for; a link that may only read does not tell.
fn person(view: &DossierView) -> Option<AnyView> {
    (!view.full_name.is_empty()).then(|| {
        view! {
            <div>
                <dt>{t(k::SLIP_WHO)}</dt>
                <dd><bdi>{view.full_name.clone()}</bdi><br /><span class="mono muted">{view.personal_number_masked.clone()}</span></dd>
            </div>
        }
        .into_any()
    })
}

fn when(page: &Page, visit: &Visit) -> AnyView {
    let (at, today) = (visit.starts_at, page.today);
    let days = move || {
        tf(
            k::SLIP_IN_DAYS,
            &[("when", &intl::relative_days(today.get(), at.date()))],
        )
    };
    let own = intl::own_time(at).map(|(zone, time)| {
        view! { <span class="own-time">{tf(k::SLIP_OWN_TIME, &[("zone", &zone), ("time", &time)])}</span> }
    });
    let late = tf(k::SLIP_LATE, &[("minutes", &ON_TIME_MINUTES.to_string())]);
    view! {
        <dl class="slip-when">
            <dt class="visually-hidden">{t(k::SLIP_WHEN)}</dt>
            <dd>
                <span class="slip-time">{intl::time(at.time())}</span>
                <span class="slip-date">{intl::long_date(at.date())}" "<span class="muted no-print">{days}</span></span>
                {own}
            </dd>
            <dt class="visually-hidden">{t(k::SLIP_DURATION)}</dt>
            <dd class="muted">{tn(k::SLIP_MINUTES, visit.minutes.into())}". "{late}</dd>
        </dl>
    }
    .into_any()
}

fn where_(office: &Office) -> AnyView {
    let caution = place::caution(office);
    let caution = (!caution.is_empty()).then(|| view! { <br /><span class="muted">{caution}</span> });
    view! {
        <div>
            <dt>{t(k::SLIP_WHERE)}</dt>
            <dd><b>{place::name(office).to_owned()}</b><br />{place::address(office)}{caution}</dd>
        </div>
    }
    .into_any()
}

/// Opening hours, and what helps to find the place.
fn way(office: &Office) -> AnyView {
    let lines = |lines: Vec<String>| {
        lines
            .into_iter()
            .map(|line| view! { <span class="slip-line">{line}</span> })
            .collect_view()
    };
    let way = place::way(office);
    let way = (!way.is_empty()).then(|| view! { <div><dt>{t(k::SLIP_WAY)}</dt><dd>{lines(way)}</dd></div> });
    view! {
        <div><dt>{t(k::SLIP_HOURS)}</dt><dd>{lines(place::hours(office))}</dd></div>
        {way}
    }
    .into_any()
}

/// For whoever has the paper alone.
fn say(view: &DossierView, visit: &Visit) -> AnyView {
    let values = [
        ("time", intl::time(visit.starts_at.time())),
        ("reference", view.reference.clone()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    view! {
        <div class="print-only slip-say"><h3>{t(k::SLIP_SAY)}</h3><p>{tf(k::SLIP_SAY_TEXT, &values)}</p></div>
    }
    .into_any()
}
