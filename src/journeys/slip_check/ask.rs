//! From a text to what is known about it.

use crate::api::{self, ApiError};
use crate::browser::online;
use eid_domain::office::Office;
use eid_domain::slip::{SlipClaims, Verdict};
use eid_domain::wire::slips::SlipState;
use leptos::prelude::*;

/// What is known about a slip.
#[derive(Clone, PartialEq)]
pub(super) enum Known {
    /// Nobody has asked.
    Nothing,
    /// It is being looked at.
    Looking,
    /// It is genuine; whether the visit stands is [`Standing`]'s.
    Genuine(Box<SlipClaims>, Option<Box<Office>>),
    /// Forged or damaged.
    Forged,
    /// Signed with a key that is not known here.
    UnknownKey,
    /// There is nothing to judge with yet.
    NoKeys(String),
}

/// Whether the visit of a genuine slip stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// The server is being asked.
    Asking,
    /// It cannot be asked.
    Offline,
    /// Its answer.
    Is(SlipState),
}

/// Judges a text, then asks the server. The text was found to hold a slip.
pub(super) async fn about(text: String, known: RwSignal<Known>, standing: RwSignal<Standing>) {
    let _ = known.try_set(Known::Looking);
    let _ = standing.try_set(Standing::Asking);
    let claims = match api::slips::judge(&text).await {
        Ok(Verdict::Genuine(claims)) => claims,
        Ok(Verdict::UnknownKey) => return drop(known.try_set(Known::UnknownKey)),
        Ok(Verdict::NotGenuine | Verdict::NotASlip) => return drop(known.try_set(Known::Forged)),
        Err(error) => return drop(known.try_set(Known::NoKeys(error.words()))),
    };
    let office = office(&claims).await;
    let _ = known.try_set(Known::Genuine(Box::new(claims), office.map(Box::new)));
    let told = if online::now() {
        match api::slips::standing(&text).await {
            Ok(state) => Standing::Is(state),
            Err(_) => Standing::Offline,
        }
    } else {
        Standing::Offline
    };
    let _ = standing.try_set(told);
}

/// The office of a slip; none where the list cannot be had.
async fn office(claims: &SlipClaims) -> Option<Office> {
    let offices: Result<Vec<Office>, ApiError> = api::offices::list().await;
    offices
        .ok()?
        .into_iter()
        .find(|office| office.id == claims.office)
}
