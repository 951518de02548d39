//! What the officer types.

use crate::components::DateParts;
use crate::i18n::{self, Lang as Shown};
use eid_domain::booking::{AgeGroup, Service};
use eid_domain::identity::BirthDate;
use eid_domain::reason::Reason;
use eid_domain::wire::{Lang, bookings::ApplicantInput, queue::NewTicketDossier};
use jiff::civil::Date;
use leptos::prelude::*;

/// The fields. Cheap to copy; nothing is kept beyond the page.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) service: RwSignal<String>,
    pub(super) reason: RwSignal<String>,
    pub(super) name: RwSignal<String>,
    pub(super) number: RwSignal<String>,
    pub(super) birth: DateParts,
    pub(super) representative: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) contact: RwSignal<String>,
}

impl Fields {
    /// Empty but for what the number was given for.
    pub(super) fn new(service: Service) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            service: RwSignal::new(service.as_str().to_owned()),
            reason: empty(),
            name: empty(),
            number: empty(),
            birth: DateParts::from_iso(""),
            representative: empty(),
            phone: empty(),
            contact: empty(),
        }
    }

    /// What is chosen, followed.
    pub(super) fn service(self) -> Service {
        Service::parse(&self.service.get()).unwrap_or(Service::Card)
    }

    /// Whether a representative must be there, followed.
    pub(super) fn minor(self, today: Date) -> bool {
        BirthDate::parse(&self.birth.iso(), today)
            .is_ok_and(|birth| AgeGroup::of(&birth, today).needs_representative())
    }

    /// What the server is told.
    pub(super) fn read(self) -> NewTicketDossier {
        untrack(|| {
            let service = self.service();
            NewTicketDossier {
                service,
                reason: Reason::parse(&self.reason.get()).filter(|_| service.has_card()),
                applicant: ApplicantInput {
                    full_name: self.name.get(),
                    personal_number: self.number.get(),
                    birth_date: self.birth.iso(),
                    otp_phone: self.phone.get(),
                    contact_phone: self.contact.get(),
                    representative_name: self.representative.get(),
                },
                lang: match i18n::lang() {
                    Shown::Vi => Lang::Vi,
                    Shown::En => Lang::En,
                },
            }
        })
    }
}
