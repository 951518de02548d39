//! The person: masked until a reason is given.

use super::{act, state::Desk};
use crate::components::{Button, ButtonKind, SummaryList, SummaryRow};
use crate::i18n::{keys::desk as k, t};
use crate::journeys::desk::shell::role;
use eid_domain::identity::BirthDate;
use eid_domain::wire::desk::DeskPerson;
use leptos::prelude::*;

/// Who it is about.
#[component]
pub(super) fn Person(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let seen = desk.of(|view| (view.person.clone(), view.revealed));
    let may = !desk.role().look_reasons().is_empty();
    let acts = role::helps(desk.role());
    let veil = move |revealed: bool| {
        let button = may.then(|| {
            view! { <Button label=t(k::REVEAL) kind=ButtonKind::Second on_press=move |()| desk.asking.set(true) /> }
        });
        (!revealed).then(|| view! { <p class="row"><span class="muted">{t(k::MASKED)}</span>{button}</p> })
    };
    view! {
        <section class="panel" aria-labelledby="person">
            <h2 id="person">{t(k::PERSON_TITLE)}</h2>
            {move || seen.get().map(|(person, revealed)| view! {
                <SummaryList rows=rows(person, revealed) />
                {veil(revealed)}
                {(revealed && acts).then(|| act::button(desk))}
            })}
        </section>
    }
}

fn rows(person: DeskPerson, revealed: bool) -> Vec<SummaryRow> {
    let phone = |number: String| {
        if revealed || number.is_empty() {
            number
        } else {
            format!("•••{number}")
        }
    };
    let birth = BirthDate::from_iso(&person.birth_date).map_or(person.birth_date, |birth| birth.slashed());
    let mut rows = vec![
        SummaryRow::new(t(k::PERSON_NAME), person.full_name),
        SummaryRow::new(t(k::PERSON_NUMBER), person.personal_number),
        SummaryRow::new(t(k::PERSON_BIRTH), birth),
        SummaryRow::new(t(k::PERSON_OTP_PHONE), phone(person.otp_phone)),
        SummaryRow::new(t(k::PERSON_CONTACT_PHONE), phone(person.contact_phone)),
    ];
    if let Some(phrase) = person.phrase {
        let both = format!("{} ({})", phrase.vi, phrase.en);
        rows.push(SummaryRow::new(t(k::PERSON_PHRASE), both));
    }
    if !person.representative_name.is_empty() {
        rows.push(SummaryRow::new(
            t(k::PERSON_REPRESENTATIVE),
            person.representative_name,
        ));
    }
    rows
}
