//! What is recorded beside the dossier itself: where the person lives, how the fingerprints came out, papers for the account.

use super::form::Form;
use crate::components::{CheckGroup, Choice, Errors, RadioGroup, Select};
use crate::i18n::{Key, keys::intake as k, t};
use eid_domain::intake::{Fingers, LinkedPaper, Residence};
use leptos::prelude::*;

/// Where the person lives.
pub(super) fn residence(form: Form, errors: Errors) -> impl IntoView {
    let choices = Residence::ALL
        .iter()
        .map(|residence| Choice::new(residence.as_str(), t(residence_words(*residence))));
    view! { <RadioGroup id="residence" legend=t(k::RESIDENCE_LEGEND) choices=choices.collect() value=form.residence errors=errors columns=true /> }
}

/// How the fingerprints came out, for whom they are due.
pub(super) fn fingers(form: Form, errors: Errors) -> impl IntoView {
    if form.fingers.with_untracked(String::is_empty) {
        form.fingers.set(Fingers::Taken.as_str().to_owned());
    }
    let due = Fingers::ALL.iter().filter(|fingers| **fingers != Fingers::NotDue);
    let options = due.map(|fingers| (fingers.as_str().to_owned(), t(fingers_words(*fingers)).to_owned()));
    view! { <Select id="fingers" label=t(k::FINGERS_LABEL) hint=t(k::FINGERS_HINT) options=options.collect() value=form.fingers errors=errors /> }
}

/// Papers to be shown in the account.
pub(super) fn linked(form: Form, errors: Errors) -> impl IntoView {
    let choices = LinkedPaper::ALL
        .iter()
        .map(|paper| Choice::new(paper.as_str(), t(paper_words(*paper))));
    view! { <CheckGroup id="papers" legend=t(k::PAPERS_LEGEND) hint=t(k::PAPERS_HINT) choices=choices.collect() values=form.linked errors=errors /> }
}

/// The words of a residence.
pub(in crate::journeys::desk::person::dossier) const fn residence_words(residence: Residence) -> Key {
    match residence {
        Residence::Permanent => k::RESIDENCE_PERMANENT,
        Residence::Temporary => k::RESIDENCE_TEMPORARY,
        Residence::Abroad => k::RESIDENCE_ABROAD,
    }
}

/// The words of how fingerprints came out.
pub(in crate::journeys::desk::person::dossier) const fn fingers_words(fingers: Fingers) -> Key {
    match fingers {
        Fingers::Taken => k::FINGERS_TAKEN,
        Fingers::Worn => k::FINGERS_WORN,
        Fingers::Injured => k::FINGERS_INJURED,
        Fingers::Missing => k::FINGERS_MISSING,
        Fingers::NotDue => k::FINGERS_NOT_DUE,
    }
}

/// The words of a paper.
pub(in crate::journeys::desk::person::dossier) const fn paper_words(paper: LinkedPaper) -> Key {
    match paper {
        LinkedPaper::DrivingLicence => k::PAPERS_DRIVING_LICENCE,
        LinkedPaper::HealthInsurance => k::PAPERS_HEALTH_INSURANCE,
        LinkedPaper::VehicleRegistration => k::PAPERS_VEHICLE_REGISTRATION,
        LinkedPaper::TaxCode => k::PAPERS_TAX_CODE,
    }
}
