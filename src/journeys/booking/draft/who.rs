//! A person: answers about what is needed, and details.

use super::super::known::Known;
use super::Booking;
use eid_domain::needs::{Answers, Assessment, Question, Visit, assess, visit};
use eid_domain::wire::bookings::ApplicantInput;
use eid_domain::wire::slots::SlotQuery;
use serde::{Deserialize, Serialize};

/// Whom a visit is for. The number lives in memory alone.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(in super::super) struct Person {
    /// Answers about what is needed.
    #[serde(with = "answers")]
    pub(in super::super) answers: Answers,
    /// See [`ApplicantInput::full_name`].
    pub(in super::super) full_name: String,
    /// See [`ApplicantInput::representative_name`].
    pub(in super::super) representative: String,
    /// The details were complete once in this tab.
    pub(in super::super) done: bool,
    /// A number or a phone was typed in this tab; which, is kept nowhere. What a reload took away is asked for with a reason.
    pub(in super::super) typed: bool,
    /// See [`ApplicantInput::personal_number`].
    #[serde(skip)]
    pub(in super::super) number: String,
}

/// Kept as one text: see [`Answers::to_text`].
mod answers {
    use eid_domain::needs::Answers;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(answers: &Answers, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&answers.to_text())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Answers, D::Error> {
        String::deserialize(from).map(|text| Answers::of_text(&text))
    }
}

impl Person {
    /// What the answers lead to.
    pub(in super::super) fn assess(&self, known: &Known) -> Result<Assessment, Question> {
        assess(&self.answers, known.today, &known.fees())
    }

    /// The visit alone, once that is known and there is one.
    pub(in super::super) fn visit(&self, known: &Known) -> Option<Visit> {
        visit(&self.answers, known.today).ok()?
    }

    /// What free places are looked for by.
    pub(in super::super) fn wanted(&self, known: &Known) -> Option<SlotQuery> {
        self.visit(known).map(|visit| SlotQuery {
            service: visit.service,
            age_group: visit.age_group,
        })
    }

    /// Whether a question is open.
    pub(in super::super) fn is_asked(&self, known: &Known) -> bool {
        visit(&self.answers, known.today).is_err()
    }

    /// Whether all details are there. The page of the details has checked them; the number is lost by a reload.
    pub(in super::super) fn is_complete(&self) -> bool {
        self.done && !self.number.trim().is_empty()
    }
}

/// What the wire asks for about a person; the phones are those of the visit.
pub(in super::super) fn applicant(person: &Person, booking: &Booking) -> ApplicantInput {
    let birth = person.answers.birth.map(|birth| birth.to_string());
    ApplicantInput {
        full_name: person.full_name.clone(),
        personal_number: person.number.clone(),
        birth_date: birth.unwrap_or_default(),
        otp_phone: booking.otp_phone.clone(),
        contact_phone: booking.contact_phone.clone(),
        representative_name: person.representative.clone(),
    }
}
