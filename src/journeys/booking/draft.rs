//! What a person has said and typed so far.

use super::held::Held;
use super::household::Household;
use crate::browser::draft::Draft;
use eid_domain::needs::Answers;
use eid_domain::office::Office;
use eid_domain::wire::bookings::ApplicantInput;
use jiff::civil::Date;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A proof is good for thirty minutes; one that is nearly over is not used any more.
const PROOF_MS: f64 = 29.0 * 60_000.0;

/// The draft. Identity number, phones, code and proof live in memory alone.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Booking {
    /// Answers about what is needed.
    pub(super) answers: Answers,
    /// What was typed to find an office.
    pub(super) search: String,
    /// The office.
    pub(super) office: Option<Office>,
    /// The day looked at last.
    #[serde(default, deserialize_with = "eid_domain::when::read")]
    pub(super) day: Option<Date>,
    /// The place that is kept; also after it has lapsed, to say which one it was.
    pub(super) held: Option<Held>,
    /// See [`ApplicantInput::full_name`].
    pub(super) full_name: String,
    /// See [`ApplicantInput::representative_name`].
    pub(super) representative: String,
    /// The details were complete once in this tab.
    pub(super) person_done: bool,
    /// Whose the answers and details above are: a member's of the family, or the person's alone.
    pub(super) whose: Option<usize>,
    /// A family that books together.
    pub(super) household: Household,
    /// See [`ApplicantInput::personal_number`].
    #[serde(skip)]
    pub(super) number: String,
    /// See [`ApplicantInput::otp_phone`].
    #[serde(skip)]
    pub(super) otp_phone: String,
    /// See [`ApplicantInput::contact_phone`].
    #[serde(skip)]
    pub(super) contact_phone: String,
    /// The code that is on its way.
    #[serde(skip)]
    pub(super) code: Option<CodeOut>,
    /// Proof of the phone.
    #[serde(skip)]
    pub(super) proof: Option<Proof>,
    /// Something to say on the next page.
    #[serde(skip)]
    pub(super) say: Option<Say>,
}

/// A code that was sent.
#[derive(Clone, Default, PartialEq)]
pub(super) struct CodeOut {
    /// Its handle.
    pub(super) id: String,
    /// The number as typed.
    pub(super) phone: String,
    /// Its last three digits.
    pub(super) ends: String,
    /// The device's clock when it is too old.
    pub(super) expires_ms: f64,
    /// The device's clock when another may be asked for.
    pub(super) resend_ms: f64,
}

/// The phone is proved.
#[derive(Clone, PartialEq)]
pub(super) struct Proof {
    /// The number as typed.
    pub(super) phone: String,
    /// The token.
    pub(super) token: String,
    /// The device's clock when it was given.
    pub(super) at_ms: f64,
}

/// A message from one page to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Say {
    /// The birth date was changed and with it what is needed.
    NeedsChanged,
    /// The phone must be proved again.
    ProveAgain,
}

/// The tab's draft.
pub(super) fn open() -> Draft<Booking> {
    Draft::open("booking")
}

/// A signal for a field: begins with what the draft has, and every change goes to the draft, so that nothing typed is
/// lost by going back or reloading.
pub(super) fn field(read: fn(&mut Booking) -> &mut String) -> RwSignal<String> {
    let draft = open();
    let value = RwSignal::new(read(&mut draft.now()).clone());
    Effect::watch(
        move || value.get(),
        move |text, _, _| draft.update(|booking| read(booking).clone_from(text)),
        false,
    );
    value
}

impl Booking {
    /// What the wire asks for about the person.
    pub(super) fn applicant(&self) -> ApplicantInput {
        ApplicantInput {
            full_name: self.full_name.clone(),
            personal_number: self.number.clone(),
            birth_date: self
                .answers
                .birth
                .map(|birth| birth.to_string())
                .unwrap_or_default(),
            otp_phone: self.otp_phone.clone(),
            contact_phone: self.contact_phone.clone(),
            representative_name: self.representative.clone(),
        }
    }

    /// The proof, if it is for the present phone and still good.
    pub(super) fn proof(&self, now_ms: f64) -> Option<&Proof> {
        self.proof
            .as_ref()
            .filter(|proof| proof.phone == self.otp_phone && now_ms < proof.at_ms + PROOF_MS)
    }
}
