//! Whether a list of social assistance frees a person from the fee. The server tells only who has proved the phone that the
//! list knows; for everybody else the page stays as it is.

use super::draft::{Booking, Person, applicant};
use super::known::Known;
use super::needs;
use crate::api;
use crate::browser::{assisted, timer};
use eid_domain::fee::Exemption;
use eid_domain::needs::{Assessment, assess};
use eid_domain::wire::aid::AskExemption;
use leptos::{prelude::*, task::spawn_local};

/// Asks in the background. No answer is no exemption: the fee is an estimate in any case.
pub(super) fn ask(person: &Person, now: &Booking) -> RwSignal<Option<Exemption>> {
    let found = RwSignal::new(None);
    let (Some(held), Some(proof)) = (&now.held, now.proof(timer::now_ms())) else {
        return found;
    };
    // Staff see it at the desk, under its rules.
    if assisted::is_on() {
        return found;
    }
    let asked = AskExemption {
        applicant: applicant(person, now),
        phone_proof: proof.token.clone(),
        on: held.starts_at.date(),
    };
    spawn_local(async move {
        if let Ok(known) = api::aid::exemption(&asked).await {
            let _ = found.try_set(known.exemption);
        }
    });
    found
}

/// The fee of the day of the visit, which may be another than today's, with its reason. What a list says frees as what the
/// person says does.
pub(super) fn fee(
    now: &Booking,
    person: &Person,
    found: &Assessment,
    known: &Known,
    exemption: Option<Exemption>,
) -> Option<String> {
    let day = now.held.as_ref()?.starts_at.date();
    let mut answers = person.answers.clone();
    if let Some(exemption) = exemption {
        answers.exemptions = Some(vec![exemption]);
    }
    let then = assess(&answers, day, &known.fees()).ok();
    let same = then.filter(|then| then.outcome.reason() == found.outcome.reason());
    let fee = same.and_then(|then| then.fee).or(found.fee)?;
    Some(needs::fee_because(&fee))
}
