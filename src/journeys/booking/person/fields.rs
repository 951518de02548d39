//! The fields' values. All but the birth date go to the draft at every key.

use super::super::draft;
use crate::components::DateParts;
use eid_domain::booking::AgeGroup;
use eid_domain::identity::BirthDate;
use eid_domain::wire::bookings::ApplicantInput;
use jiff::civil::Date;
use leptos::prelude::*;

/// What is typed. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    /// See [`ApplicantInput::full_name`].
    pub(super) full_name: RwSignal<String>,
    /// See [`ApplicantInput::personal_number`].
    pub(super) number: RwSignal<String>,
    /// See [`ApplicantInput::birth_date`].
    pub(super) birth: DateParts,
    /// See [`ApplicantInput::otp_phone`].
    pub(super) otp_phone: RwSignal<String>,
    /// See [`ApplicantInput::contact_phone`].
    pub(super) contact_phone: RwSignal<String>,
    /// See [`ApplicantInput::representative_name`].
    pub(super) representative: RwSignal<String>,
}

impl Fields {
    /// As the draft has them; the birth date was given with the needs.
    pub(super) fn new() -> Self {
        let birth = draft::person()
            .now()
            .answers
            .birth
            .map(|birth| birth.to_string())
            .unwrap_or_default();
        let fields = Self {
            full_name: draft::field(draft::person(), |person| &mut person.full_name),
            number: draft::field(draft::person(), |person| &mut person.number),
            birth: DateParts::from_iso(&birth),
            otp_phone: draft::field(draft::open(), |booking| &mut booking.otp_phone),
            contact_phone: draft::field(draft::open(), |booking| &mut booking.contact_phone),
            representative: draft::field(draft::person(), |person| &mut person.representative),
        };
        fields.note_typed();
        fields
    }

    /// Remembers that something was typed which a reload takes away.
    fn note_typed(self) {
        let forgotten = [self.number, self.otp_phone, self.contact_phone];
        Effect::watch(
            move || forgotten.iter().any(|field| field.with(|text| !text.is_empty())),
            |typed, _, _| {
                if *typed {
                    draft::person().update(|person| person.typed = true);
                }
            },
            false,
        );
    }

    /// What the wire asks for.
    pub(super) fn input(self) -> ApplicantInput {
        untrack(|| ApplicantInput {
            full_name: self.full_name.get(),
            personal_number: self.number.get(),
            birth_date: self.birth.iso(),
            otp_phone: self.otp_phone.get(),
            contact_phone: self.contact_phone.get(),
            representative_name: self.representative.get(),
        })
    }

    /// The birth date as typed, followed.
    pub(super) fn birth_date(self, today: Date) -> Option<BirthDate> {
        BirthDate::parse(&self.birth.iso(), today).ok()
    }

    /// Whether a representative must come along, followed.
    pub(super) fn minor(self, today: Date) -> bool {
        self.birth_date(today)
            .is_some_and(|birth| AgeGroup::of(&birth, today).needs_representative())
    }
}
