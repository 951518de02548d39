//! What is typed. Name, birth date and choices outlive a reload; numbers, phones and the address live in memory alone.

use super::commune::CommuneField;
use crate::browser::draft::{self, Draft};
use crate::components::{DateParts, Errors};
use crate::i18n;
use eid_domain::booking::{AgeGroup, Service};
use eid_domain::identity::BirthDate;
use eid_domain::wire::{bookings::ApplicantInput, home_visits::NewHomeVisit, phone_codes::CodeSent};
use jiff::civil::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What is kept.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    full_name: String,
    birth_date: String,
    cause: String,
    service: String,
    ground: String,
    wishes: String,
    #[serde(skip)]
    number: String,
    #[serde(skip)]
    representative: String,
    #[serde(skip)]
    phone: String,
    #[serde(skip)]
    street: String,
    #[serde(skip)]
    neighbourhood: String,
}

/// Where one is.
#[derive(Clone, PartialEq)]
pub(super) enum Step {
    /// Filling in the form.
    Form,
    /// A code is out, and until when another cannot be asked for.
    Code(Sent),
}

/// A code that was sent.
#[derive(Clone, PartialEq)]
pub(super) struct Sent {
    /// Its handle.
    pub(super) id: String,
    /// Where it went.
    pub(super) ends: String,
    /// From when on another can be sent.
    pub(super) resend_ms: f64,
}

impl Sent {
    /// From the answer, by the device's clock.
    pub(super) fn of(sent: CodeSent, now_ms: f64) -> Self {
        Self {
            id: sent.id,
            ends: sent.phone_ends,
            resend_ms: now_ms + f64::from(sent.resend_in_s) * 1000.0,
        }
    }
}

/// Every field. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) today: Date,
    pub(super) demo: bool,
    pub(super) step: RwSignal<Step>,
    pub(super) errors: Errors,
    pub(super) busy: RwSignal<bool>,
    pub(super) full_name: RwSignal<String>,
    pub(super) number: RwSignal<String>,
    pub(super) birth: DateParts,
    pub(super) representative: RwSignal<String>,
    pub(super) cause: RwSignal<String>,
    pub(super) service: RwSignal<String>,
    pub(super) ground: RwSignal<String>,
    pub(super) commune: CommuneField,
    pub(super) street: RwSignal<String>,
    pub(super) neighbourhood: RwSignal<String>,
    pub(super) wishes: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) declared: RwSignal<bool>,
}

const DRAFT: &str = "home-visit";

fn draft() -> Draft<Kept> {
    Draft::open(DRAFT)
}

/// Whether something has been typed in this tab.
pub(super) fn begun() -> bool {
    draft::exists(DRAFT)
}

impl Fields {
    /// As they were left.
    pub(super) fn open(today: Date, demo: bool) -> Self {
        let kept = draft().now();
        let service = if kept.service.is_empty() {
            Service::Card.as_str().to_owned()
        } else {
            kept.service
        };
        Self {
            today,
            demo,
            step: RwSignal::new(Step::Form),
            errors: Errors::new(),
            busy: RwSignal::new(false),
            full_name: RwSignal::new(kept.full_name),
            number: RwSignal::new(kept.number),
            birth: DateParts::from_iso(&kept.birth_date),
            representative: RwSignal::new(kept.representative),
            cause: RwSignal::new(kept.cause),
            service: RwSignal::new(service),
            ground: RwSignal::new(kept.ground),
            commune: CommuneField::open(),
            street: RwSignal::new(kept.street),
            neighbourhood: RwSignal::new(kept.neighbourhood),
            wishes: RwSignal::new(kept.wishes),
            phone: RwSignal::new(kept.phone),
            declared: RwSignal::new(false),
        }
    }

    /// Keeps what is typed, so that a change of language loses nothing.
    pub(super) fn keep(self) {
        let kept = untrack(|| Kept {
            full_name: self.full_name.get(),
            birth_date: self.birth.iso(),
            cause: self.cause.get(),
            service: self.service.get(),
            ground: self.ground.get(),
            wishes: self.wishes.get(),
            number: self.number.get(),
            representative: self.representative.get(),
            phone: self.phone.get(),
            street: self.street.get(),
            neighbourhood: self.neighbourhood.get(),
        });
        draft().update(|draft| *draft = kept);
    }

    /// Forgets everything: it was sent.
    pub(super) fn forget() {
        draft().clear();
    }

    /// Whether a representative must be named, followed.
    pub(super) fn minor(self) -> bool {
        BirthDate::parse(&self.birth.iso(), self.today)
            .is_ok_and(|birth| AgeGroup::of(&birth, self.today).needs_representative())
    }

    /// What the wire asks for.
    pub(super) fn wish(self, proof: String) -> NewHomeVisit {
        untrack(|| NewHomeVisit {
            applicant: ApplicantInput {
                full_name: self.full_name.get(),
                personal_number: self.number.get(),
                birth_date: self.birth.iso(),
                otp_phone: self.phone.get(),
                contact_phone: String::new(),
                representative_name: if self.minor() {
                    self.representative.get()
                } else {
                    String::new()
                },
            },
            cause: self.cause.get(),
            service: Service::parse(&self.service.get()).unwrap_or(Service::Card),
            ground: self.ground.get(),
            street: self.street.get(),
            neighbourhood: self.neighbourhood.get(),
            commune_code: self.commune.code(),
            wishes: self.wishes.get(),
            phone_proof: proof,
            lang: i18n::lang(),
            declared: self.declared.get(),
        })
    }
}
