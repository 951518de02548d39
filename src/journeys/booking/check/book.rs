//! Booking, and each way in which it may not work out. Nothing typed is lost on any of them.

use super::super::draft::{self, applicant};
use super::super::{held_bar, known::Known, shell, shell::Say};
use super::exists::{self, Existing};
use crate::api;
use crate::browser::{announce, assisted, focus, location, timer};
use crate::components::Errors;
use crate::i18n::{self, keys::booking, t};
use crate::routes::{BookingStep, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::bookings::{Booked, NewBooking};
use leptos::{prelude::*, task::spawn_local};

/// What the page and the booking share. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Work {
    /// Errors of the form.
    pub(super) errors: Errors,
    /// The request is under way.
    pub(super) busy: RwSignal<bool>,
    /// The place has lapsed.
    pub(super) over: RwSignal<bool>,
    /// The person has an open dossier.
    pub(super) exists: RwSignal<Option<Existing>>,
}

/// Books; `None` where something is missing after all.
pub(super) fn request(known: &Known, declared: bool) -> Option<NewBooking> {
    let (now, person) = (draft::open().now(), draft::person().now());
    let visit = person.visit(known)?;
    Some(NewBooking {
        hold_id: now.held.as_ref()?.id.clone(),
        reason: visit.reason,
        service: visit.service,
        applicant: applicant(&person, &now),
        phone_proof: now.proof(timer::now_ms())?.token.clone(),
        lang: i18n::lang(),
        declared,
    })
}

/// Sends the booking.
pub(super) fn book(wanted: NewBooking, work: Work) {
    work.busy.set(true);
    work.exists.set(None);
    spawn_local(async move {
        let answer = api::bookings::create(&wanted).await;
        if answer
            .as_ref()
            .is_err_and(|error| error.is(ProblemCode::BookingExists))
        {
            let existing = exists::look().await;
            work.busy.set(false);
            work.exists.set(Some(existing));
            focus::later(exists::ID);
            return;
        }
        work.busy.set(false);
        match answer {
            Ok(booked) => finish(&booked),
            Err(error) if error.is(ProblemCode::HoldExpired) || error.is(ProblemCode::SlotTaken) => {
                held_bar::has_lapsed(work.over);
            }
            Err(error) if error.is(ProblemCode::PhoneNotProved) => {
                draft::open().update(|booking| booking.proof = None);
                shell::say(Some(Say::ProveAgain));
                Route::Booking(BookingStep::Phone).go();
            }
            Err(error) => {
                work.errors.show(error.for_form(&["declared"]));
            }
        }
    });
}

/// The draft is over; the receipt takes this page's place, so that back does not book twice.
fn finish(booked: &Booked) {
    if assisted::is_on() {
        return shell::helped(&booked.reference);
    }
    draft::open().clear();
    draft::person().clear();
    announce::polite(t(booking::CHECK_BOOKED));
    let receipt = Route::Receipt(booked.reference.clone()).href();
    location::replace(&format!("{receipt}#{}", booked.key));
}
