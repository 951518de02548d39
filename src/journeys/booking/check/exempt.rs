//! Whether a list of social assistance frees the person from the fee. The server tells only who has proved the phone that the
//! list knows; for everybody else the page stays as it is.

use super::super::draft::{self, applicant};
use crate::api;
use crate::browser::{assisted, timer};
use eid_domain::fee::Exemption;
use eid_domain::wire::aid::AskExemption;
use leptos::{prelude::*, task::spawn_local};

/// Asks in the background. No answer is no exemption: the fee is an estimate in any case.
pub(super) fn ask() -> RwSignal<Option<Exemption>> {
    let found = RwSignal::new(None);
    let now = draft::open().now();
    let (Some(held), Some(proof)) = (&now.held, now.proof(timer::now_ms())) else {
        return found;
    };
    // Staff see it at the desk, under its rules.
    if assisted::is_on() {
        return found;
    }
    let asked = AskExemption {
        applicant: applicant(&draft::person().now(), &now),
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
