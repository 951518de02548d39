//! What is printed.

use crate::browser::{intl, location};
use crate::components::DrawnCode;
use crate::i18n::{Lang, keys::desk as k, t, tf};
use crate::journeys::desk::shell::office;
use crate::journeys::desk::words;
use crate::routes::Route;
use eid_domain::account::{ACCOUNT_WORKING_DAYS, ACCOUNT_WORKING_DAYS_WITH_CARD, ACTIVATE_WITHIN_DAYS};
use eid_domain::dossier::CARD_WORKING_DAYS;
use eid_domain::identity::PersonalNumber;
use eid_domain::legal::Act;
use eid_domain::office::{Office, Session};
use eid_domain::wire::config::ClientConfig;
use eid_domain::wire::desk::DeskDossier;
use leptos::prelude::*;

/// The sheet.
pub(super) fn paper(view: &DeskDossier, office: Option<&Office>, config: Option<&ClientConfig>) -> AnyView {
    let card = view.service.has_card();
    let place = office.map(office::name).unwrap_or_default();
    let title = if card { k::SLIP_CARD } else { k::SLIP_ACCOUNT };
    let call = config.map(|config| view! { " "{tf(k::SLIP_CALL, &[("hotline", &config.hotline)])} });
    view! {
        <article class="cc02" aria-label=t(title)>
            <header>
                <p class="cc02-office">{place}</p>
                <p class="cc02-mark">{t(k::SLIP_REFERENCE)}</p>
                <h3>{t(title)}</h3>
                {qr(view)}
                <p class="cc02-code"><span>{t(k::FACT_CODE)}</span>" "<strong class="mono">{view.dossier_code.clone()}</strong></p>
            </header>
            <dl>
                {row(k::PERSON_NAME, view.person.full_name.clone())}
                {row(k::PERSON_NUMBER, masked(&view.person.personal_number))}
                {row(k::FACT_SERVICE, service(view))}
                {row(k::FACT_RECEIVED, view.received_at.map(intl::instant).unwrap_or_default())}
                {card.then(|| due(view))}
                {card.then(|| row(k::SLIP_WHERE, place_lines(office)))}
                {card.then(|| row(k::SLIP_BRING, t(k::SLIP_BRING_TEXT).to_owned()))}
                {row(k::SLIP_FOLLOW, follow(view))}
                {view.service.has_account().then(|| row(k::SLIP_ACCOUNT_LABEL, account(card)))}
            </dl>
            <p class="cc02-warning"><strong>{t(k::SLIP_NO_OTP)}</strong>{call}</p>
            <footer><p>{t(k::SLIP_SIGN_OFFICER)}</p><p>{t(k::SLIP_SIGN_PERSON)}</p></footer>
        </article>
    }
    .into_any()
}

/// What the counter scans when the card is collected; a phone's camera leads to the look-up.
fn qr(view: &DeskDossier) -> Option<impl IntoView + use<>> {
    let code = view.code.as_ref()?;
    let alternative = tf(k::SLIP_CODE_ALT, &[("reference", &view.reference)]);
    Some(view! {
        <div class="cc02-qr"><DrawnCode side=code.side runs=code.runs() alternative=alternative /></div>
    })
}

fn row(label: crate::i18n::Key, value: String) -> impl IntoView {
    view! { <div><dt>{t(label)}</dt><dd>{value}</dd></div> }
}

fn due(view: &DeskDossier) -> impl IntoView {
    let date = view
        .due_on
        .map_or_else(|| t(k::SLIP_DUE_PAUSED).to_owned(), intl::long_date);
    let days = CARD_WORKING_DAYS.to_string();
    let basis = tf(
        k::SLIP_BASIS,
        &[("days", &days), ("law", Act::LawIdentification.number())],
    );
    view! { <div><dt>{t(k::FACT_DUE)}</dt><dd><strong>{date}</strong><br /><small>{basis}</small></dd></div> }
}

fn service(view: &DeskDossier) -> String {
    let ground = view
        .reason
        .map(|reason| format!(" – {}", words::reason(reason)))
        .unwrap_or_default();
    format!("{}{ground}", words::service(view.service))
}

/// A slip is easily lost: it never shows the whole number.
fn masked(number: &str) -> String {
    PersonalNumber::parse(number).map_or_else(|_| number.to_owned(), |number| number.masked())
}

fn place_lines(office: Option<&Office>) -> String {
    let Some(office) = office else {
        return t(k::SLIP_WHERE_HERE).to_owned();
    };
    // Word joiners: a span of time is never broken at its dash.
    let hours = |sessions: &[Session]| {
        let spans = sessions
            .iter()
            .map(|s| format!("{}\u{2060}–\u{2060}{}", intl::time(s.from()), intl::time(s.to())));
        spans.collect::<Vec<_>>().join(", ")
    };
    let mut text = format!("{}, {}. ", office::name(office), office.address_line());
    text.push_str(&tf(
        k::SLIP_WEEKDAYS,
        &[("hours", &hours(office.hours.weekdays()))],
    ));
    for day in office.hours.differing() {
        let spans = match day.sessions.as_slice() {
            [] => t(k::SLIP_BUT_CLOSED).to_owned(),
            sessions => hours(sessions),
        };
        let values = [("day", intl::weekday(day.weekday)), ("hours", spans)];
        text.push(' ');
        text.push_str(&tf(
            k::SLIP_BUT,
            &values.each_ref().map(|(name, value)| (*name, value.as_str())),
        ));
    }
    if !office.hours.saturday().is_empty() {
        text.push(' ');
        text.push_str(&tf(
            k::SLIP_SATURDAY,
            &[("hours", &hours(office.hours.saturday()))],
        ));
    }
    text
}

fn follow(view: &DeskDossier) -> String {
    let address = format!("{}{}", location::host(), Route::Track.href_in(Lang::Vi));
    tf(
        k::SLIP_FOLLOW_TEXT,
        &[("address", &address), ("reference", &view.reference)],
    )
}

fn account(card: bool) -> String {
    let days = if card {
        ACCOUNT_WORKING_DAYS_WITH_CARD
    } else {
        ACCOUNT_WORKING_DAYS
    };
    let (days, activate) = (days.to_string(), ACTIVATE_WITHIN_DAYS.to_string());
    tf(
        k::SLIP_ACCOUNT_TEXT,
        &[
            ("days", &days),
            ("activate", &activate),
            ("decree", Act::Decree69.number()),
        ],
    )
}
