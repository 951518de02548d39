//! The list of who comes: what each comes for, how long it takes, what to bring.

use super::super::draft::{Person, people};
use super::super::{called, needs, shell};
use super::{Known, draft, flow};
use crate::browser::{announce, focus};
use crate::components::{
    Back, Button, ButtonKind, Details, ErrorSummary, Errors, Heading, LinkButton, Tag, TagKind, TextButton,
};
use crate::i18n::{keys::common, keys::due as n, keys::household as k, t, tf, tn};
use crate::routes::{BookingStep, HouseholdStep, Route};
use eid_domain::household::{FEWEST_MEMBERS, MOST_MEMBERS};
use eid_domain::needs::Assessment;
use leptos::prelude::*;

/// Who comes?
pub(in super::super) fn page(known: &Known) -> AnyView {
    let errors = Errors::new();
    let changed = RwSignal::new(0_u32);
    let known = known.clone();
    let on = {
        let known = known.clone();
        move |()| go_on(errors, &known)
    };
    let list = move || {
        changed.track();
        let people = people();
        let full = people.len() >= MOST_MEMBERS;
        let cards = people
            .iter()
            .enumerate()
            .map(|(at, person)| card(person, at, changed, &known))
            .collect_view();
        let add = if full {
            view! { <p class="hint">{t(k::FULL)}</p> }.into_any()
        } else {
            let (label, kind) = if people.is_empty() {
                (k::ADD_FIRST, ButtonKind::Main)
            } else {
                (k::ADD, ButtonKind::Second)
            };
            view! { <p><Button label=t(label) kind=kind on_press=add /></p> }.into_any()
        };
        view! { <ol class="family">{cards}</ol>{add}{total(&known)} }
    };
    view! {
        <div class="page">
            <Back href=Route::Booking(BookingStep::Needs).href() />
            <ErrorSummary errors=errors />
            {shell::stepper(BookingStep::Needs)}
            <Heading text=t(k::TITLE) />
            <p>{t(k::LEAD)}</p>
            <div class="stack" id="family" tabindex="-1" role="group" aria-label=t(k::TITLE)>{list}</div>
            {move || {
                changed.track();
                // With nobody on the list, adding somebody is the one thing to do.
                let on = on.clone();
                (!people().is_empty())
                    .then(|| view! { <p class="row"><Button label=t(common::CONTINUE) on_press=on /></p> })
            }}
            <p class="hint">{t(k::ALL_OR_NOTHING)}</p>
        </div>
    }
    .into_any()
}

fn add(_: ()) {
    let at = draft::add_member();
    Route::Household(HouseholdStep::Needs(at)).go();
}

fn go_on(errors: Errors, known: &Known) {
    let people = people();
    if people.len() < FEWEST_MEMBERS {
        errors.show_one(t(k::TOO_FEW));
        return;
    }
    let open_ones = people
        .iter()
        .enumerate()
        .filter(|(_, person)| person.visit(known).is_none());
    let found = open_ones.map(|(at, person)| {
        let who = called::member(person, at, known.today);
        (id(at), tf(k::NOT_READY, &[("who", &who)]))
    });
    if errors.show(found.collect()) {
        return;
    }
    errors.clear();
    flow::onward(known).go();
}

/// The id of a member's card.
pub(super) fn id(at: usize) -> String {
    format!("member-{}", at + 1)
}

fn card(person: &Person, at: usize, changed: RwSignal<u32>, known: &Known) -> AnyView {
    let who = called::member(person, at, known.today);
    let body = match person.assess(known) {
        Ok(found) => ready(&found),
        Err(_) => {
            let to = format!(
                "{}{}",
                Route::Household(HouseholdStep::Needs(at)).href(),
                resume(person, known)
            );
            view! {
                <p><Tag text=t(k::NOT_DONE) kind=TagKind::Warning /></p>
                <p><LinkButton href=to label=t(k::ANSWER) kind=ButtonKind::Second /></p>
            }
            .into_any()
        }
    };
    let name = who.clone();
    let remove = move |()| {
        draft::remove_member(at);
        announce::polite(&tf(k::REMOVED, &[("who", &name)]));
        changed.update(|count| *count += 1);
        focus::later("family");
    };
    let answered = person.assess(known).is_ok().then(|| {
        let to = Route::Household(HouseholdStep::Result(at)).href();
        view! { <a href=to>{t(k::EDIT)}<span class="visually-hidden">": "{who.clone()}</span></a> }
    });
    view! {
        <li class="panel member" id=id(at) tabindex="-1">
            <h2>{who.clone()}</h2>
            {body}
            <p class="row">{answered}<TextButton label=t(k::REMOVE) about=who.clone() on_press=remove /></p>
        </li>
    }
    .into_any()
}

/// The question where the answers stop.
fn resume(person: &Person, known: &Known) -> String {
    person
        .assess(known)
        .err()
        .map(|question| format!("?hoi={}", question.as_str()))
        .unwrap_or_default()
}

fn ready(found: &Assessment) -> AnyView {
    if found.service.is_none() {
        return view! {
            <p><Tag text=t(k::NO_VISIT) kind=TagKind::Warning /></p>
            <p>{t(k::NO_VISIT_TEXT)}</p>
        }
        .into_any();
    }
    let reason = needs::reason_words(found.outcome.reason());
    let service = found
        .service
        .filter(|service| service.has_card() && service.has_account())
        .map(|service| view! { <p>{needs::service_words(service)}</p> });
    let minutes = found
        .minutes
        .map(|minutes| view! { <p class="muted">{tn(n::RESULT_TIME_VISIT, minutes.into())}</p> });
    let papers = found
        .papers
        .iter()
        .map(|one| view! { <li>{needs::paper_words(*one)}</li> })
        .collect_view();
    let papers = if found.papers.is_empty() {
        view! { <p>{t(n::RESULT_BRING_NOTHING)}</p> }.into_any()
    } else {
        view! { <ul class="bullets">{papers}</ul> }.into_any()
    };
    view! {
        <p>{reason}</p>
        {service}
        {minutes}
        <Details summary=t(n::RESULT_BRING_TITLE)>{papers}</Details>
    }
    .into_any()
}

/// How long all of them take, one after another.
fn total(known: &Known) -> Option<AnyView> {
    let family = draft::family(known)?;
    let minutes: u32 = family
        .members()
        .iter()
        .map(|member| u32::from(member.ticks()) * 10)
        .sum();
    let count = family.members().len().to_string();
    let text = tf(k::TOTAL, &[("count", &count), ("minutes", &minutes.to_string())]);
    Some(view! { <p><b>{text}</b></p> }.into_any())
}
