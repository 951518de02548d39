//! Booking everybody, and each way in which it may not work out. Nothing typed is lost on any of them.

use super::super::draft::{self, Person, applicant, people};
use super::super::{held_bar, shell, shell::Say};
use super::{Known, list};
use crate::api::{self, ApiError, field_words};
use crate::browser::{announce, assisted, focus, location, timer};
use crate::components::Errors;
use crate::i18n::{self, keys::household as k, t, tf};
use crate::routes::{HouseholdStep, Route};
use eid_domain::field::FieldError;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::household::{HouseholdBooked, HouseholdMember, NewHouseholdBooking};
use leptos::{prelude::*, task::spawn_local};

/// What the page and the booking share. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Work {
    /// Errors of the form.
    pub(super) errors: Errors,
    /// The request is under way.
    pub(super) busy: RwSignal<bool>,
    /// The window has lapsed.
    pub(super) over: RwSignal<bool>,
    /// Members who have an open dossier.
    pub(super) taken: RwSignal<Vec<usize>>,
}

/// The notice's id.
pub(super) const TAKEN: &str = "taken";

/// The request; `None` where something is missing after all.
pub(super) fn request(known: &Known) -> Option<NewHouseholdBooking> {
    let now = draft::family().now();
    let people = people();
    let member = |person: &Person| {
        let visit = person.visit(known)?;
        Some(HouseholdMember {
            reason: visit.reason,
            service: visit.service,
            applicant: applicant(person, &now),
        })
    };
    Some(NewHouseholdBooking {
        hold_id: now.held.as_ref()?.id.clone(),
        members: people.iter().map(member).collect::<Option<_>>()?,
        phone_proof: now.proof(timer::now_ms())?.token.clone(),
        lang: i18n::lang(),
        declared: true,
    })
}

/// Sends the booking.
pub(super) fn book(wanted: NewHouseholdBooking, work: Work) {
    work.busy.set(true);
    work.taken.set(Vec::new());
    spawn_local(async move {
        let answer = api::households::book(&wanted).await;
        work.busy.set(false);
        match answer {
            Ok(booked) => finish(&booked),
            Err(error) if error.is(ProblemCode::HoldExpired) || error.is(ProblemCode::SlotTaken) => {
                held_bar::has_lapsed(work.over);
            }
            Err(error) if error.is(ProblemCode::BookingExists) => {
                work.taken.set(members(&error));
                focus::later(TAKEN);
            }
            Err(error) if error.is(ProblemCode::PhoneNotProved) => {
                draft::family().update(|booking| booking.proof = None);
                shell::say(Some(Say::ProveAgain));
                Route::Household(HouseholdStep::Phone).go();
            }
            Err(error) => {
                work.errors.show(rows(&error));
            }
        }
    });
}

/// The members that an error names: `members[2].applicant.full_name` is about the third.
fn members(error: &ApiError) -> Vec<usize> {
    let fields = error.problem().map(|problem| problem.fields.as_slice());
    fields.unwrap_or_default().iter().filter_map(member_of).collect()
}

fn member_of(error: &FieldError) -> Option<usize> {
    let (at, _) = error.field.strip_prefix("members[")?.split_once(']')?;
    at.parse().ok()
}

/// Every wrong field in words that say whose it is, leading to that member on the page.
fn rows(error: &ApiError) -> Vec<(String, String)> {
    let fields = error
        .problem()
        .map(|problem| problem.fields.as_slice())
        .unwrap_or_default();
    if fields.is_empty() {
        return vec![(String::new(), error.words())];
    }
    let row = |field: &FieldError| match member_of(field) {
        Some(at) => {
            let who = tf(k::NTH, &[("n", &(at + 1).to_string())]);
            (list::id(at), format!("{who}: {}", field_words(field.code)))
        }
        None => (String::new(), field_words(field.code).to_owned()),
    };
    fields.iter().map(row).collect()
}

/// The draft is over; the receipts take this page's place, so that back does not book twice.
fn finish(booked: &HouseholdBooked) {
    if assisted::is_on() {
        let references: Vec<&str> = booked.members.iter().map(|one| one.reference.as_str()).collect();
        return shell::helped(&references.join(","));
    }
    super::draft::clear();
    announce::polite(t(k::BOOKED_TITLE));
    let keys: Vec<String> = booked
        .members
        .iter()
        .map(|one| format!("{}.{}", one.reference, one.key))
        .collect();
    let receipts = Route::Household(HouseholdStep::Booked).href();
    location::replace(&format!("{receipts}#{}", keys.join(",")));
}
