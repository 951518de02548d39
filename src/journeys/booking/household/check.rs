//! Everybody's answers on one page, each with the way to change it; then all are booked at once.

use super::super::draft::{self, Booking, Person, people};
use super::super::{called, check, exempt, held::Held, held_bar, needs, shell, time};
use super::book::{self, Work};
use super::{Known, draft::window, flow, list, words};
use crate::browser::{focus, intl};
use crate::components::{
    Back, Button, Checkbox, ErrorSummary, Errors, Heading, Notice, NoticeKind, SummaryList, SummaryRow,
};
use crate::i18n::{keys::booking, keys::household as k, t, tf, tn};
use crate::routes::{BookingStep, HouseholdStep, Route};
use eid_domain::calendar::minutes_after;
use eid_domain::needs::Assessment;
use eid_domain::wire::household::HouseholdVisit;
use leptos::{ev::SubmitEvent, prelude::*};

/// Check, then book.
pub(in super::super) fn page(known: &Known) -> AnyView {
    let now = draft::family().now();
    let people = people();
    let visits = window().now().visits;
    let members = people
        .iter()
        .enumerate()
        .map(|(at, person)| member(person, at, visits.get(at).copied(), &now, known))
        .collect_view();
    let work = Work {
        errors: Errors::new(),
        busy: RwSignal::new(false),
        over: held_bar::is_over(),
        taken: RwSignal::new(Vec::new()),
    };
    let declared = RwSignal::new(false);
    let common = common(&now);
    let names: Vec<String> = people
        .iter()
        .enumerate()
        .map(|(at, person)| called::member(person, at, known.today))
        .collect();
    let label = tn(k::BOOK, u32::try_from(people.len()).unwrap_or(0));
    let known = known.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if work.busy.get_untracked() {
            return;
        }
        if !declared.get_untracked() {
            let words = t(booking::CHECK_DECLARE_ERROR);
            work.errors.show(vec![("declared".into(), words.into())]);
            return;
        }
        work.errors.clear();
        if work.over.get_untracked() {
            focus::now(held_bar::OVER);
            return;
        }
        match book::request(&known) {
            Some(wanted) => book::book(wanted, work),
            // The proof of the phone has become too old meanwhile.
            None => flow::onward(&known).go(),
        }
    };
    view! {
        <div class="page">
            <Back href=Route::Household(HouseholdStep::Contact).href() />
            <ErrorSummary errors=work.errors />
            {shell::stepper(BookingStep::Check)}
            <Heading text=t(k::CHECK_TITLE) />
            {held_bar::bar(work.over)}
            {taken(work.taken, names)}
            {members}
            <section class="stack-s"><h2>{t(k::CHECK_COMMON)}</h2><SummaryList rows=common /></section>
            <form class="stack" novalidate on:submit=submit>
                <Checkbox id="declared" label=t(k::CHECK_DECLARE) checked=declared errors=work.errors />
                <p class="row"><Button label=label busy=work.busy /></p>
                <p class="hint">{t(k::ALL_OR_NOTHING)}</p>
            </form>
        </div>
    }
    .into_any()
}

fn member(
    person: &Person,
    at: usize,
    visit: Option<HouseholdVisit>,
    now: &Booking,
    known: &Known,
) -> AnyView {
    let who = called::member(person, at, known.today);
    let exemption = exempt::ask(person, now);
    let (person, now, known) = (person.clone(), now.clone(), known.clone());
    let list = move || {
        let found = person.assess(&known).ok();
        let mut rows = answers(&person, at, visit, found.as_ref());
        let fee = found.and_then(|found| exempt::fee(&now, &person, &found, &known, exemption.get()));
        rows.extend(fee.map(|fee| SummaryRow::new(t(booking::CHECK_FEE), fee)));
        view! { <SummaryList rows=rows /> }
    };
    view! {
        <section class="stack-s" id=list::id(at) tabindex="-1">
            <h2>{who}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn answers(
    person: &Person,
    at: usize,
    visit: Option<HouseholdVisit>,
    found: Option<&Assessment>,
) -> Vec<SummaryRow> {
    let to = |step| Route::Household(step).href();
    let detail =
        |label, value: &str| SummaryRow::new(t(label), value.trim()).change(to(HouseholdStep::Person(at)));
    let mut rows = Vec::new();
    if let Some(visit) = visit {
        let end = minutes_after(visit.starts_at, visit.minutes);
        let time = words::window(visit.starts_at.time(), end.time());
        rows.push(SummaryRow::new(t(k::CHECK_OWN_TIME), time));
    }
    if let Some(found) = found {
        let reason = needs::reason_words(found.outcome.reason());
        rows.push(SummaryRow::new(t(booking::CHECK_NEEDS), reason).change(to(HouseholdStep::Result(at))));
        let service = found.service.filter(|service| service.has_card());
        rows.extend(
            service.map(|service| SummaryRow::new(t(booking::CHECK_SERVICE), needs::service_words(service))),
        );
    }
    rows.push(detail(booking::CHECK_FULL_NAME, &person.full_name));
    rows.push(detail(booking::CHECK_NUMBER, &person.number));
    let birth = person
        .answers
        .birth
        .map(|birth| birth.slashed())
        .unwrap_or_default();
    rows.push(detail(booking::CHECK_BIRTH, &birth));
    if !person.representative.trim().is_empty() {
        rows.push(detail(booking::CHECK_REPRESENTATIVE, &person.representative));
    }
    rows
}

fn common(now: &Booking) -> Vec<SummaryRow> {
    let to = |step| Route::Household(step).href();
    let office = now.place.as_ref();
    let office = office.map(|office| format!("{}, {}", office.name(), office.address));
    let held = now.held.as_ref();
    let own = held
        .and_then(|held| time::own_time(held.starts_at))
        .map(|own| format!(" ({own})"));
    let when = held.map(Held::when).unwrap_or_default() + &own.unwrap_or_default();
    let (otp, contact) = (check::proved(now), check::contact(now));
    vec![
        SummaryRow::new(t(booking::CHECK_PLACE), office.unwrap_or_default()).change(to(HouseholdStep::Place)),
        SummaryRow::new(t(booking::CHECK_TIME), when).change(to(HouseholdStep::Time)),
        SummaryRow::new(t(booking::CHECK_OTP_PHONE), otp).change(to(HouseholdStep::Contact)),
        SummaryRow::new(t(booking::CHECK_CONTACT_PHONE), contact).change(to(HouseholdStep::Contact)),
    ]
}

/// Who has an open dossier already: nobody was booked.
fn taken(taken: RwSignal<Vec<usize>>, names: Vec<String>) -> impl IntoView {
    move || {
        let who: Vec<String> =
            taken.with(|taken| taken.iter().filter_map(|at| names.get(*at).cloned()).collect());
        (!who.is_empty()).then(|| {
            let title = tf(k::TAKEN_TITLE, &[("who", &intl::list(&who))]);
            view! {
                <div id=book::TAKEN tabindex="-1">
                    <Notice kind=NoticeKind::Warning title=title announced=true>
                        <p>{t(k::TAKEN_TEXT)}</p>
                        <p class="row">
                            <a href=Route::Household(HouseholdStep::List).href()>{t(k::TAKEN_LIST)}</a>
                            <a href=Route::Track.href()>{t(booking::CHECK_EXISTS_LINK)}</a>
                        </p>
                    </Notice>
                </div>
            }
        })
    }
}
