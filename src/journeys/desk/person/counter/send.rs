//! Sending it: every wrong field is named before, and nothing typed is lost after.

use super::fields::Fields;
use crate::api::{self, ApiError, fault};
use crate::components::Errors;
use crate::i18n::{Key, keys::counter as k, t};
use crate::journeys::desk::shell::session;
use crate::routes::{DeskPage, Route};
use eid_domain::field::{FieldCode, FieldError};
use eid_domain::problem::ProblemCode;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos::task::spawn_local;

const FIELDS: [&str; 8] = [
    "service",
    "reason",
    "full_name",
    "personal_number",
    "birth_date",
    "representative_name",
    "otp_phone",
    "contact_phone",
];

/// Opens the dossier and goes there.
pub(super) fn send(id: String, fields: Fields, errors: Errors, busy: RwSignal<bool>, today: Date) {
    let wanted = fields.read();
    let mut wrong = Vec::new();
    if wanted.reason.is_none() && wanted.service.has_card() {
        wrong.push(FieldError::new("reason", FieldCode::Required));
    }
    if let Err(more) = wanted.applicant.parse(today) {
        wrong.extend(more);
    }
    if errors.show(wrong.iter().map(named).collect()) {
        return;
    }
    busy.set(true);
    spawn_local(async move {
        let answer = session::call(api::queue::open_dossier(&id, &wanted)).await;
        if busy.try_set(false).is_some() {
            return;
        }
        match answer {
            Ok(opened) => Route::Desk(DeskPage::Dossier(opened.reference)).replace(),
            Err(error) => drop(errors.show(refused(&error))),
        }
    });
}

fn named(wrong: &FieldError) -> (String, String) {
    let field = wrong.field.strip_prefix("applicant.").unwrap_or(&wrong.field);
    fault(field, wrong.code, t(label(field)))
}

fn label(field: &str) -> Key {
    match field {
        "reason" => k::REASON,
        "full_name" => k::NAME,
        "personal_number" => k::NUMBER,
        "birth_date" => k::BIRTH,
        "representative_name" => k::REPRESENTATIVE,
        "otp_phone" => k::PHONE,
        _ => k::CONTACT,
    }
}

fn refused(error: &ApiError) -> Vec<(String, String)> {
    let at = |field: &str, words: &str| vec![(field.to_owned(), words.to_owned())];
    if error.is(ProblemCode::BookingExists) {
        return at("personal_number", t(k::EXISTS));
    }
    if error.is(ProblemCode::StateConflict) {
        return at("", t(k::NOT_HERE));
    }
    error.for_form(&FIELDS)
}
