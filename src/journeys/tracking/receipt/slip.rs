//! The slip: what one needs to know and to show at the counter. Nothing on it can be pressed but one link, so that it is
//! written as one text.

use super::{bring, code, live::Page};
use crate::browser::{html::Html, intl};
use crate::i18n::{
    Key,
    keys::{shell, tracking as k},
    t, tf, tn,
};
use crate::journeys::tracking::{dossier, place, words};
use eid_domain::booking::ON_TIME_MINUTES;
use eid_domain::dossier::State;
use eid_domain::wire::dossiers::{DossierView, Visit};
use eid_domain::wire::places::Place;
use jiff::civil::Date;
use leptos::prelude::*;

/// The slip. After the visit it is shorter: no time to keep, nothing to bring.
pub(super) fn view(page: &Page, view: &DossierView) -> AnyView {
    // A slip that stays open over midnight is drawn anew.
    let slip = written(view, *page.today.get()).finish();
    view! { <section class="slip" aria-labelledby="slip-title" inner_html=slip></section> }.into_any()
}

fn written(view: &DossierView, today: Date) -> Html {
    let booked = view.state == State::Booked;
    let visit = view.visit.as_ref().filter(|_| booked);
    let mut html = Html::new();
    head(&mut html, view, booked);
    html.tags("<div class=slip-body><div class=slip-top>");
    if let Some(visit) = visit {
        when(&mut html, visit, today);
        code::write(&mut html, view);
    }
    html.tags("</div><dl class=facts>");
    if let Some(office) = dossier::office_of(view) {
        at(&mut html, office);
        if booked {
            way(&mut html, office);
        }
    }
    fact(
        &mut html,
        k::SLIP_WHAT,
        &words::request(view.service, view.reason),
    );
    person(&mut html, view);
    if !view.phone_ends.is_empty() {
        let ends = tf(k::SLIP_PHONE_ENDS, &[("ends", &view.phone_ends)]);
        fact(&mut html, k::SLIP_PHONE, &ends);
    }
    // Paper is what somebody has in hand whose phone does not show this page.
    fact(&mut html, k::SLIP_HOTLINE, &view.hotline);
    if let Some(exemption) = view.exemption {
        let free = tf(k::SLIP_FEE_FREE, &[("why", t(words::exemption(exemption)))]);
        fact(&mut html, k::SLIP_FEE, &free);
    }
    html.tags("</dl>");
    if let Some(visit) = visit {
        bring::write(&mut html, view, visit);
        say(&mut html, view, visit);
    }
    html.within(
        "<p class=\"print-only slip-note\"><b>",
        t(shell::REFERENCE_NAME),
        "</b> ",
    )
    .words(t(shell::REFERENCE_TEXT))
    .within(" ", t(shell::SCAM_TITLE), "</p></div>");
    html
}

fn head(html: &mut Html, view: &DossierView, booked: bool) {
    let title = t(if booked { k::SLIP_TITLE } else { k::SLIP_ABOUT });
    html.within(
        "<div class=slip-head><h2 id=slip-title tabindex=-1>",
        title,
        "</h2>",
    );
    if booked && !view.phone_ends.is_empty() {
        let moved = view.visit.as_ref().is_some_and(|visit| visit.sequence > 0);
        let done = t(if moved { k::SLIP_BOOKED_NEW } else { k::SLIP_BOOKED });
        html.within("<p class=slip-ok><b>", done, "</b> ")
            .words(&tf(k::SLIP_BOOKED_TEXT, &[("ends", &view.phone_ends)]))
            .tags("</p>");
    }
    html.within("<dl><div><dt>", t(k::SLIP_REFERENCE), "</dt>")
        .within("<dd class=reference>", &view.reference, "</dd></div>");
    if let Some(code) = &view.dossier_code {
        html.within("<div class=slip-code><dt>", t(k::SLIP_DOSSIER_CODE), "</dt>")
            .within("<dd class=mono>", code, "</dd></div>");
    }
    html.tags("</dl></div>");
}

fn fact(html: &mut Html, label: Key, value: &str) {
    html.within("<div><dt>", t(label), "</dt>")
        .within("<dd>", value, "</dd></div>");
}

/// Who it is for; a link that may only read does not tell.
fn person(html: &mut Html, view: &DossierView) {
    if view.full_name.is_empty() {
        return;
    }
    html.within("<div><dt>", t(k::SLIP_WHO), "</dt>")
        .within("<dd><bdi>", &view.full_name, "</bdi><br>")
        .within(
            "<span class=\"mono muted\">",
            &view.personal_number_masked,
            "</span></dd></div>",
        );
}

fn when(html: &mut Html, visit: &Visit, today: Date) {
    let at = visit.starts_at;
    let days = tf(
        k::SLIP_IN_DAYS,
        &[("when", &intl::relative_days(today, at.date()))],
    );
    let late = tf(k::SLIP_LATE, &[("minutes", &ON_TIME_MINUTES.to_string())]);
    html.within(
        "<dl class=slip-when><dt class=visually-hidden>",
        t(k::SLIP_WHEN),
        "</dt>",
    )
    .within("<dd><span class=slip-time>", &intl::time(at.time()), "</span>")
    .within("<span class=slip-date>", &intl::long_date(at.date()), " ")
    .within("<span class=\"muted no-print\">", &days, "</span></span>");
    if let Some((zone, time)) = intl::own_time(at) {
        let own = tf(k::SLIP_OWN_TIME, &[("zone", &zone), ("time", &time)]);
        html.within("<span class=own-time>", &own, "</span>");
    }
    html.within("</dd><dt class=visually-hidden>", t(k::SLIP_DURATION), "</dt>")
        .within(
            "<dd class=muted>",
            &tn(k::SLIP_MINUTES, visit.minutes.into()),
            ". ",
        )
        .words(&late)
        .tags("</dd></dl>");
}

fn at(html: &mut Html, office: &Place) {
    html.within("<div><dt>", t(k::SLIP_WHERE), "</dt>")
        .within("<dd><b>", place::name(office), "</b><br>")
        .words(&office.address_line());
    let caution = place::caution(office);
    if !caution.is_empty() {
        html.within("<br><span class=muted>", caution, "</span>");
    }
    html.tags("</dd></div>");
}

/// Opening hours, and what helps to find the place.
fn way(html: &mut Html, office: &Place) {
    let facts = [
        (k::SLIP_HOURS, place::hours(office)),
        (k::SLIP_WAY, place::way(office)),
    ];
    for (label, lines) in facts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        html.within("<div><dt>", t(label), "</dt><dd>");
        for line in &lines {
            html.within("<span class=slip-line>", line, "</span>");
        }
        html.tags("</dd></div>");
    }
}

/// For whoever has the paper alone.
fn say(html: &mut Html, view: &DossierView, visit: &Visit) {
    let time = intl::time(visit.starts_at.time());
    let words = tf(
        k::SLIP_SAY_TEXT,
        &[("time", &time), ("reference", &view.reference)],
    );
    html.within("<div class=\"print-only slip-say\"><h3>", t(k::SLIP_SAY), "</h3>")
        .within("<p>", &words, "</p></div>");
}
